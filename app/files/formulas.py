"""Cells that a spreadsheet would run as formulas, kept as text and read back as they were."""

import re

DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
NUMBER = re.compile(r"[+-](\d+([.,]\d*)*|[.,]\d+)([eE][+-]?\d+)?\s?%?")


def escape(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run; plain numbers stay numbers."""
    if DANGEROUS.match(cell) and not NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def unescape(cell: str) -> str:
    """Return what `escape` was given."""
    if cell.startswith("'") and DANGEROUS.match(cell):
        return cell[1:]
    return cell
