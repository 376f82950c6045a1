"""Files of claims with a dry run, each row once, and a batch that can be taken back.

Revision ID: 0012
Revises: 0011
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "imports.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: what came in twice would not be known.")
