"""Text chosen with the keys alone: Shift and the arrows by word and line, Ctrl+A a whole page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.services.pages.page import Word
from app.ui.viewer.select import Selection, Spot, nearest

if TYPE_CHECKING:
    from app.ui.viewer.pages import PageView

_WORDS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_LINES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def choose_by_key(view: "PageView", key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Change what text is chosen as a key says; tell whether it was one of these keys."""
    if key == Qt.Key.Key_A and modifiers == Qt.KeyboardModifier.ControlModifier:
        return _choose(view, _whole(view))
    if modifiers != Qt.KeyboardModifier.ShiftModifier or key not in {*_WORDS, *_LINES}:
        return False
    chosen = view.selection
    if chosen is None:
        return _choose(view, _first(view))
    page, word = chosen.end
    words = _words(view, page)
    moved = word + _WORDS[key] if key in _WORDS else _line(words, word, _LINES[key])
    end: Spot = (page, min(max(moved, 0), len(words) - 1))
    return _choose(view, Selection(chosen.start, end))


def _choose(view: "PageView", selection: Selection | None) -> bool:
    if selection is None:
        return False
    view.selection = selection
    page, word = selection.end
    view.go_to_box(page, _words(view, page)[word].box)
    view.selected.emit(True)  # noqa: FBT003 - a signal's value
    view.viewport().update()
    return True


def _whole(view: "PageView") -> Selection | None:
    words = _words(view, view.page)
    return Selection((view.page, 0), (view.page, len(words) - 1)) if words else None


def _first(view: "PageView") -> Selection | None:
    """Return the first word of the page that is read which is not above the upper edge."""
    top = view.verticalScrollBar().value()
    for number, word in enumerate(_words(view, view.page)):
        if view.layout_of.place(view.page, word.box).top() >= top:
            return Selection((view.page, number), (view.page, number))
    return None


def _line(words: tuple[Word, ...], word: int, by: int) -> int:
    """Return the word below or above, as near as there is one."""
    box = words[word].box
    middle, high = (box.left + box.right) / 2, box.bottom - box.top
    for far in (1.0, 1.5, 2.0, 3.0, 5.0):
        found = nearest(words, middle, (box.top + box.bottom) / 2 + by * far * high)
        if found is not None and abs(words[found].box.top - box.top) > high / 2:
            return found
    return word + by


def _words(view: "PageView", page: int) -> tuple[Word, ...]:
    return view.feed.words.get(page, ()) if view.feed else ()
