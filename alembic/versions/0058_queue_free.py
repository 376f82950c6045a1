"""An index for the open claims of a desk that nobody has.

Revision ID: 0058
Revises: 0057
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0058"
down_revision: str | None = "0057"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "queue_free.sql").read_text())


def downgrade() -> None:
    op.execute("DROP INDEX ix_claims_claim_free_due")
