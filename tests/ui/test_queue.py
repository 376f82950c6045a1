"""The triage queue through real windows, services and PostgreSQL."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.access import Identity
from app.codes import ClaimType, Status
from app.services.queue_filter import Owner, QueueFilter, RiskBand, SortKey
from app.ui.queue.decisions import LOOK_FIRST
from app.ui.queue.kinds import KINDS
from app.ui.queue.page import QueuePage
from app.ui.theme import Choice, Theme
from tests.factories import a_person
from tests.server import Database
from tests.services.desk import steps_of
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, many_claims, numbers, press, press_key, three_claims


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


def status_of(database: Database, claim: int) -> str:
    return str(database.value("SELECT status FROM claims_claim WHERE id = %s", claim))


def test_three_claims_are_decided_by_keys_alone(database: Database, maya: Identity, desks: Desks):
    first, second, third = three_claims(database)
    page = desks.open(maya)

    press(page, "A")
    press(page, "R1")
    press_key(page, Qt.Key.Key_Return)
    press(page, "D6\t")
    press(page, "The loss must be proved.")
    press_key(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [status_of(database, claim) for claim in (first, second, third)] == [
        Status.APPROVED,
        Status.SIU_REVIEW,
        Status.DENIED,
    ]


def test_after_a_decision_the_next_claim_is_on_show(
    database: Database, maya: Identity, desks: Desks
):
    _first, second, _third = three_claims(database)
    page = desks.open(maya)

    press(page, "A")

    assert page.pane.claim is not None
    assert page.pane.claim.id == second
    assert page.view.claim() == page.pane.claim
    assert len(page.table.rows) == 2


def test_the_toast_names_the_claim_and_z_takes_the_decision_back(
    database: Database, maya: Identity, desks: Desks
):
    first, *_rest = three_claims(database)
    page = desks.open(maya)
    number = page.table.rows[0].number

    press(page, "A")
    told = page.toast.text
    press(page, "Z")

    assert told == f"{number} approved"
    assert status_of(database, first) == Status.IN_REVIEW
    assert page.pane.claim is not None
    assert page.pane.claim.id == first
    assert steps_of(database, first)[-1] == ("approved", "in_review")


def test_z_with_nothing_to_take_back_says_so(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    press(page, "Z")

    assert page.head.notice.accessibleName() == "There is no decision of yours to undo."


def test_a_held_key_decides_nothing(database: Database, maya: Identity, desks: Desks):
    claims = three_claims(database)
    page = desks.open(maya)

    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier(0), "a", True)  # noqa: FBT003 - Qt takes auto-repeat by position
        QApplication.sendEvent(page.view, held)

    assert [status_of(database, claim) for claim in claims] == ["triaged"] * 3


def test_letters_in_the_search_box_decide_nothing(database: Database, maya: Identity, desks: Desks):
    claims = three_claims(database)
    page = desks.open(maya)

    press(page, "/")
    press(page, "AAA")

    assert page.head.search.text() == "AAA"
    assert [status_of(database, claim) for claim in claims] == ["triaged"] * 3


def test_search_finds_a_claimant_and_gives_the_focus_back(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)

    press(page, "/")
    press(page, "ghosh")
    press_key(page, Qt.Key.Key_Return)

    assert [claim.claimant for claim in page.table.rows] == ["Bram Ghosh"]
    assert page.view.hasFocus()


def test_a_heading_sorts_on_the_server(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    page.view.horizontalHeader().sectionClicked.emit(4)
    falling = [claim.amount for claim in page.table.rows]
    page.view.horizontalHeader().sectionClicked.emit(4)
    rising = [claim.amount for claim in page.table.rows]

    assert falling == [Decimal(900), Decimal(600), Decimal(300)]
    assert rising == falling[::-1]
    assert page.feed.query.sort is SortKey.AMOUNT


def test_each_chip_is_a_part_of_the_query_and_can_be_removed(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya, start=QueueFilter(risk=RiskBand.HIGH))
    narrowed = numbers(page)
    names = [chip.accessibleName() for chip in page.head.filters.chips]

    page.head.filters.chips[1].removed.emit()

    assert names == ["Filter Status: Open", "Filter Risk: High"]
    assert len(narrowed) == 1
    assert len(numbers(page)) == 3


def test_a_filter_that_finds_nothing_offers_to_clear_itself(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)
    kind = next(kind for kind in KINDS if kind.field == "claim_type")

    page.head.filters.set_value(kind, ClaimType.TRAVEL)
    empty = page.places.currentWidget() is page.places.empty
    page.places.empty.action.click()

    assert empty
    assert len(numbers(page)) == 3


def test_an_empty_queue_says_that_nothing_is_waiting(maya: Identity, desks: Desks):
    page = desks.open(maya, start=QueueFilter(owner=Owner.ME))

    assert page.places.currentWidget() is page.places.empty
    assert page.places.empty.action.isHidden()
    assert page.pane.claim is None


def test_a_long_queue_is_loaded_page_by_page(database: Database, maya: Identity, desks: Desks):
    many_claims(database, 205)
    page = desks.open(maya)
    first = len(page.table.rows)

    page.view.scrollToBottom()
    page.table.fetchMore(page.view.rootIndex())

    assert first == 200
    assert len(set(numbers(page))) == 205
    assert page.head.loaded.text() == "205 of 205 loaded"


def test_j_and_k_walk_and_stop_at_the_ends(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    press(page, "JJJJ")
    last = page.view.currentIndex().row()
    press(page, "KKKK")

    assert last == 2
    assert page.view.currentIndex().row() == 0


def test_escape_leaves_the_form_then_the_claim(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    press(page, "R")
    press_key(page, Qt.Key.Key_Escape)
    form, shown = page.pane.slot.form(), page.pane.isVisible()
    press_key(page, Qt.Key.Key_Escape)

    assert form is None
    assert shown
    assert page.pane.isHidden()


def test_enter_opens_the_claim_again(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)
    page.pane.hide()

    press_key(page, Qt.Key.Key_Return)

    assert page.pane.isVisible()


def test_a_claim_is_taken_and_given_back(database: Database, maya: Identity, desks: Desks):
    first, *_rest = three_claims(database)
    page = desks.open(maya)

    press(page, "T")
    taken = status_of(database, first), page.table.rows[0].owner
    press(page, "L", Qt.KeyboardModifier.ShiftModifier)

    assert taken == ("in_review", "Maya Chen")
    assert status_of(database, first) == "triaged"
    assert page.table.rows[0].owner is None


def test_the_counts_go_to_the_navigation(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)
    heard: list[int] = []
    page._changes.counts.connect(lambda counts: heard.append(counts.queue))

    press(page, "A")

    assert heard[-1] == 2


def page_widths(page: QueuePage) -> list[bool]:
    return [page.view.isColumnHidden(column) for column in range(page.table.columnCount())]


def test_a_narrow_window_keeps_what_identifies_a_claim(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)
    wide = page_widths(page)

    page.resize(1250, 700)

    assert not any(wide)
    assert not any(page_widths(page)[:3])
    assert any(page_widths(page)[3:])


def test_nobody_decides_on_a_claim_that_is_not_on_screen(
    database: Database, maya: Identity, desks: Desks
):
    first, *_rest = three_claims(database)
    page = desks.open(maya)
    page.pane.hide()

    press(page, "A")
    before = status_of(database, first), page.pane.isVisible(), page.head.notice.accessibleName()
    press(page, "A")

    assert before == ("triaged", True, LOOK_FIRST)
    assert status_of(database, first) == Status.APPROVED


def test_a_small_window_shows_the_claim_only_when_it_is_opened(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)

    page.resize(960, 700)
    closed = page.pane.isHidden()
    press_key(page, Qt.Key.Key_Return)

    assert closed
    assert page.pane.isVisible()


def test_the_theme_changes_under_an_open_claim(
    database: Database, maya: Identity, desks: Desks, theme: Theme
):
    three_claims(database)
    page = desks.open(maya)
    light = page.grab().toImage()

    theme.choose(Choice.DARK)
    dark = page.grab().toImage()

    assert light.pixelColor(5, 5).value() > 200
    assert dark.pixelColor(5, 5).value() < 60
    assert page.pane.body.score._number.palette().windowText().color().value() > 200


def test_a_claim_that_another_screen_names_is_shown(
    database: Database, maya: Identity, desks: Desks
):
    _first, _second, third = three_claims(database)
    page = desks.open(maya)

    page._changes.opened.emit(third)

    assert page.view.currentIndex().row() == 2
    assert page.pane.claim is not None
    assert page.pane.claim.id == third


def test_a_named_claim_is_shown_even_when_the_filter_hides_it(
    database: Database, maya: Identity, desks: Desks
):
    _first, _second, third = three_claims(database)
    page = desks.open(maya, start=QueueFilter(risk=RiskBand.HIGH))

    page._changes.opened.emit(third)
    shown = page.pane.claim
    page.feed.ask(page.feed.query)
    kept = page.pane.claim
    press(page, "J")

    assert shown is not None
    assert shown.id == third
    assert kept == shown
    assert page.pane.claim != shown


def test_who_may_hand_in_a_claim_finds_the_way_there(
    database: Database, maya: Identity, desks: Desks
):
    page = desks.open(maya)
    wanted: list[str] = []
    page._changes.wanted.connect(wanted.append)

    page.head.new.click()

    assert wanted == ["claim.new"]


def test_who_may_not_hand_in_a_claim_sees_no_button_for_it(database: Database, desks: Desks):
    page = desks.open(a_person(database, "admin"))

    assert page.head.new.isHidden()
