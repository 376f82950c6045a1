"""The tab of what a claim shares with others: fact by fact, claim by claim."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.access import Identity
from app.services import figures, wording
from app.services.claim_views import ClaimDetail
from app.services.links import Linked, LinkService, SharedFact
from app.ui import fonts, theme
from app.ui.cards import Card
from app.ui.claim.body import scrolling
from app.ui.commands import bind
from app.ui.labels import Label
from app.ui.painting import draw_focus, draw_text
from app.ui.tasks import Tasks
from app.words import say, say_n

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage

NOTHING = say("No other claim has the same phone, e-mail, address, VIN, serial number or repairer.")
FEW = 12
ROW = 44


class LinkRow(QPushButton):
    """Another claim with the same fact; a press opens it."""

    def __init__(self, linked: Linked) -> None:
        super().__init__()
        row = linked.row
        self._row = row
        state = wording.STATUS[row.status]
        self._state = f"{state}, {linked.outcome}" if linked.outcome else state
        self._amount = figures.money(row.amount, row.currency)
        self.setFixedHeight(ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = (row.number, row.claimant, self._state, self._amount)
        self.setAccessibleName(", ".join(filter(None, told)))
        self.setToolTip(say("Open this claim"))

    def sizeHint(self) -> QSize:
        return QSize(400, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(where, 6, 6)
        half = self.width() / 2 - 12
        painter.setFont(fonts.font(weight=fonts.STRONG, tabular=True))
        draw_text(painter, self._row.number, QRectF(8, 4, half, 18), "text")
        painter.setFont(fonts.font(tabular=True))
        right = QRectF(self.width() / 2, 4, half, 18)
        draw_text(painter, self._amount, right, "text", right=True)
        painter.setFont(fonts.font(fonts.NOTE))
        draw_text(painter, self._row.claimant, QRectF(8, 23, half, 16), "text3")
        lower = QRectF(self.width() / 2, 23, half, 16)
        draw_text(painter, self._state, lower, "text2", right=True)
        if self.hasFocus():
            draw_focus(painter, where, 6)


class LinksPage(QWidget):
    """A card for each shared fact; made anew for each claim, which has few."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self.rows: list[LinkRow] = []
        self.cards: list[Card] = []
        self.nothing = Label(NOTHING, fonts.BODY, ink="text3", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(12)
        self._column.addWidget(self.nothing)
        self._column.addStretch()

    def show_facts(self, facts: tuple[SharedFact, ...]) -> None:
        """Show what another claim shares."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.rows = []
        self.cards = [self._card(fact) for fact in facts]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)
        self.nothing.setVisible(not facts)

    def _card(self, fact: SharedFact) -> Card:
        card = Card(fact.title, gap=2)
        for linked in fact.claims[:FEW]:
            row = LinkRow(linked)
            row.clicked.connect(lambda _on=False, to=linked.row.id: self.opened.emit(to))
            self.rows.append(row)
            card.column.addWidget(row)
        rest = remainder(fact)
        if rest:
            card.column.addWidget(Label(rest, fonts.NOTE, ink="text3", wrap=True))
        return card


def remainder(fact: SharedFact) -> str:
    """Return in words which claims with the fact are not listed."""
    more = len(fact.claims) - FEW
    listed = say("{more:,} more that you may see.", more=more) if more > 0 else ""
    hidden = (
        say_n("{n:,} claim outside your reach.", "{n:,} claims outside your reach.", fact.hidden)
        if fact.hidden
        else ""
    )
    return " ".join(filter(None, (listed, hidden)))


class ClaimLinks(QObject):
    """Fills the tab for the claim on show, and leads to the others."""

    def __init__(
        self, page: "QueuePage", service: LinkService, tasks: Tasks, identity: Identity
    ) -> None:
        super().__init__(page)
        self._service, self._tasks = service, tasks
        self._claim: int | None = None
        self.shown: int | None = None
        self.content = LinksPage()
        self.tab = page.pane.body.add_tab(say("Links"), scrolling(self.content))
        self.content.opened.connect(page.choice.open_guest)
        page.pane.shown.connect(self._bind)
        bind("claim.links", page, self.tab.click, identity)

    def _bind(self, detail: ClaimDetail | None) -> None:
        claim = detail.row.id if detail else None
        self._claim = claim
        if claim is not None:
            self._tasks.run(
                self,
                lambda _told: self._service.of(claim),
                lambda facts: self._take(claim, facts),
                failed=lambda _error: None,
            )

    def _take(self, claim: int, facts: tuple[SharedFact, ...]) -> None:
        if claim == self._claim:
            self.shown = claim
            count = sum(len(fact.claims) + fact.hidden for fact in facts)
            self.tab.show_count(count, say("in all"))
            self.content.show_facts(facts)
