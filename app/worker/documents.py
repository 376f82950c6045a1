"""The job that checks documents that have arrived, and lets only clean ones be opened."""

import json

from sqlalchemy import select, text

from app.codes import DocumentState
from app.database import translate
from app.models import DocumentVersion
from app.services.rendering import Children
from app.worker.accepting import Verdict, judge
from app.worker.scanner import Scanner
from app.worker.station import Station

BATCH = 20
_JUDGE = text(
    "SELECT judge_document(:version, :state, :reason, CAST(:facts AS jsonb), :photo_hash)"
)


def check_documents(station: Station) -> int:
    """Judge what waits, oldest first, and count it."""
    waiting = _waiting(station) if station.store else []
    if not waiting or station.store is None:
        return 0
    scanner = Scanner.of()
    with Children() as children:
        for version in waiting:
            if scanner:
                tell(station, version, Verdict(DocumentState.SCANNING))
            tell(station, version, judge(version, station.store, children, scanner))
    return len(waiting)


def _waiting(station: Station) -> list[DocumentVersion]:
    waiting = (
        select(DocumentVersion)
        .where(DocumentVersion.state.in_([DocumentState.RECEIVED, DocumentState.SCANNING]))
        .order_by(DocumentVersion.id)
        .limit(BATCH)
    )
    with translate(), station.sessions.begin() as session:
        return list(session.scalars(waiting))


def tell(station: Station, version: DocumentVersion, verdict: Verdict) -> None:
    """Write a verdict to the database and to the claim's history."""
    told = {
        "version": version.id,
        "state": str(verdict.state),
        "reason": verdict.reason,
        "facts": json.dumps(verdict.facts),
        "photo_hash": verdict.photo_hash,
    }
    with translate(), station.sessions.begin() as session:
        session.execute(_JUDGE, told)
