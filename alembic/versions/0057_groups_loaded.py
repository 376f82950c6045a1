"""Administrators bring in group facts, and reading their figures is on record.

Revision ID: 0057
Revises: 0056
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0057"
down_revision: str | None = "0056"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "groups_loaded.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: the readings on record would have no meaning.")
