"""The saved views in the navigation, each with its count and the shape of its worst risk."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.queue_filter import RiskBand
from app.services.saved_views import ViewOf
from app.ui import theme
from app.ui.commands import MOST_KEYED, Command, command
from app.ui.labels import section
from app.ui.navigation import Navigation, PlaceButton
from app.ui.painting import BANDS, draw_marker
from app.ui.tokens import Tone
from app.words import say

TONES: dict[RiskBand, Tone] = {
    RiskBand.HIGH: "high",
    RiskBand.MEDIUM: "med",
    RiskBand.LOW: "low",
}


class ViewButton(PlaceButton):
    """One saved view; a press shows it."""

    def __init__(self, place: int) -> None:
        self._place = place
        self.view: ViewOf | None = None
        super().__init__(_known(place))

    def show_view(self, view: ViewOf) -> None:
        """Stand for another view, or for another count of the same one."""
        self.view = view
        self.setText(view.name.replace("&", "&&"))
        self.show_keys()
        self.show_count(view.count)

    def show_keys(self) -> None:
        """Tell the keys that the view has now."""
        name = self.view.name if self.view else ""
        self.command = replace(_known(self._place), title=name)
        self._tell()
        if self.view and self.view.by:
            self.setToolTip(
                say("{tooltip}, shared by {by}", tooltip=self.toolTip(), by=self.view.by)
            )

    def draw_icon(self, painter: QPainter, x: float) -> None:
        """Draw the shape of the worst risk in the view, or a quiet dot when there is none."""
        tone = TONES.get(self.view.worst) if self.view else None
        centre = QPointF(x + 8, self.height() / 2)
        if tone:
            mark = theme.color(theme.tone(tone, "mk"))
            draw_marker(painter, BANDS[tone][1], mark, centre, 5)
        else:
            draw_marker(painter, "circle", theme.color("border_strong"), centre, 3)


class ViewList(QWidget):
    """The views in the navigation; made once and bound again."""

    chosen = Signal(int)

    def __init__(self, navigation: Navigation) -> None:
        super().__init__()
        self._navigation = navigation
        self.buttons: list[ViewButton] = []
        self._heading = section(say("Saved views"))
        self._heading.setContentsMargins(12, 14, 12, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addWidget(self._heading)
        self._heading.hide()

    def show_views(self, views: Sequence[ViewOf]) -> None:
        """Show these views, as many as have a key."""
        shown = views[:MOST_KEYED]
        while len(self.buttons) < len(shown):
            self._add()
        for button, view in zip(self.buttons, shown, strict=False):
            button.show_view(view)
            button.show()
        for button in self.buttons[len(shown) :]:
            button.hide()
        self._heading.setVisible(bool(shown))

    def mark(self, view_id: int) -> None:
        """Mark the view that is on show."""
        for button in self.buttons:
            if button.view and button.view.id == view_id:
                button.setChecked(True)

    def _add(self) -> None:
        button = ViewButton(len(self.buttons))
        button.clicked.connect(lambda: self._choose(button))
        self._navigation.join(button)
        self._column.addWidget(button)
        self.buttons.append(button)

    def _choose(self, button: ViewButton) -> None:
        if button.view:
            self.chosen.emit(button.view.id)


def _known(place: int) -> Command:
    return command(f"go.view{place + 1}")
