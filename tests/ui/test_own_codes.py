"""The own one-time codes in the account dialog: set up, confirmed, replaced."""

import pytest
import segno
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.errors import CodeNeeded
from app.services.session import sign_in
from app.ui.account.codes import DONE, OLD, REPLACING, SAMPLE, CodesDialog, CodesForm
from app.ui.fresh_code import CodeDialog
from app.ui.qr import QUIET, QrCode
from app.ui.sessions import show_sessions
from tests.server import Database
from tests.token_service import PASSWORD, SECRET, code_of
from tests.ui.admins import Entrance
from tests.ui.conftest import RunNow
from tests.ui.desk import outage
from tests.ui.forms import click

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def grace(door: Entrance) -> Identity:
    return door.person("user", full_name="Grace Hall")


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    return host


def opened(door: Entrance, person: Identity, tasks: RunNow, host: QWidget) -> CodesForm:
    return show_sessions(door.account(person), tasks, host).codes


def begun(form: CodesForm) -> CodesDialog:
    click(form.begin)
    dialog = form.window().findChild(CodesDialog)
    assert isinstance(dialog, CodesDialog)
    return dialog


def answer(dialog: CodesDialog, code: str) -> None:
    dialog.edit.clear()
    QTest.keyClicks(dialog.edit, code)
    click(dialog.confirm)


def secret_of(dialog: CodesDialog) -> str:
    return dialog.key.text().replace(" ", "")


def test_anybody_sets_codes_up_and_is_asked_for_one_from_then_on(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget
):
    form = opened(door, grace, run_now, host)
    before = form.state.text(), form.begin.text()
    dialog = begun(form)
    secret = secret_of(dialog)

    answer(dialog, code_of(secret))

    assert before == ("Not set up", "Set up")
    assert (form.state.text(), form.begin.text()) == ("Set up", "Replace")
    assert form.banner.accessibleName() == DONE
    with pytest.raises(CodeNeeded):
        sign_in(door.token_url, grace.username, PASSWORD)
    sign_in(door.token_url, grace.username, PASSWORD, otp=code_of(secret, step=1)).close()


def test_a_wrong_code_is_told_and_nothing_is_set_up(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget
):
    form = opened(door, grace, run_now, host)
    dialog = begun(form)
    click(dialog.confirm)
    empty = dialog.field.problem

    answer(dialog, "000000")

    assert empty == "Enter the code that the app shows."
    assert "wrong" in dialog.field.problem
    assert dialog.isVisible()
    sign_in(door.token_url, grace.username, PASSWORD).close()


def test_what_was_begun_and_dropped_changes_nothing(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget
):
    form = opened(door, grace, run_now, host)

    click(begun(form).drop)

    assert form.begin.isEnabled()
    assert form.state.text() == "Not set up"
    sign_in(door.token_url, grace.username, PASSWORD).close()


def test_a_former_app_is_asked_for_before_it_is_replaced_and_cannot_confirm_the_new_one(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget, database: Database
):
    form = opened(door, grace, run_now, host)
    dialog = begun(form)
    former = secret_of(dialog)
    answer(dialog, code_of(former, step=-1))
    door.forget_codes()
    click(form.begin)
    asks = form.window().findChild(CodeDialog)
    assert isinstance(asks, CodeDialog)
    why = asks.accessibleDescription()
    QTest.keyClicks(asks.edit, code_of(former))
    click(asks.send)
    [replacing] = [d for d in form.window().findChildren(CodesDialog) if d.isVisible()]
    new = secret_of(replacing)

    answer(replacing, code_of(former, step=1))
    told = replacing.field.problem
    answer(replacing, code_of(new))

    assert why == REPLACING
    assert told == OLD
    assert new != former
    with pytest.raises(CodeNeeded):
        sign_in(door.token_url, grace.username, PASSWORD, otp=code_of(former, step=1))
    sign_in(door.token_url, grace.username, PASSWORD, otp=code_of(new, step=1)).close()


def test_the_codes_of_a_sample_account_cannot_be_replaced(
    door: Entrance, run_now: RunNow, host: QWidget
):
    form = opened(door, door.person("admin"), run_now, host)

    assert form.state.text() == "Set up"
    assert not form.begin.isEnabled()
    assert form.begin.toolTip() == SAMPLE


def test_the_key_can_be_copied(door: Entrance, grace: Identity, run_now: RunNow, host: QWidget):
    dialog = begun(opened(door, grace, run_now, host))

    click(dialog.copy)

    assert QGuiApplication.clipboard().text() == secret_of(dialog)
    assert dialog.copy.text() == "Copied"


def test_a_service_that_does_not_answer_is_told(
    door: Entrance, grace: Identity, run_now: RunNow, host: QWidget, database: Database,
    expected_log: list[str],
):  # fmt: skip
    expected_log.append("the database did not answer")
    form = opened(door, grace, run_now, host)

    with outage(database):
        click(form.begin)

    assert "does not answer" in form.banner.accessibleName()
    assert form.begin.isEnabled()


def test_the_picture_is_the_code_of_the_text_with_its_quiet_zone(qtbot: QtBot):
    text = f"otpauth://totp/Precedent:grace?secret={SECRET}&issuer=Precedent"
    picture = QrCode(188, "QR code of a key")
    qtbot.addWidget(picture)

    picture.show_text(text)

    matrix = segno.make_qr(text, error="m").matrix
    image = picture.grab().toImage()
    size = len(matrix)
    step = 188 // (size + 2 * QUIET)
    edge = (188 - step * size) // 2
    seen = [
        [
            image.pixelColor(edge + x * step + step // 2, edge + y * step + step // 2)
            == QColor("black")
            for x in range(size)
        ]
        for y in range(size)
    ]
    assert seen == [[bool(module) for module in row] for row in matrix]
    assert edge >= QUIET * step
    assert image.pixelColor(edge // 2, 94) == QColor("white")
