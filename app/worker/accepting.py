"""Whether a file that has arrived is accepted: its digest, its kind, its health, its facts."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.codes import DocumentState
from app.errors import BadFile
from app.files.kinds import MSG, PDF, TXT, Kind, Locked, kind_of
from app.models import DocumentVersion
from app.objects import ObjectMissing, Store, digest_of
from app.services.documents import SHOWN_AT_MOST
from app.services.pages.page import Unreadable
from app.services.rendering import Children, Renderer, Stopped
from app.services.required import suggested
from app.worker.scanner import Scanner, Unscannable

UNREAD = {MSG, TXT}
_GLANCE = 0.1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a version, why, and what its content says of itself."""

    state: DocumentState
    reason: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    photo_hash: int | None = None


class _Judged(Exception):
    """Raised with the verdict as soon as it is known."""

    def __init__(self, state: DocumentState, reason: str) -> None:
        super().__init__(reason)
        self.verdict = Verdict(state, reason)


def judge(
    version: DocumentVersion, store: Store, children: Children, scanner: Scanner | None
) -> Verdict:
    """Return the verdict; raise ScannerAway or StoreError while one of them does not answer."""
    try:
        with _fetched(version, store) as path:
            _scan(path, scanner)
            kind = _kind(path, version)
            facts = _facts(path, kind, children)
    except _Judged as judged:
        return judged.verdict
    photo = facts.pop("photo_hash", None)
    facts |= {"kind": kind.media_type, "scanned": scanner is not None}
    carried = facts.get("carries")
    if carried:
        return Verdict(DocumentState.QUARANTINED, f"it carries {' and '.join(carried)}", facts)
    return Verdict(DocumentState.CLEAN, None, facts, photo if isinstance(photo, int) else None)


@contextmanager
def _fetched(version: DocumentVersion, store: Store) -> Iterator[Path]:
    """Copy the object to where only this process looks, if it is what was sent."""
    with TemporaryDirectory(prefix="precedent-check-") as place:
        path = Path(place) / "content"
        try:
            with (
                store.open(version.object_key, version.object_version) as content,
                path.open("wb") as copy,
            ):
                shutil.copyfileobj(content, copy, 2**20)
        except ObjectMissing as error:
            reason = "its content is missing from the store"
            raise _Judged(DocumentState.QUARANTINED, reason) from error
        with path.open("rb") as copy:
            if digest_of(copy) != version.sha256:
                raise _Judged(DocumentState.QUARANTINED, "its content is not what was sent")
        yield path


def _scan(path: Path, scanner: Scanner | None) -> None:
    if scanner is None:
        return
    with path.open("rb") as content:
        try:
            found = scanner.scan(content)
        except Unscannable as error:
            raise _Judged(DocumentState.QUARANTINED, error.message) from error
    if found:
        raise _Judged(DocumentState.QUARANTINED, f"the virus scanner found {found}")


def _kind(path: Path, version: DocumentVersion) -> Kind:
    try:
        return kind_of(path, version.name)
    except Locked as error:
        raise _Judged(DocumentState.QUARANTINED, error.message) from error
    except BadFile as error:
        raise _Judged(DocumentState.REJECTED, error.message) from error


def _facts(path: Path, kind: Kind, children: Children) -> dict[str, Any]:
    """Let a render process look: whoever cannot be looked at there is not opened here either."""
    if kind in UNREAD or path.stat().st_size > SHOWN_AT_MOST:
        return {}
    with Renderer(path.read_bytes(), children) as renderer:
        try:
            renderer.outline()
            if kind is PDF:
                renderer.paint(0, _GLANCE)
            return renderer.about() | _likely(renderer, kind)
        except Stopped as error:
            raise _Judged(DocumentState.QUARANTINED, error.message) from error
        except Unreadable as error:
            raise _Judged(DocumentState.REJECTED, error.message) from error


def _likely(renderer: Renderer, kind: Kind) -> dict[str, Any]:
    """Return what a document probably is to its claim; a picture has no words to tell it by."""
    if kind.media_type.startswith("image/"):
        return {}
    with suppress(Unreadable):
        found = suggested(" ".join(word.text for word in renderer.words(0)))
        return {"looks_like": str(found)} if found else {}
    return {}
