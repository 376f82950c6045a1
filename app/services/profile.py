"""The file that names a shared installation: everything else comes from its token service."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from app.errors import BadFile


@dataclass(frozen=True, slots=True)
class Profile:
    """Where a shared installation is reached, and what it is called."""

    name: str
    token_url: str


def read_profile(path: Path) -> Profile:
    """Read a profile; raise BadFile when it is none."""
    try:
        told = tomllib.loads(path.read_text("utf-8"))
        return Profile(str(told.get("name", "Precedent")), str(told["token_url"]))
    except (OSError, ValueError, KeyError) as error:
        message = f'{path} is not a profile; it needs a line token_url = "https://…".'
        raise BadFile(message) from error
