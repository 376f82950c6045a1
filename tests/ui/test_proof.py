"""Proof of review: what was opened by whom, for the second person and for a denial."""

from collections.abc import Iterator

import psycopg2
import pytest
from PySide6.QtCore import Qt

from app.access import Identity
from app.codes import Action
from tests.factories import a_person
from tests.server import Database, ask, touched
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, a_claim_of, press, press_key

pytestmark = pytest.mark.usefixtures("theme")
DENY = (
    "UPDATE claims_claim SET status = 'denied', status_reason = 'not_covered',"
    ' status_detail = \'{"wording": "Wear is not covered."}\' WHERE id = %s'
)


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    made = Desks(database, run_now)
    yield made
    made.close()


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


def a_paper(database: Database, claim: int, name: str, *, versions: int = 1) -> int:
    """Insert an accepted document with so many versions and return the id of its newest."""
    made = "INSERT INTO claims_document (claim_id, name) VALUES (%s, %s) RETURNING id"
    document = database.value(made, claim, name)
    for number in range(1, versions + 1):
        version: int = database.value(
            "INSERT INTO claims_document_version (document_id, claim_id, number, object_key,"
            " name, size, sha256, media_type, state)"
            " VALUES (%s, %s, %s, 'key', %s, 9, %s, 'application/pdf', 'clean') RETURNING id",
            document,
            claim,
            number,
            name,
            f"{number}" * 64,
        )
    return version


def open_paper(database: Database, person: Identity, version: int, *, ahead: bool = False) -> None:
    statement = "INSERT INTO claims_opening (version_id, ahead) VALUES (%s, %s)"
    touched(database.connect_as(person), statement, version, ahead)


def mine(database: Database, person: Identity, status: str = "in_review") -> int:
    return a_claim_of(database, "Oliver Zielinski", 60, status=status, assigned_to=person.id)


def test_a_denial_needs_every_paper_opened_in_its_newest_version(database: Database, maya):
    claim = mine(database, maya)
    bill, photo = (
        a_paper(database, claim, name, versions=n) for name, n in (("bill", 2), ("photo", 1))
    )
    staff = database.connect_as(maya)
    with pytest.raises(psycopg2.Error, match="You have not opened the claim"):
        touched(staff, DENY, claim)
    ask(staff, "SELECT open_claim(%s)", claim)
    open_paper(database, maya, bill - 1)
    open_paper(database, maya, photo)

    with pytest.raises(psycopg2.Error, match="You have not opened “bill”"):
        touched(staff, DENY, claim)
    open_paper(database, maya, bill)

    assert touched(staff, DENY, claim) == 1


def test_what_the_desk_fetched_ahead_proves_nothing(database: Database, maya):
    claim = mine(database, maya)
    paper = a_paper(database, claim, "bill")
    staff = database.connect_as(maya)
    open_paper(database, maya, paper, ahead=True)

    with pytest.raises(psycopg2.Error, match="You have not opened the claim"):
        touched(staff, DENY, claim)


def test_what_a_colleague_opened_does_not_count_for_the_author_of_a_denial(
    database: Database, maya
):
    claim = mine(database, maya)
    paper = a_paper(database, claim, "bill")
    ask(database.connect_as(maya), "SELECT open_claim(%s)", claim)
    open_paper(database, a_person(database, supervisor=True), paper)

    with pytest.raises(psycopg2.Error, match="“bill”"):
        touched(database.connect_as(maya), DENY, claim)


def test_the_form_of_a_denial_says_what_was_opened_and_what_not(
    database: Database, desks: Desks, maya
):
    claim = mine(database, maya)
    papers = [a_paper(database, claim, name) for name in ("bill", "photo")]
    open_paper(database, maya, papers[0])
    page = desks.open(maya)
    press(page, "C")
    press_key(page, Qt.Key.Key_Escape)
    page.pane.refresh()

    press(page, "D")

    form = page.pane.slot.form()
    assert form is not None
    assert form.action is Action.DENY
    said = "You opened the claim, 1 of 2 documents, the precedents. Not opened yet: “photo”."
    assert form.opened.text() == said


def test_the_second_person_sees_who_looked_at_what(database: Database, desks: Desks, maya):
    claim = mine(database, maya, "pending_approval")
    paper = a_paper(database, claim, "bill")
    ask(database.connect_as(maya), "SELECT open_claim(%s)", claim)
    open_paper(database, maya, paper)
    lead = a_person(database, supervisor=True, full_name="Samir Haddad")

    page = desks.open(lead)
    page.pane.refresh()

    said = [line.said.text() for line in page.pane.body.proof.lines]
    assert said == [
        "You opened the claim, 0 of 1 documents",
        "Maya Chen opened the claim, 1 of 1 documents",
    ]


def test_who_gave_which_look_is_kept_in_the_chained_history_sormas_1842(database: Database, maya):
    claim = mine(database, maya)
    staff = database.connect_as(maya)

    for _ in range(2):
        ask(staff, "SELECT open_part(%s, 'precedents')", claim)

    events = "SELECT actor_id, detail, hash IS NOT NULL FROM claims_event WHERE kind = 'opened'"
    assert database.run(events) == [(maya.id, {"part": "precedents"}, True)]
    with pytest.raises(psycopg2.Error, match="no such part"):
        ask(staff, "SELECT open_part(%s, 'the safe')", claim)


def test_a_claim_with_an_open_task_is_not_closed_guidewire_premature_close(
    database: Database, maya
):
    claim = mine(database, maya, "settled")
    task = "INSERT INTO claims_task (claim_id, title, made_by) VALUES (%s, 'Call', %s)"
    database.run(task, claim, maya.id)
    close = "UPDATE claims_claim SET status = 'closed', status_reason = 'false_alarm' WHERE id = %s"

    with pytest.raises(psycopg2.Error, match="open tasks"):
        touched(database.connect_as(maya), close, claim)
