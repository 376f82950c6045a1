"""Choosing what a redacted copy hides, by mouse, by key and over found text, and making it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from app.access import Identity, Permission
from app.errors import AppError
from app.progress import Progress
from app.services.document_views import AddedDocument, DocumentView
from app.services.pages.page import Box, Size
from app.services.redaction import RedactionService
from app.ui.commands import bind
from app.ui.tasks import Task, Tasks
from app.ui.viewer.pointer import Mark, Mode
from app.ui.viewer.reader import Reader
from app.words import say

if TYPE_CHECKING:
    from app.ui.documents.desk import DocumentDesk

FAILED = say("The copy was not made. The original is untouched. Try again.")
STEP, FINE, WIDE, HIGH = 6.0, 1.0, 160.0, 16.0
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVES = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
Area = tuple[int, Box]


class DeskRedaction(QObject):
    """The places that are hidden in the first reader's document, until the copy is made."""

    def __init__(
        self, desk: "DocumentDesk", service: RedactionService, tasks: Tasks, identity: Identity
    ) -> None:
        super().__init__(desk)
        self._desk, self._service, self._tasks = desk, service, tasks
        self._may = identity.may(Permission.CLAIM_TRIAGE)
        self._reader: Reader | None = None
        self._held: DocumentView | None = None
        self.areas: list[Area] = []
        self._task: Task[AddedDocument] = Task.ended()
        for reader in desk.readers:
            reader.redact_bar.asked.connect(self._do)
            reader.pages.area_drawn.connect(self._draw)
            reader.pages.installEventFilter(self)
            reader.searched.connect(self._tell)
        bind("document.redact", desk, self.toggle, identity)

    @property
    def active(self) -> bool:
        """Tell whether places are being chosen."""
        return self._reader is not None

    def marks(self, reader: Reader) -> list[Mark]:
        """Return what is hidden on the pages of a reader."""
        if reader is not self._reader:
            return []
        return [
            Mark(-number, page, (box,), hides=True)
            for number, (page, box) in enumerate(self.areas, start=1)
        ]

    def toggle(self) -> None:
        """Begin to choose what is hidden, or leave it."""
        if self.active:
            self.leave()
            return
        desk, reader = self._desk, self._desk.reader
        held = desk.open_in[desk.active]
        if held is None or reader.feed is None or not reader.feed.sizes or not self._may:
            return
        self._reader, self._held, self.areas = reader, held, []
        self._hide_chosen(reader)
        reader.redact_bar.show()
        reader.pages.set_mode(Mode.AREA)
        reader.pages.setFocus()
        self._show()

    def leave(self) -> None:
        """Hide nothing; a copy that is being made is given up."""
        if not self.active:
            return
        reader, self._reader, self._held = self._reader, None, None
        self._task.cancel()
        self.areas = []
        if reader:
            reader.redact_bar.hide()
            reader.pages.set_mode(Mode.READ)
            self._desk.notes.follow()
            reader.pages.setFocus()

    def make(self) -> None:
        """Make the copy in the document's own process, and store it."""
        reader, held = self._reader, self._held
        if reader is None or held is None or reader.feed is None or not self.areas:
            return
        if not reader.redact_bar.make.isEnabled():
            return
        renderer, areas = reader.feed.renderer, _by_page(self.areas)
        reader.redact_bar.show_making(0, len(reader.feed.sizes))

        def work(progress: Progress) -> AddedDocument:
            return self._service.make(held, renderer, areas, progress)

        self._task = self._tasks.run(
            self, work, self._finish, failed=self._fail, progressed=reader.redact_bar.show_making
        )

    def _finish(self, added: AddedDocument) -> None:
        reader = self._reader
        self.leave()
        if reader:
            name = added.document.newest.name
            reader.notice.tell(
                say("{name} was made. It opens once it has been checked.", name=name), "ok"
            )
        self._desk.changed.emit()

    def _fail(self, error: Exception) -> None:
        if self._reader:
            message = error.message if isinstance(error, AppError) else FAILED
            self._reader.notice.tell(message, "high")
            self._show()

    def _do(self, act: str) -> None:
        acts = {"found": self._hide_found, "undo": self._undo, "make": self.make}
        acts.get(act, self.leave)()

    def _draw(self, page: int, box: Box) -> None:
        if self._reader:
            self.areas.append((page, box))
            self._show()

    def _undo(self) -> None:
        if self.areas:
            self.areas.pop()
            self._show()

    def _hide_chosen(self, reader: Reader) -> None:
        chosen, feed = reader.pages.selection, reader.feed
        if chosen and feed:
            for page in chosen.pages():
                self.areas += [(page, box) for box in chosen.boxes(page, feed.words)]
            reader.pages.clear_selection()

    def _hide_found(self) -> None:
        feed = self._reader.feed if self._reader else None
        if feed:
            known = set(self.areas)
            found = [(page, _wider(box)) for page, boxes in feed.places for box in boxes]
            self.areas += [area for area in found if area not in known]
            self._show()

    def _begin_box(self) -> None:
        """Put a box into the middle of what is seen, to be moved by keys."""
        reader = self._reader
        if reader is None or reader.feed is None:
            return
        pages = reader.pages
        middle = pages.verticalScrollBar().value() + pages.viewport().height() / 2
        page = pages.layout_of.page_at(middle)
        rect, size = pages.layout_of.rects[page], reader.feed.sizes[page]
        down = min(max((middle - rect.top()) / pages.layout_of.zoom, 0.0), size.height - HIGH)
        left = max((size.width - WIDE) / 2, 0.0)
        self._draw(page, _inside(Box(left, down, left + WIDE, down + HIGH), size))

    def _move(self, key: Qt.Key, *, sized: bool, fine: bool) -> None:
        reader = self._reader
        if reader is None or reader.feed is None or not self.areas:
            return
        page, box = self.areas[-1]
        step = FINE if fine else STEP
        right, down = (way * step for way in _MOVES[key])
        start = (box.left, box.top) if sized else (box.left + right, box.top + down)
        moved = Box(*start, box.right + right, box.bottom + down)
        self.areas[-1] = page, _inside(moved, reader.feed.sizes[page])
        self._show()
        reader.pages.go_to_box(page, self.areas[-1][1])

    def _show(self) -> None:
        self._desk.notes.follow()
        self._tell()

    def _tell(self) -> None:
        reader = self._reader
        if reader and not self._task_runs():
            found = len(reader.feed.places) if reader.feed else 0
            pages = len({page for page, _ in self.areas})
            reader.redact_bar.show_areas(len(self.areas), pages, found=found)

    def _task_runs(self) -> bool:
        return self._task.owner is not None and not self._task.cancelled

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key says about the hidden places; tell whether it was one of theirs."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        ours = {Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Insert, *_MOVES}
        if key not in ours and not (control and key in _RETURN):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif key in _RETURN:
            self.make()
        elif key in _MOVES:
            self._move(key, sized=shift, fine=control)
        elif key == Qt.Key.Key_Insert:
            self._insert()
        else:
            self._do("drop" if key == Qt.Key.Key_Escape else "undo")
        return True

    def _insert(self) -> None:
        reader = self._reader
        if reader and reader.feed and reader.feed.places:
            self._hide_found()
        else:
            self._begin_box()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        keys = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
        if self._reader and isinstance(event, QKeyEvent) and event.type() in keys:
            return self._key(event)
        return False


def _by_page(areas: list[Area]) -> dict[int, list[Box]]:
    found: dict[int, list[Box]] = {}
    for page, box in areas:
        found.setdefault(page, []).append(box)
    return found


def _wider(box: Box) -> Box:
    """Return a box that covers the strokes of the letters, too."""
    return Box(box.left - 1, box.top - 1.5, box.right + 1, box.bottom + 1.5)


def _inside(box: Box, size: Size) -> Box:
    left, top = min(max(box.left, 0.0), size.width - 4), min(max(box.top, 0.0), size.height - 4)
    right = min(max(box.right, left + 4), size.width)
    return Box(left, top, right, min(max(box.bottom, top + 4), size.height))
