"""What became of scored claims is counted once by month and line, not anew for every look.

Revision ID: 0054
Revises: 0053
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0054"
down_revision: str | None = "0053"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "cells.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: the counts would have to be made at each look.")
