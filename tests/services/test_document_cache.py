"""Contents on this machine: encrypted, bounded, forgotten when they should be."""

import hashlib
import os
import secrets
from pathlib import Path

import pytest

from app.services.document_cache import CacheFigures, DocumentCache

KEY = b"k" * 32
CONTENT = b"what the claimant wrote " * 40
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def cache(tmp_path: Path) -> DocumentCache:
    return DocumentCache(tmp_path / "documents", KEY, room=10_000)


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_content_is_kept_and_found_again_by_another_desktop(cache: DocumentCache, tmp_path: Path):
    cache.put(7, DIGEST, CONTENT)

    assert cache.get(7, DIGEST) == CONTENT
    assert DocumentCache(tmp_path / "documents", KEY).get(7, DIGEST) == CONTENT


def test_on_the_disk_there_is_no_word_of_it_for_others(cache: DocumentCache, tmp_path: Path):
    cache.put(7, DIGEST, CONTENT)

    (path,) = files_of(tmp_path)
    assert b"claimant" not in path.read_bytes()
    assert DIGEST[:12] not in path.name
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_with_another_key_nothing_is_found(cache: DocumentCache, tmp_path: Path):
    cache.put(7, DIGEST, CONTENT)

    assert DocumentCache(tmp_path / "documents", b"x" * 32).get(7, DIGEST) is None


@pytest.mark.parametrize("place", [0, 5, 20, -1])
def test_a_content_altered_on_the_disk_is_not_given_but_removed(
    cache: DocumentCache, tmp_path: Path, place: int
):
    cache.put(7, DIGEST, CONTENT)
    (path,) = files_of(tmp_path)
    sealed = bytearray(path.read_bytes())
    sealed[place] ^= 1
    path.write_bytes(sealed)

    assert cache.get(7, DIGEST) is None
    assert files_of(tmp_path) == []


def test_a_file_cut_to_nothing_is_not_given(cache: DocumentCache, tmp_path: Path):
    cache.put(7, DIGEST, CONTENT)
    (path,) = files_of(tmp_path)
    path.write_bytes(b"")

    assert cache.get(7, DIGEST) is None


def test_the_one_used_longest_ago_makes_room(cache: DocumentCache, tmp_path: Path):
    contents = [secrets.token_bytes(3_000) for _ in range(4)]
    for age, content in enumerate(contents[:3]):
        cache.put(1, digest_of(content), content)
        for path in files_of(tmp_path):
            if path.stat().st_mtime_ns > 10**18:
                os.utime(path, ns=(age * 10**9, age * 10**9))
    cache.get(1, digest_of(contents[0]))

    cache.put(1, digest_of(contents[3]), contents[3])

    held = [cache.holds(1, digest_of(content)) for content in contents]
    assert held == [True, False, True, True]
    assert cache.figures().size <= 10_000


def test_what_is_larger_than_the_room_is_not_kept(cache: DocumentCache, tmp_path: Path):
    large = bytes(10_001)

    cache.put(1, digest_of(large), large)

    assert files_of(tmp_path) == []


def test_what_may_no_longer_be_opened_is_let_go_and_nothing_else(cache: DocumentCache):
    cache.put(1, DIGEST, CONTENT)
    cache.put(12, DIGEST, CONTENT)

    cache.retain({(12, DIGEST), (99, DIGEST)})

    assert not cache.holds(1, DIGEST)
    assert cache.holds(12, DIGEST)


def test_it_is_emptied_with_its_folder(cache: DocumentCache, tmp_path: Path):
    cache.put(1, DIGEST, CONTENT)

    cache.empty()
    cache.empty()

    assert not (tmp_path / "documents").exists()
    assert cache.get(1, DIGEST) is None


def test_it_counts_how_well_it_serves(cache: DocumentCache):
    cache.get(1, DIGEST)
    cache.put(1, DIGEST, CONTENT)
    for _ in range(3):
        cache.get(1, DIGEST)

    figures = cache.figures()

    assert figures == CacheFigures(hits=3, misses=1, held=1, size=figures.size)
    assert figures.rate == 0.75


def test_a_place_that_cannot_be_written_is_no_failure(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    cache = DocumentCache(tmp_path / "file" / "documents", KEY)

    cache.put(1, DIGEST, CONTENT)

    assert cache.get(1, DIGEST) is None
