"""Asks for the name under which a view is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.queue_filter import QueueFilter
from app.services.saved_views import ViewOf
from app.ui import fonts
from app.ui.buttons import ActionButton, Look
from app.ui.fields import Field
from app.ui.labels import Label
from app.ui.views.desk import Views
from app.words import say

KEPT = say("The filters, the search and the order are kept. Everybody sees their own claims in it.")
SHARE = say("Share with the staff of my region")
LONGEST = 60


class ViewDialog(QDialog):
    """Saves a query as a new view, or in place of *view*; it stays until that was done."""

    def __init__(
        self,
        views: Views,
        query: QueueFilter,
        *,
        view: ViewOf | None,
        may_share: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Rename the view") if view else say("Save as a view"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._views, self._query, self._view = views, query, view
        self.name = QLineEdit(view.name if view else "")
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText(say("Fire over 10,000"))
        self.field = Field(say("Name"), self.name)
        self.share = QCheckBox(SHARE)
        self.share.setFont(fonts.font())
        self.share.setChecked(bool(view and view.shared))
        self.share.setVisible(may_share)
        self.save = ActionButton(say("Save"), keys="↵", look=Look.PRIMARY)
        self.save.clicked.connect(self._save)
        self._lay_out()

    def _save(self) -> None:
        if not self.name.text().strip():
            self.field.fail(say("Write a name for the view."))
            self.name.setFocus()
            return
        self.field.clear()
        self._views.save(
            self.name.text(),
            self._query,
            shared=self.share.isChecked(),
            view=self._view.id if self._view else None,
            done=self._leave,
            refused=self.field.fail,
        )

    def _leave(self, view_id: int) -> None:
        self.accept()
        self._views.open(view_id)

    def _lay_out(self) -> None:
        cancel = ActionButton(say("Cancel"), keys="Esc", look=Look.GHOST)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), fonts.TITLE, fonts.BOLD))
        column.addWidget(Label(KEPT, fonts.SMALL, ink="text2", wrap=True))
        column.addWidget(self.field)
        column.addWidget(self.share)
        column.addLayout(foot)
        self.name.returnPressed.connect(self._save)
        self.name.setFocus()
