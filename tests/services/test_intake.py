"""Claims on their way in, for Users and for staff."""

from typing import Any

import pytest

from app.access import Identity
from app.codes import ClaimType
from app.errors import BadModel, Conflict, Invalid, NotAllowed, NotFound
from app.services.draft_reading import read_draft
from app.services.figures import today
from app.services.intake import IntakeService
from app.services.scoring import Scored, ScoringService
from tests.factories import a_claim, a_person, an_identity
from tests.server import Database
from tests.services.drafts import motor_form


@pytest.fixture(scope="module")
def ursula(shared_database: Database) -> Identity:
    return a_person(shared_database, "user", full_name="Ursula User")


@pytest.fixture(scope="module")
def intake(shared_database: Database, ursula: Identity) -> IntakeService:
    return IntakeService(shared_database.sessions_as(ursula), ursula)


def stored(database: Database, claim: int) -> dict[str, Any]:
    row: dict[str, Any] = database.value(
        "SELECT to_jsonb(c) FROM claims_claim c WHERE id = %s", claim
    )
    return row


def test_a_draft_comes_back_as_it_was_saved(intake):
    draft = read_draft(motor_form(amount="", witnesses=[{"name": "Wes Witness"}]))

    saved = intake.save_draft(draft)

    assert saved.number == f"DRAFT-{saved.id}"
    assert intake.load_draft(saved.id) == saved


def test_the_least_of_a_claim_is_enough_to_keep_it(intake):
    least = {"policy_number": "POL-1", "claim_type": "health", "loss_date": today().isoformat()}

    saved = intake.save_draft(read_draft(least))

    assert intake.load_draft(saved.id).draft.claim_type is ClaimType.HEALTH


def test_the_region_of_a_users_claim_is_the_users_own(intake):
    saved = intake.save_draft(read_draft(motor_form(region="south")))

    assert saved.draft.region == "north"


def test_saving_again_replaces_facts_and_parties(shared_database, intake):
    first = intake.save_draft(read_draft(motor_form(third_party={"name": "Theo Third"})))

    second = intake.save_draft(
        read_draft(motor_form(amount="99.50", facts={"vin": ""})),
        claim_id=first.id,
        version=first.version,
    )

    assert intake.load_draft(first.id) == second
    assert second.draft.third_party is None
    kinds = shared_database.run("SELECT kind FROM claims_party WHERE claim_id = %s", first.id)
    assert sorted(kind for (kind,) in kinds) == ["claimant", "driver", "policyholder", "reporter"]


def test_a_draft_changed_elsewhere_is_a_conflict(intake):
    first = intake.save_draft(read_draft(motor_form()))
    draft = read_draft(motor_form(amount="1.00"))
    intake.save_draft(draft, claim_id=first.id, version=first.version)

    with pytest.raises(Conflict, match="changed elsewhere"):
        intake.save_draft(draft, claim_id=first.id, version=first.version)


def test_an_incomplete_claim_is_not_submitted_and_names_every_gap(shared_database, intake):
    saved = intake.save_draft(read_draft(motor_form(amount="", reporter={"phone": ""})))

    with pytest.raises(Invalid, match="2 things are missing to submit") as caught:
        intake.submit(saved.draft, claim_id=saved.id, version=saved.version)

    assert caught.value.problems == {
        "amount": "Claimed amount is needed to submit.",
        "reporter.phone": "Give a phone number or e-mail of the reporter.",
    }
    assert stored(shared_database, saved.id)["status"] == "draft"


def test_submitting_numbers_the_claim_and_fixes_its_day(shared_database, intake, ursula):
    saved = intake.save_draft(read_draft(motor_form(reported_date="")))

    done = intake.submit(saved.draft, claim_id=saved.id, version=saved.version)

    assert done.number.startswith(f"MOT-{today().year}-")
    assert (done.id, done.status, done.score) == (saved.id, "Submitted", None)
    row = stored(shared_database, saved.id)
    assert (row["status"], row["user_id"], row["region"]) == ("submitted", ursula.id, "north")
    assert row["reported_date"] == today().isoformat()
    assert row["facts"]["witness_count"] == 0


