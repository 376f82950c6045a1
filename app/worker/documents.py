"""The job that checks documents that have arrived, and lets only clean ones be opened."""

import json

from sqlalchemy import select, text

from app.codes import DocumentState
from app.database import translate
from app.models import DocumentVersion
from app.objects import ObjectMissing, Store, digest_of
from app.worker.station import Station

BATCH = 20
_JUDGE = text(
    "SELECT judge_document(:version, :state, :reason, CAST(:facts AS jsonb), :photo_hash)"
)


def check_documents(station: Station) -> int:
    """Judge what waits, oldest first, and count it."""
    if station.store is None:
        return 0
    return sum(_judged(station, version, station.store) for version in _waiting(station))


def _waiting(station: Station) -> list[DocumentVersion]:
    waiting = (
        select(DocumentVersion)
        .where(DocumentVersion.state.in_([DocumentState.RECEIVED, DocumentState.SCANNING]))
        .order_by(DocumentVersion.id)
        .limit(BATCH)
    )
    with translate(), station.sessions.begin() as session:
        return list(session.scalars(waiting))


def _judged(station: Station, version: DocumentVersion, store: Store) -> bool:
    state, reason = _state(version, store)
    told = {"version": version.id, "state": state, "reason": reason, "facts": json.dumps({})}
    with translate(), station.sessions.begin() as session:
        return bool(session.scalar(_JUDGE, {**told, "photo_hash": None}))


def _state(version: DocumentVersion, store: Store) -> tuple[DocumentState, str | None]:
    try:
        with store.open(version.object_key, version.object_version) as content:
            digest = digest_of(content)
    except ObjectMissing:
        return DocumentState.QUARANTINED, "its content is missing from the store"
    if digest != version.sha256:
        return DocumentState.QUARANTINED, "its content is not what was sent"
    return DocumentState.CLEAN, None
