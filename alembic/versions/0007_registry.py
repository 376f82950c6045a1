"""The register of models: judges by line, proposals of two people, bundles, a chained history.

Revision ID: 0007
Revises: 0006
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "registry.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: the history of models would be lost.")
