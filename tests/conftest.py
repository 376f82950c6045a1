"""Fixtures every test shares: quiet logs, an off-screen Qt and real PostgreSQL."""

import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.ui.collecting import collect
from tests.server import Database, Server

if TYPE_CHECKING:
    from tests.seaweed import Seaweed

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One cluster for each process of the test run."""
    made = Server(tmp_path_factory.mktemp("server") / "pg")
    yield made
    made.close()


@pytest.fixture(scope="session")
def seaweed(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Seaweed"]:
    """One S3 server for all processes of the test run."""
    from tests.seaweed import shared_seaweed

    place = tmp_path_factory.getbasetemp()
    parallel = "PYTEST_XDIST_WORKER" in os.environ
    with shared_seaweed((place.parent if parallel else place) / "seaweed") as made:
        yield made


@pytest.fixture
def database(server: Server) -> Iterator[Database]:
    """A database of its own for one test."""
    made = server.create()
    yield made
    made.drop()


@pytest.fixture(scope="module")
def shared_database(server: Server) -> Iterator[Database]:
    """One database for all tests of a module that do not disturb each other."""
    made = server.create()
    yield made
    made.drop()


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect garbage between tests, for once a desk was made only its event loop does."""
    yield
    collect()


@pytest.fixture(autouse=True)
def own_seal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let each test seal in a file of its own."""
    path = tmp_path / "seal.jsonl"
    monkeypatch.setenv("PRECEDENT_SEAL", str(path))
    return path


@pytest.fixture(autouse=True)
def own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let each test keep the models it fetches in a folder of its own."""
    path = tmp_path / "models"
    monkeypatch.setenv("PRECEDENT_MODELS", str(path))
    return path


@pytest.fixture
def expected_log() -> list[str]:
    """Announce log lines that a test provokes on purpose: append regular expressions."""
    return []


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(
    caplog: pytest.LogCaptureFixture, expected_log: list[str]
) -> Iterator[None]:
    """Fail a test that logs a warning nobody announced."""
    yield
    lines = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    unexpected = [line for line in lines if not any(re.search(p, line) for p in expected_log)]
    assert not unexpected, f"unexpected log lines: {unexpected}"
