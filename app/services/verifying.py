"""The verification of the audit: every chain link by link, and its heads against their seals.

The digest is written out here instead of asking the database's own function, which whoever can
change events could change as well.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.services.registers import (
    MOST_FAULTS,
    NAMES,
    count_register_events,
    register_links,
    sealed_fault,
)
from app.services.seals import Head, Seal

HEADS_AT_ONCE = 10_000

_ROOM = text("SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '256MB'")
_COUNT = text("SELECT count(*) FROM claims_event")
_LINKS = text("""
    WITH link AS (
        SELECT claim_id, seq, prev_hash, hash, hash = sha256(
            coalesce(prev_hash, ''::bytea) || convert_to(ROW(
                id, claim_id, seq, extract(epoch FROM at), actor_id, kind, from_status, to_status,
                reason, note, detail, score_id
            )::text, 'UTF8')) AS whole
        FROM claims_event
    ), chained AS (
        SELECT *, lag(hash) OVER chain AS before, lag(seq, 1, 0) OVER chain AS seq_before
        FROM link WINDOW chain AS (PARTITION BY claim_id ORDER BY seq)
    )
    SELECT f.claim_id, c.claim_number, f.seq, CASE
        WHEN NOT f.whole THEN 'changed' WHEN f.seq <> f.seq_before + 1 THEN 'gap'
        ELSE 'loose' END AS fault
    FROM chained f LEFT JOIN claims_claim c ON c.id = f.claim_id
    WHERE NOT f.whole OR f.seq <> f.seq_before + 1 OR f.prev_hash IS DISTINCT FROM f.before
    ORDER BY f.claim_id, f.seq LIMIT :most
""")
_SEALS = text("""
    SELECT s.claim_id, c.claim_number, s.seq,
           CASE WHEN e.id IS NULL THEN 'missing' ELSE 'other' END AS fault
    FROM unnest(CAST(:claims AS int[]), CAST(:seqs AS int[]), CAST(:hashes AS text[]))
         AS s (claim_id, seq, hash)
    LEFT JOIN claims_event e ON e.claim_id = s.claim_id AND e.seq = s.seq
    LEFT JOIN claims_claim c ON c.id = s.claim_id
    WHERE e.hash IS DISTINCT FROM decode(s.hash, 'hex')
    ORDER BY s.claim_id, s.seq LIMIT :most
""")
_BATCHES = text("""
    SELECT b.source, b.at::date FROM claims_batch b
    WHERE b.merged_at IS NOT NULL AND b.digest <> (
        SELECT sha256(convert_to(coalesce(string_agg(ROW(
            c.id, c.claim_number, c.policy_number, c.claim_type, c.amount, c.loss_date
        )::text, '' ORDER BY c.id), ''), 'UTF8'))
        FROM claims_claim c WHERE c.batch_id = b.id)
    ORDER BY b.at LIMIT :most
""")
_SENTENCES = {
    "changed": "{claim}: event {seq} was changed after it was written.",
    "gap": "{claim}: an event before event {seq} is missing.",
    "loose": "{claim}: event {seq} does not follow from the event before it.",
    "missing": "{claim}: event {seq} was sealed and is missing.",
    "other": "{claim}: event {seq} is not the one that was sealed.",
}


def count_events(session: Session) -> int:
    """Return how many events the person sees, and let the session take its time from here on."""
    session.execute(_ROOM)
    return (session.scalar(_COUNT) or 0) + count_register_events(session)


def chain_faults(session: Session) -> Iterator[str]:
    """Yield a sentence for each link that was changed, lost or put in."""
    for found in session.execute(_LINKS, {"most": MOST_FAULTS}).mappings():
        yield _told(found)


def register_faults(session: Session) -> Iterator[str]:
    """Yield a sentence for each such link of the histories of people and of models."""
    for register, seq, fault in register_links(session):
        yield _SENTENCES[fault].format(claim=NAMES[register], seq=seq)


def seal_faults(session: Session, heads: Sequence[Head]) -> Iterator[str]:
    """Yield a sentence for each sealed head that the database does not have as it was."""
    for head in heads:
        if head[0] in NAMES and (fault := sealed_fault(session, head)):
            yield _SENTENCES[fault].format(claim=NAMES[head[0]], seq=head[1])
    listed = (head for head in heads if head[0] not in NAMES)
    while some := list(islice(listed, HEADS_AT_ONCE)):
        claims, seqs, hashes = (list(column) for column in zip(*some, strict=True))
        asked = {"claims": claims, "seqs": seqs, "hashes": hashes, "most": MOST_FAULTS}
        for found in session.execute(_SEALS, asked).mappings():
            yield _told(found)


def line_fault(seal: Seal) -> str | None:
    """Return a sentence if a line of the seal file is not as it was written."""
    if seal.fits:
        return None
    return f"Line {seal.line} of the seal file was changed, or a line before it was taken out."


def batch_faults(session: Session) -> Iterator[str]:
    """Yield a sentence for each batch whose claims are not those that were brought in."""
    for source, day in session.execute(_BATCHES, {"most": MOST_FAULTS}):
        yield f"The claims of the batch {source} of {day} are not as they were brought in."


def _told(found: Any) -> str:
    claim = f"Claim {found['claim_number'] or found['claim_id']}"
    return _SENTENCES[found["fault"]].format(claim=claim, seq=found["seq"])
