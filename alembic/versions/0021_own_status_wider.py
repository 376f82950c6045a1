"""A User is told of a referral and of a second person in the same way.

Revision ID: 0021
Revises: 0020
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "own_status_wider.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: what is closed here would be open again.")
