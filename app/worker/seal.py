"""The job that seals the newest link of each chain in a file outside the database."""

from sqlalchemy import text

from app.database import translate
from app.services.registers import register_heads
from app.worker.station import Station

# Transactions end in another order than they took their numbers: so far back events are looked at
# again.
OVERLAP = 10_000

_TURN = text("SELECT seal_turn()")
_NEWEST = text("SELECT coalesce(max(id), 0) FROM claims_event")
_HEADS = text("""
    SELECT DISTINCT ON (claim_id) claim_id, seq, encode(hash, 'hex')
    FROM claims_event WHERE id > :after
    ORDER BY claim_id, seq DESC
""")


def seal_heads(station: Station) -> int:
    """Append the heads that are new since the last seal and count them.

    Where two workers seal, one does it at a time, and the other sees what is sealed already.
    """
    seal = station.seal
    with translate(), station.sessions.begin() as session:
        if not session.scalar(_TURN):
            return 0
        newest: int = session.scalar(_NEWEST) or 0
        after = {"after": min(seal.catch_up(), newest) - OVERLAP}
        found = [(claim, seq, digest) for claim, seq, digest in session.execute(_HEADS, after)]
        fresh = [head for head in found + register_heads(session) if seal.is_new(head)]
        if fresh:
            seal.append(fresh, newest)
        return len(fresh)
