"""The migrations: from nothing to the models, and nothing left over."""

import psycopg2
import pytest
from alembic import command
from sqlalchemy import create_engine, inspect
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.codes import LIFECYCLE
from app.errors import AppError
from app.models import Record
from app.services.audit import AuditService
from tests.factories import a_claim
from tests.server import Database, Server, migrations


def test_an_empty_database_becomes_the_models(server: Server):
    dsn = server.create_empty("from_nothing")

    command.upgrade(migrations(dsn), "head")

    command.check(migrations(dsn))
    server.drop("from_nothing")


def test_every_table_of_the_models_is_there(database: Database):
    expected = {name for name, table in Record.metadata.tables.items() if "view" not in table.info}

    with database.owner_engine().connect() as connection:
        tables = set(inspect(connection).get_table_names())
        tables |= {f"auth.{name}" for name in inspect(connection).get_table_names("auth")}

    assert tables == expected | {"alembic_version"}


def test_an_upgrade_of_what_is_up_to_date_changes_nothing(database: Database):
    before = database.run("SELECT * FROM lifecycle")

    command.upgrade(migrations(database.owner_dsn), "head")

    assert database.run("SELECT * FROM lifecycle") == before


def test_the_lifecycle_table_is_the_codes(database: Database):
    rows = database.run("SELECT from_status, to_status, who, compensates FROM lifecycle")

    stored = {(start, end, frozenset(who), undo) for start, end, who, undo in rows}
    assert stored == {(step.start, step.end, step.who, step.compensates) for step in LIFECYCLE}
    assert len(rows) == len(stored)


def test_migrations_need_an_address(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PRECEDENT_DSN", raising=False)

    with pytest.raises(AppError, match="PRECEDENT_DSN"):
        command.upgrade(migrations(""), "head")


def test_migrations_read_the_address_from_the_environment(
    database: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PRECEDENT_DSN", database.owner_dsn)

    command.check(migrations(""))


def test_migrations_refuse_an_old_server_s11(server: Server, monkeypatch: pytest.MonkeyPatch):
    dsn = server.create_empty("too_old")
    monkeypatch.setattr("app.database.OLDEST_SERVER", 99)

    with pytest.raises(AppError, match="use 99 or later"):
        command.upgrade(migrations(dsn), "head")

    engine = create_engine(dsn.replace("postgresql:", "postgresql+psycopg2:"))
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    server.drop("too_old")


def test_events_of_before_the_chain_are_chained_by_the_migration(server: Server):
    dsn = server.create_empty("before_the_chain")
    command.upgrade(migrations(dsn), "0002")
    before = Database(server, "before_the_chain")
    claims = [a_claim(before, "draft") for _ in range(2)]
    for _ in range(3):
        for claim in claims:
            before.run("INSERT INTO claims_event (claim_id, kind) VALUES (%s, 'edited')", claim)

    command.upgrade(migrations(dsn), "head")

    chain = "SELECT claim_id, seq, prev_hash IS NULL FROM claims_event ORDER BY claim_id, seq"
    assert before.run(chain) == [(c, n, n == 1) for c in claims for n in (1, 2, 3)]
    auditor = AuditService(sessionmaker(before.owner_engine()), Identity.system())
    assert auditor.verify().faults == ()
    with pytest.raises(psycopg2.Error, match="never changed"):
        before.run("DELETE FROM claims_event")
    before.drop()
