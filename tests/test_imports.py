"""Which room may import which, and what no room may touch."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"

PURE = {"errors", "progress", "words"}
DATA = {
    "codes",
    "access",
    "faults",
    "tracing",
    "database",
    "models",
    "files",
    "ml",
    "settings",
} | PURE
QT = {"PySide6", "shiboken6", "pyqtgraph", "superqt", "qtpy"}
SQL = {"sqlalchemy", "alembic", "psycopg2"}

ROOMS: dict[str, set[str]] = {
    "errors": {"words"},
    "words": set(),
    "language": {"settings", "words"},
    "progress": set(),
    "settings": set(),
    "faults": {"settings"},
    "tracing": set(),
    "terminal": {"progress"},
    "codes": {"errors"},
    "access": {"errors", "words"},
    "files": PURE,
    "database": {"errors", "tracing", "words"},
    "objects": {"errors"},
    "models": {"codes", "errors"},
    "schema_check": {"models", "database", "codes", "errors"},
    "ml": {"codes"} | PURE,
    "services": DATA,
    "tokens": {
        "faults",
        "tracing",
        "models",
        "codes",
        "access",
        "database",
        "objects",
        "errors",
        "settings",
    },
    "worker": DATA | {"services", "objects", "sample"},
    "sample": DATA | {"services", "objects", "worker"},
    "embedded": {"errors", "settings"},
    "ui": {"services", "codes", "access", "language", "tracing"} | PURE,
}
COMPOSED = {
    "main",
    "opening",
    "signed_in",
    "insight",
    "keeping",
    "places",
    "training_run",
    "cli",
    "commands",
    "bitmaps",
    "file_commands",
    "server_checks",
    "tour",
    "bench",
    "__main__",
    "__init__",
}

NEVER = dict.fromkeys(ROOMS, QT) | {
    "errors": QT | SQL,
    "progress": QT | SQL,
    "words": QT | SQL,
    "language": SQL,
    "settings": QT | SQL,
    "codes": QT | SQL,
    "access": QT | SQL,
    "files": QT | SQL,
    "ml": QT | SQL,
    "ui": SQL | {"boto3", "sklearn"},
}


def imports(source: str, package: str = "") -> Iterator[str]:
    """Yield the dotted names a module imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: package.count(".") + 2 - node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def broken_rules(room: str, names: Iterator[str]) -> list[str]:
    """Return the names that *room* may not import."""
    if room in COMPOSED:
        return []
    if room not in ROOMS:
        return [f"(the room {room} is not in the table)"]
    return [name for name in names if not _allowed(room, name)]


def _allowed(room: str, name: str) -> bool:
    top, _, rest = name.partition(".")
    if top == "app":
        return rest.split(".")[0] in ROOMS[room] | {room}
    return top not in NEVER[room]


def modules() -> list[Path]:
    return sorted(APP.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(APP)))
def test_a_room_imports_only_what_the_table_allows(path: Path):
    inside = path.relative_to(APP)
    room = inside.parts[0].removesuffix(".py")
    package = ".".join(["app", *inside.parts[:-1]])

    broken = broken_rules(room, imports(path.read_text("utf-8"), package))

    assert broken == []


@pytest.mark.parametrize(
    ("room", "source", "package", "broken"),
    [
        ("ui", "from app.services import claims", "app.ui", []),
        ("ui", "import sqlalchemy.orm", "app.ui", ["sqlalchemy.orm"]),
        ("ui", "def late():\n    from app.ml import KNN", "app.ui", ["app.ml.KNN"]),
        ("ui", "from app import models", "app.ui", ["app.models"]),
        ("ml", "from PySide6.QtCore import QObject", "app.ml", ["PySide6.QtCore.QObject"]),
        ("ml", "from . import knn", "app.ml", []),
        ("ml", "from ..services import claims", "app.ml", ["app.services.claims"]),
        ("services", "from app.objects import Store", "app.services", ["app.objects.Store"]),
        ("embedded", "from app.models import claims", "app.embedded", ["app.models.claims"]),
        ("attic", "", "app.attic", ["(the room attic is not in the table)"]),
    ],
)
def test_the_rules_catch_what_they_forbid(room: str, source: str, package: str, broken: list[str]):
    found = broken_rules(room, imports(source, package))

    assert found == broken


def test_attaching_to_the_servers_needs_the_standard_library_alone():
    attach = APP / "embedded" / "attach.py"

    foreign = {name.split(".")[0] for name in imports(attach.read_text("utf-8"), "app.embedded")}

    assert foreign - set(sys.stdlib_module_names) - {"app"} == set()
