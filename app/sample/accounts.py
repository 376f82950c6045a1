"""What administrators of the sample did to people's accounts."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from app.access import Role
from app.sample.people import PEOPLE, SamplePerson

Told = tuple[timedelta, str | None, str, str, dict[str, Any]]

FOUNDER = "ruth"
_FIRST_DAY, _CODES = timedelta(days=430), timedelta(days=429)
_SINCE: tuple[Told, ...] = (
    (
        timedelta(days=96, hours=-2),
        "ruth",
        "changed",
        "ines",
        {"siu": {"from": False, "to": True}},
    ),
    (timedelta(days=41, hours=-1), "leo", "reset", "grace", {}),
    (timedelta(days=41, hours=-3), "grace", "password", "grace", {}),
    (
        timedelta(days=6, hours=-4),
        "leo",
        "changed",
        "tom",
        {"authority_limit": {"from": 5000, "to": 7500}},
    ),
    (timedelta(days=1, hours=-3), "ruth", "session_ended", "samir", {}),
)


def tell_of_accounts(cursor: Any, people: dict[str | None, int], as_of: date) -> None:
    """Write the history of the people's accounts, from the first day of the house on."""
    began = datetime.combine(as_of, time(9), tzinfo=UTC)
    added: list[Told] = [
        (_FIRST_DAY, None if one.username == FOUNDER else FOUNDER, "added", one.username, _of(one))
        for one in sorted(PEOPLE, key=lambda one: one.username != FOUNDER)
    ]
    codes: list[Told] = [
        (_CODES, one.username, "codes", one.username, {})
        for one in PEOPLE
        if one.role is Role.ADMIN
    ]
    for before, actor, kind, person, detail in (*added, *codes, *_SINCE):
        cursor.execute(
            "INSERT INTO person_event (at, actor_id, kind, person_id, detail)"
            " VALUES (%s, %s, %s, %s, %s)",
            (began - before, people.get(actor), kind, people[person], json.dumps(detail)),
        )


def _of(person: SamplePerson) -> dict[str, Any]:
    return {
        "username": person.username,
        "full_name": person.full_name,
        "role": str(person.role),
        "region": person.region,
    }
