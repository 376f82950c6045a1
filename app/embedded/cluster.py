"""One PostgreSQL of our own on the loopback: made, started, found again, stopped."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil

from app.embedded import binaries, home
from app.errors import AppError

SUPERUSER = "owner"
PATIENCE = 20.0
LETTING_GO = 5.0
_PID_FILE_LINES = 8

_CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = 100
shared_buffers = '256MB'
wal_level = replica
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = off
"""
_FORGETFUL = """
fsync = off
full_page_writes = off
"""


class Cluster:
    """The PostgreSQL kept at a place of a workspace, run without privileges."""

    def __init__(self, data: Path) -> None:
        self.place = data.absolute()
        self._known: Path | None = None

    @property
    def exists(self) -> bool:
        """Tell whether `init` has succeeded once."""
        where = self._locate()
        return where is not None and (where / "data" / "PG_VERSION").exists()

    @property
    def log(self) -> Path:
        """Return the file that PostgreSQL writes its log to."""
        return self._home() / "postgres.log"

    def init(self, password: str, *, durable: bool = True) -> None:
        """Make the cluster with its one superuser; without *durable* it forgets on power loss."""
        where = home.locate(self.place, create=True)
        if where is None or (where / "data").exists():
            raise AppError(f"There is a database at {self.place} already.")
        fresh, secret = where / "data.new", where / "password"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        secret.unlink(missing_ok=True)
        secret.touch(mode=0o600)
        secret.write_text(f"{password}\n")
        self._own(fresh, secret)
        try:
            self._initdb(fresh, secret, durable=durable)
        finally:
            secret.unlink()
        fresh.rename(where / "data")

    def start(self, port: int | None = None) -> int:
        """Start PostgreSQL, wait out a crash, and return the port.

        It is *port* unless somebody else keeps that: what dies lets go of it a little later.
        """
        began = time.monotonic()
        while (running := self.alive()) is None:
            spent = time.monotonic() - began
            chosen = _port(port, waits=spent < LETTING_GO)
            if chosen and self._try_start(chosen):
                return chosen
            if spent > PATIENCE:
                raise AppError(f"PostgreSQL did not start. Its log is {self.log}.")
            time.sleep(0.25)
        return running

    def stop(self) -> None:
        """Stop PostgreSQL, ending open sessions; nothing happens when it is not running."""
        if self._process() is not None:
            self._run("pg_ctl", "-D", self._data(), "-w", "-t", "60", "-m", "fast", "stop")

    def alive(self) -> int | None:
        """Return the port of the running server, or None; a stale pid file is removed."""
        if not self.exists:
            return None
        self._remove_stale_pid_file()
        lines = self._pid_file_lines()
        ready = len(lines) >= _PID_FILE_LINES and lines[7].strip() == "ready"
        return int(lines[3]) if ready else None

    def pid(self) -> int | None:
        """Return the process id of the running server, or None."""
        process = self._process()
        return process.pid if process else None

    def dsn(self, dbname: str, user: str = SUPERUSER, password: str = "") -> str:
        """Return the address of a database of the running server, as libpq reads it."""
        port = self.alive()
        if port is None:
            raise AppError("The database of this workspace is not running.")
        return f"postgresql://{quote(user)}:{quote(password, safe='')}@127.0.0.1:{port}/{dbname}"

    def remove(self) -> None:
        """Stop PostgreSQL and delete everything it kept."""
        self.stop()
        where = self._locate()
        if where is not None:
            home.discard(where, self.place)

    def _locate(self) -> Path | None:
        """Return the cluster's directory, remembered: the workspace may vanish before it."""
        if self._known is None:
            self._known = home.locate(self.place)
        return self._known

    def _home(self) -> Path:
        where = self._locate()
        if where is None:
            raise AppError(f"There is no database at {self.place}.")
        return where

    def _data(self) -> Path:
        return self._home() / "data"

    def _own(self, *paths: Path) -> None:
        account = home.account()
        if account is not None:
            account.own(*paths)

    def _initdb(self, data: Path, secret: Path, *, durable: bool) -> None:
        arguments: list[str | Path] = [
            "-D",
            data,
            "-U",
            SUPERUSER,
            "--pwfile",
            secret,
            "--auth=scram-sha-256",
        ]
        arguments += ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        arguments += ["--locale=C", "--data-checksums"] + ([] if durable else ["--no-sync"])
        done = self._run("initdb", *arguments)
        if done.returncode:
            raise AppError(f"The database could not be made: {done.stdout.strip()[-300:]}")
        with (data / "postgresql.conf").open("a") as configuration:
            configuration.write(_CONFIGURATION + ("" if durable else _FORGETFUL))

    def _try_start(self, port: int) -> bool:
        log = self.log
        log.touch(mode=0o600)
        self._own(log)
        options: list[str | Path] = ["-w", "-t", "60", "-l", log, "-o", f"-p {port}"]
        # PostgreSQL inherits pg_ctl's outputs: a pipe would never close.
        done = self._run("pg_ctl", "-D", self._data(), *options, "start", output=subprocess.DEVNULL)
        return done.returncode == 0

    def _run(
        self, program: str, *arguments: str | Path, output: int = subprocess.PIPE
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [_programs() / program, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            cwd="/" if os.name == "posix" else None,
            env=_environment(),
            **_identity(),
        )

    def _pid_file_lines(self) -> list[str]:
        try:
            return (self._data() / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _process(self) -> psutil.Process | None:
        """Return the server of our pid file; after a crash its number may be someone else's."""
        if not self.exists:
            return None
        lines = self._pid_file_lines()
        try:
            process = psutil.Process(int(lines[0]))
            ours = process.name().startswith("postgres") and str(self._data()) in " ".join(
                process.cmdline()
            )
        except (psutil.Error, ValueError, IndexError):
            return None
        return process if ours and process.status() != psutil.STATUS_ZOMBIE else None

    def _remove_stale_pid_file(self) -> None:
        if self._process() is None:
            (self._data() / "postmaster.pid").unlink(missing_ok=True)


def remove_orphans() -> list[Path]:
    """Stop and delete the clusters of temporary workspaces that are gone."""
    removed = home.orphans()
    for where in removed:
        _kill_server_of(where)
        home.discard(where)
    return removed


def _kill_server_of(where: Path) -> None:
    try:
        process = psutil.Process(int((where / "data" / "postmaster.pid").read_text().split()[0]))
        if str(where) in " ".join(process.cmdline()):
            process.send_signal(signal.SIGINT)
            process.wait(timeout=PATIENCE)
    except (psutil.Error, OSError, ValueError, IndexError):
        return


def _programs() -> Path:
    source = binaries.find()
    if home.account() is None:
        return source
    return binaries.copy_for_everyone(source, home.shared_parent())


def _identity() -> dict[str, Any]:
    account = home.account()
    if account is None:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def _environment() -> dict[str, str]:
    # A frozen application's LD_LIBRARY_PATH would feed PostgreSQL foreign libraries.
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
    return {**kept, "LC_ALL": "C", "LANG": "C", "TZ": "UTC"}


def _port(wished: int | None, *, waits: bool) -> int | None:
    """Return the port to try, or None while one *waits* for that which is wished."""
    if wished is not None and _is_free(wished):
        return wished
    return None if wished is not None and waits else _free_port()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
