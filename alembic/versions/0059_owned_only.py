"""Claims that nobody has need no place among those in somebody's hand.

Revision ID: 0059
Revises: 0058
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0059"
down_revision: str | None = "0058"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "owned_only.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: imports would be slower.")
