"""The desktop put together: who signs in, and what they are shown."""

import logging
import os
import sys
import threading
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.faults import watching
from app.language import dress, stored_settings
from app.opening import Opening, Place, opening
from app.ui import errors
from app.ui.crashes import catch_crashes
from app.ui.display import scale_from
from app.ui.sign_in import SignInWindow
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_log = logging.getLogger(__name__)
_NAME, _MINUTES = "sign-in/name", "lock/minutes"
_USUAL = 15


def run_desktop(workspace: Path | None, profile: Path | None) -> int:
    """Open the desktop on a workspace or a profile and return the exit code of the process."""
    from platformdirs import user_log_path

    timings = Timings.from_environment()
    settings = stored_settings()
    scale_from(settings)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - the desktop makes the first one
    app.setApplicationName("Precedent")
    dress(app)
    errors.log_to(user_log_path("Precedent", appauthor=False))
    catch_crashes()
    watching("desktop")
    desktop = Desktop(app, opening(workspace, profile), settings=settings, timings=timings)
    desktop.open()
    try:
        return app.exec()
    finally:
        desktop.close()


@dataclass
class Timings:
    """Prints how long a start and a sign-in took, for the benchmark; silent by default."""

    wanted: bool = False
    _since: float = 0.0

    @classmethod
    def from_environment(cls) -> "Timings":
        """Print when PRECEDENT_TIMINGS is set, counting from the start of the process."""
        if not os.environ.get("PRECEDENT_TIMINGS"):
            return cls()
        import psutil

        return cls(wanted=True, _since=psutil.Process().create_time())

    def restart(self) -> None:
        """Count from now on."""
        self._since = time.time()

    def tell(self, what: str) -> None:
        """Print the seconds since the count began."""
        if self.wanted:
            sys.stdout.write(f"{what} {time.time() - self._since:.3f}\n")
            sys.stdout.flush()


