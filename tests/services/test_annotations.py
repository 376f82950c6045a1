"""Marks beside documents and read marks, through the service and over real rights."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from app.access import Identity
from app.codes import DocumentType, MarkKind
from app.errors import AppError, Conflict, NotAllowed
from app.services.annotations import AnnotationService, NewMark
from app.services.document_views import DocumentView
from app.services.document_words import document_sentence
from app.services.pages.page import Box
from tests.documents import Archive, a_file, archive
from tests.factories import a_claim, a_person
from tests.server import Database, ask, touched

WORD = Box(54.0, 50.25, 120.5, 64.0)


@pytest.fixture(scope="module")
def held(shared_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(shared_database, tmp_path_factory.mktemp("objects")) as made:
        yield made


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen")


@pytest.fixture(scope="module")
def lead(shared_database: Database) -> Identity:
    return a_person(shared_database, supervisor=True)


@pytest.fixture
def document(held: Archive, maya: Identity, tmp_path: Path) -> DocumentView:
    claim = a_claim(held.database, "in_review", assigned_to=maya.id)
    held.add_clean(maya, claim, a_file(tmp_path), type=DocumentType.STATEMENT)
    (listed,) = held.desk_of(maya).list(claim)
    return listed


MARKS: dict[int, AnnotationService] = {}


def marks_of(held: Archive, person: Identity) -> AnnotationService:
    """Return the marks of a person, over the one session they have."""
    if person.id not in MARKS:
        MARKS[person.id] = AnnotationService(held.database.sessions_as(person), person)
    return MARKS[person.id]


def a_note(document: DocumentView, **changes: Any) -> NewMark:
    told = {"kind": MarkKind.NOTE, "boxes": (WORD,), "text": "Ask about the keys"}
    return NewMark(document.id, document.newest.number, 0, **(told | changes))


def told_in(held: Archive, claim: int) -> list[str]:
    statement = (
        "SELECT detail FROM claims_event WHERE claim_id = %s AND detail ? 'annotation' ORDER BY seq"
    )
    return [document_sentence(detail) for (detail,) in held.database.run(statement, claim)]


def test_a_note_is_kept_beside_the_file_with_its_place_and_author(held, maya, document):
    marks = marks_of(held, maya)

    added = marks.add(a_note(document))

    (kept,) = marks.of_claim(document.claim_id)
    assert kept == added
    assert (kept.text, kept.author, kept.boxes) == ("Ask about the keys", "Maya Chen", (WORD,))
    assert told_in(held, document.claim_id) == ["Note on page 1 of “report.pdf”"]


def test_a_colleague_who_sees_the_claim_sees_the_note_and_cannot_change_it(
    held, maya, lead, document
):
    marks_of(held, maya).add(a_note(document))
    theirs = marks_of(held, lead)
    (seen,) = theirs.of_claim(document.claim_id)

    with pytest.raises(Conflict):
        theirs.change(seen, text="Mine", tone="ok")

    assert theirs.of_claim(document.claim_id) == (seen,)


def test_a_note_is_changed_and_removed_by_its_author_and_the_history_keeps_it(held, maya, document):
    marks = marks_of(held, maya)
    first = marks.add(a_note(document))

    second = marks.change(first, text="Keys are here", tone="ok")
    with pytest.raises(Conflict):
        marks.change(first, text="Late", tone="ok")
    marks.remove(second)

    assert (second.text, second.tone, second.version) == ("Keys are here", "ok", 2)
    assert marks.of_claim(document.claim_id) == ()
    assert told_in(held, document.claim_id) == [
        "Note on page 1 of “report.pdf”",
        "Changed a note on page 1 of “report.pdf”",
        "Removed a note from page 1 of “report.pdf”",
    ]


def test_a_note_says_something_but_a_highlight_need_not(held, maya, document):
    marks = marks_of(held, maya)

    with pytest.raises(AppError):
        marks.add(a_note(document, text="  "))
    marks.add(a_note(document, kind=MarkKind.HIGHLIGHT, text=""))

    assert [mark.kind for mark in marks.of_claim(document.claim_id)] == [MarkKind.HIGHLIGHT]


def test_a_claimant_may_neither_read_nor_leave_notes(held, document):
    owen = a_person(held.database, "user")
    marks = marks_of(held, owen)

    with pytest.raises(NotAllowed):
        marks.of_claim(document.claim_id)
    with pytest.raises(NotAllowed):
        marks.add(a_note(document))
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(held.database.connect_as(owen), "SELECT * FROM claims_annotation")


def test_a_note_on_a_claim_out_of_sight_is_refused_by_the_database(held, maya, document):
    marks_of(held, maya).add(a_note(document))
    stranger = a_person(held.database, region="south")
    connection = held.database.connect_as(stranger)

    assert ask(connection, "SELECT * FROM claims_annotation") == []
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        touched(
            connection,
            "INSERT INTO claims_annotation (document_id, number, page, kind, text)"
            " VALUES (%s, 1, 0, 'note', 'x')",
            document.id,
        )


def test_nobody_writes_in_anothers_name(held, maya, document):
    connection = held.database.connect_as(maya)

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        touched(
            connection,
            "INSERT INTO claims_annotation (document_id, number, page, kind, text, author_id)"
            " VALUES (%s, 1, 0, 'note', 'x', 1)",
            document.id,
        )


def test_reading_is_remembered_for_each_person_alone(held, maya, lead, document):
    mine, theirs = marks_of(held, maya), marks_of(held, lead)
    version = document.newest.id

    mine.mark_read(version, 3, done=False, seen={2, 3})
    mine.mark_read(version, 9, done=True, seen={3, 9})
    mine.mark_read(version, 2, done=False)
    reading = mine.readings(document.claim_id)[version]

    assert (reading.page, reading.read, sorted(reading.seen)) == (2, True, [2, 3, 9])
    assert theirs.readings(document.claim_id) == {}
    mine.mark_unread(version)
    assert mine.readings(document.claim_id)[version].read is False


def test_documents_that_are_not_read_in_full_are_counted_for_each_person(
    held, maya, lead, document, tmp_path
):
    held.add_clean(maya, document.claim_id, a_file(tmp_path, "second.pdf"))
    mine = marks_of(held, maya)

    mine.mark_read(document.newest.id, 0, done=True, seen={0})

    assert mine.unread(document.claim_id) == 1
    assert marks_of(held, lead).unread(document.claim_id) == 2
