"""Open claims are scored anew when another model judges, many at a time.

Revision ID: 0055
Revises: 0054
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0055"
down_revision: str | None = "0054"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "scores_in_bulk.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError(
        "Restore a backup: claims that wait for their score would be forgotten."
    )
