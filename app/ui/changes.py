"""What the screens tell each other, and what the server tells them all."""

from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from app.errors import AppError
from app.services.changes import Change


class Source(Protocol):
    """A wakeable source of changes, from a database that may be read-only."""

    read_only: bool

    def fileno(self) -> int:
        """Return the descriptor to watch; -1 while there is no connection."""

    def poll(self) -> Change:
        """Return what changed since the last call, without waiting."""

    def doubt(self) -> None:
        """Connect anew at the next poll."""

    def close(self) -> None:
        """Stop listening."""


class Changes(QObject):
    """The few signals through which screens hear of one another.

    `claims` carries the ids that changed, or None when anything may have; `presence` those at
    which somebody came, left or began to work, or None likewise; `online` whether
    the database answers; `read_only` whether it takes no changes; `counts` the figures for the
    navigation; `model` the name of the active model; `submitted` the row of a claim that was
    just handed in; `opened` the id of a claim another screen wants to be shown; `continued` the
    id of a draft to go on with; `wanted` the place to go to; `sought` the query that the queue
    is to show; `batch` what a batch does, how far
    it is and of how much (0 of 0 when it has ended).
    """

    claims = Signal(object)
    presence = Signal(object)
    online = Signal(bool)
    read_only = Signal(bool)
    counts = Signal(object)
    model = Signal(str)
    submitted = Signal(object)
    opened = Signal(int)
    continued = Signal(int)
    wanted = Signal(str)
    sought = Signal(object)
    batch = Signal(str, int, int)
    batch_cancelled = Signal()

    POLL_MS = 3000
    RETRY_MS = 250
    PATIENCE = 8

    def __init__(self) -> None:
        super().__init__()
        self._source: Source | None = None
        self._notifier: QSocketNotifier | None = None
        self._watched = -1
        self._missed = 0
        self._told, self._told_read_only = True, False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.poll)

    def watch(self, source: Source) -> None:
        """Listen to *source* until `stop`."""
        self.stop()
        self._source = source
        self._missed, self._told, self._told_read_only = 0, True, False
        self.poll()

    def stop(self) -> None:
        """Stop listening and close the source."""
        self._timer.stop()
        self._unwatch()
        if self._source:
            self._source.close()
            self._source = None

    def doubt(self) -> None:
        """Look again what the database is, because a step met it read-only."""
        if self._source:
            self._source.doubt()
            self.poll()

    def poll(self) -> None:
        """Pass on what has changed; the timer calls this too, to find a lost connection."""
        if not self._source:
            return
        try:
            change = self._source.poll()
        except AppError:
            change = Change()
            self._unwatch()
        else:
            self._rewatch()
        self._tell_state()
        if change.everything:
            self.claims.emit(None)
        elif change.ids:
            self.claims.emit(change.ids)
        if change.presence or change.everything:
            self.presence.emit(None if change.everything else change.presence)

    def _tell_state(self) -> None:
        connected = self._watched >= 0
        self._timer.start(self.POLL_MS if connected else self.RETRY_MS)
        self._missed = 0 if connected else self._missed + 1
        online = self._missed < self.PATIENCE
        if online is not self._told:
            self._told = online
            self.online.emit(online)
        read_only = bool(self._source and self._source.read_only)
        if connected and read_only is not self._told_read_only:
            self._told_read_only = read_only
            self.read_only.emit(read_only)

    def _rewatch(self) -> None:
        descriptor = self._source.fileno() if self._source else -1
        if descriptor == self._watched:
            return
        self._unwatch()
        if descriptor >= 0:
            self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self.poll)
            self._watched = descriptor

    def _unwatch(self) -> None:
        if self._notifier:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
        self._notifier, self._watched = None, -1
