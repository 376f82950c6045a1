"""Claims of the same loss: found by policy and day, vehicle, serial or document, where seen."""

from typing import Any

import psycopg2
import pytest

from tests.database.desk import VISIBLE, Desk
from tests.factories import COMPLETE, a_claim, insert
from tests.server import Database, ask

VIN = "WVWZZZ1JZXW000001"
SAME = ("POL-4711", "2026-03-02", "collision")


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Desk:
    return Desk(shared_database)


def similar(desk: Desk, who: str, **asked: Any) -> dict[int, list[str]]:
    told: dict[str, Any] = dict.fromkeys(("policy", "loss", "cause", "vin"))
    told |= {"serials": [], "beside": None}
    statement = "SELECT claim_id, reasons FROM similar_claims(%s, %s::date, %s, %s, %s::text[], %s)"
    return dict(ask(desk.connections[who], statement, *(told | asked).values()))


def by_loss(desk: Desk, who: str) -> dict[int, list[str]]:
    return similar(desk, who, policy=SAME[0], loss=SAME[1], cause=SAME[2])


@pytest.mark.parametrize("who", ["user", "adjuster", "investigator"])
def test_nobody_is_told_of_a_claim_they_may_not_see_s16(desk: Desk, who: str):
    assert by_loss(desk, who).keys() == {desk[relation] for relation in VISIBLE[who]}


@pytest.mark.parametrize("who", ["user", "adjuster"])
def test_the_vehicle_reveals_no_more_than_the_policy_s16(desk: Desk, who: str):
    assert similar(desk, who, vin=VIN).keys() == by_loss(desk, who).keys()


def test_another_cause_on_the_same_day_is_another_loss(desk: Desk):
    assert similar(desk, "user", policy=SAME[0], loss=SAME[1], cause="theft") == {}
    assert similar(desk, "user", policy=SAME[0], loss=SAME[1]) != {}


def test_a_closed_claim_is_no_double_by_its_vehicle(desk: Desk):
    facts = {"line": "motor", "vin": "WVWZZZ1JZXW000009"}
    a_claim(desk.database, "closed", facts=facts)
    waiting = a_claim(desk.database, "triaged", facts=facts)

    assert similar(desk, "adjuster", vin=facts["vin"]) == {waiting: ["vin"]}


def test_a_serial_number_is_found_in_a_list_of_things(desk: Desk):
    things = [{"name": "Lamp"}, {"name": "Camera", "serial": "CAM-9"}]
    claim = a_claim(
        desk.database,
        "closed",
        claim_type="property",
        facts={"line": "property", "items": things},
    )

    found = similar(desk, "adjuster", serials=["CAM-1", "CAM-9"])

    assert found == {claim: ["serial"]}


def test_the_documents_of_ones_own_draft_are_compared_and_of_no_other(desk: Desk):
    user = desk.people["user"].id
    earlier = a_claim(desk.database, "in_review", user_id=user, policy_number="POL-1")
    for claim in (desk["own draft"], desk["foreign draft"], earlier):
        _a_document(desk.database, claim, "a" * 64)

    own = similar(desk, "user", beside=desk["own draft"])
    foreign = similar(desk, "user", beside=desk["foreign draft"])

    assert own == {earlier: ["document"]}
    assert foreign == {}


def _a_document(database: Database, claim: int, sha256: str) -> None:
    document = insert(
        database,
        "claims_document",
        {"claim_id": claim, "document_type": "receipt", "file_path": f"k{claim}", "name": "r.pdf"},
    )
    insert(
        database,
        "claims_document_version",
        {
            "document_id": document,
            "claim_id": claim,
            "number": 1,
            "object_key": f"k{claim}",
            "name": "r.pdf",
            "size": 1,
            "sha256": sha256,
            "media_type": "application/pdf",
        },
    )


def test_several_reasons_come_first_and_the_claim_itself_never(desk: Desk):
    both = by_loss(desk, "user") | similar(
        desk, "user", policy=SAME[0], loss=SAME[1], vin=VIN, beside=desk["own"]
    )

    assert both[desk["own draft"]] == ["loss", "vin"]
    assert desk["own"] not in similar(desk, "user", vin=VIN, beside=desk["own"])


@pytest.mark.parametrize("who", ["admin", "worker"])
def test_who_enters_no_claims_asks_nothing(desk: Desk, who: str):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        similar(desk, who, vin=VIN)


def test_claims_are_matched_by_index(desk: Desk):
    columns = "policy_number, claim_type, loss_date, facts"
    desk.database.run(
        f"INSERT INTO claims_claim ({columns}) SELECT 'POL-' || n, 'property', '2026-01-01',"
        " jsonb_build_object('items', jsonb_build_array(jsonb_build_object('serial', n::text)))"
        " FROM generate_series(1, 5000) n"
    )
    desk.database.run("ANALYZE claims_claim")
    owner = desk.database.connect_owner()

    def plan(where: str) -> str:
        asked = f"SET ROLE claims_rules; EXPLAIN SELECT id FROM claims_claim WHERE {where}"
        return "\n".join(line for (line,) in ask(owner, asked))

    assert COMPLETE["policy_number"] == SAME[0]
    assert "ix_claims_claim_policy" in plan("policy_number = 'POL-7' AND loss_date = '2026-01-01'")
    assert "ix_claims_claim_items" in plan(
        "facts ? 'items' AND facts -> 'items' @> '[{\"serial\": \"7\"}]'"
    )
