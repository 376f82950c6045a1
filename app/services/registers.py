"""The chains beside those of claims: the history of people and that of models.

Their heads are sealed as those of claims are, under numbers that no claim has.
"""

from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.services.seals import Head
from app.words import say

PEOPLE, MODELS = 0, -1
NAMES = {PEOPLE: say("The history of people"), MODELS: say("The history of models")}
MOST_FAULTS = 1_000

_COUNT = text("SELECT (SELECT count(*) FROM person_event) + (SELECT count(*) FROM ml_engine_event)")
_LINKS = text("""
    WITH link AS (
        SELECT 0 AS register, seq, seq AS place, prev_hash, hash, sha256(
            coalesce(prev_hash, ''::bytea) || convert_to(ROW(
                seq, extract(epoch FROM at), actor_id, kind, person_id, detail
            )::text, 'UTF8')) AS digest
        FROM person_event
        UNION ALL
        SELECT -1, id, row_number() OVER (ORDER BY id), prev_hash, hash, sha256(
            coalesce(prev_hash, ''::bytea) || convert_to(ROW(
                id, extract(epoch FROM at), actor_id, kind, model_id, reason, detail
            )::text, 'UTF8'))
        FROM ml_engine_event
    ), chained AS (
        SELECT *, lag(hash) OVER chain AS before, lag(place, 1, 0) OVER chain AS place_before
        FROM link WINDOW chain AS (PARTITION BY register ORDER BY seq)
    )
    SELECT register, seq, CASE
        WHEN hash <> digest THEN 'changed' WHEN place <> place_before + 1 THEN 'gap'
        ELSE 'loose' END AS fault
    FROM chained
    WHERE hash <> digest OR place <> place_before + 1 OR prev_hash IS DISTINCT FROM before
    ORDER BY register DESC, seq LIMIT :most
""")
_HEADS = text("""
    (SELECT 0, seq, encode(hash, 'hex') FROM person_event ORDER BY seq DESC LIMIT 1)
    UNION ALL
    (SELECT -1, id, encode(hash, 'hex') FROM ml_engine_event ORDER BY id DESC LIMIT 1)
""")
_FOUND = text("""
    SELECT encode(hash, 'hex') FROM person_event WHERE :register = 0 AND seq = :seq
    UNION ALL
    SELECT encode(hash, 'hex') FROM ml_engine_event WHERE :register = -1 AND id = :seq
""")


def count_register_events(session: Session) -> int:
    """Return how many events stand in these chains."""
    return session.scalar(_COUNT) or 0


def register_heads(session: Session) -> list[Head]:
    """Return the newest link of each chain that has one."""
    return [(register, seq, digest) for register, seq, digest in session.execute(_HEADS)]


def register_links(session: Session) -> Iterator[tuple[int, int, str]]:
    """Yield register, event and fault of each link that was changed, lost or put in."""
    for found in session.execute(_LINKS, {"most": MOST_FAULTS}):
        yield found.register, found.seq, found.fault


def sealed_fault(session: Session, head: Head) -> str | None:
    """Return what is wrong with a link that was sealed."""
    register, seq, digest = head
    found = session.scalar(_FOUND, {"register": register, "seq": seq})
    return None if found == digest else "missing" if found is None else "other"
