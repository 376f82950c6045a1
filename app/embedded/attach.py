"""A desktop's hold on the servers of its workspace, which start with the first desktop."""

import os
import shutil
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.embedded.locks import FileLock
from app.embedded.workspace import Workspace, read_json
from app.errors import AppError, Offline
from app.settings import ROOT

_PAUSE = 0.05
_PATIENCE = 300.0
_LINGER = 30.0


@dataclass(slots=True)
class Attachment:
    """The servers as this desktop knows them, kept alive until it is closed."""

    workspace: Workspace
    sample: bool
    token_url: str = ""
    users: tuple[dict[str, Any], ...] = ()
    _lock: FileLock | None = field(default=None, repr=False)
    _server: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    def renew(self) -> str:
        """Start the servers again if they are gone, and return the token service's address."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            told = read_json(self.workspace.published)
            if _is_served(self.workspace) and _answers(told.get("token_url")):
                break
            self._start_unless_served()
            if time.monotonic() > deadline:
                raise Offline(f"The servers did not start in time; see {self.workspace.log}.")
            time.sleep(_PAUSE)
        self._server = None
        self.token_url = told["token_url"]
        self.users = tuple(told.get("users", ()))
        return self.token_url

    def close(self) -> None:
        """Let go; the servers end soon when nobody else holds them."""
        if self._lock is not None:
            self._lock.release()

    def discard(self) -> None:
        """Let go, wait for the servers to end, and delete the workspace with its database."""
        self.close()
        deadline = time.monotonic() + _LINGER
        while _is_served(self.workspace) and time.monotonic() < deadline:
            time.sleep(_PAUSE)
        pointer = self.workspace.cluster.with_name("pg.path")
        if pointer.exists():
            shutil.rmtree(pointer.read_text("utf-8").strip(), ignore_errors=True)
        shutil.rmtree(self.workspace.root, ignore_errors=True)

    def _start_unless_served(self) -> None:
        if self._server is not None and self._server.poll() is not None:
            code, self._server = self._server.returncode, None
            if code:
                raise AppError(_last_line(self.workspace.log))
        if self._server is None and not _is_served(self.workspace):
            self._server = _spawn(self.workspace, sample=self.sample)
            threading.Thread(target=self._server.wait, daemon=True).start()


def attach(workspace: Path, *, sample: bool) -> Attachment:
    """Hold the servers of *workspace*, starting them when nobody has."""
    kept = Workspace(workspace.absolute())
    try:
        kept.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = kept.clients_lock()
        # Servers that are ending hold this lock until they have ended.
        taken = lock.take(shared=True, patience=_LINGER)
    except OSError as error:
        raise AppError(f"The workspace {workspace} cannot be used: {error.strerror}.") from error
    if not taken:
        raise Offline(f"The servers of {workspace} are not ending; see {kept.log}.")
    attachment = Attachment(kept, sample, _lock=lock)
    try:
        attachment.renew()
    except BaseException:
        attachment.close()
        raise
    return attachment


def _is_served(workspace: Workspace) -> bool:
    with workspace.servers_lock() as lock:
        return not lock.take(shared=True)


def _answers(token_url: str | None) -> bool:
    if not token_url:
        return False
    # Never through a proxy: the servers are on this machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{token_url}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)  # noqa: PLR2004 - HTTP's word for fine
    except (urllib.error.URLError, OSError):
        return False


def _spawn(workspace: Workspace, *, sample: bool) -> "subprocess.Popen[bytes]":
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    options = ["--workspace", str(workspace.root), "--until-idle"] + ["--sample"] * sample
    with os.fdopen(os.open(workspace.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)) as log:
        return subprocess.Popen(
            [*program, "serve", *options],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _last_line(log: Path) -> str:
    lines = [line for line in log.read_text("utf-8", "replace").splitlines() if line.strip()]
    reason = lines[-1] if lines else "nothing was written"
    return f"The servers could not start ({reason}); see {log}."
