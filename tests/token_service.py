"""A token service of this process, over a real socket, with cheap hashes and known codes."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pyotp
import uvicorn
from argon2 import PasswordHasher
from starlette.applications import Starlette

PASSWORD = "seven green bottles"
QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
HASHED = QUICK.hash(PASSWORD)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_of(secret: str = SECRET, *, step: int = 0) -> str:
    """Return a one-time code of the present half minute, or of one some steps from it."""
    return pyotp.TOTP(secret).generate_otp(int(time.time()) // 30 + step)


@contextmanager
def served(application: Starlette) -> Iterator[str]:
    """Serve over a real socket for as long as the block lasts."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        configuration = uvicorn.Config(application, log_config=None, lifespan="off")
        server = uvicorn.Server(configuration)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
