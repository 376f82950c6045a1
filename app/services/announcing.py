"""Files before they are sent: looked at, and announced in the database, which makes their keys."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.access import Identity
from app.errors import BadFile
from app.files.kinds import Locked, kind_of
from app.files.names import safe_name
from app.models import Upload
from app.progress import Progress
from app.services.pieces import Digests, digests_of
from app.words import say

_ANNOUNCE = text("""
    INSERT INTO claims_upload (claim_id, document_id, document_type, name, size, sha256, media_type)
    VALUES (:claim_id, :document_id, :document_type, :name, :size, :sha256, :media_type)
    RETURNING id
""")
_ANNOUNCE_COPY = text("""
    INSERT INTO claims_upload (claim_id, document_type, name, size, sha256, media_type,
        redacted_from, areas)
    VALUES (:claim_id, :document_type, :name, :size, :sha256, :media_type, :redacted_from, :areas)
    RETURNING id
""")


@dataclass(frozen=True, slots=True)
class Announced:
    """What is told of a file before it is sent; `notice` is what is to be said of it, or empty."""

    told: dict[str, Any]
    digests: Digests
    notice: str = ""


def announced(path: Path, progress: Progress) -> Announced:
    """Look at a file; raise BadFile for one that is not accepted or cannot be read."""
    notice, media_type = "", "application/octet-stream"
    try:
        digests = digests_of(path, progress=progress)
        media_type = kind_of(path, path.name).media_type
    except Locked as error:
        notice = error.message
    except OSError as error:
        raise BadFile(
            say("{name} cannot be read: {strerror}.", name=path.name, strerror=error.strerror)
        ) from error
    told = {"name": safe_name(path.name), "size": digests.size, "sha256": digests.whole}
    return Announced(told | {"media_type": media_type}, digests, notice)


def announce(session: Session, identity: Identity, told: dict[str, Any]) -> UUID:
    """Return the same person's unfinished upload of the same file, or announce a new one."""
    unfinished = select(Upload.id).where(
        *(getattr(Upload, name) == told[name] for name in ("claim_id", "sha256", "name")),
        *(
            getattr(Upload, name).is_not_distinct_from(told[name])
            for name in ("document_id", "redacted_from", "areas")
        ),
        Upload.user_id == identity.id,
        Upload.version_id.is_(None),
        Upload.begun_at > func.now() - func.make_interval(0, 0, 0, 6),
    )
    earlier = session.scalars(unfinished.order_by(Upload.begun_at.desc())).first()
    if earlier:
        return earlier
    statement = _ANNOUNCE if told["redacted_from"] is None else _ANNOUNCE_COPY
    made: UUID = session.scalars(statement, told).one()
    return made
