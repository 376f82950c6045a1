"""A field of a form: its name, its editor, and what is wrong with it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.cards import Icon
from app.ui.labels import Label
from app.words import say


class Field(QWidget):
    """An editor under its name; an error stands under it and is spoken with it."""

    def __init__(
        self,
        name: str,
        editor: QWidget,
        *,
        note: str = "",
        optional: bool = False,
        required: bool = False,
    ) -> None:
        super().__init__()
        self.name, self.editor, self._note = name, editor, note
        caption = Label(name, fonts.SMALL, 550, "text2")
        caption.setBuddy(editor)
        editor.setAccessibleName(say("{name}, required", name=name) if required else name)
        head = QHBoxLayout()
        head.addWidget(caption)
        head.addStretch()
        if optional or required:
            mark = say("Required") if required else say("Optional")
            head.addWidget(Label(mark, fonts.NOTE, fonts.REGULAR, "text3"))
        self._mark = Icon("circle-alert", "high_fg", 14)
        self._words = Label(note, fonts.NOTE, fonts.REGULAR, "text3", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(5)
        foot.addWidget(self._mark)
        foot.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(editor)
        column.addLayout(foot)
        self.clear()

    @property
    def problem(self) -> str:
        """Return what is wrong, or nothing."""
        return self._words.text() if self._mark.isVisibleTo(self) else ""

    def fail(self, problem: str) -> None:
        """Say what is wrong with the value."""
        self._show(problem, wrong=True)

    def warn(self, remark: str) -> None:
        """Say what is unusual about the value without calling it wrong."""
        self._show(remark, wrong=False)
        self._words.set_ink("med_fg")

    def clear(self) -> None:
        """Take back what was said about the value."""
        self._show(self._note, wrong=False)

    def _show(self, words: str, *, wrong: bool) -> None:
        self._mark.setVisible(wrong)
        self._words.set_ink("high_fg" if wrong else "text3")
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.editor.setAccessibleDescription(
            say("Problem: {words}", words=words) if wrong else words
        )
        if bool(self.editor.property("wrong")) is not wrong:
            self.editor.setProperty("wrong", wrong)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
