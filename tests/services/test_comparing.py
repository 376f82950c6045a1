"""A claim beside its precedents: what differs, under whose rights, and what may be disputed."""

from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.access import Identity
from app.codes import Outcome
from app.errors import Invalid, NotAllowed, NotFound, Refused
from app.services.compare_views import NOT_ASKED, Comparison, DisputeView, Sameness
from app.services.comparing import ComparingService
from app.services.disputes import ASK, DisputeService
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.services.desk import a_scored_claim

WHY = "The settlement was reversed on appeal in May."


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


def a_precedent(database: Database, **changes: Any) -> tuple[int, str]:
    claim = a_claim(database, "closed", **changes)
    key = database.value("SELECT precedent_key FROM claims_claim WHERE id = %s", claim)
    return claim, str(key)


def a_rival(key: str, outcome: str, *differences: tuple[str, str, str]) -> dict[str, Any]:
    told = [
        {"label": label, "value": mine, "other": other, "weight": 0.5}
        for label, mine, other in differences
    ]
    return {"key": key, "outcome": outcome, "same": 20, "compared": 24, "differences": told}


def a_change(label: str, value: str, other: str, difference: float) -> dict[str, Any]:
    told = {"label": label, "value": value, "other": other, "entered": 2}
    return {**told, "score": 61.8 + difference, "difference": difference}


def compared(database: Database, person: Identity, **told: Any) -> Comparison:
    claim = a_scored_claim(database, 61.8, explanation=told)
    return ComparingService(database.sessions_as(person), person).compare(claim)


def row(comparison: Comparison, label: str) -> tuple[Any, ...]:
    (found,) = (fact for fact in comparison.facts if fact.label == label)
    return found.mine, found.others, found.differs, found.sameness


def test_the_same_facts_stand_in_a_row_and_differences_are_marked(
    database: Database, maya: Identity
):
    _, cleared = a_precedent(database, cause="theft")
    _, found = a_precedent(database, amount=Decimal(9900))

    comparison = compared(
        database,
        maya,
        contrast=[
            a_rival(cleared, "cleared", ("Cause of loss", "Collision", "Theft")),
            a_rival(found, "substantiated"),
        ],
    )

    assert row(comparison, "Cause of loss") == (
        "Collision",
        ("Theft", "Collision"),
        (True, False),
        Sameness.TELLING,
    )
    assert row(comparison, "Amount claimed") == (
        "£1,250",
        ("£1,250", "£9,900"),
        (False, True),
        Sameness.DIFFERENT,
    )
    assert row(comparison, "Coverage")[3] is Sameness.SAME


def test_the_most_telling_differences_come_first(database: Database, maya: Identity):
    _, cleared = a_precedent(database, cause="theft", amount=Decimal(9900))

    comparison = compared(
        database,
        maya,
        contrast=[a_rival(cleared, "cleared", ("Cause of loss", "Collision", "Theft"))],
    )

    order = [fact.sameness for fact in comparison.facts]
    assert order == sorted(order, key=list(Sameness).index)
    assert comparison.facts[0].label == "Cause of loss"


def test_a_precedent_out_of_sight_shows_only_what_the_score_tells(
    database: Database, maya: Identity
):
    _, hidden = a_precedent(database, region="south", amount=Decimal(9900))
    differing = ("Amount claimed", "£1,250", "£9,900")

    comparison = compared(database, maya, contrast=[a_rival(hidden, "cleared", differing)])

    (rival,) = comparison.rivals
    assert (rival.number, rival.amount, rival.claim_id) == (None, None, None)
    assert row(comparison, "Amount claimed")[1] == ("£9,900",)
    assert row(comparison, "Cause of loss")[1] == (None,)


def test_a_claim_out_of_sight_is_not_compared(database: Database, maya: Identity):
    claim = a_scored_claim(database, 61.8, region="south")
    service = ComparingService(database.sessions_as(maya), maya)

    with pytest.raises(NotFound, match="not among those you may see"):
        service.compare(claim)


def test_a_user_compares_nothing(database: Database):
    owen = a_person(database, "user")
    service = ComparingService(database.sessions_as(owen), owen)

    with pytest.raises(NotAllowed):
        service.compare(1)


def test_a_claim_without_a_score_has_nothing_beside_it(database: Database, maya: Identity):
    claim = a_claim(database)

    comparison = ComparingService(database.sessions_as(maya), maya).compare(claim)

    assert (comparison.rivals, comparison.facts, comparison.history) == ((), (), ())


def test_what_would_change_the_score_is_told_with_the_score_it_gives(
    database: Database, maya: Identity
):
    change = a_change("Value with receipts", "10%", "100%", -12.3)

    (question,) = compared(database, maya, changes=[change]).questions

    assert (question.label, question.other) == ("Value with receipts", "100%")
    assert question.score == pytest.approx(49.5)
    assert question.difference == pytest.approx(-12.3)


