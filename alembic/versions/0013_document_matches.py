"""The same file or photo in another claim, and names of files that are names.

Revision ID: 0013
Revises: 0012
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "document_matches.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: rules are replaced by newer ones.")
