"""The registry of commands: unambiguous, ruled by permission, safe to hold a key on."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity, Permission, Role
from app.ui.commands import COMMANDS, Command, Scope, bind, command, written
from app.ui.resources import ICONS

ADJUSTER = Identity(3, "maya", "Maya Chen", Role.STAFF)
CLAIMANT = Identity(1, "owen", "Owen Price", Role.USER)


def test_ids_are_unique():
    assert [i for i, n in Counter(c.id for c in COMMANDS).items() if n > 1] == []


def test_no_two_commands_share_a_key():
    keys = Counter(key for known in COMMANDS for key in known.keys)

    assert [key for key, times in keys.items() if times > 1] == []


def test_no_key_hides_the_beginning_of_a_sequence():
    single = {key for known in COMMANDS for key in known.keys if "," not in key}
    begun = {key.split(",")[0] for known in COMMANDS for key in known.keys if "," in key}

    assert single & begun == set()


@pytest.mark.parametrize("known", COMMANDS, ids=lambda known: known.id)
def test_every_command_has_a_rule_an_icon_and_a_title(known: Command):
    assert known.permission in Permission
    assert (ICONS / f"{known.icon}.svg").is_file()
    assert known.title


@pytest.mark.parametrize("known", COMMANDS, ids=lambda known: known.id)
def test_bare_letters_are_keys_of_the_desk_alone(known: Command):
    bare = [key for key in known.keys if len(key.split(",")[0]) == 1]

    assert not bare or known.scope is Scope.DESK


def test_decisions_never_repeat_while_a_key_is_held():
    repeating = {known.id for known in COMMANDS if known.repeats}

    assert repeating == {"claim.next", "claim.previous"}


def test_a_claimant_is_offered_no_step_of_the_desk():
    offered = {known.id for known in COMMANDS if known.allowed(CLAIMANT)}

    assert offered & {"go.queue", "claim.approve", "claim.refer", "go.batch"} == set()
    assert {"claim.new", "go.submissions"} <= offered


def test_referred_claims_are_for_investigators_and_supervisors():
    plain = command("go.referred").allowed(ADJUSTER)
    investigator = command("go.referred").allowed(Identity(4, "i", "I", Role.STAFF, siu=True))

    assert (plain, investigator) == (False, True)


def test_an_unknown_command_is_an_error():
    with pytest.raises(KeyError):
        command("claim.burn")


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("Ctrl++", "Ctrl +"), ("+", "+"), ("Ctrl+Shift+E", "Ctrl Shift E"), ("G, Q", "G then Q")],
)
def test_keys_are_written_as_they_stand_on_a_keyboard(keys: str, shown: str):
    assert written(keys) == shown


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.addWidget(QLineEdit())
    pane = QWidget()
    pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    pane.setObjectName("pane")
    column.addWidget(pane)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    return widget


def test_a_bare_letter_acts_on_the_desk_and_writes_in_a_text_field(desk: QWidget):
    done: list[str] = []
    bind("claim.approve", desk, lambda: done.append("approved"), ADJUSTER)
    (pane,) = desk.findChildren(QWidget, "pane")
    (editor,) = desk.findChildren(QLineEdit)

    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A)
    written = list(done)
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_A)

    assert (written, done, editor.text()) == ([], ["approved"], "a")


def test_what_a_role_may_never_do_is_absent(desk: QWidget):
    action = bind("claim.approve", desk, lambda: None, CLAIMANT)

    assert action is None
    assert desk.actions() == []


def test_a_bound_decision_ignores_auto_repeat(desk: QWidget):
    decision = bind("claim.deny", desk, lambda: None, ADJUSTER)
    walk = bind("claim.next", desk, lambda: None, ADJUSTER)

    assert decision
    assert walk
    assert (decision.autoRepeat(), walk.autoRepeat()) == (False, True)
