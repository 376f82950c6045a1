"""The job that takes stock: whether rows and objects agree, and whether contents are unaltered.

It reports and quarantines; it never removes evidence, nor a row of it.
"""

import re
import time
from collections.abc import Iterable

from sqlalchemy import ARRAY, Integer, String, bindparam, func, select, text

from app.codes import DocumentState
from app.database import translate
from app.errors import AppError
from app.models import DocumentCheck, DocumentVersion, Upload
from app.objects import ObjectMissing, Store, digest_of
from app.worker.accepting import Verdict
from app.worker.documents import tell
from app.worker.station import Station

EVERY = 3600.0
READ_AGAIN = 20
_GRACE = text("interval '1 day'")
_UPLOAD = re.compile(r"claims/([0-9a-f-]{36})/")
_REPORT = text("SELECT report_document_faults(:missing, :stray)").bindparams(
    bindparam("missing", type_=ARRAY(Integer)), bindparam("stray", type_=ARRAY(String))
)
_VERIFIED = text("SELECT documents_verified(:versions)").bindparams(
    bindparam("versions", type_=ARRAY(Integer))
)
_SWEEP = text("SELECT sweep_documents()")


class Disagreement(AppError):
    """Rows and objects that do not agree, for whoever watches over the jobs."""

    def __init__(self, missing: int, stray: int) -> None:
        self.title = (
            f"{missing:,} documents are missing from the store and {stray:,} objects have no row"
        )
        super().__init__(self.title)


def take_stock(station: Station) -> int:
    """Compare once an hour, read the contents again that were not for longest; count the altered.

    Raise Disagreement while an object is missing or a stray one lies there.
    """
    if station.store is None or time.monotonic() < station.stock_due:
        return 0
    station.stock_due = time.monotonic() + EVERY
    missing, stray = _compare(station, set(station.store.keys()))
    with translate(), station.sessions.begin() as session:
        session.execute(_REPORT, {"missing": missing, "stray": stray})
        session.execute(_SWEEP)
    altered = _read_again(station, station.store)
    if missing or stray:
        raise Disagreement(len(missing), len(stray))
    return altered


def _compare(station: Station, held: set[str]) -> tuple[list[int], list[str]]:
    """Return the versions without an object and the objects without a version.

    What is being sent at the moment is neither. Rows are read after the objects were listed, so
    that what arrived in between is not taken for stray.
    """
    sent = select(Upload.id).where(
        Upload.version_id.is_(None), Upload.begun_at > func.now() - _GRACE
    )
    with translate(), station.sessions.begin() as session:
        rows = list(session.scalars(select(DocumentVersion)))
        sending = {str(upload) for upload in session.scalars(sent)}
    known = {version.object_key for version in rows}
    missing = _still_missing(station, [row for row in rows if row.object_key not in held])
    return missing, sorted(key for key in held - known if _upload(key) not in sending)


def _still_missing(station: Station, found: Iterable[DocumentVersion]) -> list[int]:
    """Ask for each by its name: what came after the list was made is not missing."""
    missing = []
    for version in found:
        try:
            if station.store:
                station.store.open(version.object_key, version.object_version).close()
        except ObjectMissing:
            missing.append(version.id)
    return missing


def _upload(key: str) -> str:
    match = _UPLOAD.match(key)
    return match[1] if match else ""


def _read_again(station: Station, store: Store) -> int:
    altered = 0
    for version in _oldest(station):
        try:
            with store.open(version.object_key, version.object_version) as content:
                digest = digest_of(content)
        except ObjectMissing:
            continue
        if digest != version.sha256:
            reason = "its content was altered in the store"
            tell(station, version, Verdict(DocumentState.QUARANTINED, reason))
            altered += 1
        with translate(), station.sessions.begin() as session:
            session.execute(_VERIFIED, {"versions": [version.id]})
    return altered


def _oldest(station: Station) -> list[DocumentVersion]:
    oldest = (
        select(DocumentVersion)
        .outerjoin(DocumentCheck, DocumentCheck.version_id == DocumentVersion.id)
        .where(DocumentVersion.state == DocumentState.CLEAN)
        .order_by(DocumentCheck.at.asc().nulls_first(), DocumentVersion.id)
        .limit(READ_AGAIN)
    )
    with translate(), station.sessions.begin() as session:
        return list(session.scalars(oldest))
