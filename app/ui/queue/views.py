"""The saved views of one queue: their menu, the one on show, and how the queue was left."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from app.access import Identity
from app.services.queue_filter import QueueFilter
from app.services.saved_views import ViewOf
from app.ui.commands import MOST_KEYED, bind, command
from app.ui.confirming import confirm
from app.ui.views.desk import Views
from app.ui.views.dialog import ViewDialog
from app.words import fill, say

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage

LEFT_MS = 1500
NONE_YET = say("No view is saved yet. Set filters, then press Ctrl Shift S to save them as a view.")


class QueueViews(QObject):
    """Saves what a queue shows as a view and shows views in it.

    The queue of a *place* is found again as its person left it, but for the search.
    """

    def __init__(self, page: "QueuePage", views: Views, identity: Identity, place: str) -> None:
        super().__init__(page)
        self._page, self._views, self._identity, self._place = page, views, identity, place
        self.shown: ViewOf | None = None
        self.dialog: ViewDialog | None = None
        self._leave = QTimer(self, singleShot=True, interval=LEFT_MS)
        self._leave.timeout.connect(self.remember)
        page.head.views.show()
        page.head.views.clicked.connect(self.open_menu)
        page.feed.asked.connect(self._leave.start)
        views.changed.connect(self._renew)
        bind("view.open", page, self.open_menu, identity)
        bind("view.save", page, self.save, identity)
        if place:
            views.tasks.run(
                self, lambda _told: views.service.left(), self._restore, failed=lambda _error: None
            )

    def show_view(self, view: ViewOf) -> None:
        """Ask for what a view asks for, under its name."""
        self.shown = view
        self._page.begin_with(view.query, view.name)

    def save(self) -> ViewDialog:
        """Ask for a name, and keep what the queue shows under it."""
        return self._ask(self._page.feed.query, None)

    def menu(self) -> QMenu:
        """Return the views to choose from, and what can be done with the one on show."""
        menu = QMenu(self._page.head.views)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, view in enumerate(self._views.all):
            key = f"\t{command(f'go.view{place + 1}').keycap}" if place < MOST_KEYED else ""
            action = menu.addAction(
                fill("{name}  ({count:,}){key}", name=view.name, count=view.count, key=key)
            )
            action.triggered.connect(lambda _on=False, to=view.id: self._views.open(to))
        if not self._views.all:
            menu.addAction(NONE_YET).setEnabled(False)
        menu.addSeparator()
        menu.addAction(say("Save as a view…"), self.save)
        if self.shown and not self.shown.by:
            self._offer_changes(menu, self.shown)
        return menu

    def open_menu(self) -> None:
        """Offer the views under their button."""
        button = self._page.head.views
        self.menu().popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def remember(self) -> None:
        """Keep how the queue is now, for the next time."""
        query = replace(self._page.feed.query, text="")
        if self._place and self._page.isVisible():
            self._views.tasks.run(
                self,
                lambda _told: self._views.service.leave(self._place, query),
                lambda _none: None,
                failed=lambda _error: None,
            )

    def _offer_changes(self, menu: QMenu, view: ViewOf) -> None:
        if self._page.feed.query != view.query:
            menu.addAction(
                say("Save changes to “{name}”", name=view.name), lambda: self._update(view)
            )
        menu.addAction(say("Rename “{name}”…", name=view.name), lambda: self._ask(view.query, view))
        menu.addAction(say("Delete “{name}”…", name=view.name), lambda: self._delete(view))

    def _ask(self, query: QueueFilter, view: ViewOf | None) -> ViewDialog:
        dialog = self.dialog = ViewDialog(
            self._views,
            query,
            view=view,
            may_share=self._identity.supervisor,
            parent=self._page.window(),
        )
        dialog.open()
        return dialog

    def _update(self, view: ViewOf) -> None:
        self._views.save(
            view.name,
            self._page.feed.query,
            shared=view.shared,
            view=view.id,
            done=self._views.open,
            refused=self._page.head.tell,
        )

    def _delete(self, view: ViewOf) -> None:
        others = say(" Colleagues lose it too.") if view.shared else ""
        confirm(
            self._page.window(),
            say("Delete the view"),
            say(
                "“{name}” is deleted; its claims stay as they are.{others}",
                name=view.name,
                others=others,
            ),
            say("Delete the view"),
            lambda: self._views.drop(view, refused=self._page.head.tell),
            icon="trash-2",
        )

    def _renew(self, views: tuple[ViewOf, ...]) -> None:
        """Know the view on show as it is now; one that is gone is shown no longer."""
        if self.shown:
            known = {view.id: view for view in views}
            self.shown = known.get(self.shown.id)
            self._page.head.title.setText(self.shown.name if self.shown else say("Saved views"))

    def _restore(self, left: dict[str, QueueFilter]) -> None:
        query = left.get(self._place)
        if query and query != self._page.feed.query and self._page.is_untouched():
            self._page.feed.ask(query)
