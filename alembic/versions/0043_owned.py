"""Only whose claim it is enters money and sends letters.

Revision ID: 0043
Revises: 0042
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0043"
down_revision: str | None = "0042"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "owned.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: a claim without an owner could be written to.")
