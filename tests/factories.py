"""Makes people, claims, models and receipts; each test states only what it is about."""

import itertools
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from psycopg2.extras import Json
from psycopg2.sql import SQL, Identifier, Placeholder

from app.access import Identity, Role
from tests.server import Database

_SERIAL = itertools.count(1)
MODEL = "a" * 64

COMPLETE: dict[str, Any] = {
    "policy_number": "POL-4711",
    "claim_type": "motor",
    "description": "Another car ran into the rear bumper at a red light.",
    "amount": Decimal("1250.00"),
    "loss_date": date(2026, 3, 2),
    "reported_date": date(2026, 3, 4),
    "how_reported": "phone",
    "cause": "collision",
    "coverage": "comprehensive",
    "policy_limit": Decimal("20000.00"),
    "deductible": Decimal("250.00"),
    "policy_start": date(2025, 7, 1),
    "policy_expiry": date(2026, 6, 30),
    "authority_contacted": "none",
    "loss_city": "Leeds",
    "loss_country": "GB",
    "notice_given": True,
    "facts": {"line": "motor", "vin": "WVWZZZ1JZXW000001"},
}
REPORTER = {"kind": "reporter", "name": "Rita Reporter", "phone": "+447700900123"}


def an_identity(role: str = "staff", **changes: Any) -> Identity:
    """Return a person who is in no database."""
    serial = next(_SERIAL)
    told: dict[str, Any] = {
        "id": serial,
        "username": f"person{serial}",
        "full_name": f"Person {serial}",
        "region": "north",
        "lines": frozenset({"motor", "property"}),
        "authority_limit": Decimal(5000),
    }
    return Identity(role=Role(role), **told | changes)


def a_person(database: Database, role: str = "staff", **changes: Any) -> Identity:
    """Insert a person and return the identity; staff of region north for motor and property."""
    person = an_identity(role, **changes)
    columns = {
        "username": person.username,
        "full_name": person.full_name,
        "role": str(person.role),
        "region": person.region,
        "lines": sorted(person.lines),
        "authority_limit": person.authority_limit,
        "siu": person.siu,
        "supervisor": person.supervisor,
        "analyst": person.analyst,
    }
    return an_identity(role, **{**vars_of(person), "id": insert(database, "auth_user", columns)})


def vars_of(person: Identity) -> dict[str, Any]:
    return {name: getattr(person, name) for name in Identity.__slots__ if name != "role"}


def a_claim(database: Database, status: str = "triaged", **changes: Any) -> int:
    """Insert a complete motor claim of region north as the owner would, with its reporter.

    It is ready to be approved: its coverage was checked and its reserve is the amount, unless
    `reserve` says otherwise.
    """
    reserve = changes.pop("reserve", changes.get("amount", COMPLETE["amount"]))
    columns: dict[str, Any] = COMPLETE | {"status": status, "region": "north"} | changes
    if status != "draft":
        columns.setdefault("submission_date", datetime.now(UTC))
        columns.setdefault("coverage_checked_at", datetime.now(UTC))
    claim = insert(database, "claims_claim", columns)
    a_party(database, claim)
    if reserve and status != "draft":
        an_entry(database, claim, amount=reserve)
    return claim


def an_entry(database: Database, claim: int, **changes: Any) -> int:
    """Insert a row of the register of money."""
    columns = {"claim_id": claim, "kind": "reserve", "coverage": "comprehensive", "reason": "Known"}
    return insert(database, "claims_money", columns | changes)


def a_letter(database: Database, claim: int, kind: str = "decision", **changes: Any) -> int:
    columns = {"claim_id": claim, "kind": kind, "recipient": "Rita Reporter"}
    told: dict[str, Any] = {"subject": "Your claim", "body": "<p>Dear</p>", "pdf": b"%PDF-1.7"}
    return insert(database, "claims_letter", columns | told | changes)


def a_party(database: Database, claim: int, **changes: Any) -> int:
    return insert(database, "claims_party", {"claim_id": claim, **REPORTER, **changes})


def a_model(database: Database, **changes: Any) -> int:
    """Insert a model that is active."""
    columns = {"name": "Sample", "version": "1", "model_type": "knn", "sha256": MODEL}
    state = {
        "is_active": True,
        "status": "active" if changes.get("is_active", True) else "candidate",
    }
    return insert(database, "ml_engine_mlmodel", {**columns, **state, **changes})


def a_receipt(**changes: Any) -> Json:
    """Return what record_score takes, ready to be a parameter."""
    told: dict[str, Any] = {
        "model_sha256": MODEL,
        "score": 61.8034,
        "probability": 0.31,
        "confidence": 88.5,
        "recommendation": "enhanced_review",
        "features": {"amount": 1250.0},
        "explanation": {"voters": 12},
        "versions": {"numpy": "2"},
        "data_version": "1",
    }
    return Json(told | changes)


def insert(database: Database, table: str, columns: dict[str, Any]) -> int:
    """Insert a row as the superuser and return its id."""
    values = [Json(value) if isinstance(value, dict) else value for value in columns.values()]
    statement = SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING id").format(
        Identifier(table),
        SQL(", ").join(map(Identifier, columns)),
        SQL(", ").join([Placeholder()] * len(columns)),
    )
    key: int = database.value(statement, *values)
    return key
