"""The bell of a window: how much was not read yet, and the list when it is pressed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.access import Identity
from app.ui.commands import bind
from app.ui.notices.desk import Notices, Tray
from app.ui.notices.list import NoticeList, open_beside
from app.ui.window import MainWindow
from app.words import say


class Bell(QObject):
    """`opened` carries the claim of the notice that was chosen."""

    opened = Signal(int)

    def __init__(self, window: MainWindow, notices: Notices, identity: Identity) -> None:
        super().__init__(window)
        self._button, self._notices = window.navigation.bell, notices
        self.tray = Tray(notices, window)
        self.list: NoticeList | None = None
        self._button.clicked.connect(self.open)
        bind("app.notices", window, self.open, identity)
        notices.changed.connect(self._count)

    def open(self) -> None:
        """List the notices beside the bell."""
        self.list = open_beside(self._notices, self._button)
        self.list.opened.connect(self.opened)

    def _count(self) -> None:
        more = self._notices.unread > self._button.waiting
        self._button.show_count(self._notices.unread)
        if more:
            told = say("{unread} notifications not read", unread=self._notices.unread)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._button, told))
