"""Fills the intake form as a person would, by keyboard, on real sessions of real people."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.services.draft_reading import read_draft
from app.services.intake import IntakeService
from app.services.scoring import ScoringService
from app.ui.changes import Changes
from app.ui.intake.check import flat
from app.ui.intake.choices import Several, Tick, YesNo
from app.ui.intake.editors import Choice
from app.ui.intake.screen import IntakeScreen
from app.ui.tasks import Tasks
from tests.factories import a_model
from tests.server import Database
from tests.services.drafts import motor_form
from tests.services.judges import train_small

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = {
    "coverage": "Comprehensive",
    "how_reported": "Phone",
    "cause": "Collision",
    "authority_contacted": "Nobody",
    "facts.body": "Hatchback",
    "facts.purpose_of_use": "Commute",
    "facts.accident_type": "Rear-end",
    "reporter.relation": "The insured",
}


def open_form(screen: IntakeScreen) -> IntakeScreen:
    """Show a screen as the active window."""
    screen.resize(1688, 1000)
    screen.show()
    screen.activateWindow()
    QTest.qWaitForWindowActive(screen)
    return screen


def intake_of(sessions: sessionmaker[Session], person: Identity, model: Path) -> IntakeService:
    return IntakeService(sessions, person, ScoringService(sessions, person, model))


def a_screen(intake: IntakeService, tasks: Tasks, person: Identity) -> IntakeScreen:
    return open_form(IntakeScreen(intake, tasks, Changes(), person))


def an_active_model(database: Database, path: Path) -> Path:
    """Train a small model into *path* and register it as the active one."""
    a_model(database, sha256=train_small(path).model_id)
    return path


def answers(**changes: Any) -> dict[str, Any]:
    """Return what is entered for a complete motor claim, by field of the form."""
    told: dict[str, Any] = {}
    for name, value in motor_form().items():
        if isinstance(value, dict):
            told |= {f"{name}.{field}": inner for field, inner in value.items()}
        else:
            told[name] = value
    del told["claim_type"], told["loss_country"]
    return told | WORDS | changes


def pour(screen: IntakeScreen, **changes: Any) -> None:
    """Put a complete motor claim into the form at once."""
    screen.form.write(flat(read_draft(motor_form(**changes))))


def fill(screen: IntakeScreen, values: Mapping[str, Any]) -> None:
    """Enter all *values* in the order of the form."""
    for name in screen.form.binder.bound:
        if name in values:
            enter(screen, name, values[name])


def enter(screen: IntakeScreen, name: str, value: Any) -> None:
    """Enter one value by keyboard."""
    editor = editor_of(screen, name)
    editor.setFocus()
    if isinstance(editor, YesNo):
        answer(editor, value)
    elif isinstance(editor, Several):
        for code in value:
            QTest.keyClick(editor.buttons[code], Qt.Key.Key_Space)
    elif isinstance(editor, Tick):
        QTest.keyClick(editor, Qt.Key.Key_Space)
    elif isinstance(editor, Choice):
        choose(editor, str(value))
    else:
        QTest.keyClick(editor, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClicks(editor, str(value))


def choose(editor: Choice, words: str) -> None:
    """Walk down the list to *words*; letters would depend on how fast they are typed."""
    QTest.keyClick(editor, Qt.Key.Key_Home)
    for _ in range(editor.count()):
        if editor.currentText() == words:
            return
        QTest.keyClick(editor, Qt.Key.Key_Down)
    raise AssertionError(words)


def answer(editor: YesNo, value: bool | str) -> None:
    place = {True: 0, False: 1, "unknown": 2}[value]
    QTest.keyClick(editor.buttons[0], Qt.Key.Key_Space)
    for before in editor.buttons[:place]:
        QTest.keyClick(before, Qt.Key.Key_Right)


def leave(screen: IntakeScreen) -> None:
    """Press Tab where the focus is."""
    focused = screen.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)


def press(screen: IntakeScreen, key: Qt.Key) -> None:
    """Press a key with Control where the focus is."""
    focused = screen.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, CONTROL)


def editor_of(screen: IntakeScreen, name: str) -> QWidget:
    return screen.form.binder.bound[name].field.editor


def problem(screen: IntakeScreen, name: str) -> str:
    return screen.form.binder.bound[name].field.problem


def said(screen: IntakeScreen, name: str) -> str:
    return screen.form.binder.bound[name].field.editor.accessibleDescription()


def has_focus(screen: IntakeScreen, name: str) -> bool:
    focused, editor = screen.focusWidget(), editor_of(screen, name)
    return focused is not None and (focused is editor or editor.isAncestorOf(focused))


def points(screen: IntakeScreen) -> list[str]:
    return list(screen.rail.points)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