def test_a_claim_can_be_submitted_without_being_saved_first(shared_database, intake):
    done = intake.submit(read_draft(motor_form()))

    events = shared_database.run(
        "SELECT kind FROM claims_event WHERE claim_id = %s ORDER BY id", done.id
    )
    assert [kind for (kind,) in events] == ["created", "submitted"]


def test_a_submitted_claim_is_no_draft_any_more(intake):
    done = intake.submit(read_draft(motor_form()))

    with pytest.raises(NotFound, match="may have been submitted"):
        intake.load_draft(done.id)


def test_a_user_sees_only_own_claims(shared_database):
    one = a_person(shared_database, "user")
    other = a_person(shared_database, "user")
    mine = a_claim(shared_database, "submitted", user_id=one.id)
    theirs = a_claim(shared_database, "draft", user_id=other.id)
    service = IntakeService(shared_database.sessions_as(one), one)

    found = service.own_claims()

    assert [claim.id for claim in found] == [mine]
    with pytest.raises(NotFound):
        service.load_draft(theirs)
    with pytest.raises(NotFound):
        service.save_draft(read_draft(motor_form()), claim_id=theirs, version=1)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("submitted", "Submitted"),
        ("triaged", "In review"),
        ("in_review", "In review"),
        ("siu_review", "In review"),
        ("pending_info", "We need information from you"),
        ("approved", "Approved"),
        ("denied", "Denied"),
    ],
)
def test_a_submitter_reads_the_status_in_plain_words_and_never_of_a_referral(
    shared_database, status, words
):
    user = a_person(shared_database, "user")
    a_claim(shared_database, status, user_id=user.id)

    (claim,) = IntakeService(shared_database.sessions_as(user), user).own_claims()

    assert (claim.status, claim.is_draft) == (words, False)


class Scorer(ScoringService):
    """Notes what it is asked to score, and may fail; the real one has tests of its own."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.asked: list[int] = []
        self._failure = failure

    def score(self, claim_id: int) -> Scored | None:
        self.asked.append(claim_id)
        if self._failure:
            raise self._failure
        return None


def test_a_claim_of_staff_is_scored_at_once(shared_database):
    staff, scorer = a_person(shared_database), Scorer()

    done = IntakeService(shared_database.sessions_as(staff), staff, scorer).submit(
        read_draft(motor_form())
    )

    assert scorer.asked == [done.id]


def test_a_claim_stays_submitted_when_it_cannot_be_scored_here(shared_database):
    staff = a_person(shared_database)
    scorer = Scorer(BadModel("No model is active."))

    done = IntakeService(shared_database.sessions_as(staff), staff, scorer).submit(
        read_draft(motor_form())
    )

    assert done.score is None
    assert stored(shared_database, done.id)["status"] == "submitted"


def test_the_claim_of_a_user_is_left_to_the_worker(shared_database, ursula):
    scorer = Scorer()

    IntakeService(shared_database.sessions_as(ursula), ursula, scorer).submit(
        read_draft(motor_form())
    )

    assert scorer.asked == []


def test_staff_take_in_claims_of_lines_they_do_not_work(shared_database):
    staff = a_person(shared_database, lines=frozenset({"travel"}))
    service = IntakeService(shared_database.sessions_as(staff), staff)

    done = service.submit(read_draft(motor_form(region="south")))

    row = stored(shared_database, done.id)
    assert (row["region"], row["user_id"]) == ("south", staff.id)
    assert [claim.id for claim in service.own_claims()] == [done.id]


def test_an_administrator_takes_no_claims_in(shared_database):
    service = IntakeService(shared_database.owner_sessions(), an_identity("admin"))

    with pytest.raises(NotAllowed, match="may not submit a claim"):
        service.save_draft(read_draft(motor_form()))
