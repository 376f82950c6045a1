"""Scores, links between claims and the choice of the model."""

from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class
from psycopg2.extras import Json

from tests.factories import a_claim, a_model, a_party, a_person, a_receipt
from tests.server import Database, ask


@pytest.fixture(scope="module", autouse=True)
def desk(shared_database: Database) -> Connection:
    a_model(shared_database, lines=["motor"])
    return shared_database.connect_as(a_person(shared_database))


def record(connection: Connection, claim: int, **changes: Any) -> int | None:
    rows = ask(connection, "SELECT record_score(%s, %s)", claim, a_receipt(**changes))
    score: int | None = rows[0][0]
    return score


def test_a_score_is_kept_and_shown_on_the_claim(shared_database: Database, desk: Connection):
    claim = a_claim(shared_database, "submitted")

    first, second = record(desk, claim), record(desk, claim, score=12.345)

    shown = "SELECT score_id, ml_score, ml_confidence::float, ml_recommendation FROM claims_claim"
    kept = "SELECT id, receipt ->> 'score', explanation ->> 'voters' FROM ml_engine_score"
    ((score, value, confidence, recommendation),) = ask(desk, f"{shown} WHERE id = %s", claim)
    assert (score, str(value), confidence, recommendation) == (
        second,
        "12.35",
        88.5,
        "enhanced_review",
    )
    assert ask(desk, f"{kept} WHERE claim_id = %s ORDER BY id", claim) == [
        (first, "61.8034", "12"),
        (second, "12.345", "12"),
    ]


def test_a_new_score_never_moves_a_claim_back(shared_database: Database, desk: Connection):
    ann = shared_database.value("SELECT min(id) FROM auth_user")
    claim = a_claim(shared_database, "in_review", assigned_to=ann)

    record(desk, claim)

    assert ask(desk, "SELECT status FROM claims_claim WHERE id = %s", claim) == [("in_review",)]


def test_a_claim_that_cannot_be_scored_is_triaged_with_the_reason(
    shared_database: Database, desk: Connection
):
    claim = a_claim(shared_database, "submitted")

    score = record(desk, claim, not_scorable="The loss date is missing.")

    shown = "SELECT status, ml_score, ml_recommendation FROM claims_claim WHERE id = %s"
    note = "SELECT note FROM claims_event WHERE claim_id = %s AND to_status = 'triaged'"
    assert score is None
    assert ask(desk, shown, claim) == [("triaged", None, "abstain")]
    assert ask(desk, note, claim) == [("The loss date is missing.",)]


@pytest.mark.parametrize(
    ("status", "changes", "sentence"),
    [
        ("approved", {}, "is not scored"),
        ("triaged", {"model_sha256": "b" * 64}, "not the active one"),
        ("triaged", {"recommendation": "deny"}, "not complete"),
        ("triaged", {"recommendation": None}, "not complete"),
        ("triaged", {"score": 101}, "ck_ml_engine_score_score"),
        ("triaged", {"probability": -0.1}, "ck_ml_engine_score_probability"),
    ],
)
def test_a_receipt_that_makes_no_sense_is_refused(
    shared_database: Database,
    desk: Connection,
    status: str,
    changes: dict[str, Any],
    sentence: str,
):
    ann = shared_database.value("SELECT min(id) FROM auth_user")
    claim = a_claim(shared_database, status, assigned_to=ann)

    with pytest.raises(psycopg2.Error, match=sentence):
        record(desk, claim, **changes)


def test_a_receipt_of_a_retired_model_is_refused(shared_database: Database, desk: Connection):
    a_model(shared_database, sha256="c" * 64, is_active=False)
    claim = a_claim(shared_database)

    with pytest.raises(psycopg2.Error, match="not the active one"):
        record(desk, claim, model_sha256="c" * 64)


def test_a_receipt_without_its_features_is_refused(shared_database: Database, desk: Connection):
    claim = a_claim(shared_database)
    receipt = Json({key: value for key, value in a_receipt().adapted.items() if key != "features"})

    with pytest.raises(psycopg2.Error, match="not complete"):
        ask(desk, "SELECT record_score(%s, %s)", claim, receipt)


def test_a_model_judges_its_own_lines_only(shared_database: Database, desk: Connection):
    claim = a_claim(shared_database, "submitted", claim_type="property")

    with pytest.raises(psycopg2.Error, match="does not judge property claims"):
        record(desk, claim)


