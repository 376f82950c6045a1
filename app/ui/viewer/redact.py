"""The line over the pages while places are chosen that nobody else may see."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.labels import Label
from app.words import say, say_n

HOW = say("Draw boxes with the mouse, or find text with Ctrl+F and hide it.")
KEYS = say("Ins begins a box by key · arrows move it, with Shift size it · Del takes the last away")


class RedactBar(QFrame):
    """Tells how many places are hidden, and makes the copy."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAccessibleName(say("Redacted copy"))
        self.told = Label("", fonts.SMALL, fonts.STRONG)
        self.found = ActionButton(say("Hide what was found"), keys="Ins", height=28)
        self.undo = ActionButton(say("Take last away"), keys="Del", look=Look.GHOST, height=28)
        self.make = ActionButton(say("Make the copy"), keys="Ctrl ↵", look=Look.PRIMARY, height=28)
        self.drop = ActionButton(say("Cancel"), keys="Esc", look=Look.GHOST, height=28)
        for name, button in self._buttons().items():
            button.clicked.connect(lambda _on=False, act=name: self.asked.emit(act))
        self._lay_out()
        self.hide()

    def show_areas(self, places: int, pages: int, *, found: int) -> None:
        """Say how many places on how many pages are hidden."""
        if places:
            on = say_n("one page", "{n:,} pages", pages)
            what = say_n("One place", "{n:,} places", places)
            self.told.setText(say("{what} on {on} will be black", what=what, on=on))
        else:
            self.told.setText(say("Choose what nobody else may see"))
        self.found.set_label(
            say("Hide {found:,} found", found=found) if found else say("Hide what was found")
        )
        self.found.setVisible(bool(found))
        self.undo.explain(None if places else say("Nothing is hidden yet."))
        self.make.explain(None if places else say("Choose what is to be hidden first."))

    def show_making(self, done: int, total: int) -> None:
        """Tell how far the copy is."""
        for button in (self.make, self.undo, self.found):
            button.explain(say("The copy is being made."))
        self.told.setText(
            say("Making page {done:,} of {total:,}", done=done + 1, total=total)
            if total
            else say("Storing the copy")
        )

    def _buttons(self) -> dict[str, ActionButton]:
        return {"found": self.found, "undo": self.undo, "make": self.make, "drop": self.drop}

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.told, 1)
        for button in self._buttons().values():
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(2)
        column.addLayout(line)
        for text in (HOW, KEYS):
            column.addWidget(Label(text, fonts.NOTE, ink="text3", wrap=True))
