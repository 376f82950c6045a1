"""Claims that may tell of the same loss, found while one is entered.

Revision ID: 0008
Revises: 0007
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "similar.sql").read_text())


def downgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute("SET ROLE claims_rules")
        cursor.execute("DROP FUNCTION similar_claims(text, date, text, text, text[], int)")
        cursor.execute("DROP FUNCTION app.same_loss(text, date, text, text, text[], int)")
        cursor.execute("SET ROLE claims_owner")
        cursor.execute("DROP INDEX ix_claims_claim_items, ix_claims_claim_policy")
        cursor.execute("RESET ROLE")
