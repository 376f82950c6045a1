"""A real S3 server for the tests, one for all processes of a run: SeaweedFS."""

import base64
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from app.embedded.locks import FileLock

ACCESS, SECRET = "AKIDTEST0000000000AB", "secret" * 6
ROLE = "arn:aws:iam::000000000000:role/reader"
_PATIENCE = 90.0


@dataclass(frozen=True, slots=True)
class Seaweed:
    """Where the server answers, and how to ask it."""

    endpoint: str
    process: int

    def client(self, service: Literal["s3", "sts"] = "s3", **changes: Any) -> Any:
        known = {"aws_access_key_id": ACCESS, "aws_secret_access_key": SECRET} | changes
        style = Config(
            signature_version=None if service == "sts" else "s3v4",
            s3={"addressing_style": "path"},
            retries={"max_attempts": 1},
            connect_timeout=3,
            read_timeout=20,
        )
        return boto3.client(
            service, endpoint_url=self.endpoint, region_name="us-east-1", config=style, **known
        )


@contextmanager
def shared_seaweed(place: Path) -> Iterator[Seaweed]:
    """Start the server unless another process of the run has; the last one out stops it."""
    place.mkdir(exist_ok=True)
    told, used = place / "seaweed.json", FileLock(place / "used.lock")
    turn = FileLock(place / "turn.lock")
    assert turn.take(patience=_PAUSE_OF_ALL)
    if not told.exists():
        told.write_text(json.dumps(asdict(_start(place))))
    server = Seaweed(**json.loads(told.read_text()))
    assert used.take(shared=True)
    turn.release()
    try:
        yield server
    finally:
        assert turn.take(patience=_PAUSE_OF_ALL)
        used.release()
        if used.take():
            _stop(server.process)
            told.unlink()
            used.release()
        turn.release()


_PAUSE_OF_ALL = 2 * _PATIENCE


def _start(place: Path) -> Seaweed:
    port = _free_port()
    (place / "data").mkdir(exist_ok=True)
    (place / "s3.json").write_text(json.dumps(_IDENTITIES))
    (place / "iam.json").write_text(json.dumps(_ROLES))
    output = (place / "seaweed.log").open("wb")
    with output:
        process = subprocess.Popen(
            [str(Path(sys.executable).with_name("weed")), *_options(place, port)],
            stdout=output,
            stderr=output,
            env={**os.environ, "WEED_S3_SSE_KEK": secrets.token_hex(32)},
            start_new_session=True,
        )
    server = Seaweed(f"http://127.0.0.1:{port}", process.pid)
    _wait(server, process, place / "seaweed.log")
    process.returncode = 0  # it outlives this object on purpose; the last user stops it
    return server


def _options(place: Path, port: int) -> list[str]:
    """Give every port of the server a free one, all on the loopback."""
    others = ("master.port", "volume.port", "filer.port")
    grpc = ("master.port.grpc", "volume.port.grpc", "filer.port.grpc", "s3.port.grpc")
    return [
        "server",
        f"-dir={place / 'data'}",
        "-ip=127.0.0.1",
        "-ip.bind=127.0.0.1",
        "-s3",
        f"-s3.port={port}",
        f"-s3.config={place / 's3.json'}",
        f"-s3.iam.config={place / 'iam.json'}",
        "-volume.max=2000",
        "-master.volumeSizeLimitMB=64",
        "-s3.port.iceberg=0",
        "-s3.port.lance=0",
        *(f"-{name}={_free_port()}" for name in (*others, *grpc)),
    ]


def _wait(server: Seaweed, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()[-2000:]
        try:
            server.client().list_buckets()
        except (BotoCoreError, ClientError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"SeaweedFS does not answer: {log.read_text()[-2000:]}")


def _stop(process: int) -> None:
    os.kill(process, signal.SIGKILL)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


_IDENTITIES = {
    "identities": [
        {
            "name": "admin",
            "credentials": [{"accessKey": ACCESS, "secretKey": SECRET}],
            "actions": ["Admin", "Read", "Write", "List", "Tagging"],
        }
    ]
}
_READING = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": ["s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"],
            "Resource": ["arn:aws:s3:::*", "arn:aws:s3:::*/*"],
        }
    ],
}
_TRUSTING = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["sts:AssumeRole"]}],
}
_ROLES = {
    "sts": {
        "tokenDuration": "1h",
        "maxSessionLength": "12h",
        "issuer": "tests",
        "signingKey": base64.b64encode(b"k" * 32).decode(),
    },
    "policy": {"defaultEffect": "Deny", "storeType": "memory"},
    "roles": [
        {
            "roleName": "reader",
            "roleArn": ROLE,
            "trustPolicy": _TRUSTING,
            "attachedPolicies": ["Reading"],
        }
    ],
    "policies": [{"name": "Reading", "document": _READING}],
}
