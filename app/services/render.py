"""The render process: opens one foreign file and answers with sizes, pictures and words.

It is a process of its own with limits, without database, windows or secrets. Its answers are
JSON and bytes, never pickled objects, so that even a file that takes it over hands nothing to
the desk but pictures and text.
"""

import gc
import json
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from multiprocessing.connection import Connection
from typing import Any

from app.services.pages.page import Book, Unreadable
from app.words import say

MEMORY = 1 << 30
SECONDS = 10
FILES = 48
DAMAGED = say(
    "The file is damaged or incomplete, so it cannot be shown. Ask for it to be sent again."
)
HEAVY = say("The file needs more memory than a document should, so it is not shown.")

Answer = tuple[dict[str, Any], bytes]


def serve(pipe: Connection) -> None:
    """Answer questions about one file until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _warm()
    _limit()
    desk = _Desk()
    pipe.send_bytes(b"{}")
    while True:
        try:
            question = json.loads(pipe.recv_bytes())
            if question["act"] == "open":
                question["data"] = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        _more_time()
        head, content = desk.answer(question)
        head["spent"], head["bytes"] = time.process_time(), len(content)
        with suppress(BrokenPipeError):
            pipe.send_bytes(json.dumps(head).encode())
            if content:
                pipe.send_bytes(content)
        if head.get("fatal"):
            return


class _Desk:
    """The open file, and what can be asked about it."""

    def __init__(self) -> None:
        self._book: Book | None = None
        self._data = b""
        self._acts: dict[str, Callable[..., Answer]] = {
            "open": self._open,
            "about": self._about,
            "paint": self._paint,
            "words": self._words,
            "find": self._find,
            "burn": self._burn,
        }

    def answer(self, question: dict[str, Any]) -> Answer:
        """Return what is asked, or why it cannot be answered."""
        act = self._acts[question.pop("act")]
        try:
            return act(**question)
        except Unreadable as error:
            return {"error": error.message}, b""
        except MemoryError:
            return {"error": HEAVY, "fatal": True}, b""
        except Exception as error:  # noqa: BLE001 - a foreign file may fail in any way
            return {"error": DAMAGED, "cause": f"{type(error).__name__}: {error}"[:300]}, b""

    def _open(self, data: bytes) -> Answer:
        from app.services.pages.opening import open_book

        self._book, self._data = open_book(data), data
        sizes = [[round(size.width, 2), round(size.height, 2)] for size in self._book.sizes()]
        return {"sizes": sizes, "note": self._book.note}, b""

    def _about(self) -> Answer:
        from app.services.pages.about import about

        return {"about": about(self._data)}, b""

    def _paint(self, page: int, scale: float) -> Answer:
        picture = self._opened.paint(page, scale)
        return {"width": picture.width, "height": picture.height}, picture.pixels

    def _words(self, page: int) -> Answer:
        words = [[word.text, *word.box, word.after] for word in self._opened.words(page)]
        return {"words": words}, b""

    def _find(self, page: int, text: str) -> Answer:
        return {"found": self._opened.find(page, text)}, b""

    def _burn(self, page: int, scale: float, boxes: list[list[float]]) -> Answer:
        """Return a page as JPEG in which *boxes* are black; nothing of what was there is left."""
        from PIL import Image, ImageDraw

        size = self._opened.sizes()[page]
        picture = self._opened.paint(page, scale)
        across, down = picture.width / size.width, picture.height / size.height
        image = Image.frombytes(
            "RGB", (picture.width, picture.height), picture.pixels, "raw", "BGRX"
        )
        pen = ImageDraw.Draw(image)
        for left, top, right, bottom in boxes:
            pen.rectangle(
                (left * across - 1, top * down - 1, right * across + 1, bottom * down + 1), "black"
            )
        into = BytesIO()
        image.save(into, "JPEG", quality=80)
        return {"width": picture.width, "height": picture.height}, into.getvalue()

    @property
    def _opened(self) -> Book:
        if self._book is None:
            raise Unreadable(DAMAGED)
        return self._book


def _warm() -> None:
    """Load what the first file will need, before anybody waits for it."""
    import app.services.pages.images
    import app.services.pages.opening
    import app.services.pages.pdf  # noqa: F401 - loaded ahead

    gc.freeze()


def _limit() -> None:
    """Bound what a file may cost; where the system knows no limits, the desk watches alone."""
    if sys.platform == "win32":
        return
    import resource

    most = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: FILES,
        resource.RLIMIT_CORE: 0,
    }
    for kind, bound in most.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (bound, bound))


def _more_time() -> None:
    """Allow every question some seconds of computing; the limit counts from the start."""
    if sys.platform == "win32":
        return
    import resource

    used = int(time.process_time())
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (used + SECONDS, hard))
