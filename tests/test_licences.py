"""The licence gate, which must catch what it is there for."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_spec = importlib.util.spec_from_file_location("licences", ROOT / ".ci" / "licences.py")
assert _spec is not None
assert _spec.loader is not None
licences = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(licences)


@pytest.mark.parametrize(
    "expression",
    [
        "MIT",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "GNU Library or Lesser General Public License LGPL",
        "BSD-3-Clause AND 0BSD AND (MIT OR GPL-3.0-only)",
    ],
)
def test_what_may_be_had_without_the_gpl_is_allowed(expression: str):
    assert licences.allowed(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "GPL-3.0-or-later",
        "AGPL-3.0-only",
        "MIT AND GPL-2.0-only",
        "(MIT OR BSD-3-Clause) AND GPL-2.0-only",
        "GNU General Public License v3 GPLv3",
        "GNU Affero General Public License v3",
    ],
)
def test_what_comes_only_under_the_gpl_or_under_nothing_is_refused(expression: str):
    assert not licences.allowed(expression)


def test_every_part_of_the_runtime_may_be_shipped(capsys):
    code = licences.main(ROOT / "requirements" / "app.txt")

    assert code == 0, capsys.readouterr().out
