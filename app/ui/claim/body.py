"""Everything the pane tells about a claim, on two tabs."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.codes import Action
from app.services.claim_views import ClaimDetail, PrecedentView
from app.services.queue_filter import STATUSES, StatusGroup
from app.ui import fonts, theme
from app.ui.cards import Card
from app.ui.claim.account import AccountCard
from app.ui.claim.activity import EventList
from app.ui.claim.blind import BlindCard
from app.ui.claim.clocks import ClockCard
from app.ui.claim.facts import FactGrid
from app.ui.claim.flags import FlagCard
from app.ui.claim.letters import LettersCard
from app.ui.claim.money import MoneyPage
from app.ui.claim.precedents import PrecedentList
from app.ui.claim.proof import ProofCard
from app.ui.claim.score import ScoreCard
from app.ui.labels import Label, rule
from app.ui.painting import draw_focus
from app.words import fill, say

MARGIN = 16
TAB_INSET = 6
FIRST_FACTS = 9
LATEST = 3
TOLD_FROM = 0.005


class Tab(QPushButton):
    """A tab's heading with a line under the one on show."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(32)
        self.setFont(fonts.font(weight=fonts.STRONG))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = text
        self.show_count(0)

    def show_count(self, count: int, what: str = say("not read")) -> None:
        """Show how many things stand on the tab."""
        self.setText(
            fill("{words} {count:,}", words=self._words, count=count) if count else self._words
        )
        self.setAccessibleName(
            fill("{words}, {count:,} {what}", words=self._words, count=count, what=what)
            if count
            else self._words
        )
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(self.text()) + 2 * TAB_INSET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font() if self.isChecked() else fonts.font(weight=450))
        painter.setPen(theme.color("text" if self.isChecked() else "text3"))
        painter.drawText(
            self.rect().adjusted(TAB_INSET, 0, 0, -4), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            wide = self.width() - 2 * TAB_INSET
            painter.drawRoundedRect(QRectF(TAB_INSET, self.height() - 3, wide, 3), 1.5, 1.5)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()).adjusted(0, 2, 0, -4), 5)


class PrecedentCard(Card):
    """The nearest settled claims, and who holds the rest of the vote."""

    def __init__(self) -> None:
        super().__init__(say("Nearest precedents"), gap=4)
        self.list = PrecedentList()
        self._rest = Label("", fonts.NOTE, ink="text3", wrap=True)
        self.column.addWidget(self.list)
        self.column.addWidget(self._rest)

    def show_precedents(
        self, precedents: tuple[PrecedentView, ...], voters: int, prior: float
    ) -> None:
        """Show another claim's precedents."""
        self.setVisible(bool(precedents))
        self.list.show_precedents(precedents)
        shown = sum(precedent.share for precedent in precedents)
        others = max(1 - shown - prior, 0.0)
        rest = say(
            "the other {voters:,} voters {others:.0%}",
            voters=max(voters - len(precedents), 0),
            others=others,
        )
        told = say(
            "These {precedents} hold {shown:.0%} of the vote and {rest}.",
            precedents=len(precedents),
            shown=shown,
            rest=rest,
        )
        if prior >= TOLD_FROM:
            told = say(
                "These {precedents} hold {shown:.0%} of the vote, {rest}, and the average of "
                "all settled claims {prior:.0%}.",
                precedents=len(precedents),
                shown=shown,
                rest=rest,
                prior=prior,
            )
        self._rest.setText(told)


class ClaimBody(QWidget):
    """The tabs of one claim, bound again for the next; `money` is the tab between the others."""

    def __init__(self, money: MoneyPage | None = None) -> None:
        super().__init__()
        self.money = money
        self.facts, self.more = FactGrid(), FactGrid()
        self.score, self.precedents = ScoreCard(), PrecedentCard()
        self.flags, self.clocks = FlagCard(), ClockCard()
        self.blind, self.proof = BlindCard(), ProofCard()
        self.account, self.latest, self.events = AccountCard(), EventList(most=LATEST), EventList()
        self._more_card, self.letters = _card(say("More facts"), self.more), LettersCard()
        self.pages = QStackedWidget()
        self.pages.addWidget(self._summary())
        self.tabs = [Tab(say("Summary"))]
        if money:
            self.pages.addWidget(_scrolled(money))
            self.tabs.append(Tab(say("Money")))
        self.pages.addWidget(_scrolled(self.letters, _card(say("Timeline"), self.events)))
        self.tabs.append(Tab(say("Timeline")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._headings())
        column.addWidget(rule())
        column.addWidget(self.pages, 1)

    def add_tab(self, title: str, page: QWidget) -> Tab:
        """Add a tab behind the others and return its heading."""
        tab = Tab(title)
        place = self.pages.addWidget(page)
        self._line.insertWidget(len(self.tabs), tab)
        self.tabs.append(tab)
        tab.clicked.connect(lambda _checked: self.pages.setCurrentIndex(place))
        return tab

    def show_detail(self, detail: ClaimDetail) -> None:
        """Bind every widget to another claim."""
        self.facts.show_facts(detail.facts[:FIRST_FACTS])
        self.more.show_facts(detail.facts[FIRST_FACTS:])
        self._more_card.setVisible(len(detail.facts) > FIRST_FACTS)
        expected = detail.row.status in STATUSES[StatusGroup.OPEN]
        self.score.show_score(detail.score, expected=expected)
        score = detail.score
        voters, prior = (score.voters, score.prior_share) if score else (0, 0.0)
        self.precedents.show_precedents(score.precedents if score else (), voters, prior)
        self.account.show_account(detail.description, detail.parties)
        self.flags.show_flags(detail.flags)
        self.proof.show_proof(detail.proof)
        self.blind.show_claim(detail)
        self.score.setVisible(not detail.row.hidden)
        self.clocks.show_clocks(detail.clocks)
        self.letters.show_letters(detail.letters, may_write=Action.APPROVE in detail.actions)
        if self.money:
            self.money.show_detail(detail)
        self.latest.show_events(detail.events)
        self.events.show_events(detail.events)

    def scroll_to_top(self) -> None:
        """Begin at the top, for another claim."""
        for page in range(self.pages.count()):
            area = self.pages.widget(page)
            if isinstance(area, QScrollArea):
                area.verticalScrollBar().setValue(0)

    def _summary(self) -> QScrollArea:
        cards = (
            self.facts,
            self.blind,
            self.score,
            self.flags,
            self.precedents,
            self.clocks,
            self.proof,
            _card(say("Latest activity"), self.latest),
            self.account,
            self._more_card,
        )
        return _scrolled(*cards)

    def _headings(self) -> QHBoxLayout:
        line = self._line = QHBoxLayout()
        line.setContentsMargins(MARGIN - TAB_INSET, 0, MARGIN, 0)
        line.setSpacing(8)
        for place, tab in enumerate(self.tabs):
            line.addWidget(tab)
            tab.clicked.connect(lambda _checked, page=place: self.pages.setCurrentIndex(page))
        self.tabs[0].setChecked(True)
        line.addStretch()
        return line


def _card(title: str, content: QWidget) -> Card:
    card = Card(title, gap=8)
    card.column.addWidget(content)
    return card


def _scrolled(*widgets: QWidget) -> QScrollArea:
    inside = QWidget()
    inside.setObjectName("scrolled")
    column = QVBoxLayout(inside)
    column.setContentsMargins(MARGIN, 12, MARGIN, 14)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return scrolling(inside)


def scrolling(inside: QWidget) -> QScrollArea:
    """Return an area in which *inside* scrolls up and down."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
