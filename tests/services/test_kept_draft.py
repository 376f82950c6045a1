"""Entries kept on the disk: encrypted, whole or not at all, and for one window."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.errors import AppError
from app.services.kept_draft import Kept, KeptDraft, now

KEY = bytes(range(32))
ENTRIES = {"policy_number": "POL-4711", "facts.items": [{"name": "Lamp"}], "notice_given": False}


Opener = Callable[..., KeptDraft]


@pytest.fixture
def opened(path: Path) -> Iterator[Opener]:
    """Open keepers of one person, which are closed with the test."""
    with ExitStack() as stack:

        def make(key: bytes | None = KEY) -> KeptDraft:
            keeper = KeptDraft.open(path, key)
            stack.callback(keeper.close)
            return keeper

        yield make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "forms" / "maya.form"


def kept(**changes: object) -> Kept:
    return Kept(ENTRIES | changes, now(), 7, "DRAFT-7", 3)


def test_what_was_kept_is_there_for_the_next_desktop(opened: Opener):
    first = opened()
    told = kept()
    first.keep(told)
    first.close()

    assert opened().load() == told


def test_the_last_entries_replace_those_before(opened: Opener):
    keeper = opened()
    keeper.keep(kept())
    keeper.keep(kept(policy_number="POL-2"))

    found = keeper.load()
    assert found
    assert found.values["policy_number"] == "POL-2"


def test_nothing_of_it_can_be_read_on_the_disk(opened: Opener, path: Path):
    keeper = opened()
    keeper.keep(kept())

    assert b"4711" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"torn", b"\x00" * 200])
def test_a_damaged_file_is_let_go(opened: Opener, path: Path, damage: bytes):
    keeper = opened()
    path.write_bytes(damage)

    assert keeper.load() is None
    assert not path.exists()


def test_the_entries_of_another_key_stay_shut(opened: Opener):
    first = opened()
    first.keep(kept())
    first.close()

    assert opened(bytes(32)).load() is None


def test_a_second_window_keeps_nothing_and_disturbs_nothing(opened: Opener):
    first, second = opened(), opened()
    first.keep(kept())
    second.keep(kept(policy_number="POL-2"))
    second.forget()

    assert first.load() is not None
    assert not second.durable


def test_without_a_key_that_lasts_nothing_is_kept(opened: Opener, path: Path):
    keeper = opened(None)
    keeper.keep(kept())

    assert keeper.load() is None
    assert not path.parent.exists()


def test_a_full_disk_is_told_with_the_next_step(opened: Opener, path: Path):
    keeper = opened()
    path.with_suffix(".new").mkdir()

    with pytest.raises(AppError, match="Save the draft"):
        keeper.keep(kept())
