"""Notes, highlights and tags beside documents, and what each person has read.

Revision ID: 0015
Revises: 0014
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql" / "annotations.sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute(SQL.read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: notes would be lost.")
