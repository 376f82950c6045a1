"""Batches of claims by staging and merge, text search under row-level security, turns for seals.

Revision ID: 0004
Revises: 0003
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"
PARTS = ("turns", "batches", "searching")


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        for part in PARTS:
            cursor.execute((SQL / f"{part}.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: batches would be lost.")
