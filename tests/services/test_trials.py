"""Trials of a challenger: who begins them, which claims fall to it, and who is told."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg2
import pytest
from psycopg2.extras import Json

from app.access import Identity
from app.errors import CodeNeeded, NotAllowed, Refused
from app.services.registry import find
from app.services.trials import Trials, TrialView
from tests.factories import a_claim, a_model, a_person, a_receipt, insert
from tests.server import Database, ask
from tests.services.registers import an_admin, registered, registry_of, small
from tests.services.settled_scores import an_outcome

LINES = ("motor",)


@pytest.fixture
def ada(database: Database) -> Identity:
    return an_admin(database, full_name="Ada Whitfield")


@pytest.fixture
def ben(database: Database) -> Identity:
    return an_admin(database, full_name="Ben Okafor")


@pytest.fixture
def old(database: Database) -> int:
    return a_model(database, version="1.0")


@pytest.fixture
def new(database: Database, old: int) -> int:
    return registered(database, small())


@pytest.fixture
def trials(database: Database, ada: Identity) -> Trials:
    return trials_of(database, ada)


def trials_of(database: Database, person: Identity) -> Trials:
    return Trials(database.sessions_as(person), person)


def ask_for(trials: Trials, model: int, kind: str = "shadow", **changes: Any) -> TrialView:
    told: dict[str, Any] = {"kind": kind, "share": 0.5, "longest": 60, "reason": "Is it better?"}
    trials.ask(model, **told | {"lines": LINES} | changes)
    return trials.all()[0]


def kinds(database: Database) -> list[str]:
    return [kind for (kind,) in database.run("SELECT kind FROM ml_engine_event ORDER BY id")]


def test_one_person_begins_a_shadow_for_it_moves_no_work(database, trials, ada, new):
    trial = ask_for(trials, new)

    assert (trial.state, trial.asker, trial.lines) == ("running", "Ada Whitfield", LINES)
    assert find(registry_of(database, ada).versions(), new).status == "shadow"
    assert kinds(database) == ["registered", "trial_began"]


def test_a_share_of_the_claims_takes_a_second_person(database, trials, ben, new):
    trial = ask_for(trials, new, "split")

    assert trial.state == "waits"
    with pytest.raises(NotAllowed, match="Another administrator"):
        trials.confirm(trial.id)
    trials_of(database, ben).confirm(trial.id)
    assert trials.all()[0].state == "running"
    assert kinds(database) == ["registered", "trial_asked", "trial_began"]
    with pytest.raises(Refused, match="began or ended"):
        trials_of(database, ben).confirm(trial.id)


def test_one_trial_is_open_at_a_time(trials, new):
    trial = ask_for(trials, new)

    with pytest.raises(Refused, match="Another trial"):
        ask_for(trials, new)
    trials.end(trial.id, "Enough seen.")
    assert ask_for(trials, new).state == "running"


def test_an_end_needs_its_reason_and_gives_the_candidate_back(database, trials, ada, new):
    trial = ask_for(trials, new)

    with pytest.raises(Refused, match="Say why"):
        trials.end(trial.id, " ")
    trials.end(trial.id, "Enough seen.")

    ended = trials.all()[0]
    assert (ended.state, ended.ending) == ("stopped", "Enough seen.")
    assert find(registry_of(database, ada).versions(), new).status == "candidate"
    with pytest.raises(Refused, match="ended already"):
        trials.end(trial.id, "Again.")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"share": 0.0}, "more than none"),
        ({"longest": 0}, "730 days"),
        ({"reason": " "}, "find out"),
        ({"lines": ("travel",)}, "not made for"),
    ],
)
def test_what_no_trial_can_be_is_refused(trials, new, changes, words):
    with pytest.raises(Refused, match=words):
        ask_for(trials, new, **changes)

    assert trials.all() == ()


def test_a_judge_a_retired_model_and_one_without_a_bundle_are_not_tried(
    database, trials, ada, old, new
):
    bare = a_model(database, sha256="c" * 64, is_active=False)
    registry_of(database, ada).move(new, "retired")

    for model, words in ((old, "judges these lines"), (new, "retired"), (bare, "bundle")):
        with pytest.raises(Refused, match=words):
            ask_for(trials, model)


def test_only_administrators_with_a_fresh_code_begin_and_end(database, trials, ada, new):
    analyst = a_person(database, analyst=True)
    database.run("UPDATE auth.refresh_token SET otp_at = now() - interval '1 hour'")

    with pytest.raises(CodeNeeded):
        ask_for(trials, new)
    with pytest.raises(NotAllowed):
        ask_for(trials_of(database, analyst), new)
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(database.connect_as(analyst), "SELECT end_trial(1, 'x')")


def test_the_challenger_cannot_leave_the_shadow_while_it_is_tried(database, trials, ada, new):
    trial = ask_for(trials, new)
    register = registry_of(database, ada)

    for status in ("retired", "candidate"):
        with pytest.raises(Refused, match="End it first"):
            register.move(new, status)

    trials.end(trial.id, "Enough seen.")
    register.move(new, "retired")


def test_an_activation_overtakes_the_trial(database, trials, ada, ben, new):
    ask_for(trials, new)
    register = registry_of(database, ada)
    register.propose(new, "Better.")

    waiting = register.versions().proposal
    assert waiting
    registry_of(database, ben).confirm(waiting.id)

    assert trials.all()[0].state == "overtaken"
    assert find(register.versions(), new).status == "active"


def arms(database: Database, claims: list[int]) -> list[bool]:
    """Tell for each claim whether the challenger judges it, as the server decides."""
    seal = small().model_id
    worker = database.connect_worker()
    return [ask(worker, "SELECT judge_of(%s)", claim)[0][0] == seal for claim in claims]


def a_split(database: Database, trials: Trials, ben: Identity, new: int) -> TrialView:
    trial = ask_for(trials, new, "split", share=0.25)
    trials_of(database, ben).confirm(trial.id)
    return trials.all()[0]


def test_the_arm_is_a_keyed_hash_of_the_claim_and_stays(database, trials, ben, new):
    trial = a_split(database, trials, ben, new)
    claims = [a_claim(database) for _ in range(40)]

    first = arms(database, claims)

    (key,) = database.run("SELECT key FROM ml_engine_trial_key WHERE trial_id = %s", trial.id)[0]
    keys = database.run("SELECT precedent_key FROM claims_claim ORDER BY id")
    lots = [hmac.new(bytes(key), UUID(k).bytes, hashlib.sha256).digest() for (k,) in keys]
    assert first == [int.from_bytes(lot[:4]) / 2**32 < 0.25 for lot in lots]
    assert arms(database, claims) == first
    assert 0 < sum(first) < 20


def test_claims_of_other_lines_stay_with_their_judge(database, trials, ben, new):
    a_split(database, trials, ben, new)
    travel = [a_claim(database, claim_type="travel") for _ in range(12)]

    assert not any(arms(database, travel))


def test_the_model_of_the_arm_alone_may_score_a_claim(database, trials, ben, new):
    a_split(database, trials, ben, new)
    claims = [a_claim(database, "submitted") for _ in range(16)]
    told = arms(database, claims)
    theirs, ours = claims[told.index(True)], claims[told.index(False)]
    worker = database.connect_worker()
    record = "SELECT record_score(%s, %s)"

    for claim in (theirs, ours):
        other = {} if claim == theirs else {"model_sha256": small().model_id}
        with pytest.raises(psycopg2.Error, match="not the active one"):
            ask(worker, record, claim, a_receipt(**other))
    ask(worker, record, theirs, a_receipt(model_sha256=small().model_id))
    ask(worker, record, ours, a_receipt())

    scored = database.run("SELECT model_id FROM ml_engine_score ORDER BY id")
    assert scored[0] == (new,)


def test_an_adjuster_is_not_told_the_arm_and_cannot_read_the_trial(
    database, trials, ben, ada, old, new
):
    a_split(database, trials, ben, new)
    desk = database.connect_as(a_person(database))

    told = [ask(desk, "SELECT shown_version(%s)", model)[0][0] for model in (old, new)]
    admin = ask(database.connect_as(ada), "SELECT shown_version(%s)", new)[0][0]

    assert told == ["in trial", "in trial"]
    assert admin == "2.0"
    assert ask(desk, "SELECT count(*) FROM ml_engine_trial") == [(0,)]
    for table in ("ml_engine_shadow", "ml_engine_trial_key"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(desk, f"SELECT * FROM {table}")
    with pytest.raises(psycopg2.Error, match="Only analysts"):
        ask(desk, "SELECT trial_figures(1)")


def a_shadow(database: Database, trial: int, score: float, other: float, label: str) -> None:
    """Insert a claim that both models judged and that then ended as *label* says."""
    claim = an_outcome(database, score, label)
    (row,) = database.run("SELECT score_id FROM claims_claim WHERE id = %s", claim)
    database.run(
        "INSERT INTO ml_engine_shadow (trial_id, claim_id, score_id, score, probability,"
        " recommendation, receipt, ms, champion_ms)"
        " VALUES (%s, %s, %s, %s, 0.4, 'standard_review', %s, 8, 5)",
        trial,
        claim,
        row[0],
        other,
        Json({}),
    )


def test_a_shadow_is_compared_claim_by_claim(database, trials, new):
    trial = ask_for(trials, new)
    for _ in range(9):
        a_shadow(database, trial.id, 40, 90, "substantiated")
    a_shadow(database, trial.id, 90, 40, "substantiated")
    a_shadow(database, trial.id, 30, 20, "paid")
    a_shadow(database, trial.id, 95, 99, "open")

    found = trials.detail(trial).report

    assert (found.evidence.won, found.evidence.of) == (9, 10)
    assert found.claims == (12, 12)
    told = {measure.name: measure for measure in found.measures}
    assert told["Agreement on whom to refer"].challenger.value == pytest.approx(2 / 12)
    assert told["Referral rate"].champion.value == pytest.approx(2 / 12)
    assert told["Referral rate"].challenger.value == pytest.approx(10 / 12)
    assert told["Precision of suggested referrals"].challenger.value == 1
    assert told["Time to score, median and 95%"].challenger == (8, 8, 8)


def test_a_split_is_compared_by_what_each_arm_found(database, trials, ben, old, new):
    trial = a_split(database, trials, ben, new)
    for number in range(12):
        claim = an_outcome(database, 88, "substantiated" if number < 9 else "cleared")
        database.run(
            "UPDATE ml_engine_score SET model_id = %s, created_at = now() WHERE claim_id = %s",
            new if number % 3 == 0 else old,
            claim,
        )

    found = trials.detail(trial).report

    assert (found.evidence.won, found.evidence.of, found.evidence.even) == (3, 9, 0.25)
    assert found.claims == (8, 4)
    assert "3 are the challenger's, who has 25% of the claims" in found.words


def test_a_trial_without_labels_says_so(trials, new):
    trial = ask_for(trials, new)

    found = trials.detail(trial)

    assert found.report.words == "No claim of this trial has an outcome by the label rule yet."
    assert not found.chart.drawn
    assert all(one.champion is None for one in found.report.measures)


def test_the_looks_become_a_band_over_the_days(database, trials, new):
    trial = ask_for(trials, new)
    now = datetime.now(UTC)
    look = {"won": 3, "of": 4, "share": 0.75, "low": 0.2, "high": 0.98, "even": 0.5}
    worker = database.connect_worker()
    for day in (1, 0):
        told = Json(look | {"at": (now - timedelta(days=day)).isoformat()})
        ask(worker, "SELECT trial_look(%s, %s, NULL, NULL)", trial.id, told)

    chart = trials.detail(trials.all()[0]).chart

    points = chart.series[0].points
    assert [(p.y, p.low, p.high, p.count) for p in points] == [(0.75, 0.2, 0.98, 4)] * 2
    assert points[1].x - points[0].x == 1
    assert chart.level == 0.5


def test_the_history_of_models_keeps_the_verdict(database, trials, ada, new):
    trial = ask_for(trials, new)
    ask(database.connect_worker(), "SELECT trial_look(%s, '[]', 'worse', 'Behind.')", trial.id)

    event = registry_of(database, ada).versions().history[0]

    assert (event.kind, event.reason, event.detail["verdict"]) == (
        "trial_ended",
        "Behind.",
        "worse",
    )
    assert event.actor is None
    assert trials.all()[0].state == "worse"


def test_two_who_begin_at_once_begin_one(database, old):
    two = registered(database, small()), registered(database, small(1))
    insert_trial = {"kind": "shadow", "champion_id": old, "lines": ["motor"], "share": 1}
    told = insert_trial | {"longest": 9, "reason": "x"}
    insert(database, "ml_engine_trial", told | {"challenger_id": two[0]})

    with pytest.raises(psycopg2.errors.UniqueViolation):
        insert(database, "ml_engine_trial", told | {"challenger_id": two[1]})
