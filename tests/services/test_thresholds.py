"""Thresholds: the year replayed against scipy and by hand, changed by two people, then applied."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import psycopg2
import pytest
from psycopg2.extras import Json
from scipy.stats import binomtest, norm, sem

from app.access import Identity
from app.errors import CodeNeeded, NotAllowed, Refused
from app.services.simulation import WEEKS, Replay, outlook, workload_chart, yield_chart
from app.services.thresholds import Simulation, Thresholds
from tests.factories import a_claim, a_model, a_person, a_receipt
from tests.server import Database, ask
from tests.services.registers import an_admin, registry_of
from tests.services.settled_scores import an_outcome

TODAY = datetime.now(UTC).astimezone().date()


@pytest.fixture
def ada(database: Database) -> Identity:
    return an_admin(database, full_name="Ada Whitfield")


@pytest.fixture
def ben(database: Database) -> Identity:
    return an_admin(database, full_name="Ben Okafor")


@pytest.fixture
def service(database: Database, ada: Identity) -> Thresholds:
    return of(database, ada)


def of(database: Database, person: Identity) -> Thresholds:
    return Thresholds(database.sessions_as(person), person)


def propose(service: Thresholds, score: int = 60, *, day: date = TODAY, line: str = "motor") -> int:
    """Propose a threshold with its simulation and return the number of the change."""
    found = service.simulate(line)
    service.propose(line, found.at(score, 6), day, "There is room for more.")
    waiting = service.simulate(line).waiting
    assert waiting
    return waiting.id


def in_force(found: Simulation, day: date = TODAY) -> int | None:
    one = found.in_force(day)
    return one.refer_from if one else None


def test_the_year_is_counted_by_week_and_score(database, service):
    for days, score in ((2, 80), (1, 20), (9, 80), (370, 99), (-1, 99)):
        an_outcome(database, score, "open", days_ago=days)
    an_outcome(database, 85, "paid", days_ago=2, claim_type="travel")
    an_outcome(database, 85, "open", days_ago=3, recommendation="abstain")

    found = service.simulate("motor").replayed

    assert found.claims == 3
    assert found.weekly[:2, 80].tolist() == [1, 1]
    assert found.weekly[0, 20] == 1
    assert found.weekly[:, 99].sum() == 0


@pytest.fixture
def year() -> Replay:
    """Fifty-two weeks of claims at two scores; nine in ten of the high ones substantiated."""
    chance = np.random.default_rng(3)
    weekly = np.zeros((WEEKS, 100))
    weekly[:, 80], weekly[:, 30] = chance.poisson(5, WEEKS), chance.poisson(40, WEEKS)
    wanted, other, squares = (np.zeros(100) for _ in range(3))
    wanted[80], other[80], squares[80] = 90, 10, 100
    wanted[30], other[30], squares[30] = 10, 300, 10 + 300 * 3
    return Replay(weekly, wanted, other, squares)


def test_referrals_a_week_have_the_normal_interval_of_scipy(year):
    counts = year.weekly[:, 80]

    told = outlook(year, 70, 6)

    low, high = norm.interval(0.95, counts.mean(), sem(counts))
    assert told.referrals == pytest.approx((counts.mean(), low, high))
    assert told.hours == pytest.approx([6 * end for end in told.referrals])


def test_precision_and_what_is_found_have_wilsons_interval(year):
    told = outlook(year, 70, 6)

    precise = binomtest(90, 100).proportion_ci(method="wilson")
    found = binomtest(90, 100).proportion_ci(method="wilson")
    assert told.precision == pytest.approx((0.9, precise.low, precise.high))
    assert told.found == pytest.approx((0.9, found.low, found.high))
    assert told.substantiated.value == pytest.approx(0.9 * told.referrals.value)
    assert told.wrongly.value == pytest.approx(0.1 * told.referrals.value)


def test_the_interval_of_a_product_is_that_of_simulated_draws(year):
    told = outlook(year, 70, 6)
    chance = np.random.default_rng(4)
    counts = chance.normal(told.referrals.value, sem(year.weekly[:, 80]), 200_000)
    shares = chance.beta(90, 10, 200_000)

    low, high = np.quantile(counts * shares, (0.025, 0.975))

    assert told.substantiated.low == pytest.approx(low, rel=0.03)
    assert told.substantiated.high == pytest.approx(high, rel=0.03)


def test_a_lower_threshold_refers_more_and_finds_more(year):
    low, high = outlook(year, 20, 6), outlook(year, 70, 6)

    assert low.referrals.value > high.referrals.value
    assert low.found.value == 1
    assert low.precision.value < high.precision.value
    assert outlook(year, 100, 6).referrals.value == 0


def test_charts_show_the_room_there_is(year):
    looks = [outlook(year, score, 6) for score in (20, 70)]

    work, came = workload_chart(looks, 40), yield_chart(looks)

    assert work.level == 40
    assert [point.x for point in work.series[0].points] == [20, 70]
    assert [series.name for series in came.series] == ["Substantiated", "Wrongly referred"]


def test_a_year_without_claims_is_all_noughts(service):
    found = service.simulate("travel")

    told = found.at(50, 6)

    assert (found.replayed.claims, found.replayed.labelled) == (0, False)
    assert told.referrals == (0, 0, 0)
    assert told.precision == (0, 0, 1)


def test_blind_claims_stand_for_those_that_were_paid(database, service):
    an_outcome(database, 90, "substantiated")
    an_outcome(database, 90, "blind")
    for _ in range(3):
        an_outcome(database, 20, "paid")

    told = service.simulate("motor").at(80, 6)

    assert told.precision.value == pytest.approx(1 / 5)


def test_a_change_takes_two_people_and_keeps_its_simulation(database, service, ben):
    change = propose(service)

    with pytest.raises(NotAllowed, match="Another administrator"):
        service.confirm(change)
    assert in_force(service.simulate()) is None
    of(database, ben).confirm(change)

    found = service.simulate()
    assert in_force(found) == 60
    assert found.changes[0].simulation["refer_from"] == 60
    assert len(found.changes[0].simulation["referrals"]) == 3
    with pytest.raises(Refused, match="settled already"):
        of(database, ben).confirm(change)


def test_a_change_is_in_the_history_with_its_simulation(database, service, ada, ben):
    of(database, ben).confirm(propose(service))

    events = registry_of(database, ada).versions().history

    assert [event.kind for event in events] == ["threshold", "threshold_asked"]
    assert events[0].actor == "Ben Okafor"
    assert events[0].detail["simulation"]["refer_from"] == 60


def test_a_change_waits_for_its_day(database, service, ben):
    of(database, ben).confirm(propose(service, day=TODAY + timedelta(days=5)))

    found = service.simulate()

    assert in_force(found) is None
    assert in_force(found, TODAY + timedelta(days=5)) == 60
    assert scored(database, 65) == "enhanced_review"


def test_one_change_of_a_line_waits_at_a_time(service):
    change = propose(service)

    with pytest.raises(Refused, match="waits for its second person"):
        propose(service, 50)
    propose(service, 50, line="travel")
    service.drop(change, "Not now.")
    assert propose(service, 50) > change


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"effective": TODAY - timedelta(days=1)}, "today or later"),
        ({"reason": " "}, "Say why"),
        ({"simulation": None}, "Simulate it first"),
        ({"simulation": {}}, "Simulate it first"),
        ({"score": 0}, "from 1 to 100"),
        ({"line": "marine"}, "one line"),
    ],
)
def test_what_no_threshold_can_be_is_refused(database, ada, changes, words):
    told: dict[str, Any] = {
        "line": "motor",
        "score": 60,
        "effective": TODAY,
        "simulation": {"referrals": [1, 0, 2]},
        "reason": "Room.",
    }
    told |= changes
    simulated = None if told["simulation"] is None else Json(told["simulation"])
    given = (told["line"], told["score"], told["effective"], simulated, told["reason"])

    with pytest.raises(psycopg2.Error, match=words):
        ask(database.connect_as(ada), "SELECT propose_threshold(%s, %s, %s, %s, %s)", *given)


def test_only_administrators_with_a_fresh_code_change_thresholds(database, service, ada):
    analyst = of(database, a_person(database, analyst=True))
    found = analyst.simulate()
    database.run("UPDATE auth.refresh_token SET otp_at = now() - interval '1 hour'")

    with pytest.raises(NotAllowed):
        analyst.propose("motor", found.at(60, 6), TODAY, "Room.")
    with pytest.raises(CodeNeeded):
        service.propose("motor", found.at(60, 6), TODAY, "Room.")


def scored(database: Database, score: float, **changes: Any) -> str:
    """Score a new claim as the worker does and return what its desk is suggested."""
    if not database.run("SELECT id FROM ml_engine_mlmodel"):
        a_model(database)
    claim = a_claim(database, "submitted")
    ask(
        database.connect_worker(),
        "SELECT record_score(%s, %s)",
        claim,
        a_receipt(score=score, **changes),
    )
    (told,) = database.run("SELECT ml_recommendation FROM claims_claim WHERE id = %s", claim)[0]
    return str(told)


def test_the_threshold_in_force_decides_whom_a_desk_is_suggested_to_refer(database, service, ben):
    before = scored(database, 65)
    of(database, ben).confirm(propose(service, 60))

    after = [scored(database, score) for score in (65, 60, 59)]
    engines = scored(database, 30, recommendation="refer_siu")
    unknown = scored(database, 90, recommendation="abstain")

    assert before == "enhanced_review"
    assert after == ["refer_siu", "refer_siu", "enhanced_review"]
    assert engines == "enhanced_review"
    assert unknown == "abstain"


def test_the_score_keeps_what_the_engine_said_so_that_its_receipt_still_holds(
    database, service, ben
):
    of(database, ben).confirm(propose(service, 60))

    scored(database, 65)

    said = database.run("SELECT recommendation, receipt ->> 'recommendation' FROM ml_engine_score")
    assert said == [("enhanced_review", "enhanced_review")]


def test_staff_read_thresholds_and_write_none(database, service):
    propose(service)
    desk = database.connect_as(a_person(database))

    assert ask(desk, "SELECT refer_from FROM ml_engine_threshold") == [(60,)]
    for act in ("UPDATE ml_engine_threshold SET refer_from = 1", "SELECT confirm_threshold(1)"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(desk, act)
