"""The compare screen in the real queue: same facts in rows, work to do, history, and doubts."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.access import Identity
from app.services.claims import ClaimService
from app.services.comparing import ComparingService
from app.services.disputes import ASK, DisputeService
from app.ui.compare.heads import OUT_OF_SIGHT
from app.ui.compare.page import SENT, ComparePage, Evidence
from app.ui.compare.table import HIDDEN, TITLES
from app.ui.dispute_dialog import DisputeDialog
from app.ui.queue.page import QueuePage
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.services.test_comparing import a_change, a_rival
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, a_claim_of, an_explanation, outage, press, press_key

WHY = "The settlement was reversed on appeal in May."


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


def a_settled(database: Database, **changes: object) -> str:
    claim = a_claim(database, "closed", **changes)
    return str(database.value("SELECT precedent_key FROM claims_claim WHERE id = %s", claim))


def a_compared_claim(database: Database, **settled: object) -> int:
    cleared, found = a_settled(database, cause="theft", **settled), a_settled(database)
    told = an_explanation("substantiated", "cleared") | {
        "contrast": [
            a_rival(cleared, "cleared", ("Cause of loss", "Collision", "Theft")),
            a_rival(found, "substantiated"),
        ],
        "changes": [a_change("Value with receipts", "10%", "100%", -12.3)],
    }
    return a_claim_of(database, "Oliver Zielinski", 62, explanation=told)


def compare_of(page: QueuePage) -> ComparePage:
    assert page.sides.compare
    return page.sides.compare


def said(widget: QWidget) -> list[str]:
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return [label.accessibleName() or label.text() for label in labels if label.text()]


def cells(page: QueuePage, label: str) -> list[str]:
    table = compare_of(page).table
    role = Qt.ItemDataRole.AccessibleTextRole
    for row in range(table.rowCount()):
        texts = [str(table.index(row, column).data(role)) for column in range(len(TITLES))]
        if texts[0].startswith(label):
            return texts
    raise AssertionError(f"no row {label}")


def test_c_puts_the_claim_beside_its_nearest_of_each_outcome(
    database: Database, maya: Identity, desks: Desks
):
    a_compared_claim(database)
    page = desks.open(maya)

    press(page, "c")

    assert page.sides.comparing
    assert cells(page, "Cause of loss") == [
        "Cause of loss, tells most",
        "Collision",
        "Theft, differs",
        "Collision, the same",
    ]


def test_the_claim_and_its_decisions_stay_beside_the_comparison(
    database: Database, maya: Identity, desks: Desks
):
    claim = a_compared_claim(database)
    page = desks.open(maya)
    press(page, "c")

    press(page, "t")

    owner = database.value("SELECT assigned_to FROM claims_claim WHERE id = %s", claim)
    assert (page.pane.isVisible(), owner, page.sides.comparing) == (True, maya.id, True)


def test_a_precedent_of_another_line_says_which(database: Database, maya: Identity, desks: Desks):
    travel = a_settled(database, claim_type="travel", assigned_to=maya.id, region="north")
    motor = a_settled(database, assigned_to=maya.id)
    told = an_explanation("cleared") | {
        "contrast": [a_rival(motor, "cleared"), a_rival(travel, "substantiated")]
    }
    a_claim_of(database, "Oliver Zielinski", 12, explanation=told)
    page = desks.open(maya)

    press(page, "C")

    same, other = (" ".join(said(head)) for head in compare_of(page).heads.rivals)
    assert "another line: travel" in other
    assert "another line" not in same


def test_c_again_or_escape_leads_back_to_the_queue(
    database: Database, maya: Identity, desks: Desks
):
    a_compared_claim(database)
    page = desks.open(maya)

    press(page, "cc")
    first = page.sides.comparing
    press(page, "c")
    press_key(page, Qt.Key.Key_Escape)

    assert (first, page.sides.comparing, page.view.hasFocus()) == (False, False, True)


def test_the_comparison_follows_to_the_next_claim(database: Database, maya: Identity, desks: Desks):
    a_compared_claim(database)
    a_claim_of(database, "Bram Ghosh", 12)
    page = desks.open(maya)
    press(page, "c")

    press(page, "j")

    assert page.pane.claim
    assert compare_of(page).claim == page.pane.claim
    assert "Nothing to compare with" in said(compare_of(page))


def test_news_stay_before_the_comparison(database: Database, maya: Identity, desks: Desks):
    a_compared_claim(database)
    page = desks.open(maya)
    page.toast.tell("Something was done")

    press(page, "c")

    shown = page.sides.childAt(page.toast.geometry().center())
    assert page.sides.comparing
    assert shown
    assert page.toast in (shown, shown.parentWidget())


def test_a_number_of_a_precedent_is_shown_whole(database: Database, maya: Identity, desks: Desks):
    a_compared_claim(database)
    page = desks.open(maya)
    page.window().resize(1366, 768)

    press(page, "c")

    heads = [head for head in compare_of(page).heads.rivals if head.rival and head.rival.number]
    shown = [label.text() for head in heads for label in head.findChildren(QLabel)]
    assert heads
    assert {head.rival.number for head in heads if head.rival} <= set(shown)


def test_only_the_differences_can_be_shown(database: Database, maya: Identity, desks: Desks):
    a_compared_claim(database)
    page = desks.open(maya)
    press(page, "c")
    everything = compare_of(page).table.rowCount()

    compare_of(page).differing.click()

    shown = compare_of(page).table.rows
    assert 0 < len(shown) < everything
    assert all(any(fact.differs) for fact in shown)


def test_what_to_find_out_names_the_fact_and_the_score_it_would_give(
    database: Database, maya: Identity, desks: Desks
):
    a_compared_claim(database)
    page = desks.open(maya)

    press(page, "c")

    told = said(compare_of(page).questions)
    assert "Verify: value with receipts" in told
    assert "Now 10%. If it is 100%, 2 other precedents come nearest." in told
    assert "The score falls to 50, by 12 points" in told


def test_the_score_history_is_told(database: Database, maya: Identity, desks: Desks):
    a_compared_claim(database)
    page = desks.open(maya)

    press(page, "c")

    assert "Medium risk, score 62 of 100" in said(compare_of(page).history)


def test_a_precedent_out_of_sight_is_neither_named_nor_opened(
    database: Database, maya: Identity, desks: Desks
):
    a_compared_claim(database, region="south")
    page = desks.open(maya)

    press(page, "c")

    head = compare_of(page).heads.rivals[0]
    assert OUT_OF_SIGHT in said(head)
    assert not head.open.isVisibleTo(head)
    assert cells(page, "Coverage")[2] == HIDDEN


def test_a_precedent_in_sight_opens_beside(database: Database, maya: Identity, desks: Desks):
    a_compared_claim(database)
    page = desks.open(maya)
    press(page, "c")
    head = compare_of(page).heads.rivals[0]

    head.open.click()

    assert head.rival
    assert page.pane.claim
    assert page.pane.claim.number == head.rival.number


def open_dispute(page: QueuePage) -> DisputeDialog:
    press(page, "c")
    compare_of(page).heads.rivals[1].dispute.click()
    (dialog,) = compare_of(page).findChildren(DisputeDialog)
    return dialog


def test_a_dispute_is_recorded_told_and_stays_on_the_card(
    database: Database, maya: Identity, desks: Desks
):
    claim = a_compared_claim(database)
    page = desks.open(maya)
    dialog = open_dispute(page)
    dialog.editor.setPlainText(WHY)

    dialog.send.click()

    stored = database.run("SELECT claim_id, reason, raised_by FROM ml_engine_dispute")
    button = compare_of(page).heads.rivals[1].dispute
    assert stored == [(claim, WHY, maya.id)]
    assert (page.toast.text, button.text(), button.isEnabled()) == (SENT, "Disputed", False)


def test_a_dispute_without_a_reason_says_what_is_needed(
    database: Database, maya: Identity, desks: Desks
):
    a_compared_claim(database)
    dialog = open_dispute(desks.open(maya))

    dialog.send.click()

    assert dialog.reason.problem == ASK
    assert database.run("SELECT id FROM ml_engine_dispute") == []


def test_a_dispute_that_could_not_be_sent_keeps_its_words(
    database: Database, maya: Identity, desks: Desks
):
    a_compared_claim(database)
    dialog = open_dispute(desks.open(maya))
    dialog.editor.setPlainText(WHY)

    with outage(database):
        dialog.send.click()

    assert dialog.reason.problem
    assert (dialog.editor.toPlainText(), dialog.send.isEnabled()) == (WHY, True)


def test_who_may_not_dispute_is_offered_no_button(database: Database, desks: Desks):
    a_compared_claim(database)
    page = desks.open(a_person(database, "admin"))

    press(page, "c")

    assert page.sides.comparing
    assert not any(head.dispute.isVisibleTo(head) for head in compare_of(page).heads.rivals)


def test_a_comparison_that_could_not_be_loaded_says_so_and_tries_again(
    database: Database, maya: Identity, run_now: RunNow
):
    claim = a_compared_claim(database)
    sessions = database.sessions_as(maya)
    services = Evidence(
        ComparingService(sessions, maya), DisputeService(sessions, maya), may_dispute=True
    )
    page = ComparePage(services, run_now)
    row = ClaimService(sessions, maya).detail(claim).row

    with outage(database):
        page.show_claim(row)
    offline = said(page)
    page._failure.action.click()

    assert "Try again" in page._failure.action.text()
    assert any("connection" in words.lower() or "offline" in words.lower() for words in offline)
    assert page.comparison
