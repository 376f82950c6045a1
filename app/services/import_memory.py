"""Remembers what the columns of a file meant, for the next file with the same headings."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

MOST = 200


class Memory:
    """Keeps mappings in a file of the person's; headings and names of facts only, no claim."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def recall(self, columns: Iterable[str]) -> dict[str, str]:
        """Return the mapping of a file with these headings, or nothing."""
        return self._load().get(_name(columns), {})

    def keep(self, mapping: Mapping[str, str]) -> None:
        """Remember a mapping by its headings; a disk that does not take it costs nothing else."""
        if self._path is None:
            return
        kept = self._load()
        kept.pop(_name(mapping), None)
        kept[_name(mapping)] = dict(mapping)
        some = dict(list(kept.items())[-MOST:])
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._path.write_text(json.dumps(some), "utf-8")
        except OSError:
            return

    def _load(self) -> dict[str, dict[str, str]]:
        try:
            told = json.loads(self._path.read_text("utf-8")) if self._path else {}
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}


def _name(columns: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(columns)).encode()).hexdigest()[:20]
