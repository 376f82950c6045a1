"""Fairness: whether groups are referred, delayed and decided alike; for administrators alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.access import Identity, Permission
from app.codes import ClaimType
from app.errors import AppError
from app.services import figures, wording
from app.services.account import AccountService
from app.services.fairness import GROUPINGS, Fairness, FairnessService
from app.services.groups import HEADINGS, GroupService, GroupsLoaded
from app.ui import fonts
from app.ui.buttons import ActionButton
from app.ui.cards import Banner
from app.ui.charts.grid import ChartGrid
from app.ui.commands import bind
from app.ui.fresh_code import FreshCode
from app.ui.intake.editors import Choice
from app.ui.labels import Label
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
NOTE = say(
    "These facts lie apart from claims: no desk, no model and no training can read them, and only "
    "counts of whole groups leave the database. A difference is worth a question when its "
    "intervals do not overlap; it is no proof by itself, for groups may differ in their claims. "
    "Who looks at these figures is on record."
)
TABLES = say("Tables (*.csv *.tsv *.txt *.xlsx)")
WHY = say(
    "Bringing in group facts needs a code of your authenticator app from the last five minutes."
)


class FairnessScreen(QWidget):
    """Three charts by group under a line that says over what they were counted."""

    def __init__(
        self,
        service: FairnessService,
        groups: GroupService,
        account: AccountService,
        tasks: Tasks,
        identity: Identity,
    ) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._service, self._groups, self._tasks = service, groups, tasks
        self._fresh = FreshCode(self, tasks, account, why=WHY)
        self.shown: Fairness | None = None
        self.grouping = Choice(GROUPINGS, unchosen="")
        self.line, self.months = (
            Choice(LINES, unchosen=say("All lines")),
            Choice(MONTHS, unchosen=""),
        )
        self.months.write("12")
        named = {
            say("Group by"): self.grouping,
            say("Line of business"): self.line,
            say("Time"): self.months,
        }
        for name, choice in named.items():
            choice.setAccessibleName(name)
            choice.setMinimumContentsLength(14 if choice is self.months else 10)
            choice.edited.connect(self.refresh)
        self.load = ActionButton(say("Load group facts…"), icon="upload", height=34)
        self.load.setVisible(identity.may(Permission.GROUPS_LOAD))
        self.load.setToolTip(
            say("A CSV file or workbook with the columns {columns}", columns=HEADINGS)
        )
        self.load.clicked.connect(self.choose_file)
        self.head = ScreenHead(say("Fairness"), self.grouping, self.line, self.months, self.load)
        self.notice, self.grid = Banner("high"), ChartGrid()
        self._lay_out()
        self.toast = Toast(self)
        self.grid.told.connect(self.toast.tell)
        self.notice.action.clicked.connect(self.refresh)
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        charts = [card.view for card in self.grid.cards.values()]
        return [*charts, self.grouping, self.line, self.months, self.load]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("F6", say("next chart")), ("← →", say("groups")), ("F5", say("refresh")))

    def refresh(self) -> None:
        """Count again."""
        grouping, line = self.grouping.read(), self.line.read()
        months, look = int(self.months.read()), self._service.look
        self.notice.hide()
        self._tasks.run(
            self,
            lambda _told: look(grouping, line=line, months=months),
            self._show,
            failed=self._lose,
        )

    def choose_file(self) -> None:
        """Ask for a table of group facts."""
        name, _ = QFileDialog.getOpenFileName(self, say("Load group facts"), "", TABLES)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Bring in the group facts of a table, once a fresh code was shown."""
        self.notice.hide()
        load = self._groups.load
        self._fresh.run(lambda: load(path), self._took, failed=self._lose)

    def _took(self, loaded: GroupsLoaded) -> None:
        self.toast.tell(loaded.words)
        self.refresh()

    def _show(self, found: Fairness) -> None:
        self.shown = found
        counted = say(
            "{claims:,} claims in {groups} groups", claims=found.claims, groups=found.groups
        )
        self.head.about.setText(
            say("{counted} since {since}", counted=counted, since=figures.day(found.since))
        )
        self.grid.show_charts(found.charts)

    def _lose(self, error: Exception) -> None:
        words = (
            error.message if isinstance(error, AppError) else say("The figures were not counted.")
        )
        self.notice.tell(words, "high", action=say("Try again"))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.setSpacing(10)
        head.addWidget(self.head)
        head.addWidget(self.notice)
        head.addWidget(Label(NOTE, fonts.SMALL, fonts.REGULAR, "text2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
