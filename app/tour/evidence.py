"""The tour's steps around one claim: its comparison, the commands, the settings, a small window."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.signed_in import SignedIn
from app.tour.guide import SIZE, Guide, Stuck
from app.ui.palette.palette import Palette
from app.ui.queue.page import QueuePage
from app.ui.settings_dialog import SettingsDialog
from app.ui.shortcut_sheet import ShortcutSheet
from app.ui.theme import Choice

Q = TypeVar("Q", bound=QDialog)
TYPED = "re"
SMALL = (1366, 768)


class EvidenceWalk:
    """Starts at the queue, with a claim that is one's own."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        """Return the steps in their order, by the names of their pictures."""
        return (
            ("compare", self.compare),
            ("palette", self.palette),
            ("shortcuts", self.shortcuts),
            ("settings", self.settings),
            ("queue-contrast", self.contrast),
            ("queue-1366", self.narrow),
        )

    def compare(self) -> str:
        """Put the claim beside its nearest precedents with C, and go back."""
        page = self._page()
        compare = page.sides.compare
        assert compare is not None  # noqa: S101 - the desk gives it to every queue
        self._guide.press(page.view, Qt.Key.Key_C)
        self._guide.wait("the comparison", lambda: compare.comparison is not None)
        self._guide.picture("compare", self._guide.window)
        compared = compare.comparison
        self._guide.press(compare.view, Qt.Key.Key_C)
        differ = sum(any(fact.differs) for fact in compared.facts) if compared else 0
        return f"{differ} facts differ from the nearest precedents"

    def palette(self) -> str:
        """Open the palette and type two letters."""
        page, palette = self._page(), self._palette()
        self._guide.press(page.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(palette.line, TYPED)
        self._guide.wait("the claims that are found", lambda: bool(palette.claims))
        self._guide.picture("palette", self._guide.window)
        offered = len(palette.lines.lines)
        self._guide.press(palette.line, Qt.Key.Key_Escape)
        return f"{TYPED} finds {offered} lines"

    def shortcuts(self) -> str:
        """Open the sheet of all keys."""
        self._guide.press(self._page().view, Qt.Key.Key_Question)
        sheet = self._dialog(ShortcutSheet)
        self._guide.picture_over("shortcuts", self._guide.window, sheet)
        sheet.reject()
        return "all keys on one sheet, with ?"

    def settings(self) -> str:
        """Open the settings, and turn to the keys."""
        comma, control = Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier
        self._guide.press(self._page().view, comma, control)
        dialog = self._dialog(SettingsDialog)
        dialog.show_keys_page()
        self._guide.picture_over("settings", self._guide.window, dialog)
        dialog.accept()
        return f"{len(dialog.keys.rows)} keys can be chosen"

    def contrast(self) -> str:
        """Picture the queue in high contrast."""
        theme = self._guide.desktop.theme
        theme.choose(Choice.CONTRAST)
        self._guide.picture("queue-contrast", self._guide.window)
        theme.choose(Choice.LIGHT)
        return "every text at 7 to 1 or more"

    def narrow(self) -> str:
        """Picture a small screen: icons for places, and the claim in a drawer."""
        window, page = self._guide.window, self._page()
        window.resize(*SMALL)
        self._guide.press(page.view, Qt.Key.Key_Return)
        self._guide.picture("queue-1366", window)
        self._guide.press(page.pane.body.tabs[0], Qt.Key.Key_Escape)
        window.resize(*SIZE)
        self._guide.wait("the claim beside the queue", page.pane.isVisible)
        return "the claim opens in a drawer with Enter and closes with Esc"

    def _page(self) -> QueuePage:
        page = self._guide.window.go("go.queue")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        return page

    def _palette(self) -> Palette:
        work = self._guide.desktop.work
        assert isinstance(work, SignedIn)  # noqa: S101 - signed in before
        return work.palette

    def _dialog(self, kind: type[Q]) -> Q:
        shown = [one for one in self._guide.window.findChildren(kind) if one.isVisible()]
        if not shown:
            raise Stuck(f"No {kind.__name__} opened.")
        return shown[-1]
