"""The step at which the columns of a file are matched with the facts of a claim."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.import_columns import NEEDED, targets
from app.services.import_desk import FileColumn, FileView
from app.services.import_rows import shown_name
from app.services.sentences import label
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Card, Icon
from app.ui.intake.editors import Choice
from app.ui.labels import Elided, Label
from app.words import fill, say, say_n

IGNORED = say("Leave out")
TITLES = (say("Column of the file"), say("First value"), say("Becomes"))
SHARES = (3, 3, 4)
DOUBLE = say("Two columns hold {name}. Leave one of them out.")


class MappingPane(QWidget):
    """Every column with a value and the fact it becomes; what is needed is counted above."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[str, Choice] = {}
        self._targets = targets()
        self.check = ActionButton(say("Check the rows"), icon="scan-search", look=Look.PRIMARY)
        self.other = ActionButton(say("Choose another file"), icon="folder-open")
        self._name = Elided("", fonts.BODY, fonts.STRONG)
        self._told = Label("", fonts.SMALL, ink="text2", tabular=True)
        self.needed = Label("", fonts.SMALL, fonts.MEDIUM, "text2", wrap=True)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._lay_out()

    def show_file(self, view: FileView) -> None:
        """Show the columns of another file with what they most likely hold."""
        self._name.set_text(shown_name(view.source))
        rows = say_n("1 row", "about {n:,} rows", max(view.rows, 1))
        source = (
            say("as they came in last time")
            if view.remembered
            else say("matched by their headings")
        )
        self._told.setText(
            say(
                "{rows} · {columns} columns, {source}",
                rows=rows,
                columns=len(view.columns),
                source=source,
            )
        )
        self._clear()
        for row, column in enumerate(view.columns, start=1):
            self._add(row, column)
        self._grid.setRowStretch(len(view.columns) + 1, 1)
        self._judge()

    def mapping(self) -> dict[str, str]:
        """Return which column becomes which fact; nothing for one that is left out."""
        return {name: choice.read() for name, choice in self.choices.items()}

    def first(self) -> QWidget:
        """Return where F6 comes in."""
        return self.check if self.check.isEnabled() else next(iter(self.choices.values()))

    def _clear(self) -> None:
        self.choices.clear()
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for place, title in enumerate(TITLES):
            self._grid.addWidget(Label(title, fonts.SMALL, fonts.MEDIUM, "text3"), 0, place)

    def _add(self, row: int, column: FileColumn) -> None:
        choice = Choice(self._targets, unchosen=IGNORED)
        choice.setAccessibleName(say("Column {name} becomes", name=column.name))
        choice.write(column.guess)
        choice.edited.connect(self._judge)
        self.choices[column.name] = choice
        self._grid.addWidget(Elided(column.name, fonts.BODY, fonts.MEDIUM), row, 0)
        self._grid.addWidget(Elided(column.example, fonts.BODY, fonts.REGULAR, "text2"), row, 1)
        self._grid.addWidget(choice, row, 2)

    def _judge(self) -> None:
        """Say what is needed and not matched yet, or matched twice."""
        chosen = [target for target in self.mapping().values() if target]
        lacking = [label(name) for name in NEEDED if name not in chosen]
        double = next((name for name in chosen if chosen.count(name) > 1), "")
        if lacking:
            words = say(
                "Every claim needs {names}. Choose the columns that hold them.",
                names=", ".join(lacking),
            )
        elif double:
            words = fill(DOUBLE, name=self._targets[double])
        else:
            words = ""
        self.needed.setText(words)
        self.needed.setVisible(bool(words))
        self.needed.set_ink("high_fg")
        self.check.explain(words or None)
        self.changed.emit()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._told)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Icon("file-spreadsheet", "text3", 24))
        top.addLayout(words, 1)
        top.addWidget(self.other)
        top.addWidget(self.check)
        self._body.setObjectName("scrolled")
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for place, share in enumerate(SHARES):
            self._grid.setColumnStretch(place, share)
        scroll = QScrollArea()
        scroll.setWidget(self._body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = Card(gap=12)
        card.setAccessibleName(say("Columns of the file"))
        card.column.setContentsMargins(16, 14, 4, 8)
        card.column.addLayout(top)
        card.column.addWidget(self.needed)
        card.column.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
