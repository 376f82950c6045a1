"""Collects cyclic garbage in the UI thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250


class Collector(QObject):
    """Takes the place of the collector that runs in whatever thread happens to allocate.

    A worker that frees a widget holds a lock of Qt while it waits for the interpreter; when the
    UI thread waits for that lock meanwhile, both stand still for good.
    """

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.disable()
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(collect)
        timer.start()


def collect() -> None:
    """Collect as many generations as are due, by the interpreter's own thresholds."""
    due = [
        generation
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > most
    ]
    if due:
        gc.collect(max(due))
