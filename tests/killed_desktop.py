"""The whole desktop in a process of its own: signs in, does what it is told, and waits."""

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import sessionmaker

from app.codes import Status
from app.main import Desktop
from app.opening import opening
from app.services.imports import ImportService
from app.signed_in import SignedIn
from app.ui.queue.page import QueuePage


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def wait(come: Callable[[], Any]) -> None:
    until = time.monotonic() + 60
    while not come():
        QApplication.processEvents()
        if time.monotonic() > until:
            sys.exit("nothing came")
        time.sleep(0.005)


def signed_in(desktop: Desktop, told: dict[str, str]) -> SignedIn:
    wait(lambda: desktop.place)
    desktop.sign_in.name_edit.setText(told["username"])
    desktop.sign_in.word_edit.setText(told["password"])
    desktop.sign_in.submit()
    wait(lambda: desktop.work)
    work: SignedIn = desktop.work
    return work


def decide(work: SignedIn, _told: dict[str, str]) -> None:
    """Approve the first claim of the queue by its key, and tell when the queue shows it."""
    page = work.window.go("go.queue")
    assert isinstance(page, QueuePage)
    wait(lambda: page.pane.detail is not None)
    tell("ready")
    sys.stdin.readline()
    page.activateWindow()
    QTest.keyClick(page.view, Qt.Key.Key_A)
    wait(lambda: any(row.status is Status.APPROVED for row in page.table.rows) or decided(page))
    tell("acknowledged")


def decided(page: QueuePage) -> bool:
    detail = page.pane.detail
    return detail is not None and detail.row.status is Status.APPROVED


def bring_in(work: SignedIn, told: dict[str, str]) -> None:
    """Bring a file in; pause in the middle when told so."""
    session = work.session

    def pause(_done: int, _total: int, /) -> None:
        if told["pause"]:
            tell("half")
            sys.stdin.readline()

    service = ImportService(sessionmaker(session.engine), session.identity)
    imported = service.bring_in(Path(told["path"]), progress=pause)
    tell(f"acknowledged {imported.inserted}")


def main() -> None:
    told = json.loads(sys.stdin.readline())
    app = QApplication(sys.argv[:1])
    desktop = Desktop(app, opening(None, Path(told["profile"])))
    desktop.open()
    {"decide": decide, "import": bring_in}[told["task"]](signed_in(desktop, told), told)
    wait(partial(time.sleep, 600))


main()
