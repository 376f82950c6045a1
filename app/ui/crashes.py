"""What nobody caught: shown once in words, with details, and kept in the log."""

import logging
import sys
import threading
from typing import Any

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.ui import errors

_log = logging.getLogger(__name__)
_NOISE = ("propagateSizeHints",)


def catch_crashes() -> None:
    """Show what nobody caught once, with details, and put Qt's own words into the log."""
    sys.excepthook = _crash
    threading.excepthook = lambda args: _log.error(
        "A thread ended unexpectedly", exc_info=args.exc_value
    )
    qInstallMessageHandler(_qt_message)


def _crash(kind: type[BaseException], error: BaseException, trace: Any) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    _log.error("Nobody caught this", exc_info=(kind, error, trace))
    if isinstance(error, Exception) and QApplication.instance():
        errors.show_error(None, error)


def _qt_message(kind: QtMsgType, _context: object, text: str) -> None:
    if not any(noise in text for noise in _NOISE):
        level = logging.ERROR if kind is QtMsgType.QtCriticalMsg else logging.WARNING
        logging.getLogger("qt").log(level, "%s", text)
