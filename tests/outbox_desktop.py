"""A desktop in a process of its own, with an outbox on the disk: told what to do, then killed."""

import os
import pickle
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import sessionmaker

from app.database import engine
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.services.outbox import Held, Outbox
from app.services.sending import Outgoing
from app.ui.changes import Changes
from app.ui.outbox import Postbox
from app.ui.queue.page import QueuePage
from app.ui.tasks import Tasks


class Dawdling(Outgoing):
    """Sends, and then never comes to note that it has."""

    def _deliver(self, held: Held) -> str:
        problem = super()._deliver(held)
        tell(f"delivered {problem}".strip())
        time.sleep(600)
        return problem


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


def main() -> None:
    told = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by the test
    app = QApplication(sys.argv[:1])
    made = engine(lambda: told["lease"])
    sessions = sessionmaker(made, expire_on_commit=False)
    person, tasks, changes = told["person"], Tasks(), Changes()
    box = Outbox.open(told["path"], told["key"])
    kind = Dawdling if told["task"] == "dawdle" else Outgoing
    postbox = Postbox(kind(box, sessions, person), tasks, changes)
    claims, decisions = ClaimService(sessions, person), DecisionService(sessions, person)
    page = QueuePage(claims, decisions, tasks, changes=changes, identity=person, postbox=postbox)
    page.resize(1688, 900)
    page.show()
    {"hold": hold, "dawdle": send, "send": send}[told["task"]](page, postbox)
    tasks.close()
    made.dispose()
    app.quit()


def hold(page: QueuePage, postbox: Postbox) -> None:
    """Approve the claim on show once the server is gone, and let the approval wait."""
    wait(lambda: page.pane.detail is not None)
    tell("ready")
    sys.stdin.buffer.read(1)
    page.activateWindow()
    QTest.keyClick(page.view, Qt.Key.Key_A)
    wait(page.pane.slot.banner.isVisible)
    page.pane.slot.banner.later.click()
    wait(postbox.held)
    tell("kept")
    wait(partial(time.sleep, 600))


def send(_page: QueuePage, postbox: Postbox) -> None:
    """Send what waits, as every start does."""
    postbox.send()
    wait(lambda: not postbox.held())
    tell("sent")


main()
