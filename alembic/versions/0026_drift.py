"""What moved since a model learned, and the alerts about it.

Revision ID: 0026
Revises: 0025
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0026"
down_revision: str | None = "0025"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "drift.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: reports and alerts would be lost.")
