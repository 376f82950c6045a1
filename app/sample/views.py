"""Views of the queue that people of the sample keep."""

import json
from typing import Any

from app.sample.people import PEOPLE

_SHARED = (
    ("Fire over 10,000", {"text": "fire", "amount": "large", "sort": "amount", "descending": True}),
    ("Late and nobody's", {"owner": "nobody", "due": "late"}),
)
_OWN = (
    ("Due within 3 days", {"owner": "me_or_nobody", "due": "three_days"}),
    ("High risk, free", {"owner": "nobody", "risk": "high", "sort": "risk", "descending": True}),
    ("Waiting for papers", {"owner": "me", "status": "waiting"}),
)


def keep_views(cursor: Any, people: dict[str | None, int]) -> None:
    """Give each supervisor shared views and each other person of the staff some of their own."""
    for person in PEOPLE:
        if str(person.role) != "staff":
            continue
        region = person.region if person.supervisor else None
        for name, query in _SHARED if person.supervisor else _OWN:
            cursor.execute(
                "INSERT INTO desk_view (owner_id, name, query, region) VALUES (%s, %s, %s, %s)",
                (people[person.username], name, json.dumps(query), region),
            )
