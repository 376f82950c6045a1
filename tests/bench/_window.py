"""Times the viewer's window: its first page, page down, and how long its thread is blocked."""

import os
import time
from statistics import median

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access import Identity, Role
from app.services.rendering import Children
from app.ui.tasks import Tasks
from app.ui.theme import Choice, Theme
from app.ui.viewer.reader import Paper, Reader

BEAT_MS, READING = 5, 0.15


class Beat(QObject):
    """Beats every few milliseconds in the UI thread; a gap between two beats is a block."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - BEAT_MS / 1000)
        self._last = now


def seen(reader: Reader) -> bool:
    """Tell whether every page on screen is painted as it was asked for."""
    feed, pages = reader.feed, reader.pages
    if feed is None or not feed.sizes:
        return False
    scale = round(pages.layout_of.zoom * pages.devicePixelRatioF(), 4)
    return all(feed.pictures.has(page, scale) for page in pages.visible_pages())


def in_the_window(data: bytes, children: Children, turned: int) -> None:
    """Print the figures of the window itself: first page, page down, blocks of its thread."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    Theme(app).choose(Choice.LIGHT)
    tasks, identity = Tasks(), Identity(1, "bench", "Bench", Role.STAFF)
    reader = Reader(tasks, children, identity)
    reader.resize(1100, 1000)
    reader.show()
    app.processEvents()
    beat, since = Beat(), time.perf_counter()
    reader.show_paper(Paper("s.pdf", "", data))
    while not seen(reader):
        app.processEvents()
    print(f"window, first     {(time.perf_counter() - since) * 1000:.0f} ms")
    took = []
    for _ in range(turned):
        if reader.pages.verticalScrollBar().value() == reader.pages.verticalScrollBar().maximum():
            reader.pages.go_to(0)
        pause = time.perf_counter() + READING
        while time.perf_counter() < pause:
            app.processEvents()
        since = time.perf_counter()
        QTest.keyClick(reader.pages, Qt.Key.Key_PageDown)
        while not seen(reader):
            app.processEvents()
        took.append(time.perf_counter() - since)
    took.sort()
    late = took[int(len(took) * 0.95)]
    print(f"window, page down {median(took) * 1000:.0f} ms, p95 {late * 1000:.0f} ms")
    print(f"window, blocked   {beat.longest * 1000:.0f} ms at most")
    reader.close_document()
    tasks.close()
