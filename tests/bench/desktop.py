"""The desktop as a person feels it: first window, sign-in to queue, key press to painted claim."""

import importlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.embedded.attach import attach
from app.main import Desktop
from app.opening import opening
from app.ui.queue.page import QueuePage

STARTS, KEYS = 5, 60
PATIENCE = 60.0


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        began = time.perf_counter()
        held = attach(workspace, sample=True)
        cold = time.perf_counter() - began
        try:
            paints = [first_paint(workspace) for _ in range(STARTS)]
            sign_in, keys, toggle = walk(workspace)
        finally:
            held.discard()
    print(
        f"servers with a new sample portfolio {cold:.1f} s; first window {min(paints):.2f} s"
        f" (median {statistics.median(paints):.2f}); sign-in to queue {sign_in:.2f} s;"
        f" key to painted claim {told(keys)}; theme switch {1000 * toggle:.0f} ms"
    )
    return 0


def told(seconds: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    ordered = sorted(1000 * value for value in seconds)
    return f"{statistics.median(ordered):.0f} ms (p95 {ordered[int(len(ordered) * 0.95)]:.0f})"


def first_paint(workspace: Path) -> float:
    """Start the desktop as a process of its own and return when its first window was painted."""
    child = subprocess.Popen(
        [sys.executable, "-m", "app", "--workspace", str(workspace)],
        env=os.environ | {"PRECEDENT_TIMINGS": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert child.stdout
        return next(float(line.split()[1]) for line in child.stdout if "first-paint" in line)
    finally:
        child.terminate()
        child.wait()


def walk(workspace: Path) -> tuple[float, list[float], float]:
    """Sign in, walk through claims by key, switch the theme; return what each took."""
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    desktop = Desktop(qt, opening(workspace))
    desktop.open()
    until(qt, lambda: bool(desktop.sign_in.grid.cards))
    importlib.import_module("app.signed_in")  # loaded while a person reads the cards

    card = next(c for c in desktop.sign_in.grid.cards if c.person.username == "maya")
    began = time.perf_counter()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    until(qt, lambda: desktop.work is not None)
    page = desktop.work.window.screen_shown
    assert isinstance(page, QueuePage)
    desktop.work.window.resize(1920, 1080)
    until(qt, lambda: page.pane.detail is not None)
    sign_in = time.perf_counter() - began
    keys = [step(qt, page) for _ in range(KEYS)]
    began = time.perf_counter()
    desktop.theme.toggle()
    qt.processEvents()
    toggle = time.perf_counter() - began
    desktop.close()
    return sign_in, keys, toggle


def step(qt: QApplication, page: QueuePage) -> float:
    """Press J and return how long it took until the next claim was painted in full."""
    before = page.pane.claim
    began = time.perf_counter()
    QTest.keyClick(page.view, Qt.Key.Key_J)
    until(qt, lambda: shows_another(page, before.id if before else 0))
    page.pane.repaint()
    qt.processEvents()
    return time.perf_counter() - began


def shows_another(page: QueuePage, before: int) -> bool:
    """Tell whether the pane shows the chosen claim in full, and another than before."""
    detail, chosen = page.pane.detail, page.view.claim()
    return bool(detail and chosen and detail.row.id == chosen.id != before)


def until(qt: QApplication, come: Callable[[], bool]) -> None:
    """Let Qt work until it has *come*."""
    deadline = time.perf_counter() + PATIENCE
    while not come():
        qt.processEvents()
        if time.perf_counter() > deadline:
            raise TimeoutError
        time.sleep(0.001)


if __name__ == "__main__":
    sys.exit(main())
