"""A chart on a card: drawn or as a table, and saved as a picture or as figures."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.errors import AppError
from app.services.charts import Chart
from app.ui import fonts
from app.ui.buttons import IconButton
from app.ui.cards import Card
from app.ui.charts.view import ChartView
from app.ui.labels import Label
from app.words import amid, say

PICTURE, FIGURES = say("Picture (*.png)"), say("Figures (*.csv)")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChartCard(Card):
    """Shows one chart; `told` says that a file was written or why not."""

    told = Signal(str)

    def __init__(self, title: str) -> None:
        self.as_table = IconButton(say("{title} as a table", title=title), "table-2", size=26)
        self.as_table.setCheckable(True)
        self.save = IconButton(say("Save {amid}", amid=amid(title)), "download", size=26)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.as_table)
        row.addWidget(self.save)
        super().__init__(title, buttons, gap=4)
        self.about = Label("", fonts.NOTE, fonts.REGULAR, "text3", wrap=True)
        self.view, self.table = ChartView(), _table(title)
        self.view.setAccessibleName(say("{title}, chart", title=title))
        self.pointed = Label(" ", fonts.NOTE, fonts.MEDIUM, "text2", tabular=True)
        self._places = QStackedWidget()
        self._places.addWidget(self.view)
        self._places.addWidget(self.table)
        for part in (self.about, self._places, self.pointed):
            self.column.addWidget(part, 1 if part is self._places else 0)
        self.as_table.toggled.connect(self._turn)
        self.save.clicked.connect(self.ask_where)
        self.view.pointed.connect(self.pointed.setText)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart, in whichever of the two forms the person chose."""
        self.about.setText(chart.about)
        self.pointed.setText(" ")
        self.view.show_chart(chart)
        self._fill(chart)

    def ask_where(self) -> None:
        """Let the person say where the picture or the figures go."""
        if self.view.chart is None:
            return
        dialog = QFileDialog(self, say("Save {amid}", amid=amid(self.view.chart.title)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([PICTURE, FIGURES])
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix("csv" if kind == FIGURES else "png")
        )
        dialog.selectFile(self.view.chart.key)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the picture, or the figures where the name ends so."""
        assert self.view.chart is not None  # noqa: S101 - nothing is saved before it is shown
        try:
            if path.suffix.lower() == ".png":
                _save(self.view.picture(), path)
            else:
                self.view.chart.write(path)
        except AppError as error:
            self.told.emit(error.message)
        else:
            self.told.emit(say("Saved {name}", name=path.name))

    def _turn(self, table: bool) -> None:
        self._places.setCurrentWidget(self.table if table else self.view)
        self.pointed.setVisible(not table)

    def _fill(self, chart: Chart) -> None:
        rows, head = [*chart.rows()], chart.head()
        self.table.setColumnCount(len(head))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(list(head))
        for line, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                if column > 1:
                    item.setTextAlignment(_RIGHT)
                self.table.setItem(line, column, item)


def _table(title: str) -> QTableWidget:
    table = QTableWidget()
    table.setAccessibleName(say("{title}, table", title=title))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(26)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setFont(fonts.font(fonts.SMALL, fonts.MEDIUM))
    table.setFont(fonts.font(fonts.SMALL, tabular=True))
    return table


def _save(picture: QPixmap, path: Path) -> None:
    if not picture.save(str(path)):
        raise AppError(say("{path} cannot be written.", path=path))
