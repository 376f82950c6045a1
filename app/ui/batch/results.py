"""The last step of a batch: what came out of it, sorted, chosen from and exported."""

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.codes import Recommendation
from app.services import wording
from app.services.batch_views import Batch
from app.services.batches import listed
from app.ui import fonts, theme
from app.ui.batch.table import (
    CELLS,
    FALLING,
    REJECTED,
    REJECTED_CELLS,
    REJECTED_WIDTHS,
    WIDTHS,
    ScoreTable,
    rejected_texts,
)
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card, EmptyState
from app.ui.labels import Elided, Label
from app.ui.painting import draw_focus
from app.ui.rows import Rows
from app.ui.sheet import SheetView
from app.ui.tokens import Token
from app.words import fill, say, say_n

ROW_HEIGHT = 34
ORDER = (
    Recommendation.REFER_SIU,
    Recommendation.ENHANCED_REVIEW,
    Recommendation.STANDARD_REVIEW,
    Recommendation.FAST_TRACK,
    Recommendation.ABSTAIN,
)


class Pick(QPushButton):
    """One of several views of the results, with how many rows it holds."""

    def __init__(self, words: str, count: int) -> None:
        super().__init__(words)
        self._count = fill("{count:,}", count=count)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("{words}, {count:,} rows", words=words, count=count))

    def sizeHint(self) -> QSize:
        measure = QFontMetrics(fonts.font(fonts.SMALL, 600, tabular=True))
        return QSize(measure.horizontalAdvance(self.text() + self._count) + 34, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground: Token = "accent_soft" if chosen else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(theme.color("accent" if chosen else "border_strong"), 1))
        painter.setBrush(theme.color(ground))
        where = QRectF(self.rect())
        painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setFont(fonts.font(fonts.SMALL, 600 if chosen else 500))
        painter.setPen(theme.color("text" if chosen else "text2"))
        inner = where.adjusted(11, 0, -11, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(fonts.font(fonts.SMALL, 600, tabular=True))
        painter.setPen(theme.color("text3"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, self._count)
        if self.hasFocus():
            draw_focus(painter, where)


class ResultsPane(QWidget):
    """The scored rows, the rejected ones, and their way out."""

    def __init__(self) -> None:
        super().__init__()
        self.export = ActionButton(say("Export CSV"), icon="download", look=Look.PRIMARY)
        self.other = ActionButton(say("Score another file"), icon="folder-open")
        self.notice, self.written = Banner("med"), Banner("ok")
        self._target: Path | None = None
        self._sorted = (0, False)
        self.written.action.clicked.connect(self._show_file)
        self.scores = ScoreTable(self)
        self.rejects = Rows(self, REJECTED, rejected_texts)
        self.view = SheetView(self.scores, CELLS, WIDTHS, say("Scored rows"))
        self.rejected_view = SheetView(
            self.rejects, REJECTED_CELLS, REJECTED_WIDTHS, say("Rejected rows")
        )
        self.none_rejected = EmptyState("circle-check", say("No row was rejected"))
        self.picks: dict[Recommendation | None, Pick] = {}
        self.tabs: list[Pick] = []
        self._groups: list[QButtonGroup] = []
        self._name = Elided("", fonts.BODY, fonts.STRONG)
        self._told = Label("", fonts.SMALL, ink="text2", tabular=True)
        self._tabs, self._picks = QHBoxLayout(), QHBoxLayout()
        self._places = QStackedWidget()
        self._lay_out()
        self._set_up()

    def show_batch(self, batch: Batch) -> None:
        """Show what came out."""
        self._name.set_text(batch.source.name)
        speed = fill("{seconds:,.1f} s", seconds=batch.seconds)
        told = say(
            "{scores:,} rows scored · {rejected:,} rejected · {speed}",
            scores=len(batch.scores),
            rejected=batch.rejected,
            speed=speed,
        )
        self._told.setText(told)
        self.written.hide()
        self._sorted = (0, False)
        self.scores.show_scores(batch.scores)
        self.rejects.replace(batch.rejects)
        self._tell_of(batch)
        self._offer(batch)
        self._show_tab(0)
        self.view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self._choose_first()

    def tell_written(self, target: Path) -> None:
        """Say where the results are, and offer to show them."""
        self._target = target
        self.written.tell(say("Written to {target}", target=target), "ok", action=say("Show file"))

    def _show_file(self) -> None:
        if self._target:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))

    def sort_by(self, column: int) -> None:
        """Sort by a column, or by the same one the other way round."""
        # The header turns its arrow before it tells of a click, so its order is no memory.
        falling = column in FALLING if column != self._sorted[0] else not self._sorted[1]
        self._sorted = column, falling
        order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
        self.view.horizontalHeader().setSortIndicator(column, order)
        self.scores.sort(column, order)
        self._choose_first()

    def _tell_of(self, batch: Batch) -> None:
        if batch.partial:
            self.notice.tell(
                say(
                    "Cancelled. {scores:,} of about {rows:,} rows are scored; the rest of the "
                    "file was not read.",
                    scores=len(batch.scores),
                    rows=batch.rows,
                ),
                "med",
            )
        elif batch.ignored:
            many = len(batch.ignored)
            told = say_n(
                "{n} column is not used by this model: {named}.",
                "{n} columns are not used by this model: {named}.",
                many,
                named=listed(batch.ignored),
            )
            self.notice.tell(told, "neutral")
        else:
            self.notice.hide()

    def _offer(self, batch: Batch) -> None:
        """Make the tabs and the choices of a batch; a suggestion nobody got is not offered."""
        for line in (self._tabs, self._picks):
            _empty(line)
        counts = Counter(batch.scores.recommendation.tolist())
        self.tabs = [Pick(say("Scored"), len(batch.scores)), Pick(say("Rejected"), batch.rejected)]
        self.picks = {None: Pick(say("All"), len(batch.scores))} | {
            code: Pick(wording.RECOMMENDATION[code], counts[str(code)])
            for code in ORDER
            if counts[str(code)]
        }
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(partial(self._show_tab, place))
        for code, pick in self.picks.items():
            pick.clicked.connect(partial(self._show_only, code))
        self._groups = [_one_of(self.tabs), _one_of([*self.picks.values()])]
        for line, picks in ((self._tabs, self.tabs), (self._picks, [*self.picks.values()])):
            for pick in picks:
                line.addWidget(pick)

    def _show_tab(self, place: int) -> None:
        self.tabs[place].setChecked(True)
        some = self.rejects.rowCount() > 0
        shown = self.view if place == 0 else self.rejected_view if some else self.none_rejected
        self._places.setCurrentWidget(shown)
        for pick in self.picks.values():
            pick.setVisible(place == 0)

    def _show_only(self, code: Recommendation | None) -> None:
        self.scores.show_only(code)
        self._choose_first()

    def _choose_first(self) -> None:
        if self.scores.rowCount():
            self.view.choose(0)

    def _set_up(self) -> None:
        for view in (self.view, self.rejected_view):
            view.set_row_height(ROW_HEIGHT)
        self.view.stretch(len(WIDTHS) - 1)
        self.rejected_view.stretch(2)
        self.view.horizontalHeader().setSectionsClickable(True)
        self.view.horizontalHeader().sectionClicked.connect(self.sort_by)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._told)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self.other)
        top.addWidget(self.export)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for line in (self._tabs, self._picks):
            line.setSpacing(6)
        chips.addLayout(self._tabs)
        chips.addSpacing(18)
        chips.addLayout(self._picks)
        chips.addStretch()
        for place in (self.view, self.rejected_view, self.none_rejected):
            self._places.addWidget(place)
        card = Card(gap=12)
        card.setAccessibleName(say("Results"))
        card.column.setContentsMargins(16, 14, 16, 8)
        card.column.addLayout(top)
        for banner in (self.written, self.notice):
            card.column.addWidget(banner)
        card.column.addLayout(chips)
        card.column.addWidget(self._places, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)


def _one_of(picks: list[Pick]) -> QButtonGroup:
    group = QButtonGroup(picks[0])
    for pick in picks:
        group.addButton(pick)
    picks[0].setChecked(True)
    return group


def _empty(line: QHBoxLayout) -> None:
    while line.count():
        item = line.takeAt(0)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()
