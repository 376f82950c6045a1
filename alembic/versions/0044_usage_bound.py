"""The names that a day of usage holds are bounded.

Revision ID: 0044
Revises: 0043
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0044"
down_revision: str | None = "0043"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "usage_bound.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: usage could grow without a bound.")
