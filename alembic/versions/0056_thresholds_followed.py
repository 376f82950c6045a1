"""The suggestions of open claims follow the threshold in force.

Revision ID: 0056
Revises: 0055
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0056"
down_revision: str | None = "0055"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "thresholds_followed.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: nobody would know which thresholds were followed.")
