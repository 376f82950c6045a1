"""A desktop in the pseudo-language, in a process of its own: tells what stands on its screens."""

import ast
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from app.main import Desktop
from app.opening import opening
from app.settings import ROOT
from app.signed_in import SignedIn
from app.ui.labels import Elided

PATIENCE, PAUSE, QUIET = 60.0, 0.01, 0.4
PEOPLE = ("maya", "samir", "ruth", "grace")
# Names, examples and abbreviations, which are the same in every language, and names of the sample.
KNOWN = {
    *("Precedent", "GB", "SUV", "VIN", "ROC-AUC", "name@example.org"),
    *("LS11 ABC", "POL-10956121", "MOT-2026-000123-K"),
    *("Fire over 10,000", "Loss soon after the policy began"),
}
_LETTERS = re.compile(r"[^\W\d_]{2}")


def wait(come: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not come() and time.monotonic() < deadline:
        QApplication.processEvents()
        time.sleep(PAUSE)


def settle(work: SignedIn) -> None:
    """Let everything that is being loaded arrive."""
    until = time.monotonic() + QUIET
    wait(lambda: time.monotonic() > until)


def texts(window: QWidget) -> Iterator[str]:
    """Yield all that a person reads or hears in *window*."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget is not window and not widget.isVisibleTo(window):
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        if isinstance(widget, QTableView) and widget.model():
            role, across = Qt.ItemDataRole.DisplayRole, Qt.Orientation.Horizontal
            columns = widget.model().columnCount()
            heads = (widget.model().headerData(c, across, role) for c in range(columns))
            yield from (str(head or "") for head in heads)


def plain(text: str) -> str:
    """Return what of *text* stands outside the brackets of the pseudo-language."""
    inside, found = 0, []
    for letter in text:
        inside += letter == "["
        found.append(" " if inside else letter)
        inside -= letter == "]" and inside > 0
    return "".join(found).strip()


def cut(window: QWidget) -> Iterator[str]:
    """Yield the words on one line that have less room than they need."""
    for widget in window.findChildren(QLabel):
        still = isinstance(widget, Elided) or widget.wordWrap()
        shown = widget.text() and widget.isVisibleTo(window) and not still
        if shown and widget.width() < widget.minimumSizeHint().width():
            yield widget.text()


def literals() -> set[str]:
    """Return every text that the screens and their services hold."""
    trees = (
        ast.parse(path.read_text("utf-8"))
        for room in ("ui", "services")
        for path in (ROOT / "app" / room).rglob("*.py")
    )
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {
        node.value.strip()
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } - KNOWN


def walk(workspace: Path) -> dict[str, dict[str, list[str]]]:
    """Return, for every screen, the words outside of brackets and those that are cut."""
    app = QApplication(sys.argv[:1])
    found: dict[str, dict[str, list[str]]] = {}
    ours = literals()
    desktop = Desktop(app, opening(workspace))
    desktop.open()
    wait(lambda: bool(desktop.sign_in.grid.cards))
    note(found, ours, "sign-in", desktop.sign_in)
    for username in PEOPLE:
        card = next(c for c in desktop.sign_in.grid.cards if c.person.username == username)
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        wait(lambda: isinstance(desktop.work, SignedIn))
        work = desktop.work
        assert isinstance(work, SignedIn)
        work.window.resize(1920, 1080)
        for place in list(work.window.navigation.buttons):
            work.window.go(place)
            settle(work)
            note(found, ours, f"{username} {place}", work.window)
            before = set(found[f"{username} {place}"]["cut"])
            settle(work)
            found[f"{username} {place}"]["cut"] = sorted(before & set(cut(work.window)))
        work.window.signed_out.emit()
        wait(lambda: desktop.work is None)
    desktop.close()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


def note(
    found: dict[str, dict[str, list[str]]], ours: set[str], screen: str, window: QWidget
) -> None:
    bare = {plain(text).strip(" ·:,.") for text in texts(window)}
    leaks = sorted(text for text in bare & ours if _LETTERS.search(text))
    found[screen] = {"leaks": leaks, "cut": sorted(set(cut(window)))}


def main() -> None:
    """Walk through the workspace that is named and print what was found."""
    json.dump(walk(Path(sys.argv[1])), sys.stdout)
