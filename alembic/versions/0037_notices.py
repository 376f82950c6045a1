"""Notices of approvals and of notes that name somebody, and what each person wants to hear.

Revision ID: 0037
Revises: 0036
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0037"
down_revision: str | None = "0036"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "notices.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: people's choices would be lost.")
