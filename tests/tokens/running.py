"""A token service in a process of its own, to be asked, killed and started again."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx

from app.settings import ROOT
from tests.token_service import PASSWORD, write_keys
from tests.tokens.barrier import until


class Running:
    """A token service in a process of its own."""

    def __init__(self, dsn: str, log: Path, *, port: int = 0, **environment: str) -> None:
        self.log = log
        self.port = port or free_port()
        environment.setdefault("PRECEDENT_TOKEN_KEYS", str(write_keys(log.parent / "tokens.keys")))
        command = [sys.executable, "-m", "app", "tokens", "--port", str(self.port)]
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, "PRECEDENT_DSN": dsn, **environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        self.url = f"http://127.0.0.1:{self.port}"
        self.client = httpx.Client(base_url=self.url, trust_env=False)

    def wait(self) -> "Running":
        until(self._answers)
        return self

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        self.client.close()
        self._process.terminate()
        self._process.wait()

    def token(self, **form: str) -> httpx.Response:
        return self.client.post("/v1/token", data=form)

    def sign_in(self, username: str, password: str = PASSWORD, otp: str = "") -> httpx.Response:
        return self.token(grant_type="password", username=username, password=password, otp=otp)

    def refresh(self, token: str) -> httpx.Response:
        return self.token(grant_type="refresh_token", refresh_token=token)

    def lease(self, access: str) -> httpx.Response:
        return self.client.post("/v1/lease", headers={"Authorization": f"Bearer {access}"})

    def _answers(self) -> bool:
        try:
            return self.client.get("/healthz").is_success
        except httpx.TransportError:
            return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