def test_the_worker_scores_and_verifies(shared_database: Database):
    worker = shared_database.connect_worker()
    claim = a_claim(shared_database, "submitted")
    score = record(worker, claim)

    ask(worker, "SELECT verify_score(%s, false)", score)
    ask(worker, "SELECT verify_score(%s, true)", score)

    found = "SELECT scored_by, verified FROM ml_engine_score WHERE id = %s"
    flags = "SELECT count(*) FROM claims_event WHERE score_id = %s AND detail ? 'replay'"
    assert ask(worker, found, score) == [(None, False)]
    assert shared_database.value(flags, score) == 1


class Ring:
    """A claim and others around it that may share something with it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.desk = database.connect_as(a_person(database))
        self.day = datetime.now(UTC)
        self.claim = self.make("Ada", days_ago=0)

    def make(self, claimant: str, *, days_ago: float = 10, **changes: Any) -> int:
        facts = changes.pop("facts", {"vin": f"VIN{claimant}"})
        submitted = self.day - timedelta(days=days_ago)
        told = {"facts": facts, "submission_date": submitted, **changes}
        claim = a_claim(self.database, **told)
        self.database.run("UPDATE claims_party SET phone = NULL WHERE claim_id = %s", claim)
        a_party(self.database, claim, kind="claimant", name=claimant, phone=None)
        return claim

    def party(self, claim: int, kind: str, **columns: Any) -> None:
        a_party(self.database, claim, **{"kind": kind, "name": "N.", "phone": None} | columns)

    def links(self) -> dict[str, int]:
        return dict(ask(self.desk, "SELECT kind, claims FROM claim_links(%s)", self.claim))


@pytest.mark.parametrize(
    ("link", "kind", "mine", "theirs"),
    [
        ("phone", "driver", {"phone": "+447700900999"}, {"phone": "+447700900999"}),
        ("email", "driver", {"email": "A@Ring.example"}, {"email": "a@ring.example"}),
        (
            "address",
            "third_party",
            {"address_line": "1 High St", "postcode": "ls1 1aa"},
            {"address_line": "1 HIGH ST", "postcode": "LS1 1AA"},
        ),
        ("repairer", "repairer", {"name": "Quick Fix"}, {"name": "QUICK FIX"}),
    ],
)
def test_claims_that_share_a_contact_are_counted(
    database: Database, link: str, kind: str, mine: dict[str, str], theirs: dict[str, str]
):
    ring = Ring(database)
    other = ring.make("Bob")
    ring.party(ring.claim, kind, **mine)
    ring.party(other, kind, **theirs)
    ring.party(other, kind, **theirs)

    assert ring.links() == {link: 1}


def test_claims_of_the_same_vehicle_are_counted(database: Database):
    ring = Ring(database)
    ring.make("Bob", facts={"vin": "VINAda"})
    ring.make("Cleo", facts={"vin": "VINAda"}, region="south", status="settled")

    assert ring.links() == {"vin": 2}


def test_links_leave_out_what_is_no_sign(database: Database):
    ring = Ring(database)
    phone = {"phone": "+447700900999"}
    ring.party(ring.claim, "driver", **phone)
    ring.party(ring.make("ADA"), "driver", **phone)
    ring.party(ring.make("Later", days_ago=-1), "driver", **phone)
    ring.party(ring.make("Old", days_ago=366), "driver", **phone)
    ring.party(ring.make("Void", status="void"), "driver", **phone)
    ring.party(ring.make("Witness"), "witness", **phone)
    ring.party(ring.make("Garage"), "repairer", **phone)

    assert ring.links() == {}


def test_links_are_found_by_index(database: Database):
    plans = {
        "ix_claims_party_phone": "phone = '+44'",
        "ix_claims_party_email": "lower(email) = 'a'",
        "ix_claims_party_address": "lower(postcode) = 'a' AND lower(address_line) = 'b'",
        "ix_claims_party_name": "lower(name) = 'a'",
    }
    for index, condition in plans.items():
        statement = f"EXPLAIN SELECT FROM claims_party WHERE {condition}"
        plan = database.run("SET enable_seqscan = off; " + statement)
        assert any(index in line for (line,) in plan)
