"""A token service of this process, over a real socket, with cheap hashes and known codes."""

import atexit
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pyotp
import uvicorn
from argon2 import PasswordHasher
from starlette.applications import Starlette

from app.tokens.hidden import code_row
from app.tokens.vault import Vault

PASSWORD = "seven green bottles"
QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
HASHED = QUICK.hash(PASSWORD)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
KEY = "2026-01-01T00:00:00+00:00 cHJlY2VkZW50IHRlc3RzIHByZWNlZGVudCB0ZXN0cyE=\n"


@cache
def vault() -> Vault:
    """Return a vault of a known key, which every service of the tests shares."""
    folder = tempfile.TemporaryDirectory(prefix="precedent-vault-")
    atexit.register(folder.cleanup)
    return Vault(write_keys(Path(folder.name) / "tokens.keys"))


def write_keys(path: Path) -> Path:
    """Write the file of the known key."""
    path.write_text(KEY)
    return path


def stored_secret(person: int, secret: str = SECRET) -> str:
    """Return a secret of one-time codes as the database holds it."""
    return vault().encrypt(secret, row=code_row(person))


def code_of(secret: str = SECRET, *, step: int = 0) -> str:
    """Return a one-time code of the present half minute, or of one some steps from it."""
    return pyotp.TOTP(secret).generate_otp(int(time.time()) // 30 + step)


@contextmanager
def served(application: Starlette) -> Iterator[str]:
    """Serve over a real socket for as long as the block lasts."""
    # Only a socket that says it speaks TCP is served without delays of 40 ms.
    with socket.socket(proto=socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        configuration = uvicorn.Config(application, log_config=None, lifespan="off")
        server = uvicorn.Server(configuration)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
