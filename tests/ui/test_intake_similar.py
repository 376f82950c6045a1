"""A claim that may have been reported already is pointed out while it is entered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity
from app.services.similar import SimilarClaims, keys_of
from app.ui.changes import Changes
from app.ui.intake.screen import IntakeScreen
from tests.factories import a_claim, a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.forms import click, enter, intake_of, open_form

VIN = "WVWZZZ1JZXW000001"


@pytest.fixture
def grace(database: Database) -> Identity:
    return a_person(database, "user", full_name="Grace Hall")


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


def a_screen_of(person: Identity, sessions: sessionmaker[Session], tasks: RunNow) -> IntakeScreen:
    intake = intake_of(sessions, person, Path("no-model"))
    similar = SimilarClaims(sessions, person)
    return open_form(IntakeScreen(intake, tasks, Changes(), person, similar=similar))


@pytest.fixture
def hers(database: Database, grace: Identity, run_now: RunNow) -> Iterator[IntakeScreen]:
    made = a_screen_of(grace, database.sessions_as(grace), run_now)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def screen(database: Database, maya: Identity, run_now: RunNow) -> Iterator[IntakeScreen]:
    made = a_screen_of(maya, database.sessions_as(maya), run_now)
    yield made
    made.close()
    made.deleteLater()


def look(screen: IntakeScreen) -> None:
    """Let the pause after an edit pass."""
    screen._watch.look()


def number(database: Database, claim: int) -> str:
    return str(database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claim))


def test_staff_are_told_why_and_led_to_the_claim(database: Database, screen: IntakeScreen):
    claim = a_claim(database)
    went: list[object] = []
    screen._changes.wanted.connect(went.append)
    screen._changes.opened.connect(went.append)
    enter(screen, "policy_number", "pol-4711")
    enter(screen, "loss_date", "2 Mar 2026")
    look(screen)
    told = [link.text() for link in screen.similar.links]
    click(screen.similar.links[0])

    assert told == [f"{number(database, claim)}, same policy and day"]
    assert went == ["go.queue", claim]
    assert screen.form.values()["policy_number"] == "pol-4711"


def test_a_user_is_told_of_nothing_but_their_own(
    database: Database, grace: Identity, hers: IntakeScreen
):
    a_claim(database)
    enter(hers, "facts.vin", VIN)
    look(hers)
    foreign = hers.similar.isHidden()
    own = a_claim(database, "in_review", user_id=grace.id)
    enter(hers, "policy_number", "POL-4711")
    enter(hers, "loss_date", "2 Mar 2026")
    look(hers)

    assert foreign
    assert [link.text() for link in hers.similar.links] == [
        f"{number(database, own)}, same policy and day, same vehicle"
    ]


def test_it_stops_nothing_and_goes_when_the_entries_change(
    database: Database, screen: IntakeScreen
):
    a_claim(database)
    enter(screen, "facts.vin", VIN)
    look(screen)
    shown = screen.similar.isVisible()
    enter(screen, "facts.vin", "WVWZZZ1JZXW000002")
    look(screen)

    assert shown
    assert screen.similar.isHidden()
    assert screen.submit_button.isEnabled()


def test_more_than_three_are_counted(database: Database, screen: IntakeScreen):
    for _ in range(5):
        a_claim(database)
    enter(screen, "facts.vin", VIN)
    look(screen)

    assert len(screen.similar.links) == 3
    assert "and 2 more" in [label.text() for label in (screen.similar._more,)]


def test_a_new_claim_begins_without_the_old_warning(database: Database, screen: IntakeScreen):
    a_claim(database)
    enter(screen, "facts.vin", VIN)
    look(screen)
    screen.begin()

    assert screen.similar.isHidden()


@pytest.mark.parametrize(
    ("values", "enough"),
    [
        ({}, False),
        ({"policy_number": "PO", "loss_date": "2 Mar 2026"}, False),
        ({"policy_number": "POL-1", "loss_date": "soon"}, False),
        ({"policy_number": "POL-\x00", "loss_date": "2 Mar 2026"}, False),
        ({"policy_number": "POL-1", "loss_date": "2 Mar 2026"}, True),
        ({"facts.vin": VIN[:16]}, False),
        ({"facts.items": [{"serial": "12"}]}, False),
        ({"facts.items": [{"serial": "sn-12"}]}, True),
    ],
)
def test_nothing_is_looked_for_before_enough_is_entered(values: dict[str, object], *, enough: bool):
    assert keys_of(values).enough is enough


def test_entries_are_compared_as_they_will_be_stored():
    keys = keys_of(
        {
            "policy_number": " pol-1 ",
            "loss_date": "2 Mar 2026",
            "facts.items": [{"serial": "sn-12"}, {}],
        }
    )

    assert (keys.policy, keys.loss, keys.serials) == ("POL-1", date(2026, 3, 2), ("SN-12",))
