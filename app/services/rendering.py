"""Foreign files shown through render processes, each its own, which may die without harm."""

import json
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Self

from app.progress import Progress, silent
from app.services import render
from app.services.pages.page import MOST_PIXELS, Box, Picture, Size, Unreadable, Word
from app.words import say

SECONDS = 15.0
STARTING = 30.0
RECYCLED_AFTER, RECYCLED_SPENT = 400, 60.0
MEMORY, KEPT_MEMORY = 1_000_000_000, 300_000_000
_PATIENCE = 0.05
_HEAD, _CONTENT = 8_000_000, 4 * MOST_PIXELS + 4096
_FOUND = 2_000

CRASHED = say("The document stopped the process that shows it, so it may be damaged or harmful.")
SLOW = say("The document takes too long to be shown, so it was given up.")
HEAVY = say("The document needs more memory than a document should, so it was given up.")


_Told = tuple[dict[str, Any], bytes]


class Stopped(Unreadable):
    """The process that shows a document ended, or had to be ended."""


@dataclass(frozen=True, slots=True)
class Outline:
    """How many pages of what size a document has, and what of it is not shown."""

    sizes: tuple[Size, ...]
    note: str = ""


class Children:
    """Keeps one render process started ahead, so that a document opens at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._spare: _Child | None = None
        self._closed = False

    def warm(self) -> None:
        """Start a process ahead, unless one waits already."""
        with self._lock:
            if self._spare is None and not self._closed:
                self._spare = _Child()

    def take(self) -> "_Child":
        """Return a process that has opened nothing yet, and start the next one."""
        with self._lock:
            child, self._spare = self._spare, None
        child = child or _Child()
        self.warm()
        return child

    def close(self) -> None:
        """End the process that waits."""
        with self._lock:
            self._closed, child, self._spare = True, self._spare, None
        if child:
            child.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Renderer:
    """One document; any thread may ask, one at a time is answered.

    What *progress* raises ends the process at once; the next question starts another.
    """

    def __init__(self, data: bytes, children: Children) -> None:
        self._data, self._children = data, children
        self._turn = threading.Lock()
        self._child: _Child | None = None
        self._closed = False

    def outline(self, progress: Progress = silent) -> Outline:
        """Return the sizes of all pages."""
        head, _ = self._ask({}, progress)
        return _outline(head)

    def about(self, progress: Progress = silent) -> dict[str, Any]:
        """Return what the file says of itself."""
        head, _ = self._ask({"act": "about"}, progress)
        told = head["about"]
        return told if isinstance(told, dict) else {}

    def paint(self, page: int, scale: float, progress: Progress = silent) -> Picture:
        """Return a page at *scale* pixels for a point, or at fewer where that is too many."""
        head, content = self._ask({"act": "paint", "page": page, "scale": scale}, progress)
        width, height = int(head["width"]), int(head["height"])
        if min(width, height) < 1 or width * height * 4 != len(content):
            raise Stopped(CRASHED)
        return Picture(width, height, content)

    def words(self, page: int, progress: Progress = silent) -> tuple[Word, ...]:
        """Return the words of a page in reading order."""
        head, _ = self._ask({"act": "words", "page": page}, progress)
        return tuple(
            Word(str(text), _box(edges), str(after)) for text, *edges, after in head["words"]
        )

    def find(self, page: int, text: str, progress: Progress = silent) -> list[tuple[Box, ...]]:
        """Return where *text* stands on a page."""
        head, _ = self._ask({"act": "find", "page": page, "text": text}, progress)
        return [tuple(map(_box, boxes)) for boxes in head["found"][:_FOUND]]

    def burn(
        self, page: int, scale: float, boxes: Sequence[Box], progress: Progress = silent
    ) -> tuple[int, int, bytes]:
        """Return a page's width, height and JPEG in which *boxes* are black."""
        question = {"act": "burn", "page": page, "scale": scale, "boxes": [list(b) for b in boxes]}
        head, content = self._ask(question, progress)
        return int(head["width"]), int(head["height"]), content

    def close(self) -> None:
        """End the process; a question under way fails, and none is answered any more."""
        self._closed = True
        child = self._child
        if child:
            child.kill()
        if self._turn.acquire(timeout=1):
            self._drop()
            self._turn.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self, question: dict[str, Any], progress: Progress) -> _Told:
        while not self._turn.acquire(timeout=_PATIENCE):
            progress(0, 1)
        try:
            return self._asked(question, progress)
        except Unreadable as error:
            if isinstance(error, Stopped):
                self._drop()
            raise
        except BaseException:
            self._drop()
            raise
        finally:
            self._turn.release()

    def _asked(self, question: dict[str, Any], progress: Progress) -> _Told:
        child = self._child
        if child and child.is_spent():
            self._drop()
        told = ({}, b"") if self._child and question else self._begin(progress)
        assert self._child is not None  # noqa: S101 - begun just now
        try:
            return self._child.ask(question, progress) if question else told
        except (KeyError, TypeError, ValueError) as error:
            raise Stopped(CRASHED) from error

    def _begin(self, progress: Progress) -> _Told:
        self._drop()
        if self._closed:
            raise Stopped(say("The document was closed."))
        self._child = self._children.take()
        return self._child.ask({"act": "open"}, progress, self._data)

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child:
            child.end()


