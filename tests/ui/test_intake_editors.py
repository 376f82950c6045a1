"""Single editors of the form: what they understand, show, and tell of."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QMenu
from pytestqt.qtbot import QtBot

from app.services.days import read_day
from app.services.figures import day, today
from app.ui.intake.choices import Several, Tick, YesNo
from app.ui.intake.dates import Day, Moment
from app.ui.intake.editors import Choice, Clock, Editor, Money, Story


def told(editor: Editor) -> list[int]:
    """Count the edits that *editor* tells of from now on."""
    count: list[int] = []
    editor.edited.connect(lambda: count.append(1))
    return count


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-05",
        "5/11/2026",
        "05.11.2026",
        "5-11-2026",
        "5 Nov 2026",
        "5  november 2026",
        "5/11/26",
    ],
)
def test_a_day_is_understood_in_every_common_way(text: str):
    assert read_day(text) == date(2026, 11, 5)


@pytest.mark.parametrize("text", ["", "31/02/2026", "soon", "11/2026", "2026-13-01"])
def test_what_is_no_day_names_none(text: str):
    assert read_day(text) is None


def test_a_day_is_shown_as_understood_when_its_field_is_left(qtbot: QtBot):
    editor, other = Day(), Day()
    for widget in (editor, other):
        qtbot.addWidget(widget)
        widget.show()
    editor.activateWindow()
    QTest.qWaitForWindowActive(editor)
    editor.setFocus()
    QTest.keyClicks(editor, "5/11/2026")
    typed = editor.text()
    editor.clearFocus()

    assert typed == "5/11/2026"
    assert editor.text() == day(date(2026, 11, 5))
    assert editor.read() == "2026-11-05"


def test_arrows_step_from_today_and_then_by_days_and_weeks(qtbot: QtBot):
    editor = Day()
    qtbot.addWidget(editor)
    count = told(editor)

    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        QTest.keyClick(editor, key)
        seen.append(date.fromisoformat(editor.read()))

    assert [(then - today()).days for then in seen] == [0, 1, -6]
    assert len(count) == 3


def test_a_day_is_picked_from_a_calendar(qtbot: QtBot):
    editor = Day()
    editor.setAccessibleName("Date of loss")
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = editor.findChild(QMenu)
    assert isinstance(menu, QMenu)
    calendar = menu.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    chosen = calendar.selectedDate().addDays(-3)

    calendar.clicked.emit(chosen)

    assert editor.read() == chosen.toString(Qt.DateFormat.ISODate)
    assert calendar.accessibleName() == "Date of loss, calendar"
    assert not menu.isVisible()


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1250", "1250"),
        ("£1,250.5", "1250.5"),
        ("1 250.00", "1250.00"),
        ("€99", "99"),
        ("a lot", "a lot"),
        ("-3", "-3"),
        ("", ""),
    ],
)
def test_money_is_read_without_signs_and_separators(qtbot: QtBot, typed: str, amount: str):
    editor = Money()
    qtbot.addWidget(editor)

    editor.insert(typed)

    assert editor.read() == amount


@pytest.mark.parametrize(
    ("value", "text"), [(Decimal("18087.5"), "18,087.50"), (Decimal(0), "0.00"), (None, "")]
)
def test_money_is_shown_with_separators(qtbot: QtBot, value: Any, text: str):
    editor = Money()
    qtbot.addWidget(editor)

    editor.write(value)

    assert editor.text() == text


@pytest.mark.parametrize(
    ("typed", "read"), [("14:30", "14:30"), ("930", "09:30"), ("1745", "17:45"), ("9.15", "9:15")]
)
def test_a_time_is_understood_without_its_colon(qtbot: QtBot, typed: str, read: str):
    editor = Clock()
    qtbot.addWidget(editor)

    QTest.keyClicks(editor, typed)

    assert editor.read() == read


def test_times_and_moments_are_shown_as_people_write_them(qtbot: QtBot):
    clock, moment = Clock(), Moment()
    for editor in (clock, moment):
        qtbot.addWidget(editor)

    clock.write(time(9, 5))
    moment.write(datetime(2026, 11, 5, 14, 30))  # noqa: DTZ001 - as it is stored

    assert clock.text() == "09:05"
    assert moment.text() == "05 Nov 2026, 14:30"
    assert moment.read() == "2026-11-05 14:30"


def test_a_choice_is_not_changed_by_the_wheel(qtbot: QtBot):
    editor = Choice({"theft": "Theft", "fire": "Fire"})
    qtbot.addWidget(editor)
    editor.write("theft")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by position
    )

    QApplication.sendEvent(editor, turn)

    assert editor.read() == "theft"
    assert not turn.isAccepted()


def test_letters_in_a_choice_are_no_commands_of_the_desk(qtbot: QtBot):
    editor = Choice({"theft": "Theft"})
    qtbot.addWidget(editor)
    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    asked = QEvent.Type.ShortcutOverride

    letter = QKeyEvent(asked, Qt.Key.Key_N, plain, "n")
    letter.ignore()
    save = QKeyEvent(asked, Qt.Key.Key_S, control, "\x13")
    save.ignore()
    for event in (letter, save):
        QApplication.sendEvent(editor, event)

    assert letter.isAccepted()
    assert not save.isAccepted()


def test_an_unknown_code_chooses_nothing(qtbot: QtBot):
    editor = Choice({"theft": "Theft"})
    qtbot.addWidget(editor)

    editor.write("meteor")

    assert editor.read() == ""
    assert editor.currentText() == "Choose…"


def test_yes_no_starts_without_an_answer_and_is_answered_by_keyboard(qtbot: QtBot):
    editor = YesNo()
    editor.setAccessibleName("Airbags released")
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    QTest.qWaitForWindowActive(editor)
    count = told(editor)
    start = editor.read()
    editor.setFocus()

    QTest.keyClick(editor.buttons[0], Qt.Key.Key_Space)
    yes = editor.read()
    QTest.keyClick(editor.buttons[0], Qt.Key.Key_Right)

    assert start is None
    assert yes is True
    assert editor.read() is False
    assert len(count) == 2
    assert editor.buttons[1].accessibleName() == "Airbags released: No"


def test_an_answer_that_nobody_knows_is_an_answer(qtbot: QtBot):
    editor = YesNo()
    qtbot.addWidget(editor)

    editor.write("unknown")
    known = editor.read()
    editor.write(None)

    assert known == "unknown"
    assert editor.read() is None
    assert not any(button.isChecked() for button in editor.buttons)


def test_several_answers_are_given_in_their_order(qtbot: QtBot):
    editor = Several({"front": "Front", "rear": "Rear", "roof": "Roof"})
    qtbot.addWidget(editor)
    count = told(editor)

    for code in ("roof", "front"):
        QTest.keyClick(editor.buttons[code], Qt.Key.Key_Space)

    assert editor.read() == ["front", "roof"]
    assert len(count) == 2


def test_writing_a_value_is_no_edit(qtbot: QtBot):
    pairs: list[tuple[Any, Any]] = [
        (Money(), Decimal(5)),
        (Day(), today()),
        (Choice({"a": "A"}), "a"),
        (Story(), "words"),
        (YesNo(), True),
        (Several({"a": "A"}), ["a"]),
        (Tick("given"), True),
    ]

    for editor, value in pairs:
        qtbot.addWidget(editor)
        count = told(editor)
        editor.write(value)
        assert count == []
        assert editor.read()
