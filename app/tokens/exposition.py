"""Figures of application and database in the text format of Prometheus; counts and sizes alone."""

from collections.abc import Iterator
from typing import Any

_TABLE = (("bytes", "size of a table with its indexes"), ("rows", "rows"), ("dead", "dead rows"))


def exposition(figures: dict[str, Any]) -> str:
    """Return the figures as gauges, those of tables with the name of each as a label."""
    return "\n".join([*_plain(figures), *_tables(figures["tables"])]) + "\n"


def _plain(figures: dict[str, Any]) -> Iterator[str]:
    for part in ("application", "database"):
        for name, value in sorted(figures[part].items()):
            if value is not None:
                yield f"# TYPE precedent_{part}_{name} gauge"
                yield f"precedent_{part}_{name} {value}"


def _tables(tables: dict[str, dict[str, int]]) -> Iterator[str]:
    for name, words in _TABLE:
        metric = f"precedent_table_{name}"
        yield f"# HELP {metric} {words.capitalize()}."
        yield f"# TYPE {metric} gauge"
        for table, told in sorted(tables.items()):
            yield f'{metric}{{table="{table}"}} {told[name]}'
