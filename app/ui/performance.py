"""Model performance: scores against outcomes, for the lines and months that are asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.access import Identity
from app.codes import ClaimType
from app.errors import AppError
from app.services import figures, wording
from app.services.performance import Performance, PerformanceService
from app.ui.cards import Banner
from app.ui.charts.grid import ChartGrid
from app.ui.commands import bind
from app.ui.intake.editors import Choice
from app.ui.screen_head import ScreenHead
from app.ui.tasks import Tasks
from app.ui.toast import Toast
from app.words import say

LINES = {str(line): wording.CLAIM_TYPE[line] for line in ClaimType}
MONTHS = {
    "3": say("Last 3 months"),
    "6": say("Last 6 months"),
    "12": say("Last 12 months"),
    "36": say("Last 3 years"),
}


class PerformanceScreen(QWidget):
    """A grid of charts under a line that says over what they were counted."""

    def __init__(self, service: PerformanceService, tasks: Tasks, identity: Identity) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._service, self._tasks = service, tasks
        self.shown: Performance | None = None
        self.line, self.months = Choice(LINES, unchosen=say("All lines")), Choice(MONTHS)
        self.line.setAccessibleName(say("Line of business"))
        self.months.setAccessibleName(say("Time"))
        self.months.write("12")
        self.months.setMinimumContentsLength(14)
        self.head = ScreenHead(say("Model performance"), self.line, self.months)
        self.notice, self.grid = Banner("high"), ChartGrid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.addWidget(self.head)
        head.addWidget(self.notice)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.toast = Toast(self)
        self.line.edited.connect(self.refresh)
        self.months.edited.connect(self.refresh)
        self.grid.told.connect(self.toast.tell)
        self.notice.action.clicked.connect(self.refresh)
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [*(card.view for card in self.grid.cards.values()), self.line, self.months]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (
            ("F6", say("next chart")),
            ("← →", say("points")),
            ("↑ ↓", say("series")),
            ("F5", say("refresh")),
        )

    def refresh(self) -> None:
        """Count again."""
        line, months = self.line.read() or "", int(self.months.read() or 12)
        self.notice.hide()
        look = self._service.look
        self._tasks.run(
            self, lambda _told: look(line=line, months=months), self._show, failed=self._lose
        )

    def _show(self, found: Performance) -> None:
        self.shown = found
        seen = say(
            "{claims:,} scored claims that you may see since {since}",
            claims=found.claims,
            since=figures.day(found.since),
        )
        self.head.about.setText(
            say(
                "{seen} · {labelled:,} with an outcome by the label rule",
                seen=seen,
                labelled=found.labelled,
            )
        )
        self.grid.show_charts(found.charts)

    def _lose(self, error: Exception) -> None:
        words = (
            error.message if isinstance(error, AppError) else say("The figures were not counted.")
        )
        self.notice.tell(words, "high", action=say("Try again"))
