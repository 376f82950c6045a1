"""Redacted copies: nothing of what was hidden is left, and the original is untouched."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pypdfium2
import pytest
from PIL import Image

from app.access import Identity
from app.codes import DocumentType
from app.errors import NotAllowed, Offline, Refused
from app.services.document_views import DocumentView
from app.services.document_words import document_sentence
from app.services.documents import DocumentService
from app.services.pages.page import Box
from app.services.redaction import RedactionService, copy_name
from app.services.rendering import Children, Renderer
from app.services.transfers import Transfers
from tests.cut_line import Diverted, a_line
from tests.documents import Archive, archive
from tests.factories import a_claim, a_person
from tests.server import Database, ask
from tests.services import papers

SECRET = "4929123456789"
ANNOUNCE = (
    "INSERT INTO claims_upload (claim_id, document_type, name, size, sha256, media_type,"
    " redacted_from, areas) VALUES (%s, 'correspondence', 'c.pdf', 3, repeat('b', 64),"
    " 'application/pdf', %s, 1) RETURNING id"
)


@pytest.fixture(scope="module")
def held(shared_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(shared_database, tmp_path_factory.mktemp("objects")) as made:
        yield made


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with Children() as started:
        yield started


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database)


@pytest.fixture(scope="module")
def service(held: Archive, maya: Identity) -> RedactionService:
    return RedactionService(held.desk_of(maya), maya)


@pytest.fixture(scope="module")
def sessions(held: Archive, maya: Identity) -> Any:
    return held.database.sessions_as(maya)


@pytest.fixture(scope="module")
def raw(held: Archive, maya: Identity) -> Any:
    return held.database.connect_as(maya)


@pytest.fixture
def original(held: Archive, maya: Identity, tmp_path: Path) -> DocumentView:
    claim = a_claim(held.database, "in_review", assigned_to=maya.id)
    path = papers.a_pdf(tmp_path / "Bank letter.pdf", [["Card", SECRET, "Regards"], ["Page two"]])
    held.add_clean(maya, claim, path, type=DocumentType.CORRESPONDENCE)
    (document,) = held.desk_of(maya).list(claim)
    return document


def content(held: Archive, maya: Identity, document: DocumentView) -> bytes:
    return held.desk_of(maya).open(document.newest.id).data


def box_of(renderer: Renderer, word: str) -> Box:
    (found,) = [one.box for one in renderer.words(0) if one.text == word]
    return Box(found.left - 1, found.top - 2, found.right + 1, found.bottom + 2)


def redacted(
    held: Archive,
    maya: Identity,
    service: RedactionService,
    original: DocumentView,
    children: Children,
) -> tuple[DocumentView, bytes, Box]:
    """Hide the secret number, let the copy be accepted, and return it with what it holds."""
    with Renderer(content(held, maya, original), children) as renderer:
        box = box_of(renderer, SECRET)
        added = service.make(original, renderer, {0: [box]})
    held.check()
    (copy,) = [
        one for one in held.desk_of(maya).list(original.claim_id) if one.id == added.document.id
    ]
    return copy, content(held, maya, copy), box


def picture(data: bytes, page: int) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        shown: Image.Image = document[page].render(scale=2).to_pil()
        return shown.convert("L")


def light(image: Image.Image, place: tuple[int, int, int, int] | None = None) -> tuple[int, int]:
    """Return the darkest and the lightest of a picture, or of a place on it."""
    levels = image.crop(place).tobytes() if place else image.tobytes()
    return min(levels), max(levels)


def test_no_text_is_left_in_the_copy_anywhere(held, maya, service, original, children):
    _, data, _ = redacted(held, maya, service, original, children)

    with pypdfium2.PdfDocument(data) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
        facts = document.get_metadata_dict(skip_empty=True)
    assert texts == ["", ""]
    assert facts == {}
    assert SECRET.encode() not in data
    assert b"Regards" not in data


def test_the_pixels_of_the_hidden_place_are_black_and_the_rest_is_the_page(
    held, maya, service, original, children
):
    _, data, box = redacted(held, maya, service, original, children)

    shown, before = picture(data, 0), picture(content(held, maya, original), 0)
    left, top, right, bottom = (round(edge * 2) for edge in box)
    inner = (left + 2, top + 2, right - 2, bottom - 2)
    assert light(shown, inner)[1] < 16
    assert light(before, inner)[1] > 200
    assert light(shown, (0, bottom + 8, shown.width, shown.height))[0] < 100
    assert shown.size == before.size


def test_a_reader_finds_nothing_in_the_copy(held, maya, service, original, children):
    _, data, _ = redacted(held, maya, service, original, children)

    with Renderer(data, children) as renderer:
        found = renderer.find(0, SECRET), renderer.find(0, "Card"), renderer.words(1)

    assert found == ([], [], ())


def test_the_copy_is_linked_and_told_and_the_original_stays_as_it_was(
    held, maya, service, original, children
):
    digest = hashlib.sha256(content(held, maya, original)).hexdigest()

    copy, _, _ = redacted(held, maya, service, original, children)

    (now,) = [one for one in held.desk_of(maya).list(original.claim_id) if one.id == original.id]
    assert (copy.redacted_from, copy.type) == (original.newest.id, DocumentType.CORRESPONDENCE)
    assert copy.newest.name == "Bank letter (redacted).pdf"
    assert now == original
    assert hashlib.sha256(content(held, maya, now)).hexdigest() == digest
    detail = held.database.value(
        "SELECT detail FROM claims_event WHERE claim_id = %s AND detail ->> 'act' = 'redacted'",
        original.claim_id,
    )
    assert document_sentence(detail) == (
        "Made “Bank letter (redacted).pdf” without one place of “Bank letter.pdf”"
    )


def test_with_nothing_to_hide_no_copy_is_made(held, maya, service, original, children):
    with (
        Renderer(content(held, maya, original), children) as renderer,
        pytest.raises(Refused, match="hidden first"),
    ):
        service.make(original, renderer, {0: []})

    assert len(held.desk_of(maya).list(original.claim_id)) == 1


def test_a_photo_is_redacted_like_a_page(held, maya, service, children, tmp_path):
    claim = a_claim(held.database, "in_review", assigned_to=maya.id)
    path = tmp_path / "IMG_1.jpg"
    path.write_bytes(papers.a_jpeg())
    held.add_clean(maya, claim, path)
    (photo,) = held.desk_of(maya).list(claim)
    with Renderer(content(held, maya, photo), children) as renderer:
        size = renderer.outline().sizes[0]
        whole = Box(0, 0, size.width, size.height)

        added = service.make(photo, renderer, {0: [whole]})

    held.check()
    data = held.desk_of(maya).open(added.document.newest.id).data
    assert light(picture(data, 0))[1] < 16


@pytest.mark.parametrize("tenth", range(1, 10, 2))
def test_a_copy_whose_line_is_cut_is_made_by_the_next_click_once_and_linked(
    held, maya, sessions, original, children, tenth
):
    with a_line(held.place) as line, Renderer(content(held, maya, original), children) as renderer:
        session: Any = Diverted(held.session_of(maya), line)
        desk = DocumentService(sessions, maya, Transfers(session))
        areas = {0: [box_of(renderer, SECRET)]}
        line.cut_after(tenth * 2_000)
        with pytest.raises(Offline, match="was cut"):
            RedactionService(desk, maya).make(original, renderer, areas)
        before = desk.list(original.claim_id)
        line.mend()

        added = RedactionService(desk, maya).make(original, renderer, areas)
        desk.close()

    assert before == (original,)
    made = [one for one in held.desk_of(maya).list(original.claim_id) if one.id != original.id]
    assert [(one.id, one.redacted_from) for one in made] == [
        (added.document.id, original.newest.id)
    ]


def test_a_copy_stands_as_one_from_the_moment_its_row_is_written(held, maya, raw, original):
    announced = ask(raw, ANNOUNCE, original.claim_id, original.newest.id)

    finish = "SELECT finish_upload(%s, %s, NULL)"
    held.database.run(finish, announced[0][0], maya.id)

    copies = [one for one in held.desk_of(maya).list(original.claim_id) if one.redacted_from]
    assert [one.redacted_from for one in copies] == [original.newest.id]


@pytest.mark.parametrize("state", ["received", "quarantined", "rejected"])
def test_nothing_is_announced_as_a_copy_of_what_is_not_clean(held, raw, original, state):
    change = "UPDATE claims_document_version SET state = %s WHERE id = %s"
    held.database.run(change, state, original.newest.id)

    with pytest.raises(psycopg2.errors.RaiseException, match="redacted copy"):
        ask(raw, ANNOUNCE, original.claim_id, original.newest.id)


def test_nothing_is_announced_as_a_copy_of_another_claim_s_document(held, maya, raw, original):
    other = a_claim(held.database, "in_review", assigned_to=maya.id)

    with pytest.raises(psycopg2.errors.RaiseException, match="redacted copy"):
        ask(raw, ANNOUNCE, other, original.newest.id)


def test_a_stranger_and_a_claimant_announce_no_copies(held, original):
    stranger, owen = a_person(held.database, region="south"), a_person(held.database, "user")

    for person, refusal in (
        (stranger, psycopg2.InternalError),
        (owen, psycopg2.errors.InsufficientPrivilege),
    ):
        with pytest.raises(refusal):
            ask(held.database.connect_as(person), ANNOUNCE, original.claim_id, original.newest.id)


def test_a_claimant_makes_no_copies(held, original, children):
    owen = a_person(held.database, "user")
    theirs = RedactionService(held.desk_of(owen), owen)

    with Renderer(b"", children) as renderer, pytest.raises(NotAllowed):
        theirs.make(original, renderer, {0: [Box(0, 0, 9, 9)]})


def test_names_of_copies_are_names_of_pdf_files():
    assert copy_name("scan.tar.tiff") == "scan.tar (redacted).pdf"
    assert len(copy_name("x" * 300 + ".pdf")) < 255
