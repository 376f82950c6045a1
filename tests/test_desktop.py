"""The desktop against the real servers: who is shown what, and what desktops tell each other."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.codes import Status
from app.embedded.attach import Attachment, attach
from app.keeping import own_path
from app.language import VARIABLE
from app.main import Desktop
from app.opening import opening
from app.settings import ROOT
from app.signed_in import SignedIn
from app.tour import run_tour
from app.ui.queue.page import QueuePage

WALK = "from app.language import begin; begin()\nfrom tests.pseudo_desktop import main; main()"
DESK_PLACES = ("go.queue", "go.mine", "claim.new", "go.import", "go.batch")
MAIN = ("sign-in", "queue", "claim", "intake-motor", "decision", "batch", "queue-dark")
CHOSEN = ("trial", "simulator", "fairness")
MONEY = ("blind", "money", "letter", "merge")
MODELS = ("performance", "drift", "flags", *CHOSEN, "model-versions", "model-card", *MONEY)
ADMIN = ("codes", "users", "sessions", "audit")
WATCH = ("monitoring", "errors")
TONGUES = ("queue-german", "queue-pseudo")
EVIDENCE = ("compare", "palette", "shortcuts", "settings", "queue-contrast", "queue-1366")
SMALL = "queue-1366"
INTAKE = (
    "intake-property",
    "intake-health",
    "intake-travel",
    "intake-errors",
    "own-desk",
    "practice",
    "first-run",
)
IMPORT = ("import-columns", "import-check")
WORK = ("diary", "views", "links")
READING = ("documents", "viewer", "annotations", "side-by-side", "intake-paper")
PAPERS = (*READING, "redaction", "checklist", "quarantine")
DESK = (*MAIN, *WORK)
PICTURES = (
    *DESK,
    *INTAKE,
    *IMPORT,
    *PAPERS,
    *EVIDENCE,
    *TONGUES,
    *ADMIN,
    "offline",
    "conflict",
    *MODELS,
    *WATCH,
)
STEPS = {*PICTURES, "undo", "import"} - {*IMPORT}
PLACES = {
    "maya": ["go.queue", "go.mine", "claim.new", "go.batch"],
    "ines": ["go.queue", "go.mine", "go.referred", "claim.new", "go.batch"],
    "samir": [
        "go.queue",
        "go.mine",
        "go.referred",
        "claim.new",
        "go.import",
        "go.batch",
        "go.rules",
    ],
    "ruth": [
        "go.queue",
        "go.batch",
        "go.performance",
        "go.rules",
        "go.drift",
        "go.models",
        "go.trials",
        "go.simulator",
        "go.fairness",
        "go.people",
        "go.audit",
        "go.monitoring",
        "go.errors",
    ],
    "grace": ["go.submissions", "claim.new"],
}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attachment]:
    attachment = attach(tmp_path_factory.mktemp("desktop") / "workspace", sample=True)
    yield attachment
    attachment.discard()


@pytest.fixture
def desktops(qapp: QApplication, held: Attachment) -> Iterator["Desktops"]:
    made = Desktops(qapp, held)
    yield made
    made.close()


class Desktops:
    """Opens desktops on the one workspace and signs sample people in with a click."""

    def __init__(self, app: QApplication, held: Attachment) -> None:
        self._app, self._held = app, held
        self._open: list[Desktop] = []

    def open(self) -> Desktop:
        desktop = Desktop(self._app, opening(self._held.workspace.root))
        self._open.append(desktop)
        desktop.open()
        return desktop

    def sign_in(self, qtbot: QtBot, username: str, desktop: Desktop | None = None) -> SignedIn:
        desktop = desktop or self.open()
        qtbot.waitUntil(lambda: bool(desktop.sign_in.grid.cards), timeout=30_000)
        cards = [c for c in desktop.sign_in.grid.cards if c.person.username == username]
        QTest.mouseClick(cards[0], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: desktop.work is not None, timeout=30_000)
        assert isinstance(desktop.work, SignedIn)
        return desktop.work

    def close(self) -> None:
        for desktop in self._open:
            desktop.close()
        # A theme is put on every window there is, so those that are closed must really go.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def queue_of(qtbot: QtBot, work: SignedIn) -> QueuePage:
    page = work.window.go("go.queue")
    assert isinstance(page, QueuePage)
    qtbot.waitUntil(lambda: page.pane.detail is not None, timeout=30_000)
    return page


@pytest.mark.parametrize("username", PLACES)
def test_each_role_is_shown_its_places_and_no_others(
    qtbot: QtBot, desktops: Desktops, username: str
):
    work = desktops.sign_in(qtbot, username)

    assert list(work.window.navigation.buttons) == PLACES[username]


def test_every_widget_that_takes_the_focus_has_a_name(qtbot: QtBot, desktops: Desktops):
    desktop = desktops.open()
    work = desktops.sign_in(qtbot, "samir", desktop)
    queue_of(qtbot, work)
    desktop.sign_in.show()

    missing = nameless(desktop.sign_in)
    for place in PLACES["samir"]:
        work.window.go(place)
        missing += nameless(work.window)
    users = desktops.sign_in(qtbot, "grace").window
    missing += nameless(users)

    assert missing == []


def nameless(window: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window) and takes_focus(widget) and not spoken(widget)
    ]


def takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.objectName().startswith(
        "qt_"
    )


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else "gone"


def test_a_decision_in_one_desktop_appears_in_the_other(qtbot: QtBot, desktops: Desktops):
    mine, theirs = (queue_of(qtbot, desktops.sign_in(qtbot, who)) for who in ("maya", "samir"))
    row = next(row for row in mine.table.rows if row.status is Status.TRIAGED)
    shared = theirs.table.row_of(row.id)
    assert shared is not None

    mine.view.choose(mine.table.row_of(row.id) or 0)
    qtbot.waitUntil(lambda: mine.pane.detail is not None and mine.pane.detail.row.id == row.id)
    mine.window().activateWindow()
    qtbot.waitUntil(mine.isActiveWindow)
    QTest.keyClick(mine.view, Qt.Key.Key_T)

    def arrived() -> bool:
        place = theirs.table.row_of(row.id)
        return place is not None and theirs.table.rows[place].owner == "Maya Chen"

    qtbot.waitUntil(arrived, timeout=10_000)


def test_signing_out_leads_back_to_the_sign_in_without_a_password(qtbot: QtBot, desktops: Desktops):
    desktop = desktops.open()
    work = desktops.sign_in(qtbot, "maya", desktop)
    window = work.window

    window.signed_out.emit()

    assert desktop.sign_in.isVisible()
    assert desktop.work is None
    assert desktop.sign_in.word_edit.text() == ""
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_next_person_can_sign_in_after_the_first_has_gone(qtbot: QtBot, desktops: Desktops):
    desktop = desktops.open()
    desktops.sign_in(qtbot, "maya", desktop).window.signed_out.emit()

    work = desktops.sign_in(qtbot, "ruth", desktop)

    assert work.session.identity.username == "ruth"
    assert work.window.isVisible()


def test_signing_out_leaves_no_document_on_the_computer(qtbot: QtBot, desktops: Desktops):
    desktop = desktops.open()
    work = desktops.sign_in(qtbot, "maya", desktop)
    documents = work.kept.papers.documents
    with work.session.engine.connect() as connection:
        clean = text("SELECT id FROM claims_document_version WHERE state = 'clean' LIMIT 1")
        version = connection.execute(clean).scalar_one()
    documents.open(version)
    place = own_path("documents", work.session.source.place, work.session.identity)
    kept = len(list(place.iterdir()))

    work.window.signed_out.emit()

    assert kept == 1
    assert not place.exists()


def test_no_word_of_the_code_stands_outside_the_brackets_of_the_pseudo_language(held: Attachment):
    found = walked(held, "pseudo")

    assert len(found) > len(PLACES)
    assert {screen: told["leaks"] for screen, told in found.items() if told["leaks"]} == {}


def test_german_has_the_room_it_needs_at_the_desk(held: Attachment):
    found = walked(held, "de")

    desk = {screen: told for screen, told in found.items() if screen.endswith(DESK_PLACES)}
    assert len(desk) > len(DESK_PLACES)
    assert {screen: told["cut"] for screen, told in desk.items() if told["cut"]} == {}


def walked(held: Attachment, language: str) -> dict[str, dict[str, list[str]]]:
    """Walk through every place of four people in a desktop that speaks *language*."""
    told = subprocess.run(
        [sys.executable, "-c", WALK, str(held.workspace.root)],
        env=os.environ | {VARIABLE: language},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    found: dict[str, dict[str, list[str]]] = json.loads(told.stdout)
    return found


def test_about_reads_the_versions_of_the_servers(qtbot: QtBot, desktops: Desktops):
    facts = dict(desktops.sign_in(qtbot, "maya")._versions())

    assert facts["PostgreSQL"].startswith("18")
    assert facts["Application"] == "0.1.0"
    assert "none active" not in facts["Model"]
    assert "kept on this computer" in facts["Documents at hand"]


def test_the_tour_pictures_every_screen_and_tells_of_each(
    held: Attachment, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    code = run_tour(tmp_path, held.workspace.root)

    told = capsys.readouterr()
    assert code == 0, told.err
    pictures = {name: QImage(str(tmp_path / f"{name}.png")) for name in PICTURES}
    sizes = {name: (picture.width(), picture.height()) for name, picture in pictures.items()}
    assert sizes == dict.fromkeys(PICTURES, (1920, 1080)) | {SMALL: (1366, 768)}
    assert {line.split()[0] for line in told.out.splitlines()} == STEPS


def test_the_tour_fails_with_the_reason_when_the_workspace_cannot_be_used(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str], expected_log: list[str]
):
    place = tmp_path / "taken"
    place.write_text("a file where the workspace should be")

    code = run_tour(tmp_path / "out", place)

    assert code == 1
    assert capsys.readouterr().err.startswith("sign-in: The workspace")
