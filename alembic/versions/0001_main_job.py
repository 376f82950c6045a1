"""The tables, roles and rules of the main job.

Revision ID: 0001
Revises:
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SQL = Path(__file__).resolve().parent.parent / "sql"
PARTS = (
    "roles",
    "public",
    "database",
    "tables",
    "context",
    "policies",
    "grants",
    "lifecycle",
    "numbers",
    "guards",
    "steps",
    "events",
    "scores",
    "leases",
)


def upgrade() -> None:
    # The driver's own cursor: the files are full of percent signs and colons.
    with op.get_bind().connection.cursor() as cursor:
        for part in PARTS:
            cursor.execute((SQL / f"{part}.sql").read_text())


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: claims and their history would be lost.")
