"""Runs migrations on the database that PRECEDENT_DSN or the caller names."""

from pathlib import Path
from typing import Any

from alembic import context
from sqlalchemy import NullPool, create_engine, make_url

from app.database import require_version
from app.errors import AppError
from app.models import Record
from app.settings import Settings

SETTLE = Path(__file__).parent / "sql" / "settle.sql"


def _address() -> Any:
    dsn = context.config.get_main_option("sqlalchemy.url") or Settings.from_environment().dsn
    if not dsn:
        raise AppError("Set PRECEDENT_DSN to the address of the database, then try again.")
    return make_url(dsn).set(drivername="postgresql+psycopg2")


def _is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    return kind != "schema" or name in {None, "auth"}


def _is_table(thing: Any, _name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    return not (kind == "table" and thing.info.get("view"))


def run() -> None:
    engine = create_engine(_address(), poolclass=NullPool)
    with engine.begin() as connection:
        require_version(connection)
        context.configure(
            connection=connection,
            target_metadata=Record.metadata,
            include_schemas=True,
            include_name=_is_ours,
            include_object=_is_table,
        )
        with context.begin_transaction():
            context.run_migrations()
            with connection.connection.cursor() as cursor:
                cursor.execute(SETTLE.read_text())


run()
