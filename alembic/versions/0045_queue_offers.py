"""The regions that a queue can be filtered by.

Revision ID: 0045
Revises: 0044
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0045"
down_revision: str | None = "0044"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "queue_offers.sql").read_text())


def downgrade() -> None:
    op.execute("DROP FUNCTION public.claim_regions()")
