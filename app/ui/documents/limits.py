"""The rules for documents of the whole installation, which administrators set."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget

from app.errors import AppError
from app.services.document_views import DocumentLimits
from app.services.documents import DocumentService
from app.ui import fonts
from app.ui.cards import Banner
from app.ui.documents.rows import binary_words
from app.ui.labels import Label
from app.ui.tasks import Tasks
from app.words import say

MIB = 2**20
SIZES = tuple(size * MIB for size in (5, 10, 25, 50, 100, 250, 500, 1024, 2048))
MOST = 100_000
LARGEST = say("Larger files are refused before they are sent.")
PER_CLAIM = say("More are taken, with a word to whoever adds them.")
KEPT = say("Encrypted with the person's own key, at most a day, and gone at sign-out.")


class DocumentRules(QWidget):
    """How large, how many, and whether desks keep some; what is chosen holds at once."""

    def __init__(self, documents: DocumentService, tasks: Tasks) -> None:
        super().__init__()
        self._documents, self._tasks = documents, tasks
        self.limits: DocumentLimits | None = None
        self.largest, self.per_claim = QComboBox(), QSpinBox()
        self.kept = QCheckBox(say("Desks may keep documents for the next look"))
        self.news = Banner("high")
        self._lay_out()
        self.setEnabled(False)
        tasks.run(self, lambda _progress: documents.limits(), self._show, failed=self._tell)

    def _show(self, limits: DocumentLimits) -> None:
        self.limits = limits
        for editor in (self.largest, self.per_claim, self.kept):
            editor.blockSignals(True)  # noqa: FBT003 - Qt takes it by position
        sizes = sorted({*SIZES, limits.largest})
        self.largest.clear()
        for size in sizes:
            self.largest.addItem(binary_words(size), size)
        self.largest.setCurrentIndex(sizes.index(limits.largest))
        self.per_claim.setValue(limits.per_claim)
        self.kept.setChecked(limits.kept_on_desks)
        for editor in (self.largest, self.per_claim, self.kept):
            editor.blockSignals(False)  # noqa: FBT003 - Qt takes it by position
        self.setEnabled(True)

    def _change(self) -> None:
        if self.limits is None:
            return
        wanted = replace(
            self.limits,
            largest=self.largest.currentData(),
            per_claim=self.per_claim.value(),
            kept_on_desks=self.kept.isChecked(),
        )
        self._tasks.run(
            self,
            lambda _progress: self._documents.set_limits(wanted),
            lambda _none: self._keep(wanted),
            failed=self._tell,
        )

    def _keep(self, limits: DocumentLimits) -> None:
        self.limits = limits
        self.news.hide()

    def _tell(self, error: Exception) -> None:
        unknown = say("The rules were not changed. Try again.")
        self.news.tell(error.message if isinstance(error, AppError) else unknown)
        if self.limits:
            self._show(self.limits)

    def _lay_out(self) -> None:
        self.largest.setAccessibleName(say("Largest file"))
        self.largest.setFixedWidth(140)
        self.largest.activated.connect(lambda _place: self._change())
        self.per_claim.setAccessibleName(say("Documents of a claim"))
        self.per_claim.setRange(1, MOST)
        self.per_claim.setFixedWidth(140)
        self.per_claim.setKeyboardTracking(False)
        self.per_claim.valueChanged.connect(lambda _count: self._change())
        self.kept.toggled.connect(lambda _on: self._change())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(20)
        whose = say("These hold for everybody in this installation.")
        column.addWidget(Label(whose, fonts.BODY, ink="text2"))
        for title, editor, note in (
            (say("Largest file"), self.largest, LARGEST),
            (say("Documents of a claim"), self.per_claim, PER_CLAIM),
            (say("Documents on desks"), self.kept, KEPT),
        ):
            lines = QVBoxLayout()
            lines.setSpacing(6)
            lines.addWidget(Label(title, fonts.BODY, fonts.STRONG))
            lines.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeft)
            lines.addWidget(Label(note, fonts.SMALL, ink="text3"))
            column.addLayout(lines)
        column.addWidget(self.news)
        column.addStretch()
