"""The notes beside the documents of the claim on show, and what the person has read of them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.access import Identity, Permission
from app.errors import AppError
from app.services.annotations import AnnotationService, MarkView, NewMark, ReadMark
from app.ui.tasks import Tasks
from app.words import say

LOST = say("The note was not saved. Try again.")


class ClaimNotes(QObject):
    """Holds what was left on the documents of one claim; every view of it follows `listed`."""

    listed = Signal(object)
    reading = Signal(object)
    counted = Signal(int)
    failed = Signal(str)

    def __init__(
        self, marks: AnnotationService, tasks: Tasks, identity: Identity, owner: QObject
    ) -> None:
        super().__init__(owner)
        self._service, self._tasks = marks, tasks
        self.identity = identity
        self.may_see = identity.may(Permission.QUEUE_READ)
        self.may_write = identity.may(Permission.CLAIM_TRIAGE)
        self.claim_id: int | None = None
        self.marks: tuple[MarkView, ...] = ()
        self.readings: Mapping[int, ReadMark] = {}

    def show_claim(self, claim_id: int) -> None:
        """Follow another claim, or look again at the same."""
        if claim_id != self.claim_id:
            self.claim_id = claim_id
            self._list(claim_id, ())
            self._read(claim_id, {})
        self.refresh()

    def refresh(self) -> None:
        """Look again what was left and read."""
        claim_id, service = self.claim_id, self._service
        if claim_id is None or not self.may_see:
            return
        self._tasks.run(
            self,
            lambda _told: (service.of_claim(claim_id), service.readings(claim_id)),
            partial(self._arrive, claim_id),
            failed=lambda _error: None,
        )

    def count(self, claim_id: int) -> None:
        """Tell how many documents of a claim are not read, without looking at them."""
        if self.may_see:
            self._tasks.run(
                self,
                lambda _told: self._service.unread(claim_id),
                self.counted.emit,
                failed=lambda _error: None,
            )

    def of(self, document_id: int, number: int) -> tuple[MarkView, ...]:
        """Return what was left on a version of a document."""
        place = (document_id, number)
        return tuple(mark for mark in self.marks if (mark.document_id, mark.number) == place)

    def add(self, marks: Sequence[NewMark], done: Callable[[MarkView], object]) -> None:
        """Leave marks; *done* is told the last of them."""
        self._send(lambda: [self._service.add(mark) for mark in marks][-1], done)

    def change(
        self, mark: MarkView, *, text: str, tone: str, done: Callable[[MarkView], object]
    ) -> None:
        """Say something else in a note of one's own."""
        self._send(lambda: self._service.change(mark, text=text, tone=tone), done)

    def remove(self, mark: MarkView, done: Callable[[], object]) -> None:
        """Take away a note of one's own."""
        self._send(lambda: self._service.remove(mark), lambda _none: done())

    def see(self, version: int, page: int, *, seen: Collection[int], done: bool) -> None:
        """Remember which pages of a version the person has had before them."""
        self._remember(lambda: self._service.mark_read(version, page, done=done, seen=seen))

    def set_read(self, version: int, *, read: bool) -> None:
        """Let a version count as read in full, or as not read."""
        page = self.readings[version].page if version in self.readings else 0
        if read:
            self._remember(lambda: self._service.mark_read(version, page, done=True))
        else:
            self._remember(lambda: self._service.mark_unread(version))

    def _remember(self, act: Callable[[], object]) -> None:
        claim_id, service = self.claim_id, self._service
        if claim_id is None or not self.may_see:
            return

        def work() -> Mapping[int, ReadMark]:
            act()
            return service.readings(claim_id)

        self._tasks.run(
            self, lambda _told: work(), partial(self._read, claim_id), failed=lambda _error: None
        )

    def _send(self, act: Callable[[], object], done: Callable[..., object]) -> None:
        def finish(result: object) -> None:
            done(result)
            self.refresh()

        self._tasks.run(self, lambda _told: act(), finish, failed=self._lose)

    def _lose(self, error: Exception) -> None:
        self.failed.emit(error.message if isinstance(error, AppError) else LOST)
        self.refresh()

    def _arrive(
        self, claim_id: int, found: tuple[tuple[MarkView, ...], Mapping[int, ReadMark]]
    ) -> None:
        self._list(claim_id, found[0])
        self._read(claim_id, found[1])

    def _list(self, claim_id: int, marks: tuple[MarkView, ...]) -> None:
        if claim_id == self.claim_id and marks != self.marks:
            self.marks = marks
            self.listed.emit(marks)

    def _read(self, claim_id: int, readings: Mapping[int, ReadMark]) -> None:
        if claim_id == self.claim_id and readings != self.readings:
            self.readings = readings
            self.reading.emit(readings)
