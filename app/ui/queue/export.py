"""Writes every claim that a queue's query finds to a file."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.services.exporting import ExportService
from app.services.queue_filter import QueueFilter
from app.ui.saving import ask_where
from app.ui.tasks import Tasks
from app.words import say


class QueueExport:
    """Asks where the claims go; *tell* says how many are there, or why none are."""

    def __init__(
        self,
        exports: ExportService,
        tasks: Tasks,
        owner: QWidget,
        *,
        query: Callable[[], QueueFilter],
        tell: Callable[[str], object],
    ) -> None:
        self._exports, self._tasks, self._owner = exports, tasks, owner
        self._query, self._tell = query, tell

    def ask(self) -> None:
        """Ask for a place, as CSV or as a workbook."""
        name = f"claims-{datetime.now(UTC).astimezone():%Y-%m-%d}"
        ask_where(self._owner, say("Export this view"), name, ("csv", "xlsx"), self.write)

    def write(self, path: Path) -> None:
        """Write the claims to *path*."""
        query = self._query()
        self._tasks.run(
            self._owner,
            lambda progress: self._exports.queue(path, query, progress),
            lambda count: self._tell(
                say("{count:,} claims are in {name}.", count=count, name=path.name)
            ),
            failed=self._lose,
        )

    def _lose(self, error: Exception) -> None:
        self._tell(error.message if isinstance(error, AppError) else say("Nothing was exported."))
