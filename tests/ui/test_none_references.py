"""PySide6 6.12 on Python 3.11 loses a reference of None per void call and aborts the process."""

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPainter, QPixmap

CALLS = 5000


@pytest.mark.usefixtures("qapp")
def test_void_calls_of_qt_lose_no_reference_of_none():
    thing, picture = QObject(), QPixmap(4, 4)
    painter = QPainter(picture)
    ink = QColor("black")
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        painter.setPen(ink)
        thing.setObjectName("a")
    lost = before - sys.getrefcount(None)
    painter.end()

    assert lost < CALLS / 10
