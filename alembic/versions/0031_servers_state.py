"""How the servers are, told to the token service for `doctor`.

Revision ID: 0031
Revises: 0030
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0031"
down_revision: str | None = "0030"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "servers_state.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: the token service asks for this.")
