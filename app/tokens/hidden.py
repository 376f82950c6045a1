"""What the database holds encrypted: found, checked at a start, and encrypted with today's key."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, TextClause, text

from app.errors import AppError
from app.tokens.vault import Tampered, Vault, is_encrypted, make

log = logging.getLogger(__name__)

_LOCK = text("LOCK TABLE auth.signing_key IN SHARE ROW EXCLUSIVE MODE")


def code_row(person: int) -> str:
    """Return what a secret of one-time codes is bound to."""
    return f"otp {person}"


def key_row(kid: str) -> str:
    """Return what a signing key is bound to."""
    return f"signing_key {kid}"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column whose values are encrypted, and what each is bound to."""

    read: TextClause
    write: TextClause
    row: Any


_COLUMNS = (
    _Column(
        text("SELECT user_id, secret FROM auth.otp WHERE secret IS NOT NULL"),
        text("UPDATE auth.otp SET secret = :new WHERE user_id = :key AND secret = :old"),
        code_row,
    ),
    _Column(
        text("SELECT user_id, pending FROM auth.otp WHERE pending IS NOT NULL"),
        text("UPDATE auth.otp SET pending = :new WHERE user_id = :key AND pending = :old"),
        code_row,
    ),
    _Column(
        text("SELECT kid, private_pem FROM auth.signing_key"),
        text(
            "UPDATE auth.signing_key SET private_pem = :new WHERE kid = :key AND private_pem = :old"
        ),
        key_row,
    ),
)


def open_vault(engine: Engine, path: Path) -> Vault:
    """Return the vault of *path*, made at the first start, with everything encrypted by it.

    Raises AppError where the database was encrypted with a key that is not in the file.
    """
    with engine.begin() as connection:
        # Two services that start for the first time must not each make a key.
        connection.execute(_LOCK)
        encrypted = [value for _, _, value in _values(connection) if is_encrypted(value)]
        if not path.exists():
            if encrypted:
                raise AppError(_lost(path))
            make(path)
        vault = Vault(path)
        if not all(map(vault.knows, encrypted)):
            raise AppError(_lost(path))
        _encrypt(connection, vault)
    return vault


def keep_current(engine: Engine, vault: Vault) -> None:
    """Encrypt with today's key whatever is not."""
    with engine.begin() as connection:
        connection.execute(_LOCK)
        _encrypt(connection, vault)


def _encrypt(connection: Connection, vault: Vault) -> None:
    for column, key, old in list(_values(connection)):
        if not vault.is_current(old):
            new = _again(vault, old, row=column.row(key))
            connection.execute(column.write, {"key": key, "old": old, "new": new})


def _again(vault: Vault, old: str, *, row: str) -> str:
    try:
        plain = vault.decrypt(old, row=row) if is_encrypted(old) else old
    except Tampered as error:
        log.error("%s", error.message)  # noqa: TRY400 - the sentence is all there is
        return old
    return vault.encrypt(plain, row=row)


def _values(connection: Connection) -> Iterator[tuple[_Column, Any, str]]:
    for column in _COLUMNS:
        for key, value in connection.execute(column.read).all():
            yield column, key, value


def _lost(path: Path) -> str:
    return (
        f"The database was encrypted with a key that is not in {path}. "
        "Restore that file, or name the right one with PRECEDENT_TOKEN_KEYS."
    )
