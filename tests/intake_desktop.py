"""A desktop in a process of its own in which somebody fills the intake, until it is killed."""

import os
import pickle
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import sessionmaker

from app.database import engine
from app.services.intake import IntakeService
from app.services.kept_draft import KeptDraft
from app.ui.changes import Changes
from app.ui.intake.screen import IntakeScreen
from app.ui.tasks import Tasks


def wait(come: Callable[[], Any]) -> None:
    until = time.monotonic() + 60
    while not come():
        QApplication.processEvents()
        if time.monotonic() > until:
            sys.exit("nothing came")
        time.sleep(0.005)


def main() -> None:
    told = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by the test
    QApplication(sys.argv[:1])
    sessions = sessionmaker(engine(lambda: told["lease"]), expire_on_commit=False)
    keeper = KeptDraft.open(told["path"], told["key"])
    intake = IntakeService(sessions, told["person"])
    screen = IntakeScreen(intake, Tasks(), Changes(), told["person"], keeper=keeper)
    screen.show()
    screen.head.kinds.buttons[told["kind"]].click()
    for name, value in told["values"].items():
        editor = screen.form.binder.bound[name].editor
        editor.write(value)
        editor.edited.emit()
    wait(told["path"].exists)
    sys.stdout.write("kept\n")
    sys.stdout.flush()
    time.sleep(600)


main()
