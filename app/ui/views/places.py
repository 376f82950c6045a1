"""The saved views in the window: in the navigation, behind keys and in the palette."""

from functools import partial

from app.access import Identity
from app.services.saved_views import ViewOf
from app.ui.commands import MOST_KEYED, bind
from app.ui.queue.page import QueuePage
from app.ui.queue.views import NONE_YET
from app.ui.views.desk import Views
from app.ui.views.list import ViewList
from app.ui.window import MainWindow
from app.words import say

PLACE, GROUP = "go.views", say("Work")


class ViewPlaces:
    """Shows each view in one queue of its own, which the navigation marks by the view."""

    def __init__(self, window: MainWindow, views: Views, identity: Identity) -> None:
        self._window, self._views = window, views
        views.setParent(window)  # what is still read when the window goes is shown nowhere
        self.list = ViewList(window.navigation)
        window.navigation.add_beneath(GROUP, self.list)
        keyed = range(MOST_KEYED)
        bound = (bind(f"go.view{n + 1}", window, partial(self._open, n), identity) for n in keyed)
        self._actions = [action for action in bound if action]
        bind(PLACE, window, self._open_first, identity)
        self.list.chosen.connect(views.open)
        views.changed.connect(self._show)
        views.opened.connect(self._go)
        self._show(())

    def _open(self, place: int) -> None:
        self._views.open(self._views.all[place].id)

    def _open_first(self) -> None:
        page = self._window.go(PLACE)
        if isinstance(page, QueuePage) and page.views:
            shown = page.views.shown
            if self._views.open(shown.id if shown else None) is None:
                page.head.tell(NONE_YET)

    def _go(self, view: ViewOf) -> None:
        page = self._window.go(PLACE)
        if isinstance(page, QueuePage) and page.views:
            page.views.show_view(view)
            self.list.mark(view.id)

    def _show(self, views: tuple[ViewOf, ...]) -> None:
        self.list.show_views(views)
        for place, action in enumerate(self._actions):
            there = place < len(views)
            action.setVisible(there)
            action.setEnabled(there)
            if there:
                action.setText(say("View: {name}", name=views[place].name))
