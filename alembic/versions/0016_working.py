"""Work on claims: handing out, presence, capacity, diary, notes, tags, tasks, notices.

Revision ID: 0016
Revises: 0015
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"
PARTS = ("working_tables", "working", "desk_work")


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        for part in PARTS:
            cursor.execute((SQL / f"{part}.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: diary, tasks and tags would be lost.")
