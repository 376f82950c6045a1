"""The first leases of a device come one after the other.

Revision ID: 0063
Revises: 0062
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0063"
down_revision: str | None = "0062"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "lease_turns.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: two first leases would clash.")
