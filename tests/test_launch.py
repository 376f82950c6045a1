"""The launcher, on machines that have more or less."""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import launch

ROOT = Path(launch.__file__).parent


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch) -> Path:
    """A checkout whose lock is one small wheel, to be had from a folder."""
    wheels, locks = tmp_path / "wheels", tmp_path / "requirements"
    wheels.mkdir()
    locks.mkdir()
    wheel = wheels / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny.py", "SIZE = 1\n")
        archive.writestr(
            "tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n"
        )
        archive.writestr(
            "tiny-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        archive.writestr("tiny-1.0.dist-info/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (locks / "app.txt").write_text(f"tiny==1.0 --hash=sha256:{digest}\n")
    for name, place in {"ROOT": tmp_path, "VENV": tmp_path / ".venv"}.items():
        monkeypatch.setattr(launch, name, place)
    monkeypatch.setattr(launch, "STAMP", tmp_path / ".venv" / "locks.sha256")
    monkeypatch.setattr(launch, "find_uv", lambda: None)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    return tmp_path


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse((ROOT / "launch.py").read_text("utf-8"))

    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in names} <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("arguments", [[], ["fly"], ["setup", "now"]])
def test_an_unknown_wish_is_answered_with_the_usage(arguments: list[str], capsys):
    assert launch.main(arguments) == 2

    assert "launch.py run" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["app.txt", "dev.txt"])
def test_every_line_of_a_lock_is_hashed_and_none_names_a_registry(name: str):
    lock = (ROOT / "requirements" / name).read_text("utf-8")

    parts = [part for part in re.split(r"\n(?=\S)", lock) if "==" in part.split("\n")[0]]

    assert len(parts) > 10
    assert all("--hash=sha256:" in part for part in parts)
    assert "://" not in lock
    assert not re.search(r"^\s*(-i|--index|--extra|--find)", lock, re.MULTILINE)


def test_setting_up_installs_the_lock_once_and_again_when_it_changes(tiny: Path, capsys):
    launch.set_up(["app.txt"], window=False)
    launch.set_up(["app.txt"], window=False)
    with (tiny / "requirements" / "app.txt").open("a") as lock:
        lock.write("# changed\n")
    launch.set_up(["app.txt"], window=False)

    imported = subprocess.run([launch._interpreter(), "-c", "import tiny"], check=False)
    assert imported.returncode == 0
    assert capsys.readouterr().out.count("Installing app.txt") == 2


def test_a_part_that_is_not_the_locked_one_is_not_installed(tiny: Path):
    lock = tiny / "requirements" / "app.txt"
    lock.write_text(
        re.sub(
            "sha256:.",
            "sha256:0" if "sha256:0" not in lock.read_text() else "sha256:1",
            lock.read_text(),
        )
    )

    with pytest.raises(subprocess.CalledProcessError):
        launch.set_up(["app.txt"], window=False)

    assert not launch.STAMP.exists()


def test_without_a_display_run_pictures_the_windows_and_says_so(monkeypatch, capsys):
    started: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(launch, "_python", lambda args, **env: started.append((args, env)))
    monkeypatch.setattr(launch, "has_display", lambda: False)

    launch.run([])

    assert started == [(["-m", "app", "tour", "--out", "tour"], {"QT_QPA_PLATFORM": "offscreen"})]
    assert "./tour" in capsys.readouterr().out


def test_with_a_display_run_opens_the_desktop(monkeypatch):
    started: list[list[str]] = []
    monkeypatch.setattr(launch, "_python", started.append)
    monkeypatch.setattr(launch, "has_display", lambda: True)

    launch.run(["--workspace", "mine"])

    assert started == [["-m", "app", "--workspace", "mine"]]


@pytest.mark.parametrize(
    ("environment", "seen"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_display_is_what_a_person_could_see(
    environment: dict[str, str], *, seen: bool, monkeypatch
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")

    assert launch.has_display() is seen


def test_only_what_is_missing_is_asked_for_and_windows_need_more(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        launch, "_loads", lambda name: name not in {"libEGL.so.1", "libxcb-cursor.so.0"}
    )

    assert launch.missing_packages(window=False) == ["libegl1"]
    assert launch.missing_packages(window=True) == ["libegl1", "libxcb-cursor0"]


def test_the_programs_that_tests_run_for_real_are_named_by_their_packages(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None if "keyring" in name else name)

    assert launch.missing_commands() == ["gnome-keyring"]


def test_a_person_who_may_not_install_is_told_the_exact_command(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit) as leaving:
        launch.install_system(["libegl1"])

    assert "sudo apt-get install -y --no-install-recommends libegl1" in str(leaving.value)


def test_settings_for_pip_reach_uv_too(monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "file:///mirror")
    monkeypatch.delenv("UV_DEFAULT_INDEX", raising=False)

    assert launch._uv_environment()["UV_DEFAULT_INDEX"] == "file:///mirror"
