"""The keys of every command, each to be chosen anew."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QScrollArea, QVBoxLayout, QWidget

from app.access import Identity
from app.ui import fonts
from app.ui.buttons import ActionButton, IconButton
from app.ui.cards import Banner
from app.ui.commands import Command, command
from app.ui.keymap import FIXED, Keymap
from app.ui.labels import Label, section
from app.ui.shortcut_sheet import grouped
from app.words import say

HOW = say("Choose a line and press the new key, or two one after the other. Delete leaves none.")


class KeyRow(QWidget):
    """One command, the keys it has, and the way back to those it was made with."""

    def __init__(self, known: Command) -> None:
        super().__init__()
        self.identifier = known.id
        self.editor = QKeySequenceEdit()
        self.editor.setMaximumSequenceLength(2)
        self.editor.setAccessibleName(say("Keys of {title}", title=known.title))
        self.editor.setFixedWidth(180)
        self.editor.setEnabled(known.id not in FIXED)
        self.back = IconButton(say("Restore the keys of {title}", title=known.title), "undo-2")
        self.back.setEnabled(known.id not in FIXED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(known.title, fonts.BODY), 1)
        row.addWidget(self.editor)
        row.addWidget(self.back)
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that the command has now."""
        keys = command(self.identifier).keys
        self.editor.setKeySequence(QKeySequence(keys[0] if keys else ""))

    def chosen(self) -> str:
        """Return the keys as they are written in the settings."""
        return self.editor.keySequence().toString(QKeySequence.SequenceFormat.PortableText)


class KeyRows(QWidget):
    """All commands of the person under their groups; a clash is refused with words."""

    def __init__(self, keymap: Keymap, identity: Identity) -> None:
        super().__init__()
        self._keymap = keymap
        self.banner = Banner("high")
        self.banner.dismiss.setAccessibleName(say("Dismiss the remark about keys"))
        self.restore = ActionButton(say("Restore all keys"), icon="undo-2")
        self.restore.clicked.connect(self._restore_all)
        self.rows: dict[str, KeyRow] = {}
        inside = QWidget()
        inside.setObjectName("scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 10, 0)
        lines.setSpacing(6)
        for name, members in grouped(identity).items():
            lines.addSpacing(6)
            lines.addWidget(section(name))
            for known in members:
                lines.addWidget(self._row(known))
        self._lay_out(inside)

    def _lay_out(self, inside: QWidget) -> None:
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setAccessibleName(say("Keys of all commands"))
        head = QHBoxLayout()
        head.addWidget(Label(HOW, fonts.SMALL, ink="text2", wrap=True), 1)
        head.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(area, 1)

    def _row(self, known: Command) -> KeyRow:
        row = KeyRow(known)
        row.editor.editingFinished.connect(partial(self.choose, known.id))
        row.back.clicked.connect(partial(self._restore, known.id))
        self.rows[known.id] = row
        return row

    def choose(self, identifier: str) -> None:
        """Give a command the keys that stand in its row, or say why not."""
        row = self.rows[identifier]
        if row.chosen() != (command(identifier).keys or ("",))[0]:
            self._tell(row, self._keymap.choose(identifier, row.chosen()))

    def _restore(self, identifier: str) -> None:
        self._tell(self.rows[identifier], self._keymap.restore(identifier))

    def _restore_all(self) -> None:
        self._keymap.restore()
        self.banner.hide()

    def _tell(self, row: KeyRow, refusal: str) -> None:
        # The editor still writes what was pressed when it says that it is finished.
        QTimer.singleShot(0, row, row.show_keys)
        self.banner.setVisible(bool(refusal))
        if refusal:
            self.banner.tell(refusal)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.banner, refusal))
