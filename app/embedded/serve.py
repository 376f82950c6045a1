"""The servers of one machine and the supervisor that holds the owner's secrets."""

import json
import logging
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import ProxyHandler, build_opener

from app.embedded import prepare
from app.embedded.children import Child, Stopped, run
from app.embedded.cluster import SUPERUSER, Cluster, remove_orphans
from app.embedded.home import is_temporary
from app.embedded.workspace import Workspace, read_json, write_secret
from app.errors import AppError

log = logging.getLogger(__name__)

_GLANCE = 0.25
_GRACE = 1.0
# The worker loads the engine; the first desktop signs in before that.
_HEAD_START = 3.0
_PATIENCE = 60.0
_LARGEST_LOG = 5_000_000

Announce = Callable[[dict[str, Any]], None]


def serve(workspace: Path, *, sample: bool, until_idle: bool, announce: Announce) -> None:
    """Run the servers of *workspace* until interrupted, or until the last desktop has left."""
    kept = Workspace(workspace.absolute())
    try:
        kept.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(f"{workspace} cannot be a workspace: {error.strerror}.") from error
    with kept.servers_lock() as lock:
        # A desktop that looks whether we live may hold the lock for a moment.
        if lock.take(patience=1.0):
            _trim(kept.log)
            remove_orphans()
            Servers(kept, sample=sample).run(announce, until_idle=until_idle)
        elif not until_idle:
            raise AppError(f"The workspace {workspace} is being served already.")


