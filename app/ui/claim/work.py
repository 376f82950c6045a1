"""The tab of the work on a claim: diary, tags, tasks and notes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services.desk_work import ClaimWork, NoteView, TaskView
from app.services.figures import day, today
from app.services.work_words import CONTACT
from app.ui import fonts, words
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card
from app.ui.commands import command
from app.ui.labels import Label
from app.words import say


class NoteLine(QWidget):
    """A note with its author and moment."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Label("", fonts.NOTE, fonts.MEDIUM, "text3", tabular=True)
        self._text = Label("", fonts.BODY, wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self._text)

    def show_item(self, note: NoteView) -> None:
        """Show another note."""
        contact = (
            say("  ·  reached {contact}", contact=CONTACT[note.contact])
            if note.contact in CONTACT
            else ""
        )
        self._head.setText(f"{note.author}  ·  {words.clock(note.at)}{contact}")
        self._text.setText(note.text)


class TaskLine(QWidget):
    """A task with its box to tick and its day."""

    ticked = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self._task = 0
        self.box = QCheckBox()
        self.box.setFont(fonts.font())
        self.box.clicked.connect(lambda done: self.ticked.emit(self._task, done))
        self._when = Label("", fonts.NOTE, ink="text3", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self.box, 1)
        row.addWidget(self._when)

    def show_item(self, task: TaskView) -> None:
        """Show another task."""
        self._task = task.id
        self.box.setText(task.title)
        self.box.setChecked(task.done)
        late = bool(task.due and task.due < today() and not task.done)
        done = say("done by {done_by}", done_by=task.done_by) if task.done_by else say("done")
        self._when.setText(
            done if task.done else say("by {due}", due=day(task.due)) if task.due else ""
        )
        self._when.set_ink("high_fg" if late else "text3")


class Lines(QWidget):
    """Lines of one kind, made once and bound again."""

    def __init__(self, make: Callable[[], NoteLine | TaskLine]) -> None:
        super().__init__()
        self._make = make
        self.lines: list[NoteLine | TaskLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_items(self, items: tuple[NoteView, ...] | tuple[TaskView, ...]) -> None:
        """Show these, in this order."""
        while len(self.lines) < len(items):
            self.lines.append(self._make())
            self._column.addWidget(self.lines[-1])
        for item, line in zip(items, self.lines, strict=False):
            line.show_item(item)  # type: ignore[arg-type] # the lines are of the items' kind
            line.show()
        for line in self.lines[len(items) :]:
            line.hide()
        self.setVisible(bool(items))


class WorkPage(QWidget):
    """What there is to know and to do besides the decision."""

    wanted = Signal(str)
    ticked = Signal(int, bool)

    def __init__(self, *, may_work: bool) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._may_work = may_work
        self.diary = Banner("low")
        self.diary.dismiss.hide()
        self.diary.action.clicked.connect(lambda: self.wanted.emit("claim.snooze"))
        self.tags = Label("", fonts.BODY, wrap=True)
        self.tasks, self.notes = Lines(self._task_line), Lines(NoteLine)
        self._no_tasks = Label(say("No task is set."), fonts.SMALL, ink="text3")
        self._no_notes = Label(say("No note was made."), fonts.SMALL, ink="text3")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(12)
        column.addWidget(self.diary)
        column.addWidget(self._card(say("Tags"), "claim.tag", self.tags))
        column.addWidget(self._card(say("Tasks"), "claim.checklist", self.tasks, self._no_tasks))
        column.addWidget(self._card(say("Notes"), "claim.note", self.notes, self._no_notes))
        column.addStretch()

    def show_work(self, work: ClaimWork) -> None:
        """Show another claim's work."""
        if work.diary:
            entry = work.diary
            told = say(
                "Put away until {until} by {by}: {reason}",
                until=day(entry.until),
                by=entry.by,
                reason=entry.reason,
            )
            self.diary.tell(told, action=say("Bring back") if self._may_work else "")
        else:
            self.diary.hide()
        self.tags.setText("   ".join(f"#{tag}" for tag in work.tags) or say("No tag."))
        self.tags.set_ink("text" if work.tags else "text3")
        self.tasks.show_items(work.tasks)
        self.notes.show_items(work.notes)
        self._no_tasks.setVisible(not work.tasks)
        self._no_notes.setVisible(not work.notes)

    def _task_line(self) -> TaskLine:
        line = TaskLine()
        line.box.setEnabled(self._may_work)
        line.ticked.connect(self.ticked)
        return line

    def _card(self, title: str, identifier: str, *contents: QWidget) -> Card:
        known = command(identifier)
        button = ActionButton(
            known.title, icon=known.icon, keys=known.keycap, look=Look.GHOST, height=28
        )
        button.clicked.connect(lambda: self.wanted.emit(identifier))
        card = Card(title, button if self._may_work else None, gap=6)
        for content in contents:
            card.column.addWidget(content)
        return card
