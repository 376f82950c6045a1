"""Loading of the sample portfolio into a database, as its owner, once."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import psycopg2

from app.database import translate
from app.errors import AppError
from app.objects import Store
from app.sample.accounts import tell_of_accounts
from app.sample.blinding import hide_scores
from app.sample.claim import SampleClaim, SampleParty, Standing
from app.sample.copying import copy, reserve
from app.sample.documents import SampleDocument, document_events, documents, store_documents
from app.sample.events import SampleEvent, open_history, settled_history
from app.sample.flagging import change_rules, raise_flags
from app.sample.grouping import group_facts
from app.sample.habits import turn_to_portal
from app.sample.judging import Judged, judge
from app.sample.notes import store_notes
from app.sample.people import SamplePerson
from app.sample.portfolio import Portfolio, portfolio
from app.sample.register import SampleEntry
from app.sample.registering import challenge, draw_blind, judged_before, put_in_place, write_scores
from app.sample.trying import tried
from app.sample.views import keep_views
from app.sample.waivers import store_waivers
from app.sample.watched import store_watched

HASH = "PRECEDENT_SAMPLE_PASSWORD_HASH"
LOCK = 74_120_001
NOT_COLUMNS = {"parties", "story", "suspect", "outcome", "user", "standing", "links", "entries"}
NOT_STANDING = {"assigned_to", "handler", "stepped", "checked"}
CLAIM = [column.name for column in fields(SampleClaim) if column.name not in NOT_COLUMNS]
STANDING = [column.name for column in fields(Standing) if column.name not in NOT_STANDING]
PARTY = [column.name for column in fields(SampleParty)]
ENTRY = [column.name for column in fields(SampleEntry) if column.name != "made_by"]
CHECKED = ("coverage_checked_at", "coverage_checked_by")
EVENT = [column.name for column in fields(SampleEvent) if column.name != "actor"]
# Most claimants were called on the day, as a house would that keeps its own rule.
_ACKNOWLEDGED = """
    WITH called AS (
        UPDATE claims_clock k SET met_at = c.submission_date + interval '3 hours'
        FROM claims_claim c
        WHERE c.id = k.claim_id AND k.clock = 'acknowledge' AND k.met_at IS NULL
          AND k.claim_id % 23 > 0
        RETURNING k.claim_id
    )
    SELECT app.place(claim_id) FROM called
"""


def load(
    dsn: str,
    *,
    password_hash: str | None = None,
    as_of: date | None = None,
    store: Store | None = None,
) -> bool:
    """Insert people, claims, model and scores in one transaction; False if they are there.

    *password_hash* is the argon2 hash of the sample people's password, taken from the environment
    if not given. The open claims are counted back from *as_of*, today by default. Where there is
    a *store*, some of them have documents.
    """
    password = password_hash or os.environ.get(HASH)
    if password is None:
        raise AppError(f"Set {HASH} to the hash of the sample people's password, then try again.")
    with translate():
        connection = psycopg2.connect(dsn)
        try:
            with connection, connection.cursor() as cursor:
                return _load(cursor, password, as_of or datetime.now(UTC).date(), store)
        finally:
            connection.close()


def _load(cursor: Any, password: str, as_of: date, store: Store | None) -> bool:
    cursor.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
    cursor.execute("SELECT EXISTS (SELECT FROM claims_claim WHERE sample)")
    if cursor.fetchone()[0]:
        return False
    made = portfolio(as_of=as_of)
    turn_to_portal(made.open)
    judged = judge(made.open)
    people = _people(cursor, made.people, password)
    tell_of_accounts(cursor, people, as_of)
    settled = _claims(cursor, made.settled, people)
    still_open = _claims(cursor, made.open, people)
    group_facts(cursor, [*made.settled, *made.open], [*settled, *still_open])
    places, before = judged_before(made.settled, as_of)
    earlier, model = put_in_place(cursor, judged, before, as_of)
    past = [made.settled[place] for place in places]
    ids = [settled[place] for place in places]
    told = write_scores(cursor, earlier, past, ids, before.receipts)
    scores = write_scores(cursor, model, made.open, still_open, judged.receipts)
    draw_blind(cursor, made.settled, settled)
    tried(cursor, earlier, past, (ids, told), people, as_of)
    challenge(cursor, people, as_of)
    closed = [
        (claim, settled_history(told)) for claim, told in zip(settled, made.settled, strict=True)
    ]
    files = documents(made.open, [told["score"] for told in judged.receipts]) if store else []
    if store:
        store_documents(cursor, store, files, still_open, people)
        store_notes(cursor, made.open, files, still_open, people)
        store_waivers(cursor, made.open, files, still_open, people)
    _events(cursor, closed + _open_events(made, still_open, scores, judged, files), people)
    keep_views(cursor, people)
    hide_scores(cursor, still_open)
    store_watched(cursor)
    cursor.execute("SELECT app.set_clocks()")
    cursor.execute(_ACKNOWLEDGED)
    cursor.execute(
        "ANALYZE claims_claim, claims_party, claims_event, ml_engine_score, ml_engine_blind,"
        " ml_engine_shadow, claims_group"
    )
    change_rules(cursor, people, as_of)
    raise_flags(cursor, still_open, as_of)
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
            claim.standing.checked,
            people.get(claim.standing.handler) if claim.standing.checked else None,
            True,
            True,
            _named(claim),
            *(getattr(claim, name) for name in CLAIM),
            *(getattr(claim.standing, name) for name in STANDING),
        ]
        for number, claim in zip(ids, claims, strict=True)
    )
    more = [
        "id",
        "user_id",
        "assigned_to",
        "last_updated",
        *CHECKED,
        "notice_given",
        "sample",
        "queue_name",
    ]
    copy(cursor, "claims_claim", [*more, *CLAIM, *STANDING], rows)
    parties = (
        [number, *(getattr(party, name) for name in PARTY)]
        for number, claim in zip(ids, claims, strict=True)
        for party in claim.parties
    )
    copy(cursor, "claims_party", ["claim_id", *PARTY], parties)
    entries = (
        [number, people.get(entry.made_by), *(getattr(entry, name) for name in ENTRY)]
        for number, claim in zip(ids, claims, strict=True)
        for entry in claim.entries
    )
    copy(cursor, "claims_money", ["claim_id", "made_by", *ENTRY], entries)
    return ids


def _named(claim: SampleClaim) -> str:
    """Return the claimant's name as the queue is sorted by it, else the policyholder's."""
    kinds = ("claimant", "policyholder")
    named = sorted((p.kind, p.name) for p in claim.parties if p.kind in kinds)
    return named[0][1].lower() if named else ""


Told = list[tuple[int, SampleEvent]]


def _open_events(
    made: Portfolio,
    ids: Sequence[int],
    scores: Sequence[int],
    judged: Judged,
    files: Sequence[SampleDocument],
) -> Told:
    rows = zip(ids, made.open, scores, judged.receipts, strict=True)
    return [
        (number, event)
        for place, (number, claim, score, receipt) in enumerate(rows)
        for event in sorted(
            (*open_history(claim, score, receipt), *document_events(files, place)),
            key=lambda event: event.at,
        )
    ]


def _events(cursor: Any, told: Told, people: dict[str | None, int]) -> None:
    rows = (
        [number, people.get(event.actor), *(getattr(event, name) for name in EVENT)]
        for number, event in told
    )
    copy(cursor, "claims_event", ["claim_id", "actor_id", *EVENT], rows)
