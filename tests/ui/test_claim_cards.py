"""The cards of a claim, bound to one and then another."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from app.codes import Outcome, Status
from app.services.claim_views import Fact, PartyView
from app.ui.claim.account import NOTHING, AccountCard
from app.ui.claim.activity import EventList
from app.ui.claim.body import PrecedentCard
from app.ui.claim.change import differences, story
from app.ui.claim.facts import FactGrid
from app.ui.claim.precedents import HIDDEN, TITLES, PrecedentList
from app.ui.theme import Theme
from tests.ui.views import NOW, a_detail, a_precedent, a_row, an_event


def shown(widget: QWidget) -> list[str]:
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return [label.accessibleName() or label.text() for label in labels if label.text()]


def party(name: str) -> PartyView:
    return PartyView("Claimant", name, "+447700900123", "", "14 Mill Road, Leeds", "")


def test_facts_are_bound_again_in_the_same_cells(theme: Theme):
    grid = FactGrid()
    grid.show_facts((Fact("Claimed", "£900.00"), Fact("Excess", "£350.00", "above the usual")))
    cells = list(grid._cells)

    grid.show_facts((Fact("Claimed", "£5.00"),))

    assert grid._cells == cells
    assert shown(grid) == ["Claimed", "Claimed: £5.00"]


def test_a_remarkable_fact_says_why(theme: Theme):
    grid = FactGrid()

    grid.show_facts((Fact("Date of loss", "05 Nov 2026", "19 days before report"),))

    assert "19 days before report" in shown(grid)


def test_the_latest_events_come_first_and_no_more_than_wanted(theme: Theme):
    events = [an_event(f"Step {n}", at=NOW.replace(year=2020 + n)) for n in range(5)]
    latest, everything = EventList(most=3), EventList()

    latest.show_events(tuple(events))
    everything.show_events(tuple(events))

    assert [text for text in shown(latest) if "step" in text] == [
        f"Maya Chen step {n}" for n in (4, 3, 2)
    ]
    assert len([text for text in shown(everything) if "step" in text]) == 5


def test_a_shorter_timeline_leaves_no_line_of_the_longer_one(theme: Theme):
    events = EventList()
    events.show_events((an_event("One"), an_event("Two")))

    events.show_events((an_event("Only"),))

    assert [text for text in shown(events) if text.startswith("Maya")] == ["Maya Chen only"]


def test_an_event_of_an_unknown_kind_is_told_all_the_same(theme: Theme):
    events = EventList()

    events.show_events((an_event("Did something new", icon="novelty"),))

    assert "Maya Chen did something new" in shown(events)


def test_people_are_named_with_role_and_reach(theme: Theme):
    card = AccountCard()
    card.show_account("It rained in.", (party("Ann"), party("Bo")))

    card.show_account("", (party("Cy"),))

    assert shown(card) == [
        "Account and people",
        NOTHING,
        "Cy · Claimant",
        "+447700900123 · 14 Mill Road, Leeds",
    ]


@pytest.mark.parametrize(("share", "said"), [(0.041, "4.1%"), (0.0996, "10%"), (0.37, "37%")])
def test_small_shares_of_the_vote_have_a_decimal(theme: Theme, share: float, said: str):
    precedents = PrecedentList()

    precedents.show_precedents((a_precedent(share=share),))

    assert precedents.table.index(0, TITLES.index("Vote")).data() == said


def test_the_table_is_as_high_as_its_rows(theme: Theme):
    precedents = PrecedentList()
    heights = []
    for count in (10, 3):
        precedents.show_precedents(tuple(a_precedent(rank) for rank in range(count)))
        heights.append(precedents.height())

    assert heights == [24 + 280, 24 + 84]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_hidden_precedent_is_drawn_with_its_outcome(theme: Theme, outcome: Outcome):
    precedents = PrecedentList()
    precedents.resize(460, 60)

    precedents.show_precedents((a_precedent(outcome=outcome, number=None, amount=None),))

    assert precedents.table.index(0, TITLES.index("Claim")).data() == HIDDEN
    assert not precedents.grab().isNull()


def test_an_average_that_hardly_counts_is_not_told(theme: Theme):
    card = PrecedentCard()

    card.show_precedents((a_precedent(share=0.2), a_precedent(2, share=0.3)), 12, 0.001)

    assert card._rest.text() == "These 2 hold 50% of the vote and the other 10 voters 50%."


def test_what_changed_is_told_with_both_values():
    old = a_row(owner=None, score=None)
    new = a_row(status=Status.APPROVED, amount=Decimal(5))

    assert differences(old, new) == [
        "Status: In review, now Approved",
        "Owner: nobody, now Maya Chen",
        "Amount: £18,087.50, now £5.00",
        "Score: none, now 87",
    ]


def test_a_change_that_nobody_can_see_is_no_news():
    row = a_row()

    assert story(row, a_detail(row)) == ""


def test_who_changed_it_is_the_last_who_acted():
    old = a_row()
    new = a_row(status=Status.DENIED)
    events = (an_event(actor="Tom Ridley"), an_event(at=NOW.replace(year=2020)))

    assert story(old, a_detail(new, events=events)).startswith("Tom Ridley changed this claim.")