class Desktop(QObject):
    """One desktop: signs people in at one place and shows them their window, one at a time."""

    def __init__(
        self,
        app: QApplication,
        find: Opening,
        *,
        settings: QSettings | None = None,
        timings: Timings | None = None,
    ) -> None:
        super().__init__()
        self._find = find
        self._settings = settings
        self._timings = timings or Timings()
        self.theme = Theme(app, settings)
        self.tasks = Tasks()
        self.place: Place | None = None
        self.work: Any = None
        self.lock: Any = None
        self._proof: Any = None
        self._holder: Any = None
        self.sign_in = SignInWindow(self.tasks)
        self.sign_in.signed_in.connect(self._welcome)
        self.sign_in.retried.connect(self._start)
        self.sign_in.entering.connect(self._timings.restart)

    def open(self) -> None:
        """Show the sign-in window, and start the servers behind it."""
        self.sign_in.installEventFilter(self)
        self.sign_in.show()

    def close(self) -> None:
        """Let go of the person, the work under way and the servers."""
        self._unwatch()
        work, self.work = self.work, None
        if work:
            work.leave()
        holder, self._holder = self._holder, None
        if holder:
            holder.close()
        self.sign_in.close()
        self.sign_in.deleteLater()
        self.tasks.close()
        place, self.place = self.place, None
        if place:
            place.leave()

    def _start(self) -> None:
        self.sign_in.start()
        self.tasks.run(
            self, lambda _progress: _found(self._find), self._ready, failed=self._give_up
        )

    def _ready(self, found: Place) -> None:
        self.place = found
        found.keeps = found.keeps and self._hold_keyring(found.token_url)
        shown = f"{found.name} · {found.where}"
        self.sign_in.ready(shown, self._enter, found.users, keeps=found.keeps)
        self._timings.tell("sign-in-ready")
        name = self._settings.value(_NAME) if self._settings and found.keeps else None
        if name:
            self._continue(found.token_url, str(name))

    def _hold_keyring(self, token_url: str) -> bool:
        """Be the one window whose session the keyring keeps: two would spend each other's."""
        from hashlib import sha256

        from app.services.holding import hold

        if self._settings and self._holder is None:
            name = f"{sha256(token_url.encode()).hexdigest()[:20]}.lock"
            self._holder = hold(Path(self._settings.fileName()).parent / name)
        return self._holder is not None

    def _continue(self, token_url: str, name: str) -> None:
        """Go on with the session that was kept, or leave it at the sign-in."""
        self.sign_in.continue_as(name)
        self.tasks.run(
            self,
            lambda _progress: _resumed(token_url, name),
            self._take_up,
            failed=lambda _error: self.sign_in.welcome_back(),
        )

    def _take_up(self, session: Any) -> None:
        self._proof = None
        if session is None:
            self.sign_in.welcome_back()
        else:
            self._welcome(session)

    def _enter(self, username: str, password: str, **given: Any) -> Any:
        """Sign in on a worker, and remember in memory how to know the person again."""
        from app.services.unlocking import Proof

        assert self.place is not None  # noqa: S101 - nobody signs in before the place is found
        session = _enter(self.place.token_url, username, password, **given)
        self._proof = Proof.of(password)
        return session

    def _give_up(self, error: Exception) -> None:
        self.sign_in.fail_to_start(error)

    def _welcome(self, session: Any) -> None:
        from app.signed_in import SignedIn

        assert self.place is not None  # noqa: S101 - nobody signs in before the place is found
        self.sign_in.welcome_back()
        self.work = SignedIn(session, self.place.name, self.tasks, self.theme, self._settings)
        once = Qt.ConnectionType.SingleShotConnection
        self.work.changes.counts.connect(self._tell_ready, once)
        self.work.window.signed_out.connect(self._sign_out)
        self.work.changes.online.connect(self._renew)
        self._remember(session)
        self._watch_over(session)
        self.work.open()
        self.sign_in.hide()

    def _remember(self, session: Any) -> None:
        """Note whose session is kept, for the next start."""
        if self._settings and self.place and self.place.keeps:
            name = session.identity.username if session.source.keeps else ""
            self._settings.setValue(_NAME, name)

    def _watch_over(self, session: Any) -> None:
        """Lock the window when nobody has used it for a while."""
        from app.services.unlocking import Guard
        from app.ui.idle import MINUTES, Lock

        chosen = self._settings.value(_MINUTES, MINUTES) if self._settings else MINUTES
        users = self.place.users if self.place else ()
        name = session.identity.username
        sample = (str(user["password"]) for user in users if user["username"] == name)
        guard = Guard(self.work.account.check_password, self._proof)
        self.work.window.password_changed.connect(guard.forget)
        self.lock = Lock(
            self.work.window,
            self.tasks,
            name=session.identity.full_name,
            guard=guard,
            minutes=_whole(chosen),
            known=next(sample, ""),
        )
        self.lock.left.connect(self._sign_out)
        self.work.window.lock_asked.connect(self.lock.lock)

    def _tell_ready(self) -> None:
        QTimer.singleShot(0, partial(self._timings.tell, "queue-ready"))

    def _renew(self, online: bool) -> None:
        place = self.place
        if place and not online:
            self.tasks.run(self, lambda _progress: place.renew(), _told, failed=_told)

    def _unwatch(self) -> None:
        lock, self.lock = self.lock, None
        if lock:
            lock.stop()

    def _sign_out(self) -> None:
        self._unwatch()
        if self._settings and self.place and self.place.keeps:
            self._settings.remove(_NAME)
        work, self.work = self.work, None
        self.sign_in.show()
        work.close()
        self.tasks.run(self, lambda _progress: work.end(), _told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Start the servers as soon as the first window has been painted."""
        if watched is self.sign_in and event.type() == QEvent.Type.Paint:
            self.sign_in.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self._timings.tell("first-paint")
        self._start()


def _told(_outcome: object) -> None:
    """Leave it at what the log and the status line say."""


def _found(find: Opening) -> Place:
    """Find the servers, and meanwhile load what the windows after the sign-in need."""
    threading.Thread(target=_load_the_rest, name="warm", daemon=True).start()
    return find()


def _enter(
    token_url: str,
    username: str,
    password: str,
    *,
    enrolment: Any = None,
    keep: bool = False,
    **codes: Any,
) -> Any:
    """Sign in, and come back when the next window can be made without loading anything."""
    from app.services.one_time import accompanied
    from app.services.session import enrol, sign_in

    if enrolment:
        session = enrol(token_url, username, enrolment, codes["otp"], keep=keep)
    else:
        session = sign_in(token_url, username, password, keep=keep, **accompanied(**codes))
    session.source.data_key()
    _load_the_rest()
    return session


def _resumed(token_url: str, username: str) -> Any:
    """Return the session that the keyring kept, or None."""
    from app.services.session import resume

    session = resume(token_url, username)
    if session:
        session.source.data_key()
        _load_the_rest()
    return session


def _whole(stored: Any) -> int:
    """Read minutes from the settings; what is no number means the usual time."""
    text = str(stored)
    return int(text) if text.isdecimal() else _USUAL


def _load_the_rest() -> None:
    import app.signed_in  # noqa: F401 - loaded ahead of the first sign-in
