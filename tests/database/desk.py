"""One claim of every relation to the people of one desk, and who may see which."""

from typing import Any

from app.access import Identity
from tests.factories import a_claim, a_model, a_person
from tests.server import Database

VISIBLE: dict[str, set[str]] = {
    "user": {"own draft", "own"},
    "adjuster": {"entered", "assigned", "queue"},
    "investigator": {"queue", "referred", "referred elsewhere"},
    "lead": {
        "own",
        "entered",
        "assigned",
        "queue",
        "referred",
        "a colleague's",
        "decided",
    },
    "admin": {
        "own draft",
        "own",
        "entered",
        "assigned",
        "queue",
        "referred",
        "referred elsewhere",
        "a colleague's",
        "decided",
        "elsewhere",
        "other line",
        "foreign draft",
    },
    "worker": set(),
}
VISIBLE["worker"] = VISIBLE["admin"]


class Desk:
    """One claim of every relation to the people of one desk."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.people: dict[str, Identity] = {
            "user": a_person(database, "user"),
            "adjuster": a_person(database),
            "investigator": a_person(database, siu=True),
            "lead": a_person(database, supervisor=True),
            "admin": a_person(database, "admin"),
        }
        self.connections = {
            name: database.connect_as(person) for name, person in self.people.items()
        }
        self.connections["worker"] = database.connect_worker()
        self.claims = self._claims()
        a_model(database)

    def _claims(self) -> dict[str, int]:
        user, adjuster = self.people["user"].id, self.people["adjuster"].id
        colleague, other = a_person(self.database).id, a_person(self.database, "user").id

        def claim(status: str, **changes: Any) -> int:
            return a_claim(self.database, status, **{"user_id": other} | changes)

        return {
            "own draft": claim("draft", user_id=user),
            "own": claim("in_review", user_id=user, assigned_to=colleague),
            "entered": claim("in_review", user_id=adjuster, assigned_to=colleague),
            "assigned": claim("in_review", assigned_to=adjuster),
            "queue": claim("triaged"),
            "referred": claim("siu_review", assigned_to=colleague, siu_status="referred"),
            "referred elsewhere": claim("siu_review", region="south", siu_status="referred"),
            "a colleague's": claim("in_review", assigned_to=colleague),
            "decided": claim("approved", assigned_to=colleague),
            "elsewhere": claim("triaged", region="south"),
            "other line": claim("triaged", claim_type="travel"),
            "foreign draft": claim("draft"),
        }

    def __getitem__(self, relation: str) -> int:
        return self.claims[relation]
