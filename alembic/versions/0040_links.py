"""What a claim shares with others, fact by fact, within the reader's rights.

Revision ID: 0040
Revises: 0039
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0040"
down_revision: str | None = "0039"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "links.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: the desk asks for this function.")
