"""Ask where a file goes, write it, and tell what became of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AppError
from app.words import say

FILTERS = {
    "csv": say("CSV (*.csv)"),
    "xlsx": say("Workbook (*.xlsx)"),
    "pdf": say("PDF (*.pdf)"),
    "zip": say("Archive (*.zip)"),
}


def ask_where(
    parent: QWidget, title: str, name: str, endings: tuple[str, ...], save: Callable[[Path], object]
) -> QFileDialog:
    """Open the dialog; *save* is called with the place that was chosen."""
    dialog = QFileDialog(parent, title, "", ";;".join(FILTERS[ending] for ending in endings))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(endings[0])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_ending(chosen)))
    dialog.selectFile(f"{name}.{endings[0]}")
    dialog.fileSelected.connect(lambda chosen: save(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file in one go; AppError when the place does not take it."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise AppError(
            say("{path} cannot be written: {strerror}.", path=path, strerror=error.strerror)
        ) from error


def _ending(chosen: str) -> str:
    return next(ending for ending, words in FILTERS.items() if words == chosen)
