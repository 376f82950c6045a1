"""A redacted copy is announced as one, so that it never stands without its link.

Revision ID: 0061
Revises: 0060
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0061"
down_revision: str | None = "0060"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "redaction_announced.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: copies would lose their link when a line is cut.")
