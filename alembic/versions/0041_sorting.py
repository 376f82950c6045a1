"""Indexes for the orders of the queue by amount and by age.

Revision ID: 0041
Revises: 0040
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0041"
down_revision: str | None = "0040"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "sorting.sql").read_text())


def downgrade() -> None:
    op.execute("DROP INDEX ix_claims_claim_open_amount, ix_claims_claim_open_received")
