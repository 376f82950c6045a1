"""Administrators at the register, and small models that differ in which claims voted."""

from functools import cache
from pathlib import Path
from typing import Any

from psycopg2.extras import Json

from app.access import Identity
from app.ml import TriageModel, bundle
from app.ml.revision import erase
from app.services.registry import Registry
from tests.factories import a_person
from tests.server import Database
from tests.services.judges import key, train_small


def with_code(database: Database, person: Identity) -> Identity:
    """Let the person's session have shown a one-time code just now."""
    family = database.family_of(person)
    database.run("UPDATE auth.refresh_token SET otp_at = now() WHERE family = %s", str(family))
    return person


def an_admin(database: Database, **changes: Any) -> Identity:
    return with_code(database, a_person(database, "admin", **changes))


def registry_of(database: Database, person: Identity) -> Registry:
    return Registry(database.sessions_as(person), person)


@cache
def small(without: int = 0) -> TriageModel:
    """Return the small model in which the first claims have no vote."""
    path = Path(_folder()) / "small.bundle"
    model = train_small(path)
    for place in range(without):
        model = erase(model, key(place))
    return model


@cache
def _folder() -> str:
    import tempfile

    return tempfile.mkdtemp(prefix="precedent-small-")


def registered(database: Database, model: TriageModel, **changes: Any) -> int:
    """Register a model as the worker does and return its id."""
    told = {
        "name": "Claims",
        "version": "2.0",
        "sha256": model.model_id,
        "lines": ["motor"],
        "metrics": {},
        "card": model.card,
        "why": "Trained by a test.",
        "gate": {},
    }
    with database.connect_worker().cursor() as cursor:
        cursor.execute("SELECT register_model(%s, %s)", (Json(told | changes), bundle.pack(model)))
        (number,) = cursor.fetchone() or (0,)
    return int(number)
