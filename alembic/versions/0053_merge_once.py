"""A batch that came in whole is not looked at a second time.

Revision ID: 0053
Revises: 0052
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0053"
down_revision: str | None = "0052"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "merge_once.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: batches would be counted twice.")
