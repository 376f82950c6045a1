"""What comes in with a checked file is looked up by hash, however many rows it has.

Revision ID: 0062
Revises: 0061
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0062"
down_revision: str | None = "0061"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "rows_filed.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: a file of many rows would take hours.")
