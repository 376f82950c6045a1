"""The figures of the servers are told to a lease that holds.

Revision ID: 0042
Revises: 0041
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0042"
down_revision: str | None = "0041"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "figures_of_leases.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: ended leases would be answered again.")
