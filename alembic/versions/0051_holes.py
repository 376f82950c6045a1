"""Nothing stands for no value: checks hold against arguments that have none.

Revision ID: 0051
Revises: 0050
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0051"
down_revision: str | None = "0050"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "holes.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: checks would have holes.")
