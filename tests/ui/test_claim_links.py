"""The tab of links: fact by fact, with the way to each other claim."""

from collections.abc import Iterator

import pytest

from app.access import Identity
from app.services.links import SharedFact
from app.ui.claim.links import NOTHING, LinksPage, remainder
from tests.factories import a_party, a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, press, three_claims

PHONE = "+447700900777"


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


def test_u_shows_what_the_claim_shares_and_a_press_opens_the_other(database, maya, desks):
    first, second, _third = three_claims(database, facts={"line": "motor"})
    database.run("UPDATE claims_party SET phone = NULL")
    for claim in (first, second):
        a_party(database, claim, kind="driver", phone=PHONE)
    page = desks.open(maya, working=True)

    press(page, "U")
    links = page.work.links
    titles = [card.accessibleName() for card in links.content.cards]
    heading, named = links.tab.text(), links.content.rows[0].accessibleName()
    links.content.rows[0].click()

    assert titles == [f"Phone {PHONE}"]
    assert heading == "Links 1"
    assert "Hana Fontaine" in named
    assert page.pane.claim.id == second


def test_a_claim_that_shares_nothing_says_what_was_looked_for(database, maya, desks):
    three_claims(database, facts={"line": "motor"})
    database.run("UPDATE claims_party SET phone = NULL")

    page = desks.open(maya, working=True)

    content = page.work.links.content
    assert content.nothing.isVisibleTo(content)
    assert content.nothing.text() == NOTHING
    assert page.work.links.tab.text() == "Links"


@pytest.mark.parametrize(
    ("hidden", "told"),
    [(0, ""), (1, "1 claim outside your reach."), (3, "3 claims outside your reach.")],
)
@pytest.mark.usefixtures("theme")
def test_what_others_see_is_counted_in_words(hidden, told):
    page = LinksPage()

    page.show_facts((SharedFact("phone", PHONE, (), hidden),))

    assert remainder(SharedFact("phone", PHONE, (), hidden)) == told
    assert page.rows == []
    page.deleteLater()
