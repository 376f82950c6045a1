"""The tour's steps over how the models judge, as an administrator."""

from PySide6.QtCore import Qt

from app.tour.guide import Guide
from app.ui.performance import PerformanceScreen


class InsightWalk:
    """Walks through the screens that watch models."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def performance(self) -> str:
        """Look at the charts of the last year, at one point of one, and picture them."""
        screen = self._guide.window.go("go.performance")
        assert isinstance(screen, PerformanceScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the charts", lambda: screen.shown is not None)
        view = screen.grid.cards["gains"].view
        self._guide.press(view, Qt.Key.Key_Down)
        self._guide.picture("performance", self._guide.window)
        shown = screen.shown
        assert shown is not None  # noqa: S101 - waited for before
        return f"{shown.labelled:,} of {shown.claims:,} scored claims have an outcome"
