"""An administrator takes the sample away: what goes, what stays, and that it is asked before."""

import psycopg2
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.errors import NotAllowed
from app.services.audit import AuditService
from app.services.audit_views import AuditFilter
from app.services.claims import ClaimService
from app.services.queue_filter import QueueFilter, StatusGroup
from app.services.sample_claims import SampleService
from app.ui.changes import Changes
from app.ui.commands import command
from app.ui.sample import NONE, SampleRemoval
from tests.factories import a_claim, a_person
from tests.server import Database, ask
from tests.ui.conftest import RunNow

EVERY = QueueFilter(status=StatusGroup.ALL)


@pytest.fixture
def ada(database: Database) -> Identity:
    return a_person(database, "admin", full_name="Ada Whitfield")


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def removal(
    database: Database, ada: Identity, run_now: RunNow, qtbot: QtBot, said: list[str]
) -> SampleRemoval:
    window = QWidget()
    qtbot.addWidget(window)
    service = SampleService(database.sessions_as(ada), ada)
    return SampleRemoval(service, run_now, Changes(), window, said.append)


def seen_by(database: Database, person: Identity) -> set[int]:
    service = ClaimService(database.sessions_as(person), person)
    return {row.id for row in service.queue(EVERY).rows}


def test_only_the_sample_goes_out_of_everybody_s_sight(database, ada, removal, said):
    own, sample = a_claim(database), a_claim(database, sample=True)
    lead = a_person(database, supervisor=True)

    removal.begin()
    before = seen_by(database, lead)
    removal.question.act.click()

    assert before == {own, sample}
    assert seen_by(database, lead) == seen_by(database, ada) == {own}
    assert said == ["1 sample claims were removed."]
    worker = database.connect_worker()
    assert ask(worker, "SELECT id FROM claims_claim") == [(own,)]
    assert ask(database.connect_as(lead), "SELECT claim_id FROM claims_party") == [(own,)]


def test_the_question_says_what_goes_and_keeping_is_what_enter_does(database, removal):
    a_claim(database, sample=True)

    removal.begin()
    question = removal.question
    told, default = question.accessibleDescription(), question.keep.isDefault()
    question.keep.click()

    assert told.startswith("1 sample claims, with their documents and notes, go out of")
    assert default
    assert database.value("SELECT count(*) FROM claims_claim WHERE removed_at IS NULL") == 1


def test_the_audit_keeps_the_history_of_what_was_removed(database, ada, removal):
    claim = a_claim(database, sample=True)
    number = database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claim)

    removal.begin()
    removal.question.act.click()

    audit = AuditService(database.sessions_as(ada), ada)
    newest = audit.events(AuditFilter(claim=number))[0]
    assert (newest.kind, newest.number, newest.actor) == ("removed", number, "Ada Whitfield")
    assert audit.verify().faults == ()


def test_where_no_sample_is_nothing_is_asked(database, removal, said):
    a_claim(database)

    removal.begin()

    assert removal.question is None
    assert said == [NONE]


def test_a_user_sees_no_claim_of_theirs_that_went_with_the_sample(database, ada):
    grace = a_person(database, "user")
    kept = a_claim(database, user_id=grace.id)
    a_claim(database, user_id=grace.id, sample=True)

    SampleService(database.sessions_as(ada), ada).remove()

    assert ask(database.connect_as(grace), "SELECT id FROM claims_claim") == [(kept,)]


@pytest.mark.parametrize("role", ["user", "staff"])
def test_nobody_else_removes_the_sample(database, role):
    person = a_person(database, role)
    a_claim(database, sample=True)

    with pytest.raises(NotAllowed):
        SampleService(database.sessions_as(person), person).remove()
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(database.connect_as(person), "SELECT remove_sample()")
    assert not command("app.remove_sample").allowed(person)


def test_no_claim_but_of_the_sample_can_be_marked_as_removed(database):
    claim = a_claim(database)

    with pytest.raises(psycopg2.errors.CheckViolation):
        database.run("UPDATE claims_claim SET removed_at = now() WHERE id = %s", claim)
