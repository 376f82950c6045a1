"""The audit log on screen: real events, filters, the state of the chains, export and jobs."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.access import Identity
from app.services.audit import PAGE, AuditService
from app.services.directory import Directory
from app.services.figures import day, today
from app.ui.audit.filters import WRONG_DAY
from app.ui.audit.screen import AuditScreen
from app.ui.buttons import ActionButton
from app.ui.changes import Changes
from tests.factories import a_claim, a_person
from tests.paper import pages
from tests.server import Database, ask
from tests.test_desktop import nameless
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, outage
from tests.ui.forms import choose, click

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def claims(database: Database) -> list[int]:
    """Two claims, each opened by Maya and then by Tom."""
    claims = [a_claim(database) for _ in range(2)]
    for name in ("Maya Chen", "Tom Reyes"):
        with database.connect_as(a_person(database, full_name=name)) as connection:
            for claim in claims:
                ask(connection, "SELECT open_claim(%s)", claim)
    return claims


@pytest.fixture
def ada(database: Database) -> Identity:
    return a_person(database, "admin", full_name="Ada Whitfield")


class Opener:
    """Opens the screen when a test has put its events in place."""

    def __init__(self, database: Database, tasks: RunNow, ada: Identity) -> None:
        self._sessions = Desks(database, tasks).sign_in(ada)
        self._tasks, self._ada = tasks, ada
        self._made: list[AuditScreen] = []
        self.changes = Changes()

    def __call__(self) -> AuditScreen:
        screen = AuditScreen(
            AuditService(self._sessions, self._ada),
            Directory(self._sessions, self._ada),
            self._tasks,
            self.changes,
            self._ada,
        )
        screen.resize(1688, 900)
        screen.show()
        screen.activateWindow()
        QTest.qWaitForWindowActive(screen)
        self._made.append(screen)
        return screen

    def close(self) -> None:
        for screen in self._made:
            screen.close()
            screen.deleteLater()


@pytest.fixture
def show(database: Database, run_now: RunNow, ada: Identity) -> Iterator[Opener]:
    opener = Opener(database, run_now, ada)
    yield opener
    opener.close()


def cells(screen: AuditScreen, column: int) -> list[str]:
    rows = range(len(screen.table.rows))
    return [screen.table.data(screen.table.index(row, column)) for row in rows]


def number(database: Database, claim: int) -> str:
    told: str = database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claim)
    return told


def write(editor: QWidget, text: str) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


@pytest.mark.usefixtures("claims")
def test_events_are_listed_newest_first_in_words(show: Opener):
    screen = show()

    assert cells(screen, 3) == ["Tom Reyes", "Tom Reyes", "Maya Chen", "Maya Chen"]
    assert set(cells(screen, 4)) == {"Opened"}
    assert cells(screen, 2) == ["2", "2", "1", "1"]
    assert screen._count.text() == "4 events"


def test_a_step_tells_from_where_to_where_and_why(
    database: Database, claims: list[int], show: Opener
):
    ines = a_person(database, siu=True)
    with database.connect_as(ines) as connection:
        moved = "UPDATE claims_claim SET status = 'in_review', assigned_to = %s WHERE id = %s"
        ask(connection, f"{moved} RETURNING id", ines.id, claims[0])
        ask(
            connection,
            "UPDATE claims_claim SET status = 'siu_review', status_reason = 'late_report',"
            " status_note = 'Seen before.' WHERE id = %s RETURNING id",
            claims[0],
        )

    screen = show()

    assert cells(screen, 5)[0] == "In review → With SIU"
    assert cells(screen, 6)[0] == "Late report · Seen before."
    assert screen.state.event_card.values["Reason"].text() == "Late report"


def test_a_person_a_claim_and_a_kind_are_filtered_by(
    database: Database, claims: list[int], show: Opener
):
    screen = show()
    choose(screen.filters.person, "Maya Chen")
    people = cells(screen, 3)
    write(screen.filters.claim, number(database, claims[0]).lower())
    found = cells(screen, 1)
    choose(screen.filters.kind, "Scored")
    nothing = screen.empty.isVisible()

    click(screen.empty.action)

    assert people == ["Maya Chen", "Maya Chen"]
    assert found == [number(database, claims[0])]
    assert nothing
    assert len(screen.table.rows) == 4
    assert not screen.filters.clear.isVisible()


@pytest.mark.usefixtures("claims")
def test_what_was_done_to_a_person_is_told_and_opens_no_claim(
    database: Database, ada: Identity, show: Opener
):
    wilma = a_person(database, full_name="Wilma Ford")
    database.run(
        "INSERT INTO person_event (kind, actor_id, person_id, detail) VALUES"
        ' (\'changed\', %s, %s, \'{"authority_limit": {"from": 2500, "to": 5000}}\')',
        ada.id,
        wilma.id,
    )
    screen = show()
    went: list[object] = []
    show.changes.opened.connect(went.append)

    choose(screen.filters.kind, "Person changed")
    screen.view.setFocus()
    QTest.keyClick(screen.view, Qt.Key.Key_Return)

    assert cells(screen, 1) == ["Wilma Ford"]
    assert cells(screen, 3) == ["Ada Whitfield"]
    assert cells(screen, 6) == ["Authority: £2,500.00 → £5,000.00"]
    assert screen.state.event_card.title.text().startswith("Wilma Ford, event 1")
    assert not screen.state.event_card.open.isVisible()
    assert went == []


@pytest.mark.usefixtures("claims")
def test_days_are_filtered_by_and_the_last_one_counts_whole(show: Opener):
    screen = show()

    write(screen.filters.until, day(today()))
    with_today = len(screen.table.rows)
    screen.filters.until.clear()
    write(screen.filters.until, day(today() - timedelta(days=1)))

    assert with_today == 4
    assert screen.empty.isVisible()


@pytest.mark.usefixtures("claims")
def test_a_day_that_cannot_be_read_is_said_at_the_field(show: Opener):
    screen = show()

    write(screen.filters.since, "soon")

    assert screen.filters._fields[screen.filters.since].problem == WRONG_DAY
    assert len(screen.table.rows) == 4


@pytest.mark.usefixtures("claims")
def test_the_chains_are_verified_when_the_log_is_opened(show: Opener):
    chain = show().state.chain

    assert chain.chip.text() == "Verified"
    assert chain.about.text().startswith("4 events, checked in less than a second on ")
    assert not chain.faults.isVisible()


def test_a_broken_chain_is_told_with_the_claim(database: Database, claims: list[int], show: Opener):
    screen = show()
    database.run(
        "ALTER TABLE claims_event DISABLE TRIGGER USER;"
        f"UPDATE claims_event SET actor_id = NULL WHERE claim_id = {claims[1]} AND seq = 1;"
        "ALTER TABLE claims_event ENABLE TRIGGER USER"
    )

    click(screen.state.chain.verify)

    assert screen.state.chain.chip.text() == "Broken"
    told = f"Claim {number(database, claims[1])}: event 1 was changed"
    assert screen.state.chain.faults.text().startswith(told)


def test_older_events_come_when_the_table_is_scrolled_to_its_end(
    database: Database, claims: list[int], show: Opener
):
    database.run(
        "INSERT INTO claims_event (claim_id, kind) SELECT %s, 'edited' FROM generate_series(1, %s)",
        claims[0],
        PAGE + 50,
    )
    screen = show()
    first = len(screen.table.rows), screen._count.text()

    bar = screen.view.verticalScrollBar()
    bar.setValue(bar.maximum())

    assert first == (PAGE, f"The newest {PAGE} events; scroll for older ones")
    assert len(screen.table.rows) == PAGE + 54
    assert len({entry.id for entry in screen.table.rows}) == PAGE + 54
    assert screen._count.text() == f"{PAGE + 54} events"


def save(screen: AuditScreen, button: ActionButton, path: Path) -> None:
    """Press a button and answer the question where the file goes."""
    click(button)
    dialog = screen.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


@pytest.mark.usefixtures("claims")
def test_what_is_filtered_is_exported(show: Opener, tmp_path: Path):
    screen = show()
    choose(screen.filters.person, "Maya Chen")
    path = tmp_path / "audit.csv"

    save(screen, screen.export.csv, path)

    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["actor"] for row in rows] == ["Maya Chen", "Maya Chen"]
    assert screen.toast.text == "2 events written to audit.csv"


@pytest.mark.usefixtures("claims")
def test_what_is_filtered_is_printed_with_whole_hashes(show: Opener, tmp_path: Path):
    screen = show()
    choose(screen.filters.person, "Maya Chen")
    path = tmp_path / "audit.pdf"

    save(screen, screen.export.pdf, path)

    [page] = pages(path)
    assert "Audit log Maya Chen · Chains of 4 events checked: no fault" in page
    hashes = [entry.hash for entry in screen.table.rows]
    assert [h for h in hashes if f"{h[:32]} {h[32:]}" in page] == hashes
    assert "2 events" in page
    assert "Tom Reyes" not in page
    assert screen.toast.text == "2 events written to audit.pdf"


@pytest.mark.usefixtures("claims")
def test_a_place_that_cannot_be_written_is_told_and_the_buttons_come_back(
    show: Opener, tmp_path: Path
):
    screen = show()

    save(screen, screen.export.pdf, tmp_path / "nowhere" / "audit.pdf")

    assert "cannot be written" in screen.notice.accessibleName()
    assert screen.export.pdf.isEnabled()


def test_the_jobs_of_the_worker_are_shown_with_their_failures(database: Database, show: Opener):
    database.run(
        "INSERT INTO worker_job (name, last_run, runs, last_failure, failures, last_error) VALUES"
        " ('seal', now(), 3, NULL, 0, NULL),"
        " ('replay', now(), 3, now(), 1, 'This model is damaged.')"
    )

    said = [row.accessibleName() for row in show().state.jobs.rows]

    [replay] = [one for one in said if one.startswith("Replay scores")]
    assert replay.endswith("3 runs, 1 failed. This model is damaged.")
    assert any(one.startswith("Seal the audit. Last run just now") for one in said)


def test_enter_opens_the_claim_of_an_event(database: Database, claims: list[int], show: Opener):
    screen = show()
    went: list[object] = []
    show.changes.wanted.connect(went.append)
    show.changes.opened.connect(went.append)
    screen.view.setFocus()

    QTest.keyClick(screen.view, Qt.Key.Key_Return)

    assert went == ["go.queue", claims[1]]


@pytest.mark.usefixtures("claims")
def test_a_lost_connection_is_told_and_trying_again_brings_the_events(
    database: Database, show: Opener
):
    with outage(database):
        screen = show()
        told = screen.notice.accessibleName(), screen.state.chain.chip.text()
    click(screen.notice.action)

    assert told[0]
    assert told[1] == "Not checked"
    assert len(screen.table.rows) == 4


@pytest.mark.usefixtures("claims")
def test_everything_that_takes_the_focus_has_a_name(show: Opener):
    assert nameless(show()) == []


@pytest.mark.usefixtures("claims")
def test_a_narrow_window_leaves_the_rest_to_the_card_beside_the_table(show: Opener):
    screen = show()
    screen.resize(968, 700)

    hidden = [screen.view.isColumnHidden(column) for column in range(8)]

    assert hidden == [False, False, True, False, False, True, True, True]
    assert len(screen.state.event_card.values["Hash"].text().replace(" ", "")) == 64
