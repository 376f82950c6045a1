"""Documents: an announced upload or an asked-for look becomes signed requests of the store.

Who may announce and ask is decided by the database under the person's own login; here only the
tickets it gave are honoured, for the person it gave them to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, text

from app.objects import (
    PART,
    ObjectMissing,
    Part,
    Request,
    Spec,
    Store,
    StoreError,
    parts_of,
)
from app.objects.signing import LIFETIME
from app.tokens.answers import BadRequest, Denied, Missing, Refused

AT_ONCE, MOST_PARTS = 64, 128
_UPLOAD = text("SELECT * FROM upload_of(:upload, :person)")
_BEGUN = text("SELECT upload_begun(:upload, :person, :multipart)")
_FINISH = text("SELECT finish_upload(:upload, :person, :version)")
_DROP = text("SELECT drop_upload(:upload, :person)")
_OPENING = text("SELECT * FROM opening_of(:opening, :person)")

Answer = dict[str, Any]


class Documents:
    """Signs what the tickets of the database allow."""

    def __init__(self, engine: Engine, store: Store) -> None:
        self._engine = engine
        self._store = store

    def begin(self, upload: UUID, person: int) -> Answer:
        """Begin an upload, or tell how far one has come."""
        row, spec = self._upload(upload, person)
        told = {"id": str(upload), "part_size": PART, "parts": parts_of(spec.size)}
        if row["version_id"] is not None:
            return {**told, "version": row["version_id"], "done": []}
        with _worded():
            multipart = row["multipart"] or self._begin(upload, person, spec)
            done = self._store.parts(spec, multipart)
        arrived = [{"number": part.number, "tag": part.tag} for part in done]
        return {**told, "version": None, "done": arrived}

    def sign_parts(self, upload: UUID, person: int, told: object) -> Answer:
        """Sign the requests that send these parts."""
        row, spec = self._upload(upload, person)
        parts = _parts(told, spec, AT_ONCE)
        with _worded():
            signed = [self._store.request_part(spec, part, row["multipart"]) for part in parts]
        requests = [
            {"number": part.number, **_request(request)}
            for part, request in zip(parts, signed, strict=True)
        ]
        return {"parts": requests, "expires_in": LIFETIME}

    def complete(self, upload: UUID, person: int, told: object) -> Answer:
        """Make the object of what was sent, then the row; asked again, answer the same."""
        row, spec = self._upload(upload, person)
        version = row["version_id"]
        if version is None:
            digests = {part.number: part.sha256 for part in _parts(told, spec, MOST_PARTS)}
            with _worded():
                stored = self._store.complete(spec, row["multipart"], digests)
            asked = {"upload": upload, "person": person, "version": stored.version}
            with self._engine.begin() as connection:
                version = connection.execute(_FINISH, asked).scalar_one()
        return {"version": version}

    def cancel(self, upload: UUID, person: int) -> Answer:
        """Forget an upload that is not finished."""
        row, spec = self._upload(upload, person)
        if row["version_id"] is None:
            with _worded():
                self._store.abort(spec, row["multipart"])
            with self._engine.begin() as connection:
                connection.execute(_DROP, {"upload": upload, "person": person})
        return {}

    def presign(self, opening: UUID, person: int) -> Answer:
        """Sign the request that fetches what the person asked to see."""
        with self._engine.begin() as connection:
            asked = {"opening": opening, "person": person}
            row = connection.execute(_OPENING, asked).mappings().one_or_none()
        if row is None:
            raise Missing("document")
        with _worded():
            request = self._store.request_object(row["key"], row["object_version"])
        bound = {name: row[name] for name in ("size", "sha256", "media_type")}
        return {**_request(request), **bound, "expires_in": LIFETIME}

    def _upload(self, upload: UUID, person: int) -> tuple[Any, Spec]:
        with self._engine.begin() as connection:
            asked = {"upload": upload, "person": person}
            row = connection.execute(_UPLOAD, asked).mappings().one_or_none()
        if row is None:
            raise Missing("upload")
        return row, Spec(row["key"], row["size"], row["sha256"], row["media_type"])

    def _begin(self, upload: UUID, person: int, spec: Spec) -> str | None:
        """Begin at the store; when somebody was faster, forget one's own beginning."""
        mine = self._store.begin(spec)
        if mine is None:
            return None
        asked = {"upload": upload, "person": person, "multipart": mine}
        with self._engine.begin() as connection:
            kept: str = connection.execute(_BEGUN, asked).scalar_one()
        if kept != mine:
            self._store.abort(spec, mine)
        return kept


def _parts(told: object, spec: Spec, most: int) -> list[Part]:
    if not isinstance(told, list) or not 0 < len(told) <= most:
        raise BadRequest(f"Name 1 to {most} parts at once.")
    return [_part(entry, spec) for entry in told]


def _part(told: object, spec: Spec) -> Part:
    """Read a part; its size follows from its number, its digest is what is promised."""
    entry = told if isinstance(told, dict) else {}
    number, sha256 = entry.get("number"), entry.get("sha256")
    count = parts_of(spec.size)
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= count:
        raise BadRequest(f"Parts are numbered from 1 to {count}.")
    if count == 1:
        return Part(1, spec.size, spec.sha256)
    if not isinstance(sha256, str) or not _is_digest(sha256):
        raise BadRequest("A part needs its sha256, in hexadecimal digits.")
    size = min(PART, spec.size - (number - 1) * PART)
    return Part(number, size, sha256)


def _is_digest(told: str) -> bool:
    return len(told) == 64 and set(told) <= set("0123456789abcdef")  # noqa: PLR2004 - SHA-256


def _request(request: Request) -> Answer:
    return asdict(request)


@contextmanager
def _worded() -> Iterator[None]:
    try:
        yield
    except ObjectMissing as error:
        raise Denied(404, "not_found", error.message) from error
    except StoreError as error:
        raise Refused(error.message) from error
