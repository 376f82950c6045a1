"""Charts side by side in as many columns as there is room for, in a column that scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from app.services.charts import Chart
from app.ui.charts.card import ChartCard

LEAST = 400


class ChartGrid(QScrollArea):
    """Cards that stay while their charts change; `told` passes on what they say."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, ChartCard] = {}
        self._columns = 0
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(20, 4, 20, 20)
        self._grid.setSpacing(12)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)

    def show_charts(self, charts: tuple[Chart, ...]) -> None:
        """Show the charts in their order, each on the card of its key."""
        for chart in charts:
            if chart.key not in self.cards:
                card = ChartCard(chart.title)
                card.told.connect(self.told)
                self.cards[chart.key] = card
                self._columns = 0
            self.cards[chart.key].show_chart(chart)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(3, len(self.cards), self.viewport().width() // LEAST))
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
