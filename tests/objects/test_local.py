"""Objects in a directory: whole, kept, and never other than announced."""

import errno
import hashlib
import io
from pathlib import Path

import pytest

from app.objects import (
    PART,
    LocalStore,
    NoRoom,
    ObjectMissing,
    Part,
    Signer,
    Spec,
    StoreError,
    digest_of,
)

UPLOAD = "00000000-0000-4000-8000-000000000001"


def a_spec(content: bytes, upload: str = UPLOAD) -> Spec:
    digest = hashlib.sha256(content).hexdigest()
    return Spec(f"claims/{upload}/{digest}", len(content), digest, "application/pdf")


def content_of(store: LocalStore, spec: Spec) -> bytes:
    with store.open(spec.key) as content:
        return content.read()


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path / "objects", Signer(b"key"))


def test_what_was_put_is_read_again(store: LocalStore):
    spec = a_spec(b"evidence")

    stored = store.put(spec, io.BytesIO(b"evidence"))

    assert stored.size == 8
    assert content_of(store, spec) == b"evidence"
    assert list(store.keys()) == [spec.key]


def test_one_content_under_two_keys_lies_on_the_disk_once(store: LocalStore, tmp_path: Path):
    first, second = a_spec(b"same"), a_spec(b"same", UPLOAD[:-1] + "2")

    store.put(first, io.BytesIO(b"same"))
    store.put(second, io.BytesIO(b"same"))

    names = [tmp_path / "objects" / "keys" / spec.key for spec in (first, second)]
    assert names[0].samefile(names[1])


def test_an_altered_content_is_not_lent_to_a_new_key(store: LocalStore, tmp_path: Path):
    first, second = a_spec(b"same"), a_spec(b"same", UPLOAD[:-1] + "2")
    store.put(first, io.BytesIO(b"same"))
    (tmp_path / "objects" / "keys" / first.key).write_bytes(b"evil")

    store.put(second, io.BytesIO(b"same"))

    assert content_of(store, second) == b"same"


@pytest.mark.parametrize("sent", [b"evidenc", b"evidence!", b"evidenCe", b""])
def test_what_is_not_as_announced_leaves_nothing(store: LocalStore, tmp_path: Path, sent: bytes):
    spec = a_spec(b"evidence")

    with pytest.raises(StoreError):
        store.put(spec, io.BytesIO(sent))

    assert [path for path in (tmp_path / "objects").rglob("*") if path.is_file()] == []


def test_a_full_disk_leaves_nothing_and_says_so(
    store: LocalStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.objects.local.os.fsync", full)

    with pytest.raises(NoRoom, match="full"):
        store.put(a_spec(b"evidence"), io.BytesIO(b"evidence"))

    assert [path for path in (tmp_path / "objects").rglob("*") if path.is_file()] == []


def test_an_object_of_parts_is_joined_when_all_have_arrived(store: LocalStore):
    pieces = [b"a" * PART, b"b" * 10]
    spec = a_spec(b"".join(pieces))
    multipart = store.begin(spec)
    sent = []
    for number, piece in enumerate(pieces, 1):
        sent.append(Part(number, len(piece), hashlib.sha256(piece).hexdigest()))
        with pytest.raises(StoreError, match="missing"):
            store.complete(spec, multipart)
        with store.receiving(spec.key, len(piece), sent[-1].sha256, str(number)) as incoming:
            incoming.write(piece)

    stored = store.complete(spec, multipart)

    assert stored.size == spec.size
    with store.open(spec.key) as content:
        assert digest_of(content) == spec.sha256
    assert store.complete(spec, multipart) == stored
    assert store.parts(spec, multipart) == []


def test_parts_that_make_another_content_make_no_object(store: LocalStore):
    spec = a_spec(b"a" * (PART + 1))
    for number, piece in enumerate((b"a" * PART, b"b"), 1):
        digest = hashlib.sha256(piece).hexdigest()
        with store.receiving(spec.key, len(piece), digest, str(number)) as incoming:
            incoming.write(piece)

    with pytest.raises(StoreError, match="altered"):
        store.complete(spec, store.begin(spec))

    with pytest.raises(ObjectMissing):
        store.open(spec.key)


@pytest.mark.parametrize(
    "key", ["../../etc/passwd", "claims/../x", "claims//x", "", "claims/" + UPLOAD, "con/nul/aux"]
)
def test_a_key_the_servers_did_not_make_names_nothing(store: LocalStore, key: str):
    with pytest.raises(ObjectMissing):
        store.open(key)


def test_an_address_allows_what_it_says_until_it_expires():
    now = [1000.0]
    signer = Signer(b"key", clock=lambda: now[0])
    _, _, query = signer.address("PUT", "claims/a", size=3).partition("?")
    told = dict(pair.split("=") for pair in query.split("&"))

    assert signer.allows("PUT", "claims/a", told)
    assert not signer.allows("GET", "claims/a", told)
    assert not signer.allows("PUT", "claims/b", told)
    assert not signer.allows("PUT", "claims/a", told | {"size": "4"})
    assert not signer.allows("PUT", "claims/a", told | {"part": "1"})
    assert not signer.allows("PUT", "claims/a", told | {"expires": "9999"})
    assert not Signer(b"other", clock=lambda: now[0]).allows("PUT", "claims/a", told)
    now[0] += 121
    assert not signer.allows("PUT", "claims/a", told)
