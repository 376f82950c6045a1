"""What the rows of documents and the objects of the store do not agree on.

Revision ID: 0017
Revises: 0016
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "document_stock.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: faults found would be forgotten.")
