"""The packet of a referral, made by those who investigate and told in the history.

Revision ID: 0035
Revises: 0034
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0035"
down_revision: str | None = "0034"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "packet.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: events of exports would be lost.")
