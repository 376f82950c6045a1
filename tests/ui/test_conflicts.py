"""Two desktops on one database: what one does, the other sees, and only one decides."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.codes import Action
from app.services.changes import Change
from app.services.changes import Changes as Source
from app.services.claim_views import ClaimRow
from app.ui.queue.page import QueuePage
from tests.factories import a_person
from tests.server import Database
from tests.services.desk import steps_of
from tests.ui.conftest import RunNow
from tests.ui.desk import (
    Desks,
    a_claim_of,
    many_claims,
    numbers,
    outage,
    press,
    press_key,
    three_claims,
)


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(
        database, full_name="Lena Lead", supervisor=True, authority_limit=Decimal(50000)
    )


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


def hear(page: QueuePage, *claims: int) -> None:
    """Let a desktop hear of changes as the listener would tell it."""
    change = Change(frozenset(claims))
    page._changes.claims.emit(change.ids)


def listens(page: QueuePage, source: Source) -> bool:
    page._changes.poll()
    return source.fileno() >= 0


def change_amount(database: Database, claim: int, amount: int) -> None:
    """Change a claim as somebody else would, who is on no desktop of the test."""
    statement = "UPDATE claims_claim SET amount = %s, version = version + 1 WHERE id = %s"
    database.run(statement, amount, claim)


def test_a_decision_elsewhere_leaves_this_queue(
    database: Database, maya: Identity, lead: Identity, desks: Desks
):
    first, *_rest = three_claims(database)
    mine, hers = desks.open(maya), desks.open(lead)
    number = mine.table.rows[0].number

    press(mine, "A")
    hear(hers, first)

    assert number not in numbers(hers)
    assert hers.pane.bar.reason.text() == "No decision now: this claim is approved."


def test_both_deciding_gives_the_second_a_conflict_and_one_audit_entry(
    database: Database, maya: Identity, lead: Identity, desks: Desks
):
    first, *_rest = three_claims(database)
    mine, hers = desks.open(maya), desks.open(lead)

    press(mine, "A")
    press(hers, "A")

    assert hers.pane.claim is not None
    assert hers.pane.claim.id == first
    told = hers.pane.change.accessibleName()
    both = "Status: Waiting, now Approved; Owner: nobody, now Maya Chen."
    assert told == f"Maya Chen changed this claim. {both}"
    assert hers.pane.change.action.text() == "Take theirs"
    assert hers.pane.change.keep.isHidden()
    assert steps_of(database, first) == [("triaged", "in_review"), ("in_review", "approved")]


def test_words_written_meanwhile_can_be_kept_or_dropped(
    database: Database, lead: Identity, desks: Desks
):
    claim = a_claim_of(database, "Amara Okafor", 90, status="in_review", assigned_to=lead.id)
    hers = desks.open(lead)
    press(hers, "R2")
    change_amount(database, claim, 4321)
    hear(hers, claim)
    told = hers.pane.change.accessibleName()

    hers.pane.change.keep.click()

    assert "Amount: £1,250.00, now £4,321.00" in told
    assert steps_of(database, claim) == [("in_review", "siu_review")]


def test_taking_theirs_drops_what_was_begun(database: Database, lead: Identity, desks: Desks):
    claim = a_claim_of(database, "Amara Okafor", 90, status="in_review", assigned_to=lead.id)
    hers = desks.open(lead)
    press(hers, "R2")
    change_amount(database, claim, 4321)
    hear(hers, claim)

    hers.pane.change.take.click()

    assert hers.pane.slot.form() is None
    assert hers.pane.change.isHidden()
    assert steps_of(database, claim) == []


def test_a_claim_that_a_colleague_took_stays_on_show_with_the_reason(
    database: Database, maya: Identity, desks: Desks
):
    tom = a_person(database, full_name="Tom Ridley")
    first, second, _third = three_claims(database)
    mine, his = desks.open(maya), desks.open(tom)

    press(his, "T")
    hear(mine, first)
    reason = mine.pane.bar.reason.text()
    on_show = mine.pane.claim.id if mine.pane.claim else None
    press(mine, "J")

    assert "a colleague may have taken it" in reason or "not among those" in reason
    assert on_show == first
    assert mine.pane.claim is not None
    assert mine.pane.claim.id == second


def test_selection_and_scroll_stay_when_rows_come_and_go(
    database: Database, maya: Identity, desks: Desks
):
    many_claims(database, 60)
    page = desks.open(maya)
    page.view.choose(30)
    page.view.verticalScrollBar().setValue(24 * 46 + 7)
    chosen = page.view.claim()
    assert chosen is not None
    top = page.view.rowViewportPosition(30)

    a_claim_of(database, "Risky One", 99)
    a_claim_of(database, "Risky Two", 98)
    page._changes.claims.emit(None)

    assert page.view.claim() == chosen
    assert page.view.currentIndex().row() == 32
    assert page.view.rowViewportPosition(32) == top
    assert len(numbers(page)) == 62


def test_a_change_never_resets_the_table(database: Database, maya: Identity, desks: Desks):
    first, *_rest = three_claims(database)
    page = desks.open(maya)
    resets: list[bool] = []
    page.table.modelReset.connect(lambda: resets.append(True))

    change_amount(database, first, 77)
    hear(page, first)

    assert resets == []
    assert page.table.rows[0].amount == Decimal(77)


def test_a_refresh_that_fails_keeps_the_rows_and_says_so(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)

    with outage(database):
        page.feed.refresh()
        told, kept = page.head.notice.accessibleName(), len(page.table.rows)
    page.head.notice.action.click()

    assert told
    assert kept == 3
    assert page.head.notice.isHidden()
    assert len(page.table.rows) == 3


def test_undo_is_refused_once_somebody_acted_on_the_claim(
    database: Database, maya: Identity, desks: Desks
):
    first, *_rest = three_claims(database)
    mine = desks.open(maya)
    press(mine, "A")
    change_amount(database, first, 901)

    press(mine, "Z")

    assert mine.table.row_of(first) is None
    assert mine.head.notice.accessibleName().startswith("MOT-")
    assert steps_of(database, first)[-1] == ("in_review", "approved")
    press_key(mine, Qt.Key.Key_Escape)


def test_a_decision_on_one_desktop_reaches_the_other_by_itself(
    database: Database, maya: Identity, lead: Identity, desks: Desks, qtbot: QtBot
):
    first, *_rest = three_claims(database)
    mine, hers = desks.open(maya), desks.open(lead)
    source = Source(lambda: desks.lease_of(lead))
    hers._changes.watch(source)
    qtbot.waitUntil(lambda: listens(hers, source))

    press(mine, "A")

    qtbot.waitUntil(lambda: hers.table.row_of(first) is None)
    hers._changes.stop()


def test_news_of_my_own_step_that_come_before_its_answer_tell_me_nothing(
    database: Database, maya: Identity, desks: Desks
):
    first, *_rest = three_claims(database)
    page = desks.open(maya)
    take = page.desk._steps[Action.TAKE]

    def take_and_hear(*given: int) -> ClaimRow:
        row = take(*given)
        hear(page, first)
        return row

    page.desk._steps[Action.TAKE] = take_and_hear
    press(page, "T")

    assert page.pane.claim is not None
    assert page.pane.claim.assigned_to == maya.id
    assert not page.pane.change.isVisibleTo(page)


def test_news_that_come_while_my_step_fails_are_told_with_both_values(
    database: Database, maya: Identity, desks: Desks
):
    first, *_rest = three_claims(database)
    page = desks.open(maya)
    take = page.desk._steps[Action.TAKE]

    def hear_and_take(*given: int) -> ClaimRow:
        change_amount(database, first, 950)
        hear(page, first)
        return take(*given)

    page.desk._steps[Action.TAKE] = hear_and_take
    press(page, "T")

    assert "Amount: £900.00, now £950.00" in page.pane.change.accessibleName()
    assert page.pane.change.isVisibleTo(page)
