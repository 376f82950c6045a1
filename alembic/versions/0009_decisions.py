"""The desk's decisions: the register of money, letters, and the rest of the lifecycle.

Revision ID: 0009
Revises: 0008
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"
PARTS = ("register", "letters", "desk_steps")


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        for part in PARTS:
            cursor.execute((SQL / f"{part}.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: the register of money would be lost.")
