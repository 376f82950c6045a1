"""Where a desktop works: a workspace of this computer or a shared installation, found on demand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app.settings import Settings
from app.words import say


def _nothing() -> None:
    """Stand for a step that servers elsewhere do not need."""


@dataclass(slots=True)
class Place:
    """Where the desktop works: its name, its token service, its sample people.

    One that `keeps` offers to stay signed in, by the keyring of the operating system. `leave`
    lets go of the servers, `renew` starts them again when they have died.
    """

    name: str
    where: str
    token_url: str
    users: Iterable[dict[str, Any]] = ()
    keeps: bool = False
    leave: Callable[[], object] = _nothing
    renew: Callable[[], object] = _nothing


Opening = Callable[[], Place]


def opening(
    workspace: Path | None, profile: Path | None = None, *, temporary: bool = False
) -> Opening:
    """Return what finds the servers; it may take long and is called on a worker.

    A *temporary* workspace is deleted when the desktop leaves it.
    """
    if profile:
        return partial(_open_profile, profile)
    folder = Settings.from_environment(workspace).workspace
    return partial(_open_workspace, folder, temporary=temporary)


def _open_workspace(folder: Path, *, temporary: bool) -> Place:
    from app.embedded.attach import attach

    held = attach(folder, sample=True)
    leave = held.discard if temporary else held.close
    return Place(
        say("Sample portfolio"),
        say("This computer"),
        held.token_url,
        held.users,
        leave=leave,
        renew=held.renew,
    )


def _open_profile(path: Path) -> Place:
    from app.services.profile import read_profile

    read = read_profile(path)
    return Place(read.name, read.token_url, read.token_url, keeps=True)
