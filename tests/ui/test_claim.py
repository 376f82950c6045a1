"""The detail pane: what it says to eyes and ears, and how it is bound again."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.access import Identity
from app.codes import Outcome
from app.services.figures import today
from app.services.queue_filter import QueueFilter, StatusGroup
from app.ui.claim.pictures import Nearest, RangeBar, Ruler
from app.ui.claim.precedents import HIDDEN, TITLES
from app.ui.queue.page import QueuePage
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.services.desk import a_scored_claim, statements
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, a_claim_of, a_factor, an_explanation, press, three_claims


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


def texts(widget: QWidget) -> list[str]:
    """Return what can be read on a widget, item by item."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return [label.accessibleName() or label.text() for label in labels if label.text()]


def cells(page: QueuePage, column: str) -> list[Any]:
    table = page.pane.body.precedents.list.table
    place = TITLES.index(column)
    return [table.index(row, place).data() for row in range(table.rowCount())]


def name_of(page: QueuePage, kind: type[QWidget]) -> str:
    return page.pane.findChildren(kind)[0].accessibleName()


def test_every_fact_is_a_label_that_names_itself(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    said = texts(page.pane.body.facts)

    assert "Claimed: £900.00" in said
    assert "Date of loss: 02 Mar 2026" in said


def test_the_pictures_say_what_they_show(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    ruler, nearest, bar = (name_of(page, kind) for kind in (Ruler, Nearest, RangeBar))

    assert ruler == "Score 87 between 0 and 100; medium from 40, high from 70"
    assert nearest.endswith("the closest first: substantiated, substantiated, cleared")
    assert bar == "Days from loss to report 19: above the range of most cleared claims"


def test_the_score_is_told_in_words_and_a_number(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    said = texts(page.pane.body.score)

    assert "Score 87 of 100" in said
    assert "High risk, score 87 of 100" in said
    assert "2 of the 3 nearest settled claims were substantiated." in said
    assert any("240 precedents vote" in words for words in said)


def test_precedents_out_of_sight_say_so_but_still_count(
    database: Database, maya: Identity, desks: Desks
):
    settled = a_claim(database, "closed", closed_outcome="denied", assigned_to=maya.id)
    known = an_explanation("substantiated", "cleared")
    known["precedents"][0]["key"] = str(
        database.value("SELECT precedent_key FROM claims_claim WHERE id = %s", settled)
    )
    a_claim_of(database, "Oliver Zielinski", 87, explanation=known)
    page = desks.open(maya)

    assert cells(page, "Claim")[0].startswith("MOT-")
    assert cells(page, "Claim")[1] == HIDDEN
    assert cells(page, "Amount") == ["£1,250", ""]
    assert cells(page, "Vote") == ["4.0%", "4.0%"]
    assert cells(page, "Outcome") == ["Substantiated", "Cleared"]


def test_a_precedent_is_read_cell_by_cell_with_its_heading(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)
    table = page.pane.body.precedents.list.table

    said = [table.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 4)]

    assert said == ["Similar: 97%", "Outcome: Substantiated"]


def test_the_shares_of_the_vote_add_up(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    told = page.pane.body.precedents._rest.text()

    assert told == (
        "These 3 hold 12% of the vote, the other 237 voters 85%, "
        "and the average of all settled claims 3%."
    )


def test_a_claim_without_a_score_says_so_and_shows_no_panel(
    database: Database, maya: Identity, desks: Desks
):
    a_claim(database)
    page = desks.open(maya)

    said = texts(page.pane.body.score)

    assert said == [
        "Why this score",
        "Not scored yet. The score appears here as soon as it is made.",
    ]
    assert page.pane.body.precedents.isHidden()


def test_an_abstention_is_told_beside_the_score(database: Database, maya: Identity, desks: Desks):
    a_claim_of(database, "Hana Fontaine", 44, recommendation="abstain")
    page = desks.open(maya)

    assert any("no comparable claims" in words for words in texts(page.pane.body.score))


def test_the_next_claim_uses_the_same_widgets(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)
    before = {id(widget) for widget in page.pane.findChildren(QWidget)}

    press(page, "JJKJ")

    assert {id(widget) for widget in page.pane.findChildren(QWidget)} == before


def test_a_claim_with_fewer_precedents_and_factors_leaves_none_behind(
    database: Database, maya: Identity, desks: Desks
):
    many = [a_factor(f"Fact {n}", str(n), 0.2) for n in range(5)]
    a_claim_of(
        database, "Long One", 90, explanation=an_explanation(*["cleared"] * 10, factors=many)
    )
    a_claim_of(database, "Short One", 80, explanation=an_explanation("substantiated", factors=[]))
    page = desks.open(maya)
    shown = len(cells(page, "Claim")), texts(page.pane.body.score._factors)

    press(page, "J")

    assert shown[0] == 10
    assert len(shown[1]) == 10
    assert len(cells(page, "Claim")) == 1
    assert texts(page.pane.body.score._factors) == []


def test_the_timeline_tells_who_did_what(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    press(page, "T")
    page.pane.body.tabs[1].click()

    assert "Maya Chen took the claim" in texts(page.pane.body.events)
    assert page.pane.body.pages.currentIndex() == 1


def test_the_neighbours_are_fetched_before_one_gets_there(
    database: Database, maya: Identity, desks: Desks
):
    first, second, third = three_claims(database)
    page = desks.open(maya)

    kept = [page.loader.kept(claim, 0) is not None for claim in (first, second, third)]

    assert kept == [True, True, True]


def test_a_claim_at_hand_asks_the_server_nothing(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)
    service = page.loader._claims
    engine = service._sessions.kw["bind"]

    with statements(engine) as sent:
        press(page, "JK")

    assert sent == []


def test_names_of_controls_say_what_they_do(database: Database, maya: Identity, desks: Desks):
    three_claims(database)
    page = desks.open(maya)

    said = [(b.accessibleName(), b.accessibleDescription()) for b in page.pane.bar.buttons.values()]

    assert said == [
        ("Approve", "Shortcut A"),
        ("Refer", "Shortcut R"),
        ("Ask for info", "Shortcut I"),
        ("Deny", "Shortcut D"),
    ]


def spoken(widget: QWidget) -> list[str]:
    """Return what a screen reader finds below *widget*, in its order."""
    QApplication.processEvents()
    found: list[str] = []
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        item = waiting.pop()
        if item and not item.state().invisible:
            found.append(item.text(QAccessible.Text.Name))
            waiting += [item.child(n) for n in reversed(range(item.childCount()))]
    return [name for name in found if name]


def test_a_screen_reader_finds_every_cell_of_the_queue(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)

    said = spoken(page.view)

    assert said[0] == "Triage queue"
    assert said.count("Refer") + said.count("Review") == 3
    assert "High risk, score 87 of 100" in said
    assert "Low risk, score 12 of 100" in said


def test_a_screen_reader_finds_number_actions_score_and_precedents_in_this_order(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)
    number = page.table.rows[0].number

    said = spoken(page.pane)

    landmarks = [
        number,
        "Approve",
        "Claimed: £900.00",
        "Score 87 of 100",
        "Nearest settled claims",
        "Amount: not visible to you",
        "Latest activity",
    ]
    assert [said.index(name) for name in landmarks] == sorted(map(said.index, landmarks))


def test_outcomes_are_never_called_fraud(database: Database, maya: Identity, desks: Desks):
    a_scored_claim(database, 87, explanation=an_explanation(*Outcome))
    page = desks.open(maya)

    assert "fraud" not in " ".join(texts(page)).lower()


def test_a_claim_decided_without_a_score_promises_none(
    database: Database, maya: Identity, desks: Desks
):
    a_claim(database, "closed", closed_outcome="denied")
    page = desks.open(maya, start=QueueFilter(status=StatusGroup.ALL))

    assert "This claim was decided without a score." in texts(page.pane.body.score)


def test_a_place_at_home_is_told_without_its_country(
    database: Database, maya: Identity, desks: Desks
):
    a_claim(database, loss_city="Leeds", loss_country="United Kingdom")
    a_claim(database, loss_city="Lagos", loss_country="Portugal")
    page = desks.open(maya)
    home = texts(page.pane.body.facts)

    press(page, "J")

    assert "Place of loss: Leeds" in home
    assert "Place of loss: Lagos, Portugal" in texts(page.pane.body.facts)


@pytest.mark.parametrize("status", ["pending_approval", "pending_info"])
def test_the_number_of_a_claim_is_whole_beside_wide_states(
    database: Database, maya: Identity, desks: Desks, status: str
):
    waits = {"hold_until": today()} if status == "pending_info" else {}
    told = {"status": status, "assigned_to": maya.id, "sample": True, **waits}
    a_claim_of(database, "Oliver Zielinski", 87, **told)
    page = desks.open(maya, start=QueueFilter(status=StatusGroup.OPEN))
    page.resize(1000, 700)
    page.open_claim()
    QApplication.processEvents()

    header = page.pane.header

    assert header._number.width() >= header._number.sizeHint().width()
    assert header.width() <= page.pane.width()
