"""What supervisors see is asked for so that everybody else is answered by index.

Revision ID: 0052
Revises: 0051
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0052"
down_revision: str | None = "0051"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "desk_range.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: queues would be read from end to end.")
