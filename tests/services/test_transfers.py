"""Pieces that travel at the same time: in any order, stopped together, and whole in the end."""

import hashlib
import io
from functools import partial
from pathlib import Path
from threading import Barrier, Event, get_ident

import pytest

from app.errors import BadFile
from app.progress import Cancelled
from app.services import addresses
from app.services.addresses import ContentAddress, PartAddresses, SentPart, Told
from app.services.filling import Filling
from app.services.lanes import AT_ONCE, Journey, Stopped
from app.services.pieces import Digests, Piece, digests_of
from app.tracing import trace, tracing
from tests.documents import a_file

CONTENT = bytes(range(256)) * 40


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def nothing() -> None:
    return


def test_as_many_pieces_as_there_are_lanes_travel_at_the_same_time():
    together = Barrier(AT_ONCE, timeout=20)
    numbers: set[int] = set()

    def move() -> None:
        numbers.add(together.wait())

    Journey().travel([move] * AT_ONCE, nothing)

    assert numbers == set(range(AT_ONCE))


def test_the_calling_thread_is_told_and_the_number_of_the_click_goes_along():
    told, traces = set(), []

    with tracing("0123456789ab"):
        Journey().travel([lambda: traces.append(trace())] * 3, lambda: told.add(get_ident()))

    assert told == {get_ident()}
    assert traces == ["0123456789ab"] * 3


def test_when_one_piece_fails_the_others_stop_and_its_error_is_told():
    journey, stopped, begun = Journey(), Event(), Event()

    def fail() -> None:
        begun.wait(20)
        raise BadFile("The file became shorter.")

    def go_on() -> None:
        begun.set()
        try:
            while True:
                journey.reach(1, 1)
        except Stopped:
            stopped.set()
            raise

    with pytest.raises(BadFile, match="shorter"):
        journey.travel([go_on, fail, *[nothing] * 9], nothing)

    assert stopped.is_set()


def test_when_the_person_stops_no_piece_comes_to_its_end():
    journey, whole = Journey(), list[int]()

    def move(number: int) -> None:
        while journey.done >= 0:
            journey.reach(number, 1)
        whole.append(number)

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        journey.travel([partial(move, number) for number in range(50)], stop)

    assert whole == []
    with pytest.raises(Stopped):
        journey.reach(1, 2)


def test_what_a_broken_try_had_sent_is_not_counted_twice(tmp_path: Path):
    piece, journey = Piece(a_file(tmp_path, content=CONTENT), 0, len(CONTENT)), Journey(100)

    for _ in range(2):
        assert b"".join(piece.sent(journey)) == CONTENT

    assert journey.done == 100 + len(CONTENT)


@pytest.mark.parametrize("size", [1, 999, 1000, 1001, 2000, len(CONTENT)])
def test_a_file_and_its_parts_have_the_digests_of_their_contents(tmp_path: Path, size: int):
    content = CONTENT[:size]
    path = a_file(tmp_path, content=content)

    found = digests_of(path, 1000)

    parts = tuple(sha256(content[start : start + 1000]) for start in range(0, size, 1000))
    assert found == Digests(size, sha256(content), 1000, parts)
    sizes = {number: piece.size for number, piece in found.pieces(path).items()}
    assert list(sizes) == list(range(1, len(parts) + 1))
    assert sum(sizes.values()) == size


def test_a_file_that_became_shorter_is_told(tmp_path: Path):
    path = a_file(tmp_path, content=CONTENT)
    piece = Piece(path, 100, len(CONTENT) - 100)
    path.write_bytes(CONTENT[:-1])

    with pytest.raises(BadFile, match="became shorter"):
        list(piece.sent(Journey()))


def test_stretches_in_any_order_make_the_content_and_its_digest():
    target = io.BytesIO()
    filling = Filling(target)

    for start in (4000, 0, 8000, 2000, 6000, 10000):
        end = min(start + 2000, len(CONTENT))
        filling.write(start, CONTENT[start:end])
        filling.finish(start, end)
        filling.follow()

    assert target.getvalue() == CONTENT
    assert filling.digest() == sha256(CONTENT)


def test_the_digest_is_of_what_really_lies_there():
    target = io.BytesIO()
    filling = Filling(target)
    filling.write(0, CONTENT)
    target.getbuffer()[7] ^= 1

    filling.finish(0, len(CONTENT))

    assert filling.digest() == sha256(target.getvalue()) != sha256(CONTENT)


def test_parts_that_come_next_are_signed_along_and_each_address_is_given_once():
    asked: list[list[int]] = []

    def ask(parts: list[SentPart]) -> list[Told]:
        asked.append([part["number"] for part in parts])
        return [Told(number=part["number"], url=f"{len(asked)}") for part in parts]

    signed = PartAddresses(ask, [SentPart(number=n, sha256="") for n in range(1, 12)])

    given = [signed.of(number)["number"] for number in range(1, 12)]
    again = signed.of(3)

    assert given == list(range(1, 12))
    assert asked == [[1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11], [3]]
    assert again == {"number": 3, "url": "3"}


def test_an_address_that_is_nearly_spent_is_asked_for_again(monkeypatch: pytest.MonkeyPatch):
    now = 1000.0
    monkeypatch.setattr(addresses, "monotonic", lambda: now)
    made = iter("abcdef")
    content = ContentAddress(lambda: Told(url=next(made)))
    parts = PartAddresses(
        lambda wanted: [Told(number=one["number"], url=next(made)) for one in wanted],
        [SentPart(number=n, sha256="") for n in (1, 2)],
    )

    first = (content.now(), content.now(), parts.of(1))
    now += 61
    later = (content.now(), parts.of(2))
    content.forget()

    assert [told["url"] for told in first] == ["a", "a", "b"]
    assert [told["url"] for told in later] == ["d", "e"]
    assert content.now()["url"] == "f"
