"""Beside the facts that moved: the chosen one then and now, by month, and the whole of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.services.drift import FactView, ReportView
from app.ui.charts.card import ChartCard
from app.words import say

WIDTH, HEIGHT = 560, 292
TITLES = (
    say("Then and now"),
    say("By month"),
    say("Substantiated by month"),
    say("Distance to precedents"),
)


class DriftCharts(QScrollArea):
    """Four charts, one under the other; `told` passes on what they say."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._months: tuple[str, ...] = ()
        self.cards = tuple(ChartCard(title) for title in TITLES)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 4, 20, 20)
        column.setSpacing(12)
        for card in self.cards:
            card.setMinimumHeight(HEIGHT)
            card.told.connect(self.told)
            column.addWidget(card)
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def views(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [card.view for card in self.cards]

    def show_report(self, report: ReportView) -> None:
        """Show outcomes and distances of a report."""
        self._months = report.months
        for card, chart in zip(self.cards[2:], report.charts, strict=True):
            card.show_chart(chart)

    def show_fact(self, fact: FactView) -> None:
        """Show one fact then and now, and month by month."""
        for card, chart in zip(self.cards[:2], fact.charts(self._months), strict=True):
            card.show_chart(chart)
