"""Who may read and write what, as raw SQL through leased roles."""

import psycopg2
import pytest

from tests.database.desk import VISIBLE, Desk
from tests.factories import a_claim, a_party, a_person, a_receipt
from tests.server import Database, ask, touched


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Desk:
    return Desk(shared_database)


def seen_in(desk: Desk, who: str, table: str, column: str) -> set[str]:
    rows = ask(desk.connections[who], f"SELECT DISTINCT {column} FROM {table}")
    numbers = {number for (number,) in rows}
    return {relation for relation, claim in desk.claims.items() if claim in numbers}


@pytest.mark.parametrize("who", VISIBLE)
def test_each_role_sees_its_claims_and_their_parties(desk: Desk, who: str):
    claims = seen_in(desk, who, "claims_claim", "id")
    parties = seen_in(desk, who, "claims_party", "claim_id")

    assert claims == VISIBLE[who]
    assert parties == VISIBLE[who]


@pytest.mark.parametrize("who", ["adjuster", "investigator", "lead", "admin", "worker"])
def test_definer_functions_see_what_the_policies_show(desk: Desk, who: str):
    connection = desk.connections[who]

    for relation in VISIBLE[who]:
        ask(connection, "SELECT * FROM claim_links(%s)", desk[relation])

    for relation in desk.claims.keys() - VISIBLE[who]:
        with pytest.raises(psycopg2.Error, match="may not see it"):
            ask(connection, "SELECT * FROM claim_links(%s)", desk[relation])


def test_events_and_scores_are_seen_with_their_claim(desk: Desk):
    ask(desk.connections["worker"], "SELECT record_score(%s, %s)", desk["queue"], a_receipt())

    for table in ("claims_event", "ml_engine_score"):
        assert seen_in(desk, "adjuster", table, "claim_id") == {"queue"}
        assert seen_in(desk, "admin", table, "claim_id") == {"queue"}
    assert seen_in(desk, "user", "claims_event", "claim_id") == set()


@pytest.mark.parametrize("relation", ["queue", "a colleague's", "elsewhere", "foreign draft"])
def test_an_update_of_a_foreign_claim_finds_no_row(desk: Desk, relation: str):
    statement = "UPDATE claims_claim SET description = 'mine' WHERE id = %s"

    rows = touched(desk.connections["user"], statement, desk[relation])

    assert rows == 0


def test_a_finished_investigation_is_out_of_the_investigators_hands(desk: Desk):
    adjuster = desk.people["adjuster"].id
    claim = a_claim(desk.database, "in_review", assigned_to=adjuster, siu_status="concluded")
    statement = "UPDATE claims_claim SET siu_disposition = 'inconclusive' WHERE id = %s"

    rows = touched(desk.connections["investigator"], statement, claim)

    assert rows == 0
    seen = ask(desk.connections["investigator"], "SELECT id FROM claims_claim WHERE id = %s", claim)
    assert seen == [(claim,)]


def test_a_claim_is_out_of_its_user_s_hands_once_submitted(desk: Desk):
    statement = "UPDATE claims_claim SET description = 'mine' WHERE id = %s"

    rows = touched(desk.connections["user"], statement, desk["own"])

    assert rows == 0


def test_a_user_drafts_edits_and_names_parties(desk: Desk):
    user = desk.connections["user"]
    insert = (
        "INSERT INTO claims_claim (policy_number, claim_type, loss_date)"
        " VALUES ('POL-9', 'motor', '2026-01-05') RETURNING id, claim_number, region, user_id"
    )

    ((claim, number, region, owner),) = ask(user, insert)
    touched(user, "UPDATE claims_claim SET amount = 12 WHERE id = %s", claim)
    party = "INSERT INTO claims_party (claim_id, kind, name) VALUES (%s, 'driver', 'D. River')"
    touched(user, party, claim)
    touched(user, "UPDATE claims_party SET name = 'D. Rivers' WHERE claim_id = %s", claim)

    assert (number, region, owner) == (f"DRAFT-{claim}", "north", desk.people["user"].id)
    assert ask(user, "SELECT name FROM claims_party WHERE claim_id = %s", claim) == [("D. Rivers",)]
    ask(user, "SELECT drop_parties(%s)", claim)
    assert ask(user, "SELECT name FROM claims_party WHERE claim_id = %s", claim) == []


def test_parties_are_dropped_from_an_own_draft_only(desk: Desk):
    claim = a_claim(desk.database, "draft", user_id=desk.people["lead"].id)

    ask(desk.connections["user"], "SELECT drop_parties(%s)", claim)

    left = "SELECT count(*) FROM claims_party WHERE claim_id = %s"
    assert desk.database.value(left, claim) == 1


def test_staff_choose_the_region_of_a_claim_they_enter(desk: Desk):
    statement = (
        "INSERT INTO claims_claim (policy_number, claim_type, loss_date, region)"
        " VALUES ('POL-9', 'travel', '2026-01-05', 'south') RETURNING id"
    )

    ((claim,),) = ask(desk.connections["adjuster"], statement)

    seen = "SELECT region FROM claims_claim WHERE id = %s"
    assert ask(desk.connections["adjuster"], seen, claim) == [("south",)]


def test_a_user_is_not_told_of_a_referral(desk: Desk):
    claim = a_claim(
        desk.database,
        "in_review",
        user_id=desk.people["user"].id,
        assigned_to=desk.people["adjuster"].id,
    )
    a_party(desk.database, claim, kind="claimant", name="Cleo")
    refer = "UPDATE claims_claim SET status = 'siu_review', status_reason = 'x' WHERE id = %s"
    touched(desk.connections["adjuster"], refer, claim)

    told = "SELECT kind FROM claims_event WHERE claim_id = %s"
    assert ask(desk.connections["adjuster"], told, claim) == [("status",)]
    assert ask(desk.connections["user"], told, claim) == []


def test_a_user_finds_only_the_own_entry_in_the_directory(desk: Desk):
    user = desk.people["user"]

    entries = ask(desk.connections["user"], "SELECT username FROM user_directory")
    profile = ask(desk.connections["user"], "SELECT username, region FROM my_profile")
    colleagues = ask(desk.connections["adjuster"], "SELECT count(*) FROM user_directory")

    assert entries == [(user.username,)]
    assert profile == [(user.username, "north")]
    assert colleagues == [(desk.database.value("SELECT count(*) FROM auth_user"),)]


def test_a_person_who_is_deactivated_sees_nothing_in_an_open_session(desk: Desk):
    person = a_person(desk.database)
    connection = desk.database.connect_as(person)
    before = ask(connection, "SELECT count(*) > 0 FROM claims_claim")

    desk.database.run("UPDATE auth_user SET is_active = false WHERE id = %s", person.id)

    assert before == [(True,)]
    assert ask(connection, "SELECT count(*) FROM claims_claim") == [(0,)]
