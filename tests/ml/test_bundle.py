import hashlib
import io
import json
import pickle
import zipfile

import numpy as np
import pytest

from app.errors import BadModel
from app.ml import TriageModel, bundle


@pytest.fixture(scope="module")
def packed(small_model):
    return bundle.pack(small_model)


def load(tmp_path, data: bytes) -> TriageModel:
    path = tmp_path / "model.bundle"
    path.write_bytes(data)
    return TriageModel.load(path)


def sealed(members: dict[str, bytes]) -> bytes:
    """A bundle of these members with a seal that holds, as an attacker would make it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.comment = b"0" * 64
    body = buffer.getvalue()[:-64]
    return body + hashlib.sha256(body).hexdigest().encode()


def members(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def npy(
    array: np.ndarray, version: tuple[int, int] = (1, 0), *, allow_pickle: bool = False
) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, version, allow_pickle=allow_pickle)
    return buffer.getvalue()


def test_a_bundle_is_an_ordinary_zip_of_arrays_and_json(packed):
    names = set(members(packed))

    assert "model.json" in names
    assert all(name.endswith((".npy", ".json")) for name in names)
    assert packed[-64:].decode() == hashlib.sha256(packed[:-64]).hexdigest()


def test_resealing_what_was_packed_loads(packed, tmp_path):
    assert load(tmp_path, sealed(members(packed))).ids[0] == "claim-0"


def test_any_flipped_bit_is_noticed(packed, tmp_path):
    for place in np.linspace(0, len(packed) - 1, 150).astype(int):
        damaged = bytearray(packed)
        damaged[place] ^= 1 << (place % 8)

        with pytest.raises(BadModel):
            load(tmp_path, bytes(damaged))


@pytest.mark.parametrize("length", [0, 1, 64, 65, 5000])
def test_a_truncated_file_is_refused(packed, tmp_path, length):
    with pytest.raises(BadModel):
        load(tmp_path, packed[:length])


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04" + b"x" * 100, pickle.dumps({})])
def test_another_kind_of_file_is_refused(tmp_path, data):
    with pytest.raises(BadModel):
        load(tmp_path, data)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(BadModel, match=r"none\.bundle cannot be opened"):
        TriageModel.load(tmp_path / "none.bundle")


class Bomb:
    def __reduce__(self) -> tuple[object, ...]:
        return (pytest.fail, ("code in a bundle was run",))


@pytest.mark.parametrize(
    "forged",
    [
        npy(np.array([Bomb()], object), allow_pickle=True),
        pickle.dumps(Bomb()),
        npy(np.zeros(3)).replace(b"(3,)", b"(9,)"),
        b"\x93NUMPY\x01\x00v\x00"
        + b"{'descr': '<f8', 'fortran_order': False, 'shape': (70368744177664,), }".ljust(117)
        + b"\n",
        npy(np.array(["text"])),
        npy(np.zeros(3), version=(2, 0)),
        b"",
    ],
    ids=["object array", "pickle", "shape too long", "huge shape", "text", "version", "empty"],
)
def test_forged_arrays_are_refused_unread(packed, tmp_path, forged):
    parts = members(packed)
    parts["metric.references.npy"] = forged

    with pytest.raises(BadModel):
        load(tmp_path, sealed(parts))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("metric.references", lambda a: a[:-1]),
        ("metric.references", lambda a: a[:, :-1]),
        ("metric.references", lambda a: a.astype(np.int32)),
        ("labels", lambda a: a[:-5]),
        ("labels", lambda a: a[None]),
        ("forest.feature", lambda a: a + 60_000),
        ("forest.left", lambda a: np.full_like(a, 100)),
        ("forest.left", np.zeros_like),
        ("forest.starts", lambda a: a[::-1].copy()),
        ("encoder.starts", lambda a: a + 10**9),
        ("encoder.tables", lambda a: a[:3]),
        ("encoder.tables", lambda a: a + 1),
        ("ranges.starts", lambda a: a[:1]),
        ("ranges.percentiles", lambda a: a[:2]),
    ],
)
def test_arrays_that_do_not_belong_together_are_refused(packed, tmp_path, name, change):
    parts = members(packed)
    buffer = io.BytesIO(parts[f"{name}.npy"])
    parts[f"{name}.npy"] = npy(change(np.lib.format.read_array(buffer)))

    with pytest.raises(BadModel):
        load(tmp_path, sealed(parts))


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(k=10**9),
        lambda m: m.update(k=0),
        lambda m: m.update(k="15"),
        lambda m: m.update(prior=7.5),
        lambda m: m.pop("prior"),
        lambda m: m.update(surprise=1),
        lambda m: m.update(ids=m["ids"][:3]),
        lambda m: m.update(golden_scores=[99.0] * len(m["golden_scores"])),
        lambda m: m.update(golden=[], golden_scores=[]),
        lambda m: m["metric"].update(models=0),
        lambda m: m["metric"].update(grid=400),
        lambda m: m["forest"].update(width=10**9),
        lambda m: m["schema"].update(features=[]),
        lambda m: m["encoder"]["columns"].clear(),
        lambda m: m["encoder"]["columns"][0].update(source="nothing"),
    ],
)
def test_facts_that_do_not_belong_together_are_refused(packed, tmp_path, change):
    parts = members(packed)
    facts = json.loads(parts["model.json"])
    change(facts["model"])
    parts["model.json"] = json.dumps(facts).encode()

    with pytest.raises(BadModel):
        load(tmp_path, sealed(parts))


def test_another_version_of_the_format_is_told(packed, tmp_path):
    parts = members(packed)
    parts["model.json"] = json.dumps({"format": 99, "model": {}}).encode()

    with pytest.raises(BadModel, match="another version"):
        load(tmp_path, sealed(parts))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(packed, tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "_UNPACKED_LIMIT", 5 << 20)
    parts = members(packed)
    parts["bomb.npy"] = bytes(6 << 20)

    with pytest.raises(BadModel, match="larger than any model"):
        load(tmp_path, sealed(parts))


def test_a_member_that_is_longer_than_it_says_is_refused(packed, tmp_path):
    data = sealed(members(packed) | {"zzz.npy": bytes(100_000)})
    place = data.rindex(b"zzz.npy") - 46 + 24
    forged = data[:place] + (10).to_bytes(4, "little") + data[place + 4 : -64]

    with pytest.raises(BadModel):
        load(tmp_path, forged + hashlib.sha256(forged).hexdigest().encode())


def test_too_many_members_are_refused(packed, tmp_path):
    parts = members(packed) | {f"extra{i}.npy": b"" for i in range(300)}

    with pytest.raises(BadModel, match="larger than any model"):
        load(tmp_path, sealed(parts))


def test_a_broken_save_leaves_the_old_model(small_model, tmp_path, monkeypatch):
    path = tmp_path / "model.bundle"
    small_model.save(path)

    before = path.read_bytes()

    def fail(_: object) -> bytes:
        raise OSError("disk full")

    monkeypatch.setattr(bundle, "pack", fail)
    with pytest.raises(OSError, match="disk full"):
        small_model.save(path)

    assert path.read_bytes() == before


def test_a_settled_claim_costs_at_most_two_bytes_for_each_column(model):
    references = members(bundle.pack(model))["metric.references.npy"]

    assert len(references) <= 128 + 2 * 3100 * len(model.encoder.parents)