class Servers:
    """PostgreSQL, the token service and the worker of one workspace."""

    def __init__(self, workspace: Workspace, *, sample: bool) -> None:
        self._workspace = workspace
        self._sample = sample
        self._cluster = Cluster(workspace.cluster)
        self._clients = workspace.clients_lock()
        self._stopping = threading.Event()
        self._children: dict[str, Child] = {}
        self._passwords: dict[str, str] = {}
        self._owner_password = ""
        self._port = 0
        self._token_port = 0
        self._keep_until = 0.0
        self._worker_from = 0.0

    def run(self, announce: Announce, *, until_idle: bool) -> None:
        """Start everything, announce it, keep it running, and stop everything."""
        _on_signals(self._stopping)
        try:
            self._start_database()
            users = self._load_sample() if self._sample else None
            self._start_tokens()
            self._publish(announce, users)
            self._keep_until = time.monotonic() + _GRACE
            self._worker_from = time.monotonic() + _HEAD_START
            while not self._stopping.wait(_GLANCE) and not (until_idle and self._is_idle()):
                self._look_after()
        except Stopped:
            pass
        finally:
            self._stop()

    def _start_database(self) -> None:
        self._owner_password, port = self._owner()
        if not self._cluster.exists:
            durable = not is_temporary(self._workspace.root)
            self._cluster.init(self._owner_password, durable=durable)
        self._port = self._cluster.start(port)
        self._write_owner()
        prepare.create_database(self._dsn("postgres"))
        dsn = self._dsn()
        if not prepare.is_current(dsn):
            self._run(["db", "upgrade"], {"PRECEDENT_DSN": dsn})
        self._passwords = prepare.set_passwords(dsn)

    def _owner(self) -> tuple[str, int | None]:
        """Return the superuser's password, made and kept before the cluster is, and the port."""
        if self._workspace.owner.exists():
            told = urlsplit(self._workspace.owner.read_text("utf-8").strip())
            return unquote(told.password or ""), told.port or None
        if self._cluster.exists:
            raise AppError(
                f"The file {self._workspace.owner} is missing; "
                "without it the database of this workspace cannot be opened. Restore it."
            )
        password = secrets.token_urlsafe(24)
        write_secret(self._workspace.owner, f"postgresql://{SUPERUSER}:{password}@127.0.0.1/\n")
        return password, None

    def _write_owner(self) -> None:
        write_secret(self._workspace.owner, f"{self._dsn()}\n")

    def _dsn(self, dbname: str = prepare.DATABASE, login: str = SUPERUSER) -> str:
        password = self._passwords.get(login, self._owner_password)
        return f"{self._cluster.dsn(dbname, login, password)}?sslmode=disable"

    def _load_sample(self) -> list[dict[str, Any]]:
        """Return the sample people, loading them once into each cluster."""
        dsn = self._dsn()
        cluster = prepare.identifier(dsn)
        told = read_json(self._workspace.people)
        if told.get("cluster") != cluster:
            password = secrets.token_urlsafe(9)
            loading = {"PRECEDENT_DSN": dsn, "PRECEDENT_SAMPLE_PASSWORD_HASH": _hash(password)}
            loading["PRECEDENT_OBJECTS"] = str(self._workspace.objects)
            self._run(["sample", "load"], loading)
            users = [{**person, "password": password} for person in prepare.people(dsn)]
            told = {"cluster": cluster, "users": users}
        loaded: list[dict[str, Any]] = told["users"]
        if not any("otp_secret" in user for user in loaded):
            for username, secret in prepare.enrol_administrators(dsn).items():
                _named(loaded, username)["otp_secret"] = secret
            write_secret(self._workspace.people, _json(told))
        return loaded

    def _start_tokens(self) -> None:
        before = urlsplit(read_json(self._workspace.published).get("token_url", "")).port
        self._token_port = before if before and _becomes_free(before) else _free_port()
        place = ["--host", "127.0.0.1", "--port", str(self._token_port), *self._objects]
        place += ["--keys", str(self._workspace.token_keys)]
        self._start("claims_tokens", ["tokens", *place])
        self._wait_for_tokens()

    def _start(self, login: str, command: list[str]) -> None:
        dsn = self._dsn(login=login)
        self._children[login] = Child(command, dsn, log=self._workspace.log)

    @property
    def _objects(self) -> list[str]:
        return ["--objects", str(self._workspace.objects)]

    def _wait_for_tokens(self) -> None:
        opener = build_opener(ProxyHandler({}))
        deadline = time.monotonic() + _PATIENCE
        while not self._stopping.wait(0.02):
            try:
                opener.open(f"{self._token_url}/healthz", timeout=5).close()
            except OSError as error:
                self._children["claims_tokens"].tend()
                if time.monotonic() > deadline:
                    sentence = f"The token service did not start; see {self._workspace.log}."
                    raise AppError(sentence) from error
            else:
                return
        raise Stopped

    @property
    def _token_url(self) -> str:
        return f"http://127.0.0.1:{self._token_port}"

    def _publish(self, announce: Announce, users: list[dict[str, Any]] | None) -> None:
        published: dict[str, Any] = {
            "token_url": self._token_url,
            "owner_dsn_file": str(self._workspace.owner),
        }
        if users is not None:
            published["users"] = users
        write_secret(self._workspace.published, _json(published))
        announce(published)

    def _look_after(self) -> None:
        if not self._workspace.root.exists():
            self._stopping.set()
            return
        if self._cluster.alive() is None:
            self._revive()
        if "claims_work" not in self._children and time.monotonic() > self._worker_from:
            seal = str(self._workspace.root / "seal.jsonl")
            self._start("claims_work", ["worker", "--seal", seal, *self._objects])
        for child in self._children.values():
            child.tend()

    def _revive(self) -> None:
        """Start PostgreSQL again, on its old port so that open desktops find it."""
        log.warning("PostgreSQL is gone; starting it again")
        try:
            port = self._cluster.start(self._port)
        except AppError as error:
            log.warning("%s", error.message)
            return
        if port != self._port:
            self._port = port
            self._write_owner()
            for login, child in self._children.items():
                child.move(self._dsn(login=login))

    def _is_idle(self) -> bool:
        """Tell whether no desktop is left; the lock is then kept, so that a newcomer waits."""
        if not self._clients.take():
            self._keep_until = time.monotonic() + _GRACE
            return False
        if time.monotonic() < self._keep_until:
            self._clients.release()
            return False
        return True

    def _run(self, arguments: list[str], environment: dict[str, str]) -> None:
        run(arguments, environment, log=self._workspace.log, stopping=self._stopping)

    def _stop(self) -> None:
        self._workspace.published.unlink(missing_ok=True)
        for child in self._children.values():
            child.end()
        for child in self._children.values():
            child.wait()
        if self._workspace.root.exists():
            self._cluster.stop()
        else:
            self._cluster.remove()
        self._clients.release()


def _on_signals(stopping: threading.Event) -> None:
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: stopping.set())


def _hash(password: str) -> str:
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def _named(users: list[dict[str, Any]], username: str) -> dict[str, Any]:
    return next(user for user in users if user["username"] == username)


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, indent=2) + "\n"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _becomes_free(port: int) -> bool:
    """Tell whether *port* can be had; a service whose supervisor was killed is just leaving it."""
    deadline = time.monotonic() + 3.0
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return True
        time.sleep(0.05)
    return False


def _trim(path: Path) -> None:
    if path.exists() and path.stat().st_size > _LARGEST_LOG:
        path.write_text("")
