"""The tour's steps with documents: their list, one read, two side by side, one in quarantine."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.codes import DocumentState
from app.sample.paper import Paper
from app.services.document_views import DocumentView
from app.services.pages.page import Box
from app.services.queue_filter import SortKey
from app.tour.guide import Guide, Stuck
from app.ui.checklist import ChecklistPage
from app.ui.intake.screen import IntakeScreen
from app.ui.queue.page import QueuePage
from app.ui.queue.papers import PaperSide
from app.ui.viewer.reader import Reader

MOST_CLAIMS = 60
RISK, DUE = 0, 6
ENOUGH = 4
ACCOUNT = (
    "The caller parked the vehicle in Albion Street at about 18:30 and found it gone at 22:10. "
    "Glass lay on the ground. Both keys are with the caller. No witness came forward."
)
REPORT = (
    ("Reference", "CR/41207/26"),
    ("Reported on", "21 November 2026, 22:40"),
    ("Date of the incident", "21 November 2026"),
    ("Place", "Albion Street, Leeds"),
    ("Vehicle", "Honda Jazz, YK19 ZRT"),
    ("Nature", "Theft of a motor vehicle"),
)
REASON = "The amount is below the one from which we ask for it."
NOTE = "Compare with the call log before the repair is agreed."


class PaperWalk:
    """Reads the documents of claims in an adjuster's queue."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def documents(self) -> str:
        """Walk to a claim with several documents and picture their list."""
        page, papers = self._begin()
        for _ in range(MOST_CLAIMS):
            if len(papers.tab.documents) >= ENOUGH:
                papers.tab.view.choose(0)
                self._guide.picture("documents", self._guide.window)
                return f"{len(papers.tab.documents)} documents came for the claim"
            self._next(page, papers)
        raise Stuck("No claim of the queue has enough documents.")

    def viewer(self) -> str:
        """Open a document with V and find a word in it."""
        page, papers = self._begin()
        reader = papers.desk.readers[0]
        self._guide.press(page.view, Qt.Key.Key_V)
        self._wait_for_pages(reader)
        for _ in papers.tab.documents:
            if reader.paper and reader.paper.title.endswith(".pdf"):
                break
            self._guide.press(reader.pages, Qt.Key.Key_BracketRight)
            self._wait_for_pages(reader)
        self._guide.press(reader.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        self._guide.type(reader.finder.field, "policy")
        self._guide.wait("the search", lambda: self._searched(reader))
        self._guide.picture("viewer", self._guide.window)
        places = len(reader.feed.places) if reader.feed else 0
        return f"{reader.bar.title.accessibleName()}, places with “policy”: {places}"

    def annotations(self) -> str:
        """Write a note on the page by keys, beside the table of all notes of the claim."""
        _, papers = self._begin()
        reader = papers.desk.readers[0]
        self._guide.press(reader.finder.field, Qt.Key.Key_Escape)
        self._guide.press(reader.pages, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
        self._guide.press(reader.pages, Qt.Key.Key_F7)
        panel, notes = papers.desk.notes.panel, papers.notes
        self._guide.press(reader.pages, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(panel.form.words, NOTE)
        before = len(notes.marks)
        panel.form.save.click()
        self._guide.wait("the note", lambda: len(notes.marks) > before)
        self._guide.wait("its form to close", lambda: not panel.form.isVisible())
        self._guide.press(reader.pages, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        self._guide.picture("annotations", self._guide.window)
        self._guide.press(panel.form.words, Qt.Key.Key_Escape)
        self._guide.press(reader.pages, Qt.Key.Key_F7)
        self._guide.click(papers.files_button)
        return f"{len(notes.marks)} notes on the documents of the claim"

    def side_by_side(self) -> str:
        """Put the next document beside it."""
        _, papers = self._begin()
        first, second = papers.desk.readers
        self._guide.press(first.pages, Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
        self._wait_for_pages(second)
        self._guide.picture("side-by-side", self._guide.window)
        self._guide.press(second.pages, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
        self._guide.press(first.pages, Qt.Key.Key_Escape)
        return "two documents of one claim"

    def checklist(self) -> str:
        """Picture what the claim needs, with one document done without."""
        page, papers = self._begin()
        self._guide.press(page.view, Qt.Key.Key_Y, Qt.KeyboardModifier.ShiftModifier)
        needs = papers.needs.page
        self._guide.wait("the checklist", lambda: bool(needs.rows.rows))
        for _ in range(MOST_CLAIMS):
            if 1 <= len(needs.missing()) <= len(needs.rows.rows) - 2:
                break
            self._next(page, papers)
            self._guide.wait("the checklist", lambda: _is_listed(page, needs))
        if len(needs.missing()) > 1:
            self._do_without(needs)
        self._guide.press(needs.view, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
        self._guide.picture("checklist", self._guide.window)
        self._guide.press(page.view, Qt.Key.Key_Escape)
        self._guide.click(papers.files_button)
        return f"{len(needs.missing())} of {len(needs.rows.rows)} documents are missing"

    def _do_without(self, needs: ChecklistPage) -> None:
        """Do without the last of the documents that are missing."""
        missing = needs.missing()
        row = max(n for n, need in enumerate(needs.rows.rows) if need.name in missing)
        needs.view.choose(row)
        self._guide.press(needs.view, Qt.Key.Key_Delete)
        assert needs.slot.form is not None  # noqa: S101 - a missing document can be waived
        QTest.keyClicks(needs.slot.form.entries["reason"].field.editor, REASON)
        needs.slot.form.send.click()
        self._guide.wait("the reason", lambda: len(needs.missing()) < len(missing))

    def redaction(self) -> str:
        """Hide names and numbers of a statement by mouse and over found text."""
        page, papers = self._begin()
        reader = papers.desk.readers[0]
        self._guide.press(page.view, Qt.Key.Key_V)
        self._wait_for_pages(reader)
        for _ in papers.tab.documents:
            if reader.paper and reader.paper.title == "Statement of loss.pdf":
                break
            self._guide.press(reader.pages, Qt.Key.Key_BracketRight)
            self._wait_for_pages(reader)
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        self._guide.press(reader.pages, Qt.Key.Key_R, both)
        self._guide.press(reader.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        claim = page.pane.claim
        self._guide.type(reader.finder.field, claim.claimant if claim else "")
        self._guide.wait("the search", lambda: self._searched(reader))
        self._guide.press(reader.pages, Qt.Key.Key_Insert)
        reader.pages.area_drawn.emit(0, Box(187, 92, 256, 107))
        self._guide.picture("redaction", self._guide.window)
        hidden = len(papers.desk.redaction.areas)
        self._guide.press(reader.pages, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._guide.wait("the copy", lambda: any(d.redacted_from for d in papers.tab.documents))
        self._guide.wait("the end of it", lambda: not papers.desk.redaction.active)
        self._guide.press(reader.pages, Qt.Key.Key_Escape)
        return f"{hidden} places are black in the copy"

    def beside_intake(self, scratch: Path) -> str:
        """Read a police report beside the empty form of a new claim."""
        screen = self._guide.window.go("claim.new")
        assert isinstance(screen, IntakeScreen)  # noqa: S101 - this place has no other screen
        assert screen.paper is not None  # noqa: S101 - the desktop gives it
        paper = Paper("Incident report", "County Constabulary", datetime.now(UTC))
        paper.band("COUNTY CONSTABULARY", "Incident report for insurers")
        for name, said in REPORT:
            paper.cells(name, said, places=(56.0, 190.0))
        paper.heading("Account")
        paper.text(ACCOUNT, font="typed", size=9.5)
        path = scratch / "Police report.pdf"
        path.write_bytes(paper.save())
        screen.paper.open(path)
        self._wait_for_pages(screen.paper.reader)
        self._guide.picture("intake-paper", self._guide.window)
        screen.paper.leave()
        return "a police report beside the form"

    def quarantine(self) -> str:
        """Find the file that is held back and show why."""
        page, papers = self._begin()
        self._guide.sort(page.view, RISK)
        self._guide.wait("the riskiest claims", lambda: page.feed.query.sort is SortKey.RISK)
        self._guide.wait("their rows", lambda: _is_sorted(page))
        page.view.choose(0)
        self._guide.wait("the first claim", lambda: self._is_listed(page, papers))
        for _ in range(MOST_CLAIMS):
            held = _held(papers.tab.documents)
            if held:
                papers.tab.choose(held.id)
                self._guide.press(papers.tab.view, Qt.Key.Key_Return)
                self._guide.picture("quarantine", self._guide.window)
                self._guide.press(papers.desk.reader.pages, Qt.Key.Key_Escape)
                self._guide.sort(page.view, DUE)
                return f"{held.newest.name} is not opened: {held.newest.reason}"
            self._next(page, papers)
        raise Stuck("No document of the queue is in quarantine.")

    def _begin(self) -> tuple[QueuePage, PaperSide]:
        page = self._guide.window.go("go.queue")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        assert page.papers is not None  # noqa: S101 - the desktop gives them
        if not page.papers.heading.isChecked():
            self._guide.click(page.papers.heading)
        papers = page.papers
        self._guide.wait("the documents", lambda: self._is_listed(page, papers))
        return page, papers

    def _next(self, page: QueuePage, papers: PaperSide) -> None:
        self._guide.press(page.view, Qt.Key.Key_J)
        self._guide.wait("the documents", lambda: self._is_listed(page, papers))

    def _is_listed(self, page: QueuePage, papers: PaperSide) -> bool:
        claim = page.pane.claim
        return claim is not None and papers.tab.listed_claim == claim.id

    def _wait_for_pages(self, reader: Reader) -> None:
        self._guide.wait("the pages", lambda: _painted(reader))

    def _searched(self, reader: Reader) -> bool:
        feed = reader.feed
        return feed is not None and bool(feed.sought) and not feed.searching


def _painted(reader: Reader) -> bool:
    feed = reader.feed
    return feed is not None and bool(feed.sizes) and feed.pictures.get(0) is not None


def _is_listed(page: QueuePage, needs: ChecklistPage) -> bool:
    claim = page.pane.claim
    return claim is not None and needs.rows.list.claim_id == claim.id and bool(needs.rows.rows)


def _is_sorted(page: QueuePage) -> bool:
    scores = [row.score or 0 for row in page.table.rows]
    return scores == sorted(scores, reverse=True)


def _held(documents: tuple[DocumentView, ...]) -> DocumentView | None:
    states = {DocumentState.QUARANTINED}
    return next((one for one in documents if one.newest.state in states), None)
