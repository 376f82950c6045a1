"""The sample's queue on real servers: a key to the painted claim, and a scrolled repaint."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access import Identity, Role
from app.sample.loading import load
from app.ui.queue.page import QueuePage
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.server import Database, Server
from tests.ui.desk import Desks

STEPS, SCROLLS = 80, 120
PAUSE, PATIENCE = 0.15, 10.0


def main() -> None:
    qInstallMessageHandler(lambda *_message: None)
    app = QApplication([])
    theme = Theme(app)
    with tempfile.TemporaryDirectory() as place:
        server = Server(Path(place) / "pg")
        try:
            print(measure(app, server.create()))
        finally:
            server.close()
    del theme


def measure(app: QApplication, database: Database) -> str:
    """Walk and scroll through the sample as an adjuster and return one line of figures."""
    load(database.owner_dsn, password_hash="nobody signs in here")
    tasks = Tasks()
    page = Desks(database, tasks).open(person(database, "maya"))
    page.resize(1688, 1048)
    wait(app, lambda: page.pane.detail is not None)
    walked = [
        walk(app, page, Qt.Key.Key_J if n < STEPS // 2 else Qt.Key.Key_K) for n in range(STEPS)
    ]
    scrolled = [scroll(page) for _ in range(SCROLLS)]
    page.close()
    tasks.close()
    database.drop()
    rows = len(page.table.rows)
    return f"J or K to painted claim {told(walked)}; scrolled repaint {told(scrolled)}; {rows} rows"


def person(database: Database, username: str) -> Identity:
    """Return a person of the sample."""
    columns = "id, username, full_name, role, region, lines, authority_limit"
    found = database.run(f"SELECT {columns} FROM auth_user WHERE username = %s", username)[0]
    number, name, full_name, role, region, lines, limit = found
    return Identity(
        number, name, full_name, Role(role), region, frozenset(lines or ()), authority_limit=limit
    )


def walk(app: QApplication, page: QueuePage, key: Qt.Key) -> float:
    """Return the milliseconds from a key to the next claim painted, pressed with a pause."""
    wait(app, lambda: False, PAUSE)
    began = time.perf_counter()
    QTest.keyClick(page.focusWidget() or page, key)
    wait(app, lambda: page.pane.detail is not None)
    app.processEvents()
    return (time.perf_counter() - began) * 1000


def scroll(page: QueuePage) -> float:
    """Return the milliseconds of a scroll by three rows and its repaint."""
    bar = page.view.verticalScrollBar()
    began = time.perf_counter()
    bar.setValue((bar.value() + 3 * 46) % max(bar.maximum(), 1))
    page.view.viewport().repaint()
    return (time.perf_counter() - began) * 1000


def wait(app: QApplication, come: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Let the application work until something has come, or for some time."""
    until = time.perf_counter() + seconds
    while not come() and time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.001)


def told(times: list[float]) -> str:
    """Return the median and the 95th percentile of milliseconds."""
    last = statistics.quantiles(times, n=20)[-1]
    return f"{statistics.median(times):.0f} ms (p95 {last:.0f})"


if __name__ == "__main__":
    main()
