"""Asks the render process for what is on screen first, and drops what nobody looks at."""

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.progress import Progress
from app.services.pages.page import Box, Picture, Size, Word
from app.services.rendering import Outline, Renderer
from app.ui.tasks import Task, Tasks
from app.ui.viewer.cache import Painted, PictureCache
from app.words import say

PAGES_HELD, THUMBS_HELD = 96_000_000, 12_000_000
THUMB = 96
STALE_MS = 300
UNKNOWN = say("The page could not be shown.")
Place = tuple[int, tuple[Box, ...]]


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to ask about a page."""

    kind: str
    page: int = 0
    scale: float = 0.0
    text: str = ""


class PageFeed(QObject):
    """The pages of one open document, as they come; one question is under way at a time."""

    opened = Signal(object)
    failed = Signal(str)
    painted = Signal(int)
    thumbed = Signal(int)
    worded = Signal(int)
    found = Signal()

    def __init__(self, renderer: Renderer, tasks: Tasks, owner: QWidget) -> None:
        super().__init__(owner)
        self.renderer, self._tasks, self._owner = renderer, tasks, owner
        self.sizes: tuple[Size, ...] = ()
        self.note = ""
        self.pictures, self.thumbs = PictureCache(PAGES_HELD), PictureCache(THUMBS_HELD)
        self.words: dict[int, tuple[Word, ...]] = {}
        self.broken: dict[int, str] = {}
        self.places: list[Place] = []
        self.sought = ""
        self._visible: tuple[int, ...] = ()
        self._near: tuple[int, ...] = ()
        self._scale = 1.0
        self._thumbs_wanted: tuple[int, ...] = ()
        self._unsearched: deque[int] = deque()
        self._job: Job | None = None
        self._task: Task[Any] = Task.ended()
        self._closed = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(STALE_MS)
        self._patience.timeout.connect(self._leave_stale)

    def open(self) -> None:
        """Ask for the sizes of the pages."""
        self._run(Job("open"))

    def want(self, visible: Sequence[int], near: Sequence[int], scale: float) -> None:
        """Say which pages are on screen, which may come next, and how large they are wanted."""
        self._visible, self._near, self._scale = tuple(visible), tuple(near), scale
        if self._job and not self._is_wanted(self._job):
            self._patience.start()
        self._pump()

    def want_thumbs(self, pages: Sequence[int]) -> None:
        """Say which small pictures are on screen."""
        self._thumbs_wanted = tuple(pages)
        self._pump()

    def want_words(self, page: int) -> None:
        """Ask for the words of a page that is on screen."""
        if page not in self._visible:
            self._visible = (*self._visible, page)
        self._pump()

    def seek(self, text: str, start: int) -> None:
        """Look for *text* on all pages, from page *start* on; nothing ends the search."""
        self.sought, self.places = text.strip(), []
        pages = range(len(self.sizes))
        self._unsearched = deque((*pages[start:], *pages[:start]) if self.sought else ())
        self.found.emit()
        self._pump()

    @property
    def searching(self) -> bool:
        """Tell whether pages are still being searched."""
        return bool(self._unsearched)

    def close(self) -> None:
        """Let go of the document; nothing is told any more."""
        self._closed = True
        self._patience.stop()
        self._task.cancel()
        self.pictures.clear()
        self.thumbs.clear()
        threading.Thread(target=self.renderer.close, name="close", daemon=True).start()

    def _pump(self) -> None:
        if self._job is None and self.sizes and not self._closed:
            job = self._next()
            if job:
                self._run(job)

    def _next(self) -> Job | None:
        """Return what is wanted most: pages on screen, their words, a search, then the rest."""
        return (
            self._paint(self._visible)
            or self._word()
            or self._find()
            or self._paint(self._near)
            or self._thumb()
        )

    def _paint(self, pages: Sequence[int]) -> Job | None:
        for page in pages:
            if page not in self.broken and not self.pictures.has(page, self._scale):
                return Job("paint", page, self._scale)
        return None

    def _word(self) -> Job | None:
        for page in self._visible:
            if page not in self.words and page not in self.broken:
                return Job("words", page)
        return None

    def _find(self) -> Job | None:
        while self._unsearched and self._unsearched[0] in self.broken:
            self._unsearched.popleft()
        return Job("find", self._unsearched[0], text=self.sought) if self._unsearched else None

    def _thumb(self) -> Job | None:
        for page in self._thumbs_wanted:
            size = self.sizes[page]
            scale = THUMB / max(size.width, size.height)
            if page not in self.broken and not self.thumbs.has(page, scale):
                return Job("thumb", page, scale)
        return None

    def _is_wanted(self, job: Job) -> bool:
        if job.kind == "paint":
            return job.page in {*self._visible, *self._near} and job.scale == self._scale
        return job.kind != "words" or job.page in self._visible

    def _leave_stale(self) -> None:
        """End a question that takes long and that nobody waits for any more."""
        if self._job and not self._is_wanted(self._job):
            self._task.cancel()
            self._job = None
            self._pump()

    def _run(self, job: Job) -> None:
        self._job = job
        work = _WORK[job.kind]
        renderer = self.renderer

        def done(answer: Any) -> None:
            if self._job is job:
                self._job = None
                self._keep(job, answer)
                self._pump()

        def failed(error: Exception) -> None:
            if self._job is job:
                self._job = None
                self._lose(job, error.message if isinstance(error, AppError) else UNKNOWN)
                self._pump()

        self._task = self._tasks.run(
            self._owner, lambda progress: work(renderer, job, progress), done, failed=failed
        )

    def _keep(self, job: Job, answer: Any) -> None:
        if self._closed:
            return
        if job.kind == "open":
            self.sizes, self.note = answer.sizes, answer.note
            self.opened.emit(answer)
        elif job.kind == "paint":
            self.pictures.put(job.page, Painted(answer, job.scale))
            self.painted.emit(job.page)
        elif job.kind == "thumb":
            self.thumbs.put(job.page, Painted(answer, job.scale))
            self.thumbed.emit(job.page)
        elif job.kind == "words":
            self.words[job.page] = answer
            self.worded.emit(job.page)
        elif job.text == self.sought and self._unsearched:
            self._unsearched.popleft()
            self.places += [(job.page, place) for place in answer]
            self.places.sort(key=_reading_order)
            self.found.emit()

    def _lose(self, job: Job, message: str) -> None:
        if self._closed:
            return
        if job.kind == "open":
            self.failed.emit(message)
        elif job.kind == "words":
            self.words[job.page] = ()
        else:
            self.broken[job.page] = message
            self.painted.emit(job.page)
            self.found.emit()


def _reading_order(place: Place) -> tuple[int, float, float]:
    page, boxes = place
    return page, boxes[0].top if boxes else 0.0, boxes[0].left if boxes else 0.0


def _open(renderer: Renderer, _job: Job, progress: Progress) -> Outline:
    return renderer.outline(progress)


def _picture(renderer: Renderer, job: Job, progress: Progress) -> QImage:
    return to_image(renderer.paint(job.page, job.scale, progress))


def _words(renderer: Renderer, job: Job, progress: Progress) -> tuple[Word, ...]:
    return renderer.words(job.page, progress)


def _found(renderer: Renderer, job: Job, progress: Progress) -> list[tuple[Box, ...]]:
    return renderer.find(job.page, job.text, progress)


def to_image(picture: Picture) -> QImage:
    """Return a picture as Qt paints it, holding its own pixels."""
    form = QImage.Format.Format_RGB32
    return QImage(picture.pixels, picture.width, picture.height, picture.width * 4, form).copy()


_WORK = {"open": _open, "paint": _picture, "thumb": _picture, "words": _words, "find": _found}
