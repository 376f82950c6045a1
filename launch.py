#!/usr/bin/env python3
"""Set Precedent up, run it or test it on a machine that has only Python."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "locks.sha256"
LOCKS = {"setup": ["app.txt"], "run": ["app.txt"], "test": ["app.txt", "dev.txt"]}

QT_NEEDS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOWS_NEED = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TESTS_NEED = {
    "dbus-run-session": "dbus-daemon",
    "gnome-keyring-daemon": "gnome-keyring",
    "clamd": "clamav-daemon",
}
USAGE = """usage: python3 launch.py run [ARGUMENTS OF python -m app]
       python3 launch.py test [ARGUMENTS OF pytest]
       python3 launch.py setup"""


def main(arguments: list[str]) -> int:
    """Do what the first argument asks for and return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file an older Python may meet
        return _refuse("Precedent needs Python 3.11 or newer; start it with one.")
    if not arguments or arguments[0] not in LOCKS:
        return _refuse(USAGE)
    verb, rest = arguments[0], arguments[1:]
    if verb == "setup" and rest:
        return _refuse(USAGE)
    try:
        install_system(missing_commands() if verb == "test" else [])
        set_up(LOCKS[verb], window=verb != "test" and has_display())
        return {"setup": _ready, "run": run, "test": test}[verb](rest)
    except subprocess.CalledProcessError as error:
        return _refuse(f"`{' '.join(map(str, error.cmd))}` failed; its own words are above.")
    except KeyboardInterrupt:
        return 130


def set_up(locks: list[str], *, window: bool) -> None:
    """Make the virtual environment hold *locks*, and the system what Qt needs."""
    install_system(missing_packages(window=window))
    wanted = [f"{name} {_digest(name)}" for name in locks]
    present = STAMP.read_text("utf-8").splitlines() if STAMP.exists() else []
    if set(wanted) <= set(present) and _python_works():
        return
    if not _python_works():
        venv.EnvBuilder(with_pip=False, clear=True, symlinks=os.name != "nt").create(VENV)
    STAMP.unlink(missing_ok=True)
    _say(f"Installing {' and '.join(locks)} into {VENV.name} …")
    install(locks)
    STAMP.write_text("\n".join(wanted) + "\n", "utf-8")


def run(arguments: list[str]) -> int:
    """Open the desktop, or picture it where there is no display."""
    if has_display():
        return _python(["-m", "app", *arguments])
    if not arguments or arguments[0].startswith("-"):
        _say("There is no display here, so the windows are pictured into ./tour instead.")
        arguments = ["tour", "--out", "tour", *arguments]
    return _python(["-m", "app", *arguments], QT_QPA_PLATFORM="offscreen")


def test(arguments: list[str]) -> int:
    """Run the whole suite off screen, or the part that *arguments* name."""
    processes = str(min(os.cpu_count() or 1, 4))
    return _python(
        ["-m", "pytest", "-n", processes, *arguments],
        QT_QPA_PLATFORM="offscreen",
        OMP_NUM_THREADS="1",
        OPENBLAS_NUM_THREADS="1",
    )


def has_display() -> bool:
    """Tell whether a window could be seen."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_packages(*, window: bool) -> list[str]:
    """Return the Debian packages of the system libraries that cannot be loaded."""
    if not sys.platform.startswith("linux"):
        return []
    needs = {**QT_NEEDS, **(WINDOWS_NEED if window else {})}
    return [package for library, package in needs.items() if not _loads(library)]


def missing_commands() -> list[str]:
    """Return the Debian packages of the programs that the tests run for real."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for command, package in TESTS_NEED.items() if not shutil.which(command)]


def install_system(packages: list[str]) -> None:
    """Install *packages* when this is root on Debian; else leave with the exact command."""
    if not packages:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        sys.exit(f"Install the libraries that Debian calls {' '.join(packages)}, then try again.")
    if os.geteuid() != 0:
        sys.exit(
            f"Some system parts are missing. Run this, then try again:\n  sudo {' '.join(command)}"
        )
    _say(f"Installing {' '.join(packages)} …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    waiting = ["-qq", "-o", "DPkg::Lock::Timeout=300"]
    subprocess.run(["apt-get", "update", *waiting], env=quiet, check=True)
    subprocess.run([*command, *waiting], env=quiet, check=True, stdout=subprocess.DEVNULL)


def install(locks: list[str]) -> None:
    """Install exactly the hashed *locks*, with uv where there is one, else with pip."""
    files = [part for name in locks for part in ("-r", str(ROOT / "requirements" / name))]
    exact = ["--require-hashes", "--only-binary=:all:", *files]
    uv = find_uv()
    if uv:
        fast = [*uv, "pip", "install", "-q", "--python", str(_interpreter()), *exact]
        if subprocess.run(fast, env=_uv_environment(), check=False).returncode == 0:
            return
        _say("uv could not do it; trying pip …")
    _ensure_pip()
    pip = [str(_interpreter()), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, *exact], check=True)


def find_uv() -> list[str] | None:
    """Return how to call uv, if it is there."""
    on_path = shutil.which("uv")
    if on_path:
        return [on_path]
    return [sys.executable, "-m", "uv"] if importlib.util.find_spec("uv") else None


def _uv_environment() -> dict[str, str]:
    """Hand the PIP_* settings on under the names uv knows."""
    known = {"PIP_INDEX_URL": "UV_DEFAULT_INDEX", "PIP_EXTRA_INDEX_URL": "UV_INDEX"}
    known |= {"PIP_CERT": "SSL_CERT_FILE", "PIP_FIND_LINKS": "UV_FIND_LINKS"}
    given = {new: os.environ[old] for old, new in known.items() if old in os.environ}
    return {**given, **os.environ}


def _ensure_pip() -> None:
    asked = [str(_interpreter()), "-m", "pip", "--version"]
    if subprocess.run(asked, check=False, capture_output=True).returncode == 0:
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_system(["python3-venv"])
    subprocess.run([str(_interpreter()), "-m", "ensurepip"], check=True, stdout=subprocess.DEVNULL)


def _python_works() -> bool:
    version = "import sys; print(*sys.version_info[:3])"
    mine = " ".join(map(str, sys.version_info[:3]))
    try:
        asked = subprocess.run([_interpreter(), "-c", version], capture_output=True, check=False)
    except OSError:
        return False
    return asked.stdout.decode().strip() == mine


def _interpreter() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _python(arguments: list[str], **environment: str) -> int:
    command = [str(_interpreter()), *arguments]
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **environment})


def _digest(lock: str) -> str:
    return hashlib.sha256((ROOT / "requirements" / lock).read_bytes()).hexdigest()


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _ready(_arguments: list[str]) -> int:
    _say("Ready: python3 launch.py run")
    return 0


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
