"""Decisions in the outbox as a person meets them: kept, sent, settled."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.codes import Action
from app.services.outbox import MEMORY_ONLY, Outbox
from app.ui.outbox import Postbox
from app.ui.outbox_dialog import ClashCard, HeldCard, OutboxDialog
from app.ui.queue.page import READ_ONLY, QueuePage
from app.ui.status import StatusLine
from tests.factories import a_person
from tests.server import Database
from tests.services.desk import steps_of
from tests.ui.conftest import RunNow
from tests.ui.desk import (
    CONTROL,
    Desks,
    a_claim_of,
    outage,
    press,
    press_key,
    three_claims,
)


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen", authority_limit=Decimal(25000))


@pytest.fixture
def page(database: Database, maya: Identity, run_now: RunNow) -> Iterator[QueuePage]:
    three_claims(database, reserve=5000)
    desks = Desks(database, run_now)
    yield desks.open(maya, outbox=Outbox(notice=MEMORY_ONLY))
    desks.close()


def postbox_of(page: QueuePage) -> Postbox:
    assert page.decisions.postbox is not None
    return page.decisions.postbox


def dialog_of(page: QueuePage, qtbot: QtBot) -> OutboxDialog:
    dialog = OutboxDialog(postbox_of(page), page)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def claim_on_show(page: QueuePage) -> int:
    assert page.pane.claim is not None
    return page.pane.claim.id


def postpone_an_approval(database: Database, page: QueuePage) -> int:
    claim = claim_on_show(page)
    with outage(database):
        press(page, "A")
        page.pane.slot.banner.later.click()
    return claim


def clash(database: Database, page: QueuePage) -> int:
    """Postpone an approval, and let somebody else change the claim before it is sent."""
    claim = postpone_an_approval(database, page)
    database.run("UPDATE claims_claim SET amount = 901 WHERE id = %s", claim)
    postbox_of(page).send()
    return claim


def test_an_approval_without_a_server_can_wait_in_the_outbox(database: Database, page: QueuePage):
    claim = postpone_an_approval(database, page)

    (held,) = postbox_of(page).held()
    assert (held.claim_id, held.action) == (claim, Action.APPROVE)
    assert page.pane.slot.banner.isHidden()
    assert page.toast.text == f"{held.number} waits in the outbox"
    assert steps_of(database, claim) == []


def test_words_wait_as_they_were_written(database: Database, page: QueuePage):
    claim = claim_on_show(page)
    press(page, "D6\t")
    press(page, "The loss must be proved.")

    with outage(database):
        press_key(page, Qt.Key.Key_Return, CONTROL)
        form = page.pane.slot.form()
        assert form is not None
        form.banner.later.click()
    postbox_of(page).send()

    assert page.pane.slot.form() is None
    assert steps_of(database, claim)[-1] == ("in_review", "denied")
    stored = database.value("SELECT status_detail FROM claims_claim WHERE id = %s", claim)
    assert stored == {"wording": "The loss must be proved."}


def test_a_failure_that_waiting_cannot_mend_offers_no_outbox(database: Database, page: QueuePage):
    claim = claim_on_show(page)
    database.run("UPDATE claims_claim SET amount = 901 WHERE id = %s", claim)

    press(page, "A")

    assert page.pane.slot.banner.isHidden()
    assert postbox_of(page).held() == ()


def test_an_outbox_in_memory_is_said_aloud(database: Database, page: QueuePage):
    postpone_an_approval(database, page)

    assert page.head.notice.accessibleName() == MEMORY_ONLY


def test_a_claim_that_waits_offers_no_second_decision(database: Database, page: QueuePage):
    claim = postpone_an_approval(database, page)
    page.view.choose(page.table.row_of(claim) or 0)

    press(page, "A")

    assert "waits in the outbox" in page.pane.bar.reason.text()
    assert not page.pane.bar.buttons[Action.APPROVE].isEnabled()
    assert steps_of(database, claim) == []


def test_what_waits_is_sent_when_the_connection_is_back(database: Database, page: QueuePage):
    claim = postpone_an_approval(database, page)
    told: list[str] = []
    postbox_of(page).told.connect(told.append)

    back = True
    page._changes.online.emit(back)

    assert steps_of(database, claim)[-1] == ("in_review", "approved")
    assert page.table.row_of(claim) is None
    assert told[0].startswith("Sent from the outbox: MOT-")


def test_what_waits_is_tried_again_by_itself(database: Database, page: QueuePage, qtbot: QtBot):
    postbox_of(page)._wait = 1
    claim = postpone_an_approval(database, page)

    qtbot.waitUntil(lambda: postbox_of(page).held() == ())

    assert steps_of(database, claim)[-1] == ("in_review", "approved")


def test_nothing_is_sent_while_the_database_only_reads(database: Database, page: QueuePage):
    claim = postpone_an_approval(database, page)
    read_only, writes, back = True, False, True

    page._changes.read_only.emit(read_only)
    page._changes.online.emit(back)
    during = steps_of(database, claim)
    page._changes.read_only.emit(writes)

    assert during == []
    assert steps_of(database, claim)[-1] == ("in_review", "approved")


def test_a_read_only_database_closes_every_decision_with_the_reason(page: QueuePage):
    read_only, writes = True, False

    page._changes.read_only.emit(read_only)
    press(page, "A")
    closed = page.pane.bar.buttons[Action.APPROVE]
    told = page.head.notice.accessibleName(), closed.toolTip(), closed.isEnabled()
    page._changes.read_only.emit(writes)

    assert told == (READ_ONLY, READ_ONLY, False)
    assert closed.isEnabled()


def test_a_decision_that_met_a_read_only_database_lets_the_window_look_again(
    database: Database, page: QueuePage
):
    doubts: list[bool] = []
    page.desk.doubted.connect(lambda: doubts.append(True))
    claim = claim_on_show(page)
    setting = f'ALTER DATABASE "{database.name}" SET default_transaction_read_only = '
    database.server._run(setting + "on")
    with outage(database):
        pass

    press(page, "A")
    told = page.pane.slot.banner.accessibleName()

    database.server._run(setting + "off")
    assert told.startswith("Read-only. The database only reads at the moment.")
    assert not page.pane.slot.banner.later.isHidden()
    assert doubts == [True]
    assert steps_of(database, claim) == []


def test_the_dialog_shows_what_waits_and_takes_it_back(
    database: Database, page: QueuePage, qtbot: QtBot
):
    claim = postpone_an_approval(database, page)
    dialog = dialog_of(page, qtbot)
    (card,) = dialog.cards
    assert isinstance(card, HeldCard)

    card.drop.click()

    assert dialog.notice.accessibleName() == MEMORY_ONLY
    assert dialog.cards == []
    assert dialog.empty.isVisible()
    assert steps_of(database, claim) == []


def test_a_clash_shows_both_sides_and_who(database: Database, page: QueuePage, qtbot: QtBot):
    claim = clash(database, page)

    (card,) = dialog_of(page, qtbot).cards

    assert isinstance(card, ClashCard)
    assert card.keep.isEnabled()
    assert "was not taken" in postbox_of(page).waiting(claim)
    assert steps_of(database, claim) == []


def test_mine_is_kept_on_the_claim_as_it_is_now(database: Database, page: QueuePage, qtbot: QtBot):
    claim = clash(database, page)
    dialog = dialog_of(page, qtbot)
    (card,) = dialog.cards
    assert isinstance(card, ClashCard)

    card.keep.click()

    assert steps_of(database, claim)[-1] == ("in_review", "approved")
    assert dialog.cards == []


def test_theirs_is_taken_and_mine_is_gone(database: Database, page: QueuePage, qtbot: QtBot):
    claim = clash(database, page)
    dialog = dialog_of(page, qtbot)
    (card,) = dialog.cards
    assert isinstance(card, ClashCard)

    card.take.click()

    assert postbox_of(page).held() == ()
    assert dialog.cards == []
    assert steps_of(database, claim) == []


def test_mine_cannot_be_kept_once_somebody_else_has_the_claim(
    database: Database, page: QueuePage, qtbot: QtBot
):
    tom = a_person(database, full_name="Tom Ridley")
    claim = a_claim_of(database, "Amara Okafor", 99)
    page.feed.refresh()
    page.view.choose(page.table.row_of(claim) or 0)
    postpone_an_approval(database, page)
    database.run(
        "UPDATE claims_claim SET assigned_to = %s, status = 'in_review' WHERE id = %s",
        tom.id,
        claim,
    )
    postbox_of(page).send()

    (card,) = dialog_of(page, qtbot).cards

    assert isinstance(card, ClashCard)
    assert not card.keep.isEnabled()
    assert "not among those you may see" in card.keep.toolTip()


def test_the_status_line_counts_what_waits_and_what_clashed(qtbot: QtBot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()

    line.show_outbox(2, 0)
    waiting = line.outbox.text()
    line.show_outbox(1, 1)
    clashed = line.outbox.text()
    line.show_outbox(0, 0)

    assert (waiting, clashed) == ("Outbox 2", "Outbox 2 · 1 to look at")
    assert line.outbox.isHidden()


def test_the_status_line_tells_the_three_states_apart(qtbot: QtBot):
    line = StatusLine()
    qtbot.addWidget(line)

    states = [line._state.text()]
    line.show_read_only(read_only=True)
    states.append(line._state.text())
    line.show_online(online=False)
    states.append(line._state.text())
    line.show_online(online=True)
    line.show_read_only(read_only=False)
    states.append(line._state.text())

    assert states == ["Online", "Read-only", "Offline, trying again", "Online"]
