"""Reports of errors and counts of looks are refused to a lease that has ended.

Revision ID: 0050
Revises: 0049
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0050"
down_revision: str | None = "0049"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "ended_leases.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: leases that ended were answered.")
