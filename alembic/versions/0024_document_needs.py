"""Documents a claim can do without, and what a document is to its claim.

Revision ID: 0024
Revises: 0023
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "document_needs.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: reasons given would be forgotten.")
