"""The desk while a file of claims is scored beside it: how long its thread ever stands still."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pandas as pd
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.sample.portfolio import portfolio
from app.sample.training import features_of
from app.settings import MODEL
from app.ui.batch.screen import BatchScreen
from app.ui.changes import Changes
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.factories import an_identity

COPIES = 25
PATIENCE = 300.0


class Heart:
    """Beats every millisecond on the desk's thread and remembers its longest silence."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def main() -> int:
    app = QApplication([])
    theme = Theme(app)
    tasks = Tasks()
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "claims.csv"
        rows = write_claims(source)
        screen = BatchScreen(tasks, Changes(), an_identity(analyst=True), MODEL)
        screen.resize(1600, 900)
        screen.show()
        print(measure(screen, source, rows))
        screen.close()
        tasks.close()
    del theme
    return 0


def measure(screen: BatchScreen, source: Path, rows: int) -> str:
    """Look at the file, score it, show its results, and say how the desk fared."""
    screen.look_at(source)
    wait(screen.preview.isVisible)
    heart = Heart()
    began = time.perf_counter()
    screen.preview.score.click()
    wait(lambda: screen.batch is not None)
    seconds = time.perf_counter() - began
    wait(screen.results.isVisible)
    return (
        f"{rows:,} claims scored beside the desk in {seconds:.1f} s ({rows / seconds:,.0f}"
        f" claims/s); its thread stood still for {1000 * heart.longest:.0f} ms at most"
    )


def write_claims(path: Path) -> int:
    """Write the open claims of the sample, several times over, and return how many rows."""
    facts = features_of(portfolio(as_of=date(2026, 1, 1)).open)
    pd.concat([facts] * COPIES).to_csv(path, index=False)
    return len(facts) * COPIES


def wait(until: Callable[[], bool]) -> None:
    """Let the desk work until something is so."""
    deadline = time.perf_counter() + PATIENCE
    while not until():
        QApplication.processEvents()
        time.sleep(0.0005)
        if time.perf_counter() > deadline:
            raise TimeoutError(until)


if __name__ == "__main__":
    sys.exit(main())
