"""Holds rows of a table, so that a test knows what waits for them."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import psycopg2

from tests.server import Database

PATIENCE = 60


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never came to pass"
        time.sleep(0.02)


@contextmanager
def held_up(database: Database, table: str) -> Iterator[Callable[[int], None]]:
    """Hold every row of a table until the block ends; tells when so many wait for one."""
    waiting = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    with closing(psycopg2.connect(database.owner_dsn)) as barrier, barrier.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table} FOR UPDATE")
        yield lambda number: until(lambda: database.value(waiting) >= number)
        barrier.rollback()
