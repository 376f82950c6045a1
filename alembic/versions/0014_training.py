"""Trainings: one at a time, kept up by whoever runs it.

Revision ID: 0014
Revises: 0013
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "training.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: trainings would be lost.")
