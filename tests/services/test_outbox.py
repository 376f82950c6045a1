"""What waits for the server: encrypted, flushed, in order, and readable after any end."""

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.codes import Action, DenialReason, Disposition, ReferralReason
from app.errors import AppError, Refused
from app.services.outbox import MEMORY_ONLY, SECOND, Held, Outbox

KEY = bytes(range(32))
WORDS: dict[Action, dict[str, Any]] = {
    Action.APPROVE: {},
    Action.REFER: {"reason": ReferralReason.LATE_REPORT, "note": "Nineteen days"},
    Action.ASK: {"what": "the invoice", "of_whom": "the repairer", "until": date(2030, 1, 2)},
    Action.DENY: {"reason": DenialReason.EXCLUSION, "wording": "Wear and tear.", "note": ""},
    Action.RESUME: {"disposition": Disposition.CLEARED, "note": "Nothing was found"},
}


def a_decision(claim: int = 1, action: Action = Action.REFER) -> Held:
    return Held(claim, f"MOT-2026-{claim:06}-K", 3, action, WORDS[action], "Waiting · nobody's")


@pytest.fixture
def path(tmp_path: Path, monkeypatch) -> Iterator[Path]:
    made: list[Outbox] = []
    begin = Outbox.__init__

    def noting(box: Outbox, *told: Any, **how: Any) -> None:
        begin(box, *told, **how)
        made.append(box)

    monkeypatch.setattr(Outbox, "__init__", noting)
    yield tmp_path / "outbox" / "maya.box"
    for box in made:
        box.close()


def reopened(box: Outbox, path: Path, key: bytes = KEY) -> Outbox:
    box.close()
    return Outbox.open(path, key)


@pytest.mark.parametrize("action", WORDS)
def test_a_decision_comes_back_as_it_was_with_its_words_and_types(path: Path, action: Action):
    held = a_decision(action=action)
    box = Outbox.open(path, KEY)
    box.add(held)

    found = reopened(box, path).held()

    assert found == (held,)
    assert [type(value) for value in found[0].words.values()] == [
        type(value) for value in held.words.values()
    ]


def test_decisions_keep_their_order(path: Path):
    box = Outbox.open(path, KEY)
    for claim in (5, 2, 9):
        box.add(a_decision(claim))
    box.remove(box.held()[0].id)
    box.add(a_decision(5))

    found = reopened(box, path).held()

    assert [held.claim_id for held in found] == [2, 9, 5]


def test_nothing_of_a_decision_can_be_read_in_the_file(path: Path):
    box = Outbox.open(path, KEY)

    box.add(a_decision())

    stored = path.read_bytes()
    assert all(word not in stored for word in (b"MOT-", b"Nineteen", b"refer", b"late"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_refusal_and_a_new_version_survive(path: Path):
    box = Outbox.open(path, KEY)
    box.add(a_decision(1))
    box.add(a_decision(2))
    first, second = box.held()

    box.mark(first.id, "Tom Ridley changed this claim.")
    box.mark(second.id, "Gone.")
    box.renew(second.id, 8)

    found = reopened(box, path).held()
    assert found == (
        replace(first, problem="Tom Ridley changed this claim."),
        replace(second, version=8),
    )


def test_an_empty_outbox_leaves_no_file(path: Path):
    box = Outbox.open(path, KEY)
    box.add(a_decision())

    box.remove(box.held()[0].id)

    assert not path.exists()
    box.add(a_decision(2))
    assert [held.claim_id for held in reopened(box, path).held()] == [2]


def test_a_second_decision_on_the_same_claim_is_refused(path: Path):
    box = Outbox.open(path, KEY)
    box.add(a_decision())

    with pytest.raises(Refused, match="waits in the outbox already"):
        box.add(a_decision(action=Action.APPROVE))

    assert len(box.held()) == 1


@pytest.mark.parametrize("lost", [1, 20, 150])
def test_a_line_that_was_cut_off_is_dropped_and_writing_goes_on(path: Path, lost: int):
    box = Outbox.open(path, KEY)
    box.add(a_decision(1))
    box.add(a_decision(2))
    path.write_bytes(path.read_bytes()[:-lost])

    mended = reopened(box, path)
    mended.add(a_decision(3))

    assert mended.notice == ""
    assert [held.claim_id for held in reopened(mended, path).held()] == [1, 3]


def test_a_damaged_line_is_set_aside_and_said_aloud(path: Path):
    box = Outbox.open(path, KEY)
    for claim in (1, 2, 3):
        box.add(a_decision(claim))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[2] + lines[1])

    mended = reopened(box, path)

    aside = next(path.parent.glob("*.damaged-*"))
    assert [held.claim_id for held in mended.held()] == [1]
    assert aside.name in mended.notice
    assert aside.read_bytes() == lines[0] + lines[2] + lines[1]


def test_another_key_opens_nothing_and_destroys_nothing(path: Path):
    box = Outbox.open(path, KEY)
    box.add(a_decision())
    stored = path.read_bytes()

    other = reopened(box, path, bytes(32))

    assert other.held() == ()
    assert next(path.parent.glob("*.damaged-*")).read_bytes() == stored


def test_without_a_key_the_outbox_is_in_memory_and_says_so(path: Path):
    box = Outbox.open(path, None)

    box.add(a_decision())

    assert (box.durable, box.notice) == (False, MEMORY_ONLY)
    assert len(box.held()) == 1
    assert not path.parent.exists()


def test_a_second_window_keeps_in_memory_and_says_so(path: Path):
    first = Outbox.open(path, KEY)

    second = Outbox.open(path, KEY)
    second.add(a_decision())

    assert (second.durable, second.notice) == (False, SECOND)
    assert first.held() == ()
    assert reopened(first, path).durable


def test_a_full_disk_keeps_nothing_and_spoils_nothing(path: Path, monkeypatch):
    box = Outbox.open(path, KEY)
    box.add(a_decision(1))
    write = os.write

    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda place, line: write(place, line[:30]))
        with pytest.raises(AppError, match="disk full"):
            box.add(a_decision(2))

    box.add(a_decision(3))
    assert [held.claim_id for held in reopened(box, path).held()] == [1, 3]


def test_every_change_is_on_the_disk_before_it_is_told(path: Path, monkeypatch):
    flushed: list[int] = []
    fsync = os.fsync

    def noting(place: int) -> None:
        flushed.append(place)
        fsync(place)

    monkeypatch.setattr(os, "fsync", noting)
    box = Outbox.open(path, KEY)

    box.add(a_decision())
    box.mark(box.held()[0].id, "Gone.")

    assert len(flushed) == 3  # the line, the folder that got the file, the second line