def test_the_history_tells_every_score_and_how_it_moved(database: Database, maya: Identity):
    claim = a_scored_claim(database, 71)
    database.run(
        "INSERT INTO ml_engine_score (claim_id, model_id, score, probability, confidence,"
        " recommendation, receipt, explanation) SELECT claim_id, model_id, 87, 0.4, 91,"
        " 'refer_siu', '{}', '{}' FROM ml_engine_score WHERE claim_id = %s",
        claim,
    )

    history = ComparingService(database.sessions_as(maya), maya).compare(claim).history

    assert [str(past.score) for past in history] == ["87.00", "71.00"]
    assert [past.moved for past in history] == [Decimal(16), None]


def disputing(database: Database, person: Identity) -> DisputeService:
    return DisputeService(database.sessions_as(person), person)


def a_disputable(database: Database) -> tuple[int, UUID, int]:
    precedent, key = a_precedent(database)
    told = {"contrast": [a_rival(key, "substantiated")]}
    return a_scored_claim(database, 61.8, explanation=told), UUID(key), precedent


def disputes_of(database: Database) -> tuple[DisputeView, ...]:
    analyst = a_person(database, full_name="Ana List", region="south", analyst=True)
    return disputing(database, analyst).open_disputes()


def test_a_dispute_keeps_who_doubts_what_and_why(database: Database, maya: Identity):
    claim, key, precedent = a_disputable(database)

    disputing(database, maya).raise_dispute(claim, key, f"  {WHY} ")

    number = "SELECT claim_number FROM claims_claim WHERE id = %s"
    (found,) = disputes_of(database)
    assert (found.reason, found.raised_by, found.outcome) == (
        WHY,
        "Maya Chen",
        Outcome.SUBSTANTIATED,
    )
    assert found.precedent == database.value(number, precedent)
    assert found.claim == database.value(number, claim)


def test_a_dispute_stands_in_the_history_of_the_claim(database: Database, maya: Identity):
    claim, key, _ = a_disputable(database)

    disputing(database, maya).raise_dispute(claim, key, WHY)

    (event,) = database.run(
        "SELECT actor_id, note, detail ->> 'precedent' FROM claims_event"
        " WHERE claim_id = %s AND kind = 'disputed'",
        claim,
    )
    assert event == (maya.id, WHY, str(key))


def test_the_comparison_tells_that_a_precedent_is_disputed(database: Database, maya: Identity):
    claim, key, _ = a_disputable(database)
    disputing(database, maya).raise_dispute(claim, key, WHY)

    (rival,) = ComparingService(database.sessions_as(maya), maya).compare(claim).rivals

    assert rival.disputed == WHY


def test_a_precedent_the_score_does_not_name_cannot_be_disputed(database: Database, maya: Identity):
    claim, _, _ = a_disputable(database)

    with pytest.raises(Refused, match="names no such precedent"):
        disputing(database, maya).raise_dispute(claim, uuid4(), WHY)


def test_a_dispute_needs_a_reason_one_can_read(database: Database, maya: Identity):
    claim, key, _ = a_disputable(database)

    with pytest.raises(Invalid) as refusal:
        disputing(database, maya).raise_dispute(claim, key, "no")

    assert refusal.value.problems == {"reason": ASK}


def test_nobody_disputes_the_same_precedent_twice_on_a_claim(database: Database, maya: Identity):
    claim, key, _ = a_disputable(database)
    disputing(database, maya).raise_dispute(claim, key, WHY)

    with pytest.raises(Invalid, match="already"):
        disputing(database, maya).raise_dispute(claim, key, WHY)


def test_disputes_are_read_by_analysts_and_administrators(database: Database, maya: Identity):
    claim, key, _ = a_disputable(database)
    disputing(database, maya).raise_dispute(claim, key, WHY)
    admin = a_person(database, "admin")

    assert [found.reason for found in disputing(database, admin).open_disputes()] == [WHY]
    with pytest.raises(NotAllowed, match="analysts"):
        disputing(database, maya).open_disputes()


def test_what_another_line_does_not_ask_is_no_difference(database: Database, maya: Identity):
    _, journey = a_precedent(
        database,
        claim_type="travel",
        assigned_to=maya.id,
        facts={"line": "travel", "carrier_report_no": "PIR-7"},
    )

    comparison = compared(database, maya, contrast=[a_rival(journey, "cleared")])

    assert row(comparison, "Carrier's report")[:3] == (NOT_ASKED, ("Yes",), (False,))
    assert row(comparison, "Line")[2] == (True,)
