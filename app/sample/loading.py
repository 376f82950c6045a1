"""Loading of the sample portfolio into a database, as its owner, once."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import psycopg2
from psycopg2.extras import Json

from app.database import translate
from app.errors import AppError
from app.sample.claim import SampleClaim, SampleParty, Standing
from app.sample.copying import copy, reserve
from app.sample.events import SCORED_AFTER, SampleEvent, open_history, settled_history
from app.sample.judging import Judged, judge
from app.sample.people import SamplePerson
from app.sample.portfolio import Portfolio, portfolio

HASH = "PRECEDENT_SAMPLE_PASSWORD_HASH"
LOCK = 74_120_001
NOT_COLUMNS = {"parties", "story", "suspect", "outcome", "user", "standing", "links"}
NOT_STANDING = {"assigned_to", "handler", "stepped"}
CLAIM = [column.name for column in fields(SampleClaim) if column.name not in NOT_COLUMNS]
STANDING = [column.name for column in fields(Standing) if column.name not in NOT_STANDING]
PARTY = [column.name for column in fields(SampleParty)]
EVENT = [column.name for column in fields(SampleEvent) if column.name != "actor"]
JUDGED = ["score", "probability", "confidence", "recommendation"]
LINES = ["motor", "property", "health", "travel"]


def load(dsn: str, *, password_hash: str | None = None, as_of: date | None = None) -> bool:
    """Insert people, claims, model and scores in one transaction; False if they are there.

    *password_hash* is the argon2 hash of the sample people's password, taken from the environment
    if not given. The open claims are counted back from *as_of*, today by default.
    """
    password = password_hash or os.environ.get(HASH)
    if password is None:
        raise AppError(f"Set {HASH} to the hash of the sample people's password, then try again.")
    with translate():
        connection = psycopg2.connect(dsn)
        try:
            with connection, connection.cursor() as cursor:
                return _load(cursor, password, as_of or datetime.now(UTC).date())
        finally:
            connection.close()


def _load(cursor: Any, password: str, as_of: date) -> bool:
    cursor.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
    cursor.execute("SELECT EXISTS (SELECT FROM claims_claim WHERE sample)")
    if cursor.fetchone()[0]:
        return False
    made = portfolio(as_of=as_of)
    judged = judge(made.open)
    people = _people(cursor, made.people, password)
    settled = _claims(cursor, made.settled, people)
    still_open = _claims(cursor, made.open, people)
    scores = _scores(cursor, made.open, still_open, judged)
    closed = [
        (claim, settled_history(told)) for claim, told in zip(settled, made.settled, strict=True)
    ]
    _events(cursor, closed + _open_events(made, still_open, scores, judged), people)
    cursor.execute("ANALYZE claims_claim, claims_party, claims_event, ml_engine_score")
    return True


def _people(cursor: Any, people: Iterable[SamplePerson], password: str) -> dict[str | None, int]:
    """Insert the people, who share one password; return their ids by user name."""
    ids: dict[str | None, int] = {}
    for person in people:
        cursor.execute(
            "INSERT INTO auth_user (username, full_name, role, region, lines, authority_limit,"
            " siu, supervisor, analyst) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id",
            (
                person.username,
                person.full_name,
                str(person.role),
                person.region,
                [str(line) for line in person.lines],
                person.authority,
                person.siu,
                person.supervisor,
                person.analyst,
            ),
        )
        ids[person.username] = cursor.fetchone()[0]
    copy(cursor, "auth.password", ("user_id", "hash"), [(key, password) for key in ids.values()])
    return ids


def _claims(cursor: Any, claims: Sequence[SampleClaim], people: dict[str | None, int]) -> list[int]:
    """Insert claims with their parties and return their ids."""
    ids = reserve(cursor, "claims_claim", len(claims))
    rows = (
        [
            number,
            people.get(claim.user),
            people.get(claim.standing.assigned_to),
            claim.standing.stepped or claim.submission_date,
            True,
            True,
            *(getattr(claim, name) for name in CLAIM),
            *(getattr(claim.standing, name) for name in STANDING),
        ]
        for number, claim in zip(ids, claims, strict=True)
    )
    more = ["id", "user_id", "assigned_to", "last_updated", "notice_given", "sample"]
    copy(cursor, "claims_claim", [*more, *CLAIM, *STANDING], rows)
    parties = (
        [number, *(getattr(party, name) for name in PARTY)]
        for number, claim in zip(ids, claims, strict=True)
        for party in claim.parties
    )
    copy(cursor, "claims_party", ["claim_id", *PARTY], parties)
    return ids


def _model(cursor: Any, judged: Judged) -> int:
    """Register the bundled model and make it the one that judges."""
    learned = {"settled_claims": judged.learned_from, "data_version": judged.data_version}
    cursor.execute(
        "INSERT INTO ml_engine_mlmodel"
        " (name, version, model_type, performance_metrics, sha256, lines)"
        " VALUES ('Sample portfolio', '1.0', 'knn', %s, %s, %s)"
        " ON CONFLICT (sha256) DO UPDATE SET updated_at = now() RETURNING id",
        (Json(learned), judged.sha256, LINES),
    )
    model: int = cursor.fetchone()[0]
    cursor.execute("SELECT activate_model(%s)", (model,))
    return model


def _scores(
    cursor: Any, claims: Sequence[SampleClaim], ids: Sequence[int], judged: Judged
) -> list[int]:
    """Write the scores of *claims* as `record_score` would and return their ids."""
    model = _model(cursor, judged)
    scores = reserve(cursor, "ml_engine_score", len(ids))
    rows = (
        [
            score,
            number,
            model,
            claim.submission_date + SCORED_AFTER,
            *(receipt[name] for name in JUDGED),
            {name: told for name, told in receipt.items() if name != "explanation"},
            receipt["explanation"],
        ]
        for score, number, claim, receipt in zip(scores, ids, claims, judged.receipts, strict=True)
    )
    columns = ["id", "claim_id", "model_id", "created_at", *JUDGED, "receipt", "explanation"]
    copy(cursor, "ml_engine_score", columns, rows)
    # Without triggers, so that versions and times stay as the recipe tells them.
    cursor.execute("SET LOCAL session_replication_role = replica")
    cursor.execute(
        "UPDATE claims_claim c SET score_id = s.id, ml_score = s.score,"
        " ml_confidence = s.confidence, ml_recommendation = s.recommendation"
        " FROM ml_engine_score s WHERE s.claim_id = c.id AND s.id BETWEEN %s AND %s",
        (scores[0], scores[-1]),
    )
    cursor.execute("SET LOCAL session_replication_role = origin")
    return scores


Told = list[tuple[int, SampleEvent]]


def _open_events(
    made: Portfolio, ids: Sequence[int], scores: Sequence[int], judged: Judged
) -> Told:
    return [
        (number, event)
        for number, claim, score, receipt in zip(
            ids, made.open, scores, judged.receipts, strict=True
        )
        for event in open_history(claim, score, receipt)
    ]


def _events(cursor: Any, told: Told, people: dict[str | None, int]) -> None:
    rows = (
        [number, people.get(event.actor), *(getattr(event, name) for name in EVENT)]
        for number, event in told
    )
    copy(cursor, "claims_event", ["claim_id", "actor_id", *EVENT], rows)
