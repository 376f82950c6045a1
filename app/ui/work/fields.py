"""The fields of the work on claims: one line, a choice, a day."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QCompleter, QDateEdit, QLineEdit, QWidget

from app.ui.decision.fields import Entry
from app.ui.fields import Field


def line(label: str, *, hint: str = "", needed: str = "", known: tuple[str, ...] = ()) -> Entry:
    """Return a field for one line; *known* ones are offered below it."""
    editor = QLineEdit()
    editor.setPlaceholderText(hint)
    if known:
        editor.setCompleter(QCompleter(list(known), editor))
    field = Field(label, editor, optional=not needed)
    return Entry(field, lambda: editor.text().strip(), needed)


def choice(label: str, values: Mapping[Any, str]) -> Entry:
    """Return a field for one of several values, the first one at first."""
    editor = QComboBox()
    for value, words in values.items():
        editor.addItem(words, value)
    return Entry(Field(label, editor), editor.currentData)


def on_change(editor: QWidget, run: Callable[[], object]) -> None:
    """Call *run* whenever what the editor holds changes."""
    if isinstance(editor, QLineEdit):
        editor.textChanged.connect(lambda _text: run())
    elif isinstance(editor, QComboBox):
        editor.currentIndexChanged.connect(lambda _index: run())
    elif isinstance(editor, QDateEdit):
        editor.dateChanged.connect(lambda _date: run())
