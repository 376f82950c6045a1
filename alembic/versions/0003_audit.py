"""The audit: chained events, reads on record, what the worker did, and what a User is not told.

Revision ID: 0003
Revises: 0002
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"
PARTS = ("audit", "openings", "own_status", "jobs")


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        for part in PARTS:
            cursor.execute((SQL / f"{part}.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: the chain of events would be lost.")
