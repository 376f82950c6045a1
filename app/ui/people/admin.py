"""People: who may sign in and what they may decide, for administrators."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.access import Identity
from app.errors import AppError, CodeNeeded, Invalid, Offline
from app.services.account import Access, Account, AccountService
from app.services.people import changes, read_person
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, EmptyState, Skeleton
from app.ui.commands import bind
from app.ui.confirming import confirm
from app.ui.fresh_code import FreshCode
from app.ui.labels import Label
from app.ui.new_password import show_password
from app.ui.people.person_pane import NARROW, WIDTH, PersonPane
from app.ui.people.table import (
    AUTHORITY,
    CELLS,
    LINES,
    REGION,
    ROW_HEIGHT,
    SIGN_IN,
    WIDTHS,
    PeopleTable,
)
from app.ui.sheet import SheetView
from app.ui.tasks import Tasks
from app.ui.toast import Toast
from app.words import fill, say

SPARED = ((1480, SIGN_IN), (1330, REGION), (1250, LINES), (1250, AUTHORITY))
FIRST_SAVE = say("Save or discard the changes to {name} first.")
DISABLE = say(
    "{name} is signed out everywhere at once and cannot sign in until the account is enabled "
    "again. Claims and history stay as they are."
)
RESET = say(
    "{name} is signed out everywhere, the password and the one-time codes stop working, and a "
    "one-time password is made for you to pass on."
)


class PeopleScreen(QWidget):
    """A table of people and beside it the one that is chosen, or a new one."""

    def __init__(self, account: AccountService, tasks: Tasks, identity: Identity) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._account, self._tasks = account, tasks
        self._fresh = FreshCode(self, tasks, account)
        self._again: Callable[[], object] = self._save
        self._before: Account | None = None
        self.table = PeopleTable(self)
        self.view = SheetView(self.table, CELLS, WIDTHS, say("People"))
        self.view.set_row_height(ROW_HEIGHT)
        self.view.stretch(LINES)
        self.pane = PersonPane(account, tasks, identity)
        self.notice = Banner("med")
        self.outline = Skeleton(ROW_HEIGHT)
        self.empty = EmptyState("users", say("Nobody has that name"), say("Look for another name."))
        self.search = QLineEdit()
        self.add = ActionButton(say("Add person"), icon="user-plus", look=Look.PRIMARY, height=34)
        self._count = Label("", fonts.SMALL, ink="text3", tabular=True)
        self._places = QStackedWidget()
        self._lay_out()
        self.toast = Toast(self)
        self._connect()
        bind("queue.refresh", self, self.refresh, identity)
        self.refresh()

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [self.view, self.search, self.pane.form.editors["full_name"]]

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys the status line shows."""
        return (("↑ ↓", say("choose")), ("↵", say("edit")), ("F5", say("refresh")))

    def person(self) -> Account | None:
        """Return the person the table is at."""
        row = self.view.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def refresh(self, choose: int | None = None) -> None:
        """Ask for everybody again and go to *choose*, or stay where the table is."""
        shown = partial(self._show, choose=choose)
        self._tasks.run(self, lambda _told: self._account.people(), shown, failed=self._lose)

    def _show(self, people: tuple[Account, ...], *, choose: int | None) -> None:
        here = self.person()
        self.notice.hide()
        self._fill(people, choose or (here.id if here else None))
        active = sum(one.is_active for one in people)
        disabled = (
            say(" · {people:,} disabled", people=len(people) - active)
            if active < len(people)
            else ""
        )
        self._count.setText(say("{active:,} active{disabled}", active=active, disabled=disabled))
        self.pane.form.offer_regions(sorted({one.region for one in people if one.region}))

    def _fill(self, people: tuple[Account, ...], person: int | None) -> None:
        with_edits = self.pane.isVisibleTo(self) and self.pane.form.changed
        self.table.show_people(people, self.search.text().strip())
        self._places.setCurrentWidget(self.view if self.table.rows else self.empty)
        row = self.table.row_of(person) if person else None
        if self.table.rows and not with_edits:
            self.view.choose(row or 0)

    def _look(self) -> None:
        here = self.person()
        self._fill(self.table.everybody, here.id if here else None)

    def _lose(self, error: Exception) -> None:
        message = error.message if isinstance(error, AppError) else say("The list was not loaded.")
        self.notice.tell(message, "high", action=say("Try again"))

    def _choose(self) -> None:
        chosen, shown = self.person(), self.pane.person
        if chosen is None:
            return
        if self.pane.form.changed:
            if shown is None or chosen.id != shown.id:
                self._stay(shown)
            return
        self.notice.hide()
        self.pane.show_person(chosen)
        self.pane.show()

    def _stay(self, shown: Account | None) -> None:
        """Keep what was entered, and say why nobody else is shown."""
        name = shown.full_name if shown else say("the new person")
        self.notice.tell(fill(FIRST_SAVE, name=name), "med")
        row = self.table.row_of(shown.id) if shown else None
        if row is not None:
            QTimer.singleShot(0, self, lambda: self.view.choose(row))

    def _start_new(self) -> None:
        if self.pane.form.changed:
            self._stay(self.pane.person)
            return
        self._before = self.pane.person
        self.view.setCurrentIndex(QModelIndex())
        self.pane.show_new()
        self.pane.show()
        self.pane.form.begin()

    def _drop(self) -> None:
        """Show the person as they are stored, or whoever was shown before a new one."""
        self.notice.hide()
        shown = self.pane.person or self._before
        self.pane.form.settle()
        self.pane.setVisible(shown is not None)
        if shown:
            self.pane.show_person(shown)
            self.view.choose(self.table.row_of(shown.id) or 0)
            self.view.setFocus()

    def _save(self) -> None:
        person = self.pane.person
        try:
            told = read_person(self.pane.form.values())
        except Invalid as error:
            self._fail(error)
            return
        if person is None:
            self._send(partial(self._account.add_person, told), partial(self._made, told))
            return
        wanted = changes(person, told)
        work = partial(self._account.change_person, person.id, wanted)
        self._send(work, lambda _none: self._changed(person, "saved"))

    def _reset(self) -> None:
        person = self.pane.person
        if person is None:
            return
        name = person.full_name
        work = partial(self._account.reset_person, person.id)
        send = partial(self._send, work, partial(self._made, {"full_name": name}))
        title = say("Reset the password of {name}?", name=name)
        confirm(
            self.window(), title, fill(RESET, name=name), say("Reset password"), send, icon="key"
        )

    def _switch(self) -> None:
        person = self.pane.person
        if person is None:
            return
        name, on = person.full_name, not person.is_active
        work = partial(self._account.change_person, person.id, {"is_active": on})
        done = say("can sign in again") if on else say("is signed out and disabled")
        send = partial(self._send, work, lambda _none: self._changed(person, done))
        if on:
            send()
            return
        title, message = say("Disable {name}?", name=name), fill(DISABLE, name=name)
        confirm(
            self.window(), title, message, say("Disable {name}", name=name), send, icon="user-x"
        )

    def _send(self, work: Any, done: Any) -> None:
        self._again = partial(self._send, work, done)
        self.pane.wait()
        self._fresh.run(work, done, failed=self._fail)

    def _made(self, told: dict[str, Any], access: Access) -> None:
        self._reload(access.id)
        show_password(access, told["full_name"], self.window())

    def _changed(self, person: Account, what: str) -> None:
        self._reload(person.id)
        self.toast.tell(f"{person.full_name} {what}")

    def _reload(self, person: int) -> None:
        """Forget what was entered, which the service has, and show the person as stored."""
        self.pane.ready()
        self.pane.form.settle()
        self.search.clear()
        self.refresh(person)

    def _fail(self, error: Exception) -> None:
        message = error.message if isinstance(error, AppError) else say("The change was not made.")
        problems = error.problems if isinstance(error, Invalid) else {}
        again = say("Try again") if isinstance(error, Offline | CodeNeeded) else ""
        self.pane.fail(message, problems, action=again)

    def _connect(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._choose())
        self.view.opened.connect(self.pane.form.begin)
        self.search.textChanged.connect(lambda _text: self._look())
        self.notice.action.clicked.connect(lambda _checked=False: self.refresh())
        self.add.clicked.connect(self._start_new)
        self.pane.banner.action.clicked.connect(lambda _checked=False: self._again())
        self.pane.saved.connect(self._save)
        self.pane.dropped.connect(self._drop)
        self.pane.reset.connect(self._reset)
        self.pane.switched.connect(self._switch)

    def _lay_out(self) -> None:
        for place in (self.outline, self.view, self.empty):
            self._places.addWidget(place)
        news = QHBoxLayout()
        news.setContentsMargins(20, 0, 20, 8)
        news.addWidget(self.notice)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(self._head())
        left.addLayout(news)
        left.addWidget(self._places, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.pane)
        self.pane.hide()

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(say("People"), fonts.TITLE, fonts.BOLD))
        words.addWidget(self._count)
        self.search.setPlaceholderText(say("Find a person or a region"))
        self.search.setAccessibleName(say("Find a person or a region"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedSize(260, 34)
        line = QHBoxLayout()
        line.setContentsMargins(20, 14, 20, 12)
        line.setSpacing(8)
        line.addLayout(words)
        line.addStretch()
        line.addWidget(self.search)
        line.addWidget(self.add)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the columns that the pane tells as well, where there is no room."""
        super().resizeEvent(event)
        for least, column in SPARED:
            self.view.setColumnHidden(column, self.width() < least)
        spare = self.view.isColumnHidden(LINES)
        self.view.horizontalHeader().setStretchLastSection(spare)
        self.pane.setFixedWidth(NARROW if self.width() < SPARED[-1][0] else WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the form of the chosen person on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.view.hasFocus():
            self.pane.form.begin()
        else:
            super().keyPressEvent(event)
