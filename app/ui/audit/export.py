"""The buttons that write the events which match to a file, as CSV or as PDF."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.services.audit import AuditService
from app.services.audit_views import AuditFilter
from app.ui.audit.pdf import write_pdf
from app.ui.buttons import ActionButton
from app.ui.tasks import Tasks
from app.words import say

TITLE = say("Export the audit log")
BUSY = say("The events are being written.")


class AuditExport(QWidget):
    """Asks where the file goes; `done` tells how many events are in it, `failed` why none are."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(
        self, audit: AuditService, tasks: Tasks, asked: Callable[[], tuple[AuditFilter, str]]
    ) -> None:
        super().__init__()
        self._audit, self._tasks, self._asked = audit, tasks, asked
        self.csv = ActionButton(say("Export CSV"), icon="download", height=34)
        self.pdf = ActionButton(say("Export PDF"), icon="file-text", height=34)
        self.csv.clicked.connect(partial(self._ask_where, "csv"))
        self.pdf.clicked.connect(partial(self._ask_where, "pdf"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.csv)
        row.addWidget(self.pdf)

    def export(self, path: Path) -> None:
        """Write the events that match to *path*, on pages where it ends in .pdf."""
        query, about = self._asked()
        self._explain(BUSY)

        def work() -> int:
            if path.suffix.lower() == ".pdf":
                return write_pdf(path, self._audit.each(query), about=about)
            return self._audit.export(path, query)

        tell = partial(self._tell, path)
        self._tasks.run(self, lambda _told: work(), tell, failed=self._lose)

    def _ask_where(self, ending: str) -> None:
        dialog = QFileDialog(self, TITLE, "", f"{ending.upper()} (*.{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"audit-{datetime.now(UTC).astimezone():%Y-%m-%d}.{ending}")
        dialog.fileSelected.connect(lambda chosen: self.export(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, path: Path, written: int) -> None:
        self._explain(None)
        self.done.emit(say("{written:,} events written to {name}", written=written, name=path.name))

    def _lose(self, error: Exception) -> None:
        self._explain(None)
        self.failed.emit(error)

    def _explain(self, reason: str | None) -> None:
        for button in (self.csv, self.pdf):
            button.explain(reason)
