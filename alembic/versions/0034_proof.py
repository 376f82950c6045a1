"""What each person had before them of a claim, and denials that rest on opened evidence.

Revision ID: 0034
Revises: 0033
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0034"
down_revision: str | None = "0033"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "proof.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: the rule on evidence would be lost.")
