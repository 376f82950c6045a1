"""Debian's virus scanner for the tests, with one signature of its own."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.worker.scanner import Scanner
from tests.hostile import EICAR

LARGEST = 4
_PATIENCE = 60.0


@contextmanager
def clamd() -> Iterator[Scanner]:
    """Run clamd on a socket of its own; a path of a socket must be short."""
    program = shutil.which("clamd") or "/usr/sbin/clamd"
    with TemporaryDirectory(prefix="clamd-", dir="/tmp") as place:
        folder, socket = Path(place), Path(place) / "clamd.ctl"
        (folder / "own.ndb").write_text(f"Own-Eicar:0:*:{EICAR.hex()}\n")
        settings = {
            "DatabaseDirectory": folder,
            "LocalSocket": socket,
            "Foreground": "yes",
            "StreamMaxLength": f"{LARGEST}M",
        }
        (folder / "clamd.conf").write_text("".join(f"{k} {v}\n" for k, v in settings.items()))
        with (folder / "clamd.log").open("wb") as log:
            process = subprocess.Popen(
                [program, f"--config-file={folder / 'clamd.conf'}"], stdout=log, stderr=log
            )
            try:
                _wait(process, socket, folder / "clamd.log")
                yield Scanner(str(socket))
            finally:
                process.kill()
                process.wait()


def _wait(process: "subprocess.Popen[bytes]", socket: Path, log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not socket.exists():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)
