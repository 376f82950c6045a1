"""The list under the bell: each notice leads to its claim."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.services.notices import NoticeLine
from app.ui import fonts, icons, theme, words
from app.ui.buttons import ActionButton, Look
from app.ui.claim.body import scrolling
from app.ui.labels import Label, rule
from app.ui.notices.desk import Notices
from app.ui.painting import draw_focus, draw_marker, draw_text
from app.words import say

WIDTH, HEIGHT, ROW = 460, 520, 52
NOTHING = say("Nothing to tell. Claims given to you, clocks and notes that name you appear here.")
ICONS = {
    "assigned": "user-plus",
    "approval": "user-check",
    "decided": "circle-check",
    "answered": "mail",
    "mention": "message-square-text",
    "at_risk": "hourglass",
    "late": "triangle-alert",
    "back": "calendar",
    "takeover": "hand",
}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}


class NoticeRow(QPushButton):
    """One notice; a dot marks what was not seen."""

    def __init__(self, line: NoticeLine) -> None:
        super().__init__()
        self.line = line
        self.setFixedHeight(ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        state = "" if line.seen else say(", not read")
        self.setAccessibleName(f"{line.text}, {words.ago(line.at)}{state}")
        self.setToolTip(line.text)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH // 2, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(where, 6, 6)
        seen = self.line.seen
        icons.draw(painter, ICONS[self.line.kind], "text3" if seen else "accent", 12, 18)
        painter.setFont(fonts.font(weight=450 if seen else fonts.STRONG))
        room = self.width() - 40 - 28
        draw_text(painter, self.line.text, QRectF(40, 7, room, 20), "text2" if seen else "text")
        painter.setFont(fonts.font(fonts.NOTE, tabular=True))
        draw_text(painter, words.ago(self.line.at), QRectF(40, 27, room, 18), "text3")
        if not seen:
            centre = QPointF(self.width() - 16, self.height() / 2)
            draw_marker(painter, "circle", theme.color("accent"), centre, 4)
        if self.hasFocus():
            draw_focus(painter, where, 6)


class NoticeList(QDialog):
    """Lists the newest notices; Enter opens the claim of one, Escape goes back."""

    opened = Signal(int)

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Notifications"))
        self.setAccessibleName(say("Notifications"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT)
        self._notices = notices
        self.rows: list[NoticeRow] = []
        self.nothing = Label(NOTHING, fonts.BODY, ink="text3", wrap=True)
        self.read = ActionButton(say("Mark all as read"), icon="check", look=Look.GHOST, height=28)
        self.read.clicked.connect(notices.see_all)
        self._lay_out()
        self.show_lines(notices.lines)
        notices.changed.connect(self.show_lines)

    def show_lines(self, lines: tuple[NoticeLine, ...]) -> None:
        """List these, the newest first."""
        here = next((n for n, row in enumerate(self.rows) if row.hasFocus()), 0)
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [NoticeRow(line) for line in lines]
        for place, row in enumerate(self.rows):
            row.clicked.connect(lambda _on=False, line=row.line: self._open(line))
            self._column.insertWidget(place, row)
        self.nothing.setVisible(not lines)
        self.read.setEnabled(any(not line.seen for line in lines))
        if self.rows:
            self.rows[min(here, len(self.rows) - 1)].setFocus()

    def _open(self, line: NoticeLine) -> None:
        self._notices.see(line)
        self.accept()
        self.opened.emit(line.claim)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(say("Notifications"), fonts.TITLE, fonts.BOLD))
        head.addStretch()
        head.addWidget(self.read)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(2)
        self._column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self.nothing)
        column.addWidget(scrolling(inside), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the list with the arrows or J and K."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        here = next((n for n, row in enumerate(self.rows) if row.hasFocus()), 0)
        if step and self.rows:
            self.rows[min(max(here + step, 0), len(self.rows) - 1)].setFocus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.rows:
            self.rows[here].click()
        else:
            super().keyPressEvent(event)


def open_beside(notices: Notices, bell: QWidget) -> NoticeList:
    """Open the list beside the bell."""
    found = NoticeList(notices, bell.window())
    corner = bell.mapToGlobal(QPoint(bell.width() + 8, bell.height()))
    found.move(corner - QPoint(0, found.height()))
    found.open()
    return found
