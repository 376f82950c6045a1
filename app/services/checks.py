"""What a desktop needs, checked one by one: the lines of the command `doctor`."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.codes import ClaimType
from app.errors import AppError
from app.services.keychain import trusted_backend
from app.services.profile import read_profile
from app.services.token_client import TokenClient, Versions
from app.settings import VERSION, schema_heads

LATE = 120
_KEPT = {
    "here": "documents lie with the token service",
    "bucket": "documents lie in the servers' bucket",
}
NOT_ASKED = "not known, because the token service was not asked"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, whether it is as it must be, and what was found."""

    name: str
    good: bool
    found: str

    def __str__(self) -> str:
        return f"{self.name:<14} {'ok' if self.good else 'FAILS':<6} {self.found}"


def examine(
    profile: Path | None, workspace: Path, environment: Mapping[str, str] = os.environ
) -> tuple[Check, ...]:
    """Check what a desktop on *profile*, or else on the person's *workspace*, relies on."""
    place, address = _profile(profile) if profile else _workspace(workspace)
    service, versions = _token_service(address, needed=not place.good or profile is not None)
    return (
        place,
        service,
        *_servers(versions, needed=not service.good),
        *_work(versions, needed=not service.good),
        _keyring(needed=profile is not None),
        _display(environment),
    )


def _profile(path: Path) -> tuple[Check, str]:
    try:
        read = read_profile(path)
    except AppError as error:
        return Check("profile", good=False, found=error.message), ""
    return Check("profile", good=True, found=f"{read.name} at {read.token_url}"), read.token_url


def _workspace(workspace: Path) -> tuple[Check, str]:
    try:
        address = str(json.loads((workspace / "serve.json").read_text("utf-8"))["token_url"])
    except (OSError, ValueError, KeyError):
        found = f"none: the workspace {workspace} starts its servers with the desktop"
        return Check("profile", good=True, found=found), ""
    return Check("profile", good=True, found=f"none: the workspace {workspace} is served"), address


def _token_service(address: str, *, needed: bool) -> tuple[Check, Versions | None]:
    if not address:
        return Check("token service", good=not needed, found="has no address yet"), None
    try:
        client = TokenClient(address)
    except AppError as error:
        return Check("token service", good=False, found=error.message), None
    try:
        versions = client.versions()
    except AppError as error:
        return Check("token service", good=False, found=error.message), None
    finally:
        client.close()
    return Check("token service", good=True, found=f"answers at {address}"), versions


def _servers(versions: Versions | None, *, needed: bool) -> Iterator[Check]:
    """Check the database as the token service sees it, and that all are of one version."""
    if versions is None:
        yield Check("database", good=not needed, found=NOT_ASKED)
        yield Check("versions", good=not needed, found=f"desktop {VERSION}, servers {NOT_ASKED}")
        return
    found = f"answers, schema {versions.schema}" if versions.schema else "has no schema yet"
    yield Check("database", good=bool(versions.schema), found=found)
    same = versions.application == VERSION and versions.schema in schema_heads()
    told = f"desktop {VERSION}, servers {versions.application}, schema {versions.schema}"
    yield Check("versions", good=same, found=told if same else f"{told}: these do not fit")


def _work(versions: Versions | None, *, needed: bool) -> Iterator[Check]:
    """Check what the servers say of their documents, their worker, its scanner and the model."""
    told = versions.servers if versions else {}
    if not told:
        for name in ("bucket", "worker", "model", "scanner"):
            yield Check(name, good=not needed, found=NOT_ASKED)
        return
    kept = str(told.get("documents"))
    yield Check("bucket", good=kept in _KEPT, found=_KEPT.get(kept, "no document store is set up"))
    yield _worker(told)
    judged = int(told.get("lines_judged") or 0)
    yield Check("model", good=judged > 0, found=f"judges {judged} of {len(ClaimType)} lines")
    waits = int(told.get("unchecked") or 0)
    stuck = "documents" in told.get("failing", ())
    found = f"{waits:,} documents wait to be checked"
    yield Check("scanner", good=not stuck, found=f"{found}: checking fails" if stuck else found)


def _worker(told: Mapping[str, Any]) -> Check:
    ago, failing = told.get("worker_ago"), told.get("failing") or ()
    if ago is None:
        return Check("worker", good=False, found="has not done any job yet")
    found = f"last at work {ago:,} seconds ago"
    if failing:
        found = f"{found}; failing: {', '.join(failing)}"
    return Check("worker", good=ago <= LATE and not failing, found=found)


def _keyring(*, needed: bool) -> Check:
    backend = trusted_backend()
    if backend is not None:
        return Check("keyring", good=True, found=type(backend).__module__.rpartition(".")[2])
    found = "none that is safe: sessions and the outbox stay in memory"
    return Check("keyring", good=not needed, found=found)


def _display(environment: Mapping[str, str]) -> Check:
    named = [
        environment[name]
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
        if environment.get(name)
    ]
    if sys.platform != "linux" or named:
        return Check("display", good=True, found=named[0] if named else "the system's own")
    return Check("display", good=False, found="none: only `tour` can picture the windows")
