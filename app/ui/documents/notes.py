"""Notes on the documents that are read: written, shown on the pages, and what was read."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.codes import MarkKind
from app.services.annotations import MarkView, NewMark
from app.services.document_views import DocumentView
from app.services.pages.page import Box
from app.ui.claim.notes import ClaimNotes
from app.ui.commands import bind
from app.ui.tokens import Tone
from app.ui.viewer.notes import NotesPanel
from app.ui.viewer.pointer import Mark, Mode
from app.words import say

if TYPE_CHECKING:
    from app.ui.documents.desk import DocumentDesk

LOOKED_MS = 1_000
CHOOSE = say("Choose text first, by mouse or with Shift and the arrows, then press the key again.")
DRAW = say("Draw a box with the mouse around what the note is about. Esc leaves it.")
_TONES: dict[str, Tone] = {tone: tone for tone in ("high", "med", "low", "ok", "neutral")}


class DeskNotes(QObject):
    """What a person leaves beside the document in the reader they use."""

    def __init__(self, desk: "DocumentDesk", notes: ClaimNotes) -> None:
        super().__init__(desk)
        self._desk, self.notes = desk, notes
        self.panel = NotesPanel(may_write=notes.may_write)
        self._draft: NewMark | MarkView | None = None
        self._wanted: int | None = None
        self._looking = QTimer(self, singleShot=True, interval=LOOKED_MS)
        self._looking.timeout.connect(self._see)
        self.panel.hide()
        self._connect()

    def follow(self) -> None:
        """Show the notes of the document in the reader that is used, and mark its pages."""
        desk = self._desk
        for number, reader in enumerate(desk.readers):
            held = desk.open_in[number]
            found = self.notes.of(held.id, held.newest.number) if held else ()
            marks = [
                Mark(one.id, one.page, one.boxes, _TONES[one.tone], noted=_is_noted(one))
                for one in found
            ]
            reader.pages.show_marks([*marks, *desk.redaction.marks(reader)])
            reading = self.notes.readings.get(held.newest.id) if held else None
            reader.thumbs.show_seen(reading.seen if reading else frozenset())
        held = desk.open_in[desk.active]
        self.panel.show_marks(self.notes.of(held.id, held.newest.number) if held else ())
        self._go_to_wanted()

    def open_at(self, mark: MarkView) -> None:
        """Bring the place of a note into view once its document is there."""
        self._wanted = mark.id
        self.panel.show()
        self._go_to_wanted()

    def act(self, name: str) -> None:
        """Do what a command says about notes."""
        match name:
            case "document.notes":
                self.toggle()
            case "document.highlight":
                self.highlight()
            case "document.note":
                self.write(MarkKind.NOTE)
            case "document.tag":
                self.write(MarkKind.TAG)
            case "document.area":
                self.draw()
            case "document.read":
                self.toggle_read()

    def toggle(self) -> None:
        """Show the notes beside the document, or hide them."""
        shown = self.panel.isVisibleTo(self._desk)
        self._leave()
        self.panel.setVisible(not shown)
        if not shown:
            self.follow()
            self.panel.list.setFocus()

    def highlight(self) -> None:
        """Keep the chosen text as a highlight beside the document, or say how to choose some."""
        held, marks = self._held(), self._chosen(MarkKind.HIGHLIGHT)
        if held and marks:
            self.notes.add(marks, self._kept)
            self._desk.reader.pages.clear_selection()
        elif held:
            self._desk.reader.notice.tell(CHOOSE, "low")

    def write(self, kind: MarkKind, *, boxes: tuple[Box, ...] = (), page: int = -1) -> None:
        """Begin a note on the chosen text, on a box, or on the page that is read."""
        held = self._held()
        if held is None or not self.notes.may_write:
            return
        chosen = self._chosen(kind)
        here = page if page >= 0 else self._desk.reader.pages.page
        draft = NewMark(held.id, held.newest.number, here, kind, boxes)
        if chosen and not boxes:
            first = chosen[0]
            draft = NewMark(held.id, held.newest.number, first.page, kind, first.boxes)
        self._draft = draft
        self.panel.show()
        self.panel.form.begin(draft, own=True)

    def draw(self) -> None:
        """Let the mouse draw what a note is about."""
        if self._held() and self.notes.may_write and not self._desk.redaction.active:
            self._desk.reader.notice.tell(DRAW, "low")
            self._desk.reader.pages.set_mode(Mode.AREA)

    def toggle_read(self) -> None:
        """Let the document count as read, or as not read."""
        held, reader = self._held(), self._desk.reader
        if held:
            reading = self.notes.readings.get(held.newest.id)
            read = not (reading and reading.read)
            self.notes.set_read(held.newest.id, read=read)
            reader.notice.tell(
                say("Counts as read.") if read else say("Counts as not read."), "low"
            )

    def _held(self) -> DocumentView | None:
        desk = self._desk
        held = desk.open_in[desk.active]
        return held if held and desk.reader.feed and desk.reader.feed.sizes else None

    def _chosen(self, kind: MarkKind) -> list[NewMark]:
        """Return marks on the chosen text, one for each page."""
        held, reader = self._held(), self._desk.reader
        chosen, feed = reader.pages.selection, reader.feed
        if held is None or chosen is None or feed is None:
            return []
        return [
            NewMark(held.id, held.newest.number, page, kind, boxes, text=text)
            for page in chosen.pages()
            if (boxes := chosen.boxes(page, feed.words))
            and (text := chosen.on_page(page, feed.words))
        ]

    def _save(self, text: str, tone: str) -> None:
        draft = self._draft
        if isinstance(draft, MarkView):
            self.notes.change(draft, text=text, tone=tone, done=self._kept)
        elif draft:
            place = (draft.document_id, draft.number, draft.page, draft.kind, draft.boxes)
            self.notes.add([NewMark(*place, tone=tone, text=text)], self._kept)

    def _kept(self, mark: MarkView) -> None:
        self._wanted = mark.id
        if self._draft:
            self._leave()

    def _edit(self, mark: MarkView) -> None:
        self._draft = mark
        own = mark.author_id == self.notes.identity.id and self.notes.may_write
        self.panel.form.begin(mark, own=own, author=mark.author)

    def _remove(self, mark: MarkView | None = None) -> None:
        gone = mark or self._draft
        if isinstance(gone, MarkView):
            if gone.author_id != self.notes.identity.id:
                self._desk.reader.notice.tell(
                    say("Only {author} can remove it.", author=gone.author), "low"
                )
                return
            self.notes.remove(gone, self._leave)

    def _leave(self) -> None:
        """Close the form; the focus goes back to the pages."""
        self._draft = None
        if self.panel.form.isVisibleTo(self.panel):
            self.panel.form.hide()
            self._desk.reader.pages.setFocus()

    def _refuse(self, reason: str) -> None:
        if self.panel.form.isVisibleTo(self.panel):
            self.panel.form.refuse(reason)
        else:
            self._desk.reader.notice.tell(reason, "high")

    def _show_place(self, mark: MarkView) -> None:
        pages = self._desk.reader.pages
        if not mark.boxes:
            pages.go_to(mark.page)
        pages.choose_mark(mark.id)

    def _go_to_wanted(self) -> None:
        known = {mark.id: mark for mark in self.notes.marks}
        mark, held = known.get(self._wanted or 0), self._held()
        if mark and held and held.id == mark.document_id:
            self._wanted = None
            self.panel.choose(mark.id)
            self._show_place(mark)

    def _area(self, number: int, page: int, box: Box) -> None:
        reader = self._desk.readers[number]
        if self._desk.redaction.active:
            return
        reader.pages.set_mode(Mode.READ)
        reader.notice.hide()
        self.write(MarkKind.NOTE, boxes=(box,), page=page)

    def _click(self, number: int, mark_id: int) -> None:
        self._desk.use(number)
        self.panel.show()
        self.panel.choose(mark_id)

    def _look(self) -> None:
        self._looking.start()

    def _see(self) -> None:
        """Remember the pages that stood before the person for a while."""
        for number, reader in enumerate(self._desk.readers):
            held, feed = self._desk.open_in[number], reader.feed
            if held is None or feed is None or not feed.sizes or not reader.isVisible():
                continue
            reading = self.notes.readings.get(held.newest.id)
            before = reading.seen if reading else frozenset()
            fresh = set(reader.pages.visible_pages()) - before
            if fresh:
                whole = len(before | fresh) >= len(feed.sizes)
                self.notes.see(held.newest.id, reader.pages.page, seen=fresh, done=whole)

    def _connect(self) -> None:
        panel, desk = self.panel, self._desk
        self.notes.listed.connect(lambda _marks: self.follow())
        self.notes.reading.connect(lambda _readings: self.follow())
        self.notes.failed.connect(self._refuse)
        panel.asked.connect(self.act)
        panel.chosen.connect(self._show_place)
        panel.opened.connect(self._edit)
        panel.unwanted.connect(self._remove)
        panel.form.saved.connect(self._save)
        panel.form.removed.connect(self._remove)
        panel.form.left.connect(self._leave)
        for number, reader in enumerate(desk.readers):
            reader.ready.connect(self.follow)
            reader.ready.connect(self._look)
            reader.page_turned.connect(lambda _page: self._look())
            reader.pages.area_drawn.connect(partial(self._area, number))
            reader.pages.mark_chosen.connect(partial(self._click, number))
        for name in ("notes", "note", "area", "tag", "read"):
            identifier = f"document.{name}"
            bind(identifier, desk, partial(self.act, identifier), self.notes.identity)


def _is_noted(mark: MarkView) -> bool:
    return mark.kind is not MarkKind.HIGHLIGHT
