"""Says while a claim is entered that it may have been reported already, with a way to see it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.services.figures import day
from app.services.similar import Keys, Similar, SimilarClaims, keys_of
from app.ui import fonts
from app.ui.buttons import ActionButton, IconButton, Look
from app.ui.cards import Icon
from app.ui.intake.check import Values
from app.ui.labels import Label
from app.ui.tasks import Tasks
from app.words import amid, say

PAUSE_MS, SHOWN = 400, 3
HEADING = say("May have been reported already")


class SimilarStrip(QFrame):
    """The claims found, each a way to it; nothing stops because of them."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.links: list[ActionButton] = []
        self._words = Label(HEADING, fonts.SMALL, fonts.STRONG, "med_fg")
        self._more = Label("", fonts.SMALL, fonts.REGULAR, "text3")
        self.dismiss = IconButton(say("Dismiss"), "x", size=24)
        self.dismiss.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(8)
        for part in (Icon("copy", "med_fg"), self._words):
            self._row.addWidget(part)
        self._row.addWidget(self._more)
        self._row.addStretch()
        self._row.addWidget(self.dismiss)
        self.hide()

    def show_claims(self, found: tuple[Similar, ...]) -> None:
        """Show the likeliest of the claims found, or nothing."""
        for link in self.links:
            self._row.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._link(claim) for claim in found[:SHOWN]]
        for place, link in enumerate(self.links, start=2):
            self._row.insertWidget(place, link)
        rest = len(found) - len(self.links)
        self._more.setText(say("and {rest} more", rest=rest) if rest else "")
        told = "; ".join(f"{claim.number}: {claim.words}" for claim in found)
        self.setAccessibleName(f"{HEADING}: {told}" if found else "")
        self.setVisible(bool(found))

    def _link(self, claim: Similar) -> ActionButton:
        words = f"{claim.number}, {amid(claim.words)}"
        link = ActionButton(words, icon="external-link", look=Look.GHOST, height=28)
        link.setToolTip(
            say("Loss of {loss}. Open it; what you entered stays here.", loss=day(claim.loss))
        )
        link.clicked.connect(partial(self.wanted.emit, claim))
        return link


class SimilarWatch(QObject):
    """Looks a moment after the last edit of a form, when what identifies the loss has changed."""

    def __init__(
        self,
        similar: SimilarClaims | None,
        tasks: Tasks,
        entries: Callable[[], tuple[Values, int | None]],
        form: QWidget,
    ) -> None:
        super().__init__(form)
        self._similar, self._tasks, self._entries = similar, tasks, entries
        self.strip = SimilarStrip()
        self._asked: tuple[Keys, int | None] = (Keys(), None)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)

    def note(self) -> None:
        """Take note of an edit."""
        if self._similar:
            self._timer.start()

    def forget(self) -> None:
        """Begin with another claim."""
        self._timer.stop()
        self._asked = (Keys(), None)
        self.strip.show_claims(())

    def look(self) -> None:
        """Look now, unless nothing that identifies the loss has changed."""
        values, beside = self._entries()
        asked = (keys_of(values), beside)
        if asked == self._asked or self._similar is None:
            return
        self._asked = asked
        find = partial(self._similar.find, asked[0], beside=beside)
        show = partial(self._show, asked)
        self._tasks.run(self, lambda _told: find(), show, failed=self._miss)

    def _show(self, asked: tuple[Keys, int | None], found: tuple[Similar, ...]) -> None:
        if asked == self._asked:
            self.strip.show_claims(found)

    def _miss(self, _error: Exception) -> None:
        """Look again at the next edit; a server that is away is told elsewhere."""
        self._asked = (Keys(), None)
