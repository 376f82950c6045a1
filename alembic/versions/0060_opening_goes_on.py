"""A download that began in time is carried to its end.

Revision ID: 0060
Revises: 0059
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0060"
down_revision: str | None = "0059"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "opening_goes_on.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup: slow downloads would end half-way.")
