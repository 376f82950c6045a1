"""More red-flag rules: papers, notes of adjusters, estimates and what providers bill in a day.

Revision ID: 0046
Revises: 0045
"""

import json
from collections.abc import Sequence
from pathlib import Path

from alembic import op

revision: str = "0046"
down_revision: str | None = "0045"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

ROOT = Path(__file__).resolve().parents[2]
SQL = ROOT / "alembic" / "sql"
RULES = ROOT / "resources" / "rules" / "more_red_flags.json"
INSERT = """
    INSERT INTO red_flag_rule
        (code, version, name, line, condition, said, points, owner, state, source, why)
    VALUES (%(code)s, 1, %(name)s, %(line)s, %(condition)s, %(said)s, %(points)s, %(owner)s,
            %(state)s, %(source)s, 'As delivered')
"""


def upgrade() -> None:
    with op.get_bind().connection.cursor() as cursor:
        cursor.execute((SQL / "more_flags.sql").read_text())
        for rule in json.loads(RULES.read_text("utf-8")):
            cursor.execute(INSERT, rule | {"condition": json.dumps(rule["condition"])})


def downgrade() -> None:
    raise NotImplementedError("Restore a backup instead: rules and their findings would be lost.")
