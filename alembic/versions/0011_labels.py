"""What a claim teaches: the label rule and the blind sample.

Revision ID: 0011
Revises: 0010
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "labels.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: the blind sample would be lost.")
