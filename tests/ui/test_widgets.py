"""The widgets screens are built of: spoken, explained, and true to what they show."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.buttons import ActionButton, IconButton, Look
from app.ui.cards import Banner, Card, EmptyState, Skeleton
from app.ui.chips import Chip, Keycap, RiskChip
from app.ui.fields import Field
from app.ui.labels import Elided, section
from app.ui.painting import band, initials, risk_words
from app.ui.progress_line import ProgressLine
from app.ui.toast import Toast

pytestmark = pytest.mark.usefixtures("theme")


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_button_speaks_its_text_and_names_its_key(qtbot: QtBot):
    button = ActionButton("Approve", icon="circle-check", keys="A")
    qtbot.addWidget(button)

    assert spoken(button) == "Approve"
    assert button.accessibleDescription() == "Shortcut A"
    assert button.toolTip() == "Approve (A)"


def test_a_button_that_cannot_be_used_says_why(qtbot: QtBot):
    button = ActionButton("Approve", keys="A")
    qtbot.addWidget(button)

    button.explain("The amount is above your authority of £5,000.")

    assert not button.isEnabled()
    assert "above your authority" in button.toolTip()
    assert "above your authority" in button.accessibleDescription()


def test_a_button_becomes_usable_again(qtbot: QtBot):
    button = ActionButton("Approve", keys="A")
    qtbot.addWidget(button)
    button.explain("Not now.")

    button.explain(None)

    assert button.isEnabled()
    assert button.toolTip() == "Approve (A)"


@pytest.mark.parametrize("look", Look)
def test_a_button_is_wide_enough_for_all_it_shows(qtbot: QtBot, look: Look):
    bare, full = ActionButton("Refer", look=look), ActionButton("Refer", icon="flag", keys="R")
    qtbot.addWidget(bare)
    qtbot.addWidget(full)

    assert full.sizeHint().width() >= bare.sizeHint().width() + 16 + 18


def test_an_icon_button_has_a_name(qtbot: QtBot):
    button = IconButton("More actions", "ellipsis", keys=".")
    qtbot.addWidget(button)

    assert spoken(button) == "More actions"
    assert button.toolTip() == "More actions (.)"


@pytest.mark.parametrize(
    ("score", "tone"), [(0, "low"), (39.99, "low"), (40, "med"), (69.9, "med"), (70, "high")]
)
def test_the_bands_begin_at_40_and_70(score: float, tone: str):
    assert band(score) == tone


def test_risk_is_said_in_words_and_number(qtbot: QtBot):
    chip = RiskChip()
    qtbot.addWidget(chip)

    chip.show_score(87.4)

    assert chip.text() == "High  87"
    assert spoken(chip) == "High risk, score 87 of 100"


def test_a_claim_without_a_score_is_called_so(qtbot: QtBot):
    chip = RiskChip()
    qtbot.addWidget(chip)

    chip.show_score(None)

    assert (chip.text(), spoken(chip)) == ("Not scored", risk_words(None))


def test_a_chip_grows_with_its_words(qtbot: QtBot):
    chip = Chip("Open")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()

    chip.show_text("Waiting for information", "med", "diamond")

    assert chip.sizeHint().width() > before


def test_a_keycap_says_that_it_is_a_key(qtbot: QtBot):
    keycap = Keycap("J")
    qtbot.addWidget(keycap)

    assert spoken(keycap) == "Key J"


@pytest.mark.parametrize(
    ("name", "letters"), [("Maya Chen", "MC"), ("Samuel de Okafor", "SO"), ("Ines", "I"), ("", "")]
)
def test_initials_are_of_the_first_and_last_name(name: str, letters: str):
    assert initials(name) == letters


def test_every_painted_widget_paints_in_every_state(qtbot: QtBot):
    host = QWidget()
    qtbot.addWidget(host)
    card = Card("Why this score", Chip("New"))
    banner, empty = Banner(), EmptyState("inbox", "Nothing is waiting", action="Clear")
    button = ActionButton("Refer", icon="flag", keys="R", look=Look.GHOST)
    banner.tell("Changed by Tom", "high", action="Show")
    for part in (card, banner, empty, button, ProgressLine("Batch")):
        part.setParent(host)
        part.setEnabled(part is not button)
        assert not part.grab().isNull()


def test_text_too_long_is_cut_on_screen_and_whole_for_a_reader(qtbot: QtBot):
    label = Elided("Somebody with a very long name indeed")
    qtbot.addWidget(label)

    label.show()
    label.resize(80, 20)

    assert label.text().endswith("…")
    assert spoken(label) == label.toolTip() == "Somebody with a very long name indeed"


def test_a_section_is_written_large_and_spoken_plainly(qtbot: QtBot):
    label = section("Work")
    qtbot.addWidget(label)

    assert (label.text(), spoken(label)) == ("WORK", "Work")


def test_a_field_tells_its_problem_until_it_is_fixed(qtbot: QtBot):
    editor = QLineEdit()
    field = Field("Policy number", editor, note="As on the schedule")
    qtbot.addWidget(field)

    field.fail("This policy does not exist.")
    wrong = (field.problem, editor.property("wrong"), editor.accessibleDescription())
    field.clear()

    assert wrong == ("This policy does not exist.", True, "Problem: This policy does not exist.")
    assert (field.problem, editor.property("wrong")) == ("", False)
    assert editor.accessibleDescription() == "As on the schedule"
    assert spoken(editor) == "Policy number"


def test_a_warning_does_not_call_the_value_wrong(qtbot: QtBot):
    field = Field("Loss date", QLineEdit())
    qtbot.addWidget(field)

    field.warn("19 days after the loss: unusual, please confirm.")

    assert field.problem == ""
    assert "unusual" in field.editor.accessibleDescription()


def test_progress_of_unknown_length_wanders_only_while_it_is_seen(qtbot: QtBot):
    line = ProgressLine("Workspace")
    qtbot.addWidget(line)
    hidden = line._timer.isActive()

    line.show()
    shown = line._timer.isActive()
    line.show_progress(3, 10)

    assert (hidden, shown, line._timer.isActive(), line.value()) == (False, True, False, 3)


def test_skeleton_rows_wait_a_moment_before_they_appear(qtbot: QtBot):
    rows = Skeleton()
    qtbot.addWidget(rows)

    rows.show()
    at_once = rows._drawn
    qtbot.waitUntil(lambda: rows._drawn)

    assert at_once is False


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(800, 600)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_a_toast_takes_back_what_it_tells_of(host: QWidget):
    taken_back: list[str] = []
    toast = Toast(host)
    toast.tell("MOT-2026-000123 approved", lambda: taken_back.append("undone"))

    QTest.mouseClick(toast._button, Qt.MouseButton.LeftButton)

    assert taken_back == ["undone"]
    assert not toast.isVisible()


def test_a_toast_without_a_way_back_offers_none(host: QWidget):
    toast = Toast(host)

    toast.tell("Draft saved")

    assert toast.isVisible()
    assert not toast._button.isVisible()


def test_a_toast_stays_while_somebody_looks_at_it(host: QWidget):
    toast = Toast(host)
    toast.tell("MOT-2026-000123 approved", lambda: None)
    running = toast._timer.isActive()

    here = QPointF(5, 5)
    toast.enterEvent(QEnterEvent(here, here, here))
    under_the_mouse = toast._timer.isActive()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))

    assert (running, under_the_mouse, toast._timer.isActive()) == (True, False, True)


def test_a_toast_goes_when_its_time_is_over(qtbot: QtBot, host: QWidget):
    toast = Toast(host)
    toast.LIFE_MS = 1

    toast.tell("Draft saved")

    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_toast_keeps_its_place_when_the_window_grows(host: QWidget):
    toast = Toast(host)
    toast.tell("Draft saved")

    host.resize(1000, 700)

    centre = toast.geometry().center()
    assert abs(centre.x() - 500) <= 1
    assert toast.geometry().bottom() < 700 > toast.mapTo(host, QPoint(0, 0)).y()
