"""Letters at the desk: chosen, written, seen on paper, sent, and kept."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.access import Identity
from app.codes import LetterKind
from app.services.queue_filter import QueueFilter, StatusGroup
from app.ui.letters.dialog import LetterDialog
from app.ui.printing import pages_of, pdf_of
from app.ui.queue.page import QueuePage
from tests.factories import a_person
from tests.server import Database
from tests.services.desk import version_of
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, a_claim_of, press

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
EVERYTHING = QueueFilter(status=StatusGroup.ALL)


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def show(database: Database, maya: Identity, run_now: RunNow) -> Iterator[Callable[..., QueuePage]]:
    desks = Desks(database, run_now)

    def opened(status: str = "denied", **changes: Any) -> QueuePage:
        told = {
            "status": status,
            "assigned_to": maya.id,
            "status_reason": "exclusion",
            "status_detail": {"wording": "We do not pay for racing."},
        }
        a_claim_of(database, "Oliver Zielinski", 40, **told | changes)
        return desks.open(maya, start=EVERYTHING)

    yield opened
    desks.close()


def letter_of(page: QueuePage) -> LetterDialog:
    press(page, "L", CONTROL | SHIFT)
    dialog = page.findChild(LetterDialog)
    assert isinstance(dialog, LetterDialog)
    return dialog


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    told = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return told


def test_a_denied_claim_is_written_to_about_the_decision(show, database):
    page = show()
    dialog = letter_of(page)
    claim, number = dialog.claim.id, dialog.claim.number
    own = dialog.words.field.editor
    assert isinstance(own, QPlainTextEdit)
    own.setPlainText("We are sorry.")

    dialog.submit()

    kind, pdf = database.run("SELECT kind, pdf FROM claims_letter WHERE claim_id = %s", claim)[0]
    told = text_of(bytes(pdf))
    assert kind == "decision"
    for words in (number, "Oliver Zielinski", "We do not pay for racing.", "We are sorry."):
        assert words in told
    assert page.findChildren(LetterDialog) == [] or dialog.isHidden()


def test_what_was_sent_stands_in_the_timeline_and_is_saved_as_it_was(show, tmp_path: Path):
    page = show()
    letter_of(page).submit()
    (line,) = page.pane.body.letters.lines
    letter = line.letter

    assert letter is not None
    assert page.pane.body.events._lines[0]._text.text().startswith("Maya Chen sent a letter")
    kept = page.desk.letters.pdf(letter.id)
    assert kept.startswith(b"%PDF-")


def test_the_kind_that_fits_is_offered_first_and_another_drafts_anew(show):
    page = show("approved")
    dialog = letter_of(page)
    first = dialog.subject.read()

    dialog.choose(LetterKind.DELAY)

    assert first == "Our decision on your claim"
    assert dialog.subject.read() == "Your claim takes longer than we wish"
    assert dialog.preview.pages


def test_a_letter_to_nobody_stays_in_its_form(show, database):
    page = show()
    dialog = letter_of(page)
    to = dialog.recipient.field.editor
    assert isinstance(to, QLineEdit)
    to.clear()

    dialog.submit()

    assert dialog.recipient.field.problem == "Say whom the letter goes to."
    assert database.run("SELECT id FROM claims_letter") == []


def test_a_stale_version_is_told_and_sends_nothing_s23(show, database):
    page = show()
    dialog = letter_of(page)
    database.run("UPDATE claims_claim SET amount = 901 WHERE id = %s", dialog.claim.id)

    dialog.submit()

    assert version_of(database, dialog.claim.id) == dialog.claim.version + 1
    assert "Somebody changed this claim" in dialog.banner.accessibleName()
    assert database.run("SELECT id FROM claims_letter") == []


def test_a_long_letter_takes_further_pages_in_both_forms(qapp):
    html = "<p>" + "</p><p>".join(f"Paragraph {n}" for n in range(120)) + "</p>"

    pages, pdf = pages_of(html, 300), pypdfium2.PdfDocument(pdf_of(html, "Long"))

    assert len(pages) == len(pdf) >= 3
    assert pages[0].width() == 300
    pdf.close()


def test_a_view_is_exported_from_the_queue(show, tmp_path: Path):
    page = show()

    page.exporting.write(tmp_path / "claims.csv")

    assert "1 claims are in claims.csv." in page.head.notice.accessibleName()
    assert "Oliver Zielinski" in (tmp_path / "claims.csv").read_text("utf-8")


def test_a_place_that_cannot_be_written_is_told(show, tmp_path: Path):
    page = show()

    page.exporting.write(tmp_path / "nowhere" / "claims.csv")

    assert "there is no folder" in page.head.notice.accessibleName()
