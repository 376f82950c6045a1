"""Scores of claims, from stored facts to the row that the desk explains."""

from pathlib import Path

import pytest
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.codes import Outcome, Recommendation, Status
from app.errors import BadModel, NotAllowed, NotFound
from app.ml import TriageModel
from app.services.claims import ClaimService
from app.services.draft_reading import read_draft
from app.services.intake import IntakeService
from app.services.queue_filter import QueueFilter
from app.services.scoring import ScoringService
from tests.factories import a_claim, a_model, a_party, a_person, an_identity
from tests.server import Database
from tests.services.drafts import motor_form
from tests.services.judges import key, train_small


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("model") / "model.bundle"


@pytest.fixture(scope="module")
def model(bundle: Path) -> TriageModel:
    return train_small(bundle)


@pytest.fixture(scope="module")
def maya(shared_database: Database, model: TriageModel) -> Identity:
    a_model(shared_database, sha256=model.model_id, version="1.0")
    return a_person(shared_database, lines=frozenset({"motor", "property", "health"}))


@pytest.fixture(scope="module")
def scoring(shared_database: Database, maya: Identity, bundle: Path) -> ScoringService:
    return ScoringService(shared_database.sessions_as(maya), maya, bundle)


@pytest.fixture(scope="module")
def desk(shared_database: Database, maya: Identity) -> ClaimService:
    return ClaimService(shared_database.sessions_as(maya), maya)


def test_a_submitted_claim_is_scored_and_waits_in_the_queue(shared_database, desk, scoring):
    claim = a_claim(shared_database, "submitted", amount=8000, reported_date="2026-04-15")

    scored = scoring.score(claim)

    row = desk.detail(claim).row
    assert (row.status, row.score) == (Status.TRIAGED, scored.score)
    assert (row.confidence, row.recommendation) == (scored.confidence, scored.recommendation)
    assert scored.score > 70
    assert scored.recommendation is Recommendation.REFER_SIU


def test_the_stored_score_is_the_engines_rounded_to_cents(shared_database, scoring, model):
    claim = a_claim(shared_database, "submitted", amount=8000)

    scored = scoring.score(claim)

    receipt = shared_database.value(
        "SELECT receipt FROM ml_engine_score WHERE id = %s", scored.score_id
    )
    assert receipt["model_sha256"] == model.model_id
    assert float(scored.score) == round(receipt["score"], 2)
    assert receipt["features"]["amount"] == 8000


def test_the_desk_explains_the_score_with_its_precedents(shared_database, desk, scoring):
    seen = a_claim(shared_database, "settled", precedent_key=key(0))
    claim = a_claim(shared_database, "submitted", amount=7000, reported_date="2026-04-10")
    scoring.score(claim)

    detail = desk.detail(claim)

    score = detail.score
    assert score.sentence.startswith("All 10 nearest settled claims were substantiated")
    assert {precedent.outcome for precedent in score.precedents} == {Outcome.SUBSTANTIATED}
    known = [precedent for precedent in score.precedents if precedent.claim_id]
    assert all(precedent.claim_id == seen for precedent in known)
    shares = sum(precedent.share for precedent in score.precedents)
    assert 0 < shares + score.prior_share < 1
    amount = next(factor for factor in score.factors if factor.label == "Amount claimed")
    assert (amount.value, amount.outside) == ("£7,000", True)
    assert detail.events[-1].text.startswith("Scored ")


def test_contacts_shared_with_earlier_claims_of_others_reach_the_engine(
    shared_database, desk, scoring
):
    shared = "+447700900555"
    earlier = a_claim(shared_database, submission_date="2026-03-01T09:00Z")
    a_party(shared_database, earlier, kind="claimant", name="Ada Earlier", phone=shared)
    claim = a_claim(shared_database, "submitted", submission_date="2026-03-09T09:00Z")
    a_party(shared_database, claim, kind="claimant", name="Zoe Later", phone=shared)

    scoring.score(claim)

    page = desk.queue(QueueFilter(text="Zoe"))
    assert [row.flag for row in page.rows] == ["Shared phone"]


def test_a_claim_of_staff_walks_from_form_to_scored_queue_in_one_call(
    shared_database, maya, desk, scoring
):
    intake = IntakeService(shared_database.sessions_as(maya), maya, scoring)

    done = intake.submit(read_draft(motor_form()))

    row = desk.detail(done.id).row
    assert done.score is not None
    assert (row.score, row.status) == (done.score, Status.TRIAGED)


def test_the_worker_scores_what_users_submitted(shared_database, desk, bundle):
    user = a_person(shared_database, "user")
    done = IntakeService(shared_database.sessions_as(user), user).submit(read_draft(motor_form()))
    sessions = sessionmaker(shared_database.worker_engine())
    worker = ScoringService(sessions, Identity.system(), bundle)

    assert done.id in worker.waiting()
    scored = worker.score(done.id)

    assert scored
    assert done.id not in worker.waiting()
    detail = desk.detail(done.id)
    assert detail.row.score == scored.score
    assert detail.events[0].actor == "Precedent"


def test_the_longest_waiting_claim_is_scored_first(shared_database, scoring):
    late = a_claim(shared_database, "submitted", submission_date="2024-02-02T00:00Z")
    early = a_claim(shared_database, "submitted", submission_date="2024-01-01T00:00Z")

    assert scoring.waiting(2) == (early, late)


def test_a_claim_is_scored_the_same_every_time(shared_database, scoring):
    claim = a_claim(shared_database, "submitted", amount=4321)

    first, second = scoring.score(claim), scoring.score(claim)

    assert first.score == second.score
    assert first.score_id != second.score_id


def test_another_model_than_the_active_one_does_not_score(database, bundle, model):
    staff = a_person(database)
    service = ScoringService(database.sessions_as(staff), staff, bundle)
    claim = a_claim(database, "submitted")

    with pytest.raises(BadModel, match="No model is active"):
        service.score(claim)
    a_model(database, sha256="f" * 64)
    with pytest.raises(BadModel, match="cannot be found"):
        service.score(claim)

    assert model.model_id != "f" * 64
    assert database.value("SELECT status FROM claims_claim") == "submitted"


def test_a_damaged_bundle_scores_nothing(shared_database, maya, tmp_path):
    damaged = tmp_path / "model.bundle"
    damaged.write_bytes(b"PK not a model")

    with pytest.raises(BadModel):
        ScoringService(shared_database.sessions_as(maya), maya, damaged).score(1)


def test_a_claim_out_of_sight_is_not_scored(shared_database, scoring):
    claim = a_claim(shared_database, "submitted", region="south")

    with pytest.raises(NotFound):
        scoring.score(claim)


@pytest.mark.parametrize("role", ["user", "admin"])
def test_who_may_not_score_is_told_so(shared_database, bundle, role):
    service = ScoringService(shared_database.owner_sessions(), an_identity(role), bundle)

    with pytest.raises(NotAllowed, match="may not score a claim"):
        service.score(1)
