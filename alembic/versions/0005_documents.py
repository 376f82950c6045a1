"""Documents: versions, uploads, looks at them, and what guards all of these.

Revision ID: 0005
Revises: 0004
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"
PARTS = ("documents", "document_rules")


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        for part in PARTS:
            cursor.execute((SQL / f"{part}.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: documents would be lost.")
