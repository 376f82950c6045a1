"""One claim as the desk shows it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from psycopg2.extras import Json

from app.access import Identity
from app.codes import Action, ClaimType, Outcome, Recommendation
from app.errors import NotAllowed, NotFound
from app.services.claim_views import ClaimDetail, FactorView
from app.services.claims import ClaimService
from tests.factories import a_claim, a_party, a_person, an_identity
from tests.server import Database
from tests.services.desk import a_scored_claim, statements


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen")


@pytest.fixture(scope="module")
def desk(shared_database: Database, maya: Identity) -> ClaimService:
    return ClaimService(shared_database.sessions_as(maya), maya)


def key_of(database: Database, claim: int) -> str:
    return str(database.value("SELECT precedent_key FROM claims_claim WHERE id = %s", claim))


def a_precedent(key: str, outcome: str = "substantiated") -> dict[str, Any]:
    return {
        "key": key,
        "outcome": outcome,
        "similarity": 0.96,
        "share": 0.02,
        "contribution": 2.0 if outcome == "substantiated" else 0.0,
    }


def fact(detail: ClaimDetail, name: str) -> tuple[str, str]:
    return next((fact.value, fact.note) for fact in detail.facts if fact.label == name)


def test_the_facts_are_in_words_with_a_note_where_one_is_remarkable(shared_database, desk):
    claim = a_claim(
        shared_database,
        amount=Decimal("18087.5"),
        loss_date=date(2026, 3, 2),
        loss_time="23:15",
        reported_date=date(2026, 3, 21),
        policy_start=date(2026, 2, 7),
        policy_expiry=date(2027, 2, 6),
        authority_contacted="police",
        authority_reference="WY-1177",
        facts={"make": "Ford", "model": "Focus", "year": 2019, "occupants_count": 2},
    )

    detail = desk.detail(claim)

    assert fact(detail, "Claimed") == ("£18,087.50", "")
    assert fact(detail, "Date of loss") == ("02 Mar 2026, 23:15", "19 days before report")
    assert fact(detail, "Policy start") == ("07 Feb 2026", "23 days before loss")
    assert fact(detail, "Policy") == ("POL-4711", "")
    assert fact(detail, "Coverage") == ("Comprehensive", "")
    assert fact(detail, "Authority contacted") == ("Police", "")
    assert fact(detail, "Report number") == ("WY-1177", "")
    assert fact(detail, "Vehicle") == ("Ford Focus 2019", "")
    assert fact(detail, "People in the vehicle") == ("2", "")
    assert fact(detail, "Owner") == ("Unassigned", "")


@pytest.mark.parametrize(
    ("claim_type", "facts", "name", "value"),
    [
        ("property", {"forced_entry": True}, "Forced entry", "Yes"),
        ("property", {"date_discovered": "2026-03-03"}, "Date discovered", "03 Mar 2026"),
        ("motor", {"estimate_amount": "1300.5"}, "Repair estimate", "£1,300.50"),
        ("motor", {"accident_type": "hit_and_run"}, "Kind of accident", "Hit and run"),
    ],
)
def test_facts_of_the_line_are_shown_by_their_kind(
    shared_database, desk, claim_type, facts, name, value
):
    claim = a_claim(shared_database, claim_type=claim_type, facts=facts)

    assert fact(desk.detail(claim), name) == (value, "")


def test_a_person_in_several_roles_is_one_line(shared_database, desk):
    claim = a_claim(shared_database)
    a_party(shared_database, claim, kind="claimant", name="Rita Reporter", city="Leeds")
    a_party(shared_database, claim, kind="driver", name="Rita Reporter", phone="+447700900999")
    a_party(shared_database, claim, kind="third_party", name="Theo Third", phone=None)

    parties = desk.detail(claim).parties

    assert [(party.roles, party.name) for party in parties] == [
        ("Reporter, claimant", "Rita Reporter"),
        ("Driver", "Rita Reporter"),
        ("Third party", "Theo Third"),
    ]
    assert (parties[0].phone, parties[0].address) == ("+447700900123", "Leeds")


def test_the_score_comes_with_its_reasons(shared_database, desk):
    seen = a_claim(shared_database, "settled", amount=Decimal(15990))
    hidden = a_claim(shared_database, "settled", region="south")
    factor: dict[str, Any] = {
        "label": "Days from loss to report",
        "value": "19 days",
        "position": 0.9,
        "low": 0.1,
        "high": 0.4,
        "outside": True,
    }
    explanation = {
        "sentence": "2 of the 3 nearest settled claims were substantiated.",
        "voters": 240,
        "prior_share": 0.004,
        "precedents": [
            a_precedent(key_of(shared_database, seen)),
            a_precedent(key_of(shared_database, hidden), "cleared"),
            a_precedent("row 17"),
        ],
        "factors": [factor],
    }
    claim = a_scored_claim(
        shared_database, 87.25, explanation=explanation, recommendation="refer_siu"
    )

    score = desk.detail(claim).score

    assert score
    assert (score.score, score.confidence) == (Decimal("87.25"), Decimal("91.00"))
    assert score.recommendation is Recommendation.REFER_SIU
    assert (score.model, score.voters, score.prior_share) == ("1", 240, 0.004)
    assert score.factors == (FactorView(**factor),)
    first = score.precedents[0]
    assert (first.rank, first.claim_id, first.amount) == (1, seen, Decimal("15990.00"))
    assert first.claim_type is ClaimType.MOTOR
    assert first.outcome is Outcome.SUBSTANTIATED


def test_a_precedent_out_of_sight_votes_but_stays_masked(shared_database, desk):
    hidden = a_claim(shared_database, "settled", region="south")
    told = [a_precedent(key_of(shared_database, hidden), "cleared"), a_precedent("row 17")]
    claim = a_scored_claim(shared_database, 50, explanation={"precedents": told})

    score = desk.detail(claim).score

    assert score
    for precedent in score.precedents:
        assert precedent.share == 0.02
        assert precedent.claim_id is None
        assert precedent.number is None
        assert precedent.claim_type is None
        assert precedent.amount is None


def test_a_claim_without_a_score_has_none(shared_database, desk):
    assert desk.detail(a_claim(shared_database, "submitted")).score is None


def test_a_second_score_names_the_one_it_replaces(shared_database, desk):
    claim = a_scored_claim(shared_database, 71.4)
    former = shared_database.value("SELECT score_id FROM claims_claim WHERE id = %s", claim)
    shared_database.run(
        "INSERT INTO claims_event (claim_id, kind, detail, score_id) VALUES (%s, 'scored', %s, %s)",
        claim,
        Json({}),
        former,
    )
    shared_database.run(
        "WITH new AS (INSERT INTO ml_engine_score (claim_id, model_id, score, probability,"
        " confidence, recommendation, receipt, explanation) SELECT claim_id, model_id, 87,"
        " probability, confidence, recommendation, receipt, explanation FROM ml_engine_score"
        " WHERE id = %s RETURNING id) INSERT INTO claims_event (claim_id, kind, score_id)"
        " SELECT %s, 'scored', id FROM new",
        former,
        claim,
    )

    latest, earlier = desk.detail(claim).events

    assert (latest.text, latest.icon) == ("Scored 87 by model 1, replacing 71", "score")
    assert (earlier.text, earlier.actor) == ("Scored 71 by model 1", "Precedent")


def test_a_score_that_a_replay_contradicts_says_so(shared_database, desk):
    claim = a_scored_claim(shared_database, 64)
    shared_database.run(
        "INSERT INTO claims_event (claim_id, kind, detail, score_id)"
        " SELECT id, 'scored', %s, score_id FROM claims_claim WHERE id = %s",
        Json({"replay": "differs"}),
        claim,
    )

    assert desk.detail(claim).events[0].text == "Score 64 could not be reproduced"


def test_a_claim_that_could_not_be_scored_says_why(shared_database, desk, maya):
    claim = a_claim(shared_database, "submitted")
    with shared_database.connect_as(maya).cursor() as cursor:
        receipt = Json({"not_scorable": "The amount is not a number."})
        cursor.execute("SELECT record_score(%s, %s)", (claim, receipt))

    event = desk.detail(claim).events[0]

    assert event.text == "Could not be scored: The amount is not a number."


def test_the_course_of_an_investigation_is_told(shared_database, desk, maya):
    sam = a_person(shared_database, siu=True)
    claim = a_claim(shared_database, "siu_review", siu_status="referred", assigned_to=maya.id)
    with shared_database.connect_as(sam).cursor() as cursor:
        cursor.execute(
            "UPDATE claims_claim SET siu_status = 'investigating' WHERE id = %s", (claim,)
        )

    assert desk.detail(claim).events[0].text == "Investigation: investigating"


def test_an_assignment_names_both_people(shared_database, desk, maya):
    lead = a_person(shared_database, supervisor=True, full_name="Lena Lead")
    claim = a_claim(shared_database, "in_review", assigned_to=lead.id)
    with shared_database.connect_as(lead).cursor() as cursor:
        cursor.execute("UPDATE claims_claim SET assigned_to = %s WHERE id = %s", (maya.id, claim))

    event = desk.detail(claim).events[0]

    assert (event.actor, event.text, event.icon) == ("Lena Lead", "Assigned to Maya Chen", "owner")


def test_what_an_administrator_may_never_do_is_absent(shared_database):
    admin = a_person(shared_database, "admin")
    service = ClaimService(shared_database.sessions_as(admin), admin)

    assert service.detail(a_claim(shared_database)).actions == {}


def test_what_is_not_possible_now_says_why(shared_database, desk):
    claim = a_claim(shared_database, amount=Decimal("5000.01"))

    actions = desk.detail(claim).actions

    assert actions[Action.TAKE] is None
    assert "£5,000.01 is above your authority of £5,000.00" in actions[Action.APPROVE]
    assert actions[Action.UNDO] == "There is no decision to undo: the claim is waiting."


@pytest.mark.parametrize("where", [{"region": "south"}, {"claim_type": "travel"}])
def test_a_claim_out_of_sight_is_not_found(shared_database, desk, where):
    claim = a_claim(shared_database, **where)

    with pytest.raises(NotFound, match="not among those you may see"):
        desk.detail(claim)


def test_a_score_that_cannot_be_reproduced_is_flagged(shared_database, desk):
    claim = a_scored_claim(shared_database, 50)
    before = desk.detail(claim).row.flag
    score = shared_database.value("SELECT score_id FROM claims_claim WHERE id = %s", claim)

    shared_database.run("SELECT verify_score(%s, false)", score)

    after = desk.detail(claim)
    assert before != "Score not reproduced"
    assert after.row.flag == "Score not reproduced"
    assert after.events[0].text == "Score 50 could not be reproduced"


def test_who_opened_a_claim_is_no_line_of_its_timeline(shared_database, desk):
    claim = a_claim(shared_database)

    desk.detail(claim)

    opened = "SELECT kind FROM claims_event WHERE claim_id = %s"
    assert shared_database.run(opened, claim) == [("opened",)]
    assert desk.detail(claim).events == ()


def test_a_user_opens_no_desk(shared_database):
    with pytest.raises(NotAllowed):
        ClaimService(shared_database.owner_sessions(), an_identity("user")).detail(1)


def test_a_detail_takes_nine_queries_and_a_note_of_who_opened_it(shared_database, maya):
    told = [a_precedent(key_of(shared_database, a_claim(shared_database, "settled")))]
    claim = a_scored_claim(shared_database, 50, explanation={"precedents": told})
    sessions = shared_database.sessions_as(maya)

    with statements(sessions.kw["bind"]) as sent:
        ClaimService(sessions, maya).detail(claim)

    assert len(sent) == 10
    assert sum("open_claim" in statement for statement in sent) == 1


def test_a_claim_that_nobody_here_entered_came_by_the_portal(shared_database, desk):
    claim = a_claim(shared_database)
    for kind, start, end in (
        ("submitted", "draft", "submitted"),
        ("status", "submitted", "triaged"),
    ):
        shared_database.run(
            "INSERT INTO claims_event (claim_id, kind, from_status, to_status)"
            " VALUES (%s, %s, %s, %s)",
            *(claim, kind, start, end),
        )

    told = [(event.text, event.actor) for event in desk.detail(claim).events]

    assert told == [("Put the claim up for review", "Precedent"), ("Submitted", "Portal")]


def test_a_score_that_was_taken_away_is_told_with_its_reason(shared_database, desk):
    claim = a_claim(shared_database)
    shared_database.run(
        "INSERT INTO claims_event (claim_id, kind, note, detail)"
        " VALUES (%s, 'scored', 'No amount.', %s)",
        claim,
        Json({"not_scorable": True}),
    )

    (told,) = desk.detail(claim).events

    assert told.text == "Could not be scored: No amount."