class _Child:
    """A render process and the pipe to it."""

    def __init__(self) -> None:
        import psutil

        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=render.serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._ready, self._asked, self._spent = False, 0, 0.0
        self._usage: psutil.Process | None = None
        with suppress(psutil.Error):
            self._usage = psutil.Process(self._process.pid)

    def ask(self, question: dict[str, Any], progress: Progress, data: bytes = b"") -> _Told:
        """Return the answer; Unreadable for what the file is, Stopped for what it did."""
        try:
            if not self._ready:
                self._wait(progress, STARTING)
                self._pipe.recv_bytes(_HEAD)
                self._ready = True
            self._pipe.send_bytes(json.dumps(question).encode())
            if question["act"] == "open":
                self._pipe.send_bytes(data)
            self._wait(progress, SECONDS)
            head: dict[str, Any] = json.loads(self._pipe.recv_bytes(_HEAD))
            content = self._pipe.recv_bytes(_CONTENT) if head["bytes"] else b""
        except (EOFError, OSError) as error:
            raise Stopped(CRASHED) from error
        self._asked, self._spent = self._asked + 1, float(head["spent"])
        if "error" in head:
            kind = Stopped if head.get("fatal") else Unreadable
            raise kind(str(head["error"])[:300])
        return head, content

    def is_spent(self) -> bool:
        """Tell whether the process has worked long enough, or holds too much by now."""
        return (
            self._asked > RECYCLED_AFTER
            or self._spent > RECYCLED_SPENT
            or self._memory() > KEPT_MEMORY
        )

    def kill(self) -> None:
        """End the process from another thread than the one that asks."""
        with suppress(ValueError):
            self._process.kill()

    def end(self) -> None:
        """End the process and let go of it."""
        self.kill()
        with suppress(ValueError):
            self._process.join()
            self._process.close()
        self._pipe.close()

    def _wait(self, progress: Progress, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not self._pipe.poll(_PATIENCE):
            progress(0, 1)
            if time.monotonic() > deadline:
                raise Stopped(SLOW)
            if self._memory() > MEMORY:
                raise Stopped(HEAVY)

    def _memory(self) -> int:
        import psutil

        if self._usage is None:
            return 0
        try:
            return int(self._usage.memory_info().rss)
        except psutil.Error:
            return 0


def _outline(head: dict[str, Any]) -> Outline:
    try:
        sizes = tuple(Size(float(width), float(height)) for width, height in head["sizes"])
        note = str(head["note"])[:300]
    except (KeyError, TypeError, ValueError) as error:
        raise Stopped(CRASHED) from error
    if not sizes or not all(size.width > 0 and size.height > 0 for size in sizes):
        raise Stopped(CRASHED)
    return Outline(sizes, note)


def _box(edges: Sequence[float]) -> Box:
    left, top, right, bottom = map(float, edges)
    return Box(left, top, right, bottom)
