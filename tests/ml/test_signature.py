import subprocess
import sys
import zipfile

import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from app.errors import BadModel, Invalid
from app.ml import TriageModel, bundle
from app.ml.signature import require_signature, sign


def pems(key: Ed25519PrivateKey) -> tuple[bytes, bytes]:
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return private, public


PRIVATE, PUBLIC = pems(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
OTHER, OTHERS_PUBLIC = pems(Ed25519PrivateKey.from_private_bytes(bytes(32)))


@pytest.fixture(scope="module")
def packed(small_model):
    return bundle.pack(small_model)


@pytest.fixture(scope="module")
def signed(packed):
    return sign(packed, PRIVATE)


def test_a_signed_model_is_loaded_for_those_who_trust_the_signer(small_model, signed, tmp_path):
    path = tmp_path / "model.bundle"
    path.write_bytes(signed)

    loaded = TriageModel.load(path, trusted=PUBLIC)

    assert loaded.model_id == small_model.model_id
    assert loaded.data_version == small_model.data_version


def test_a_signature_does_not_change_what_the_model_is(small_model, packed, signed, tmp_path):
    path = tmp_path / "model.bundle"
    path.write_bytes(signed)

    assert TriageModel.load(path).model_id == small_model.model_id == packed[-64:].decode()
    assert bundle.identity(bundle.opened(signed)[0]) == small_model.model_id


def test_the_signature_is_that_of_the_standard(signed, small_model):
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))

    expected = key.sign(b"precedent model " + small_model.model_id.encode())

    assert bundle.opened(signed)[1] == expected.hex().encode()


def test_a_signed_bundle_is_still_an_ordinary_zip(signed, tmp_path):
    path = tmp_path / "model.bundle"
    path.write_bytes(signed)

    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None


def test_signing_again_replaces_the_signature(packed, signed):
    assert sign(sign(packed, OTHER), PRIVATE) == signed


def test_an_unsigned_model_is_refused_where_a_signer_is_asked_for(packed):
    with pytest.raises(BadModel, match="not signed"):
        require_signature(packed, PUBLIC)


def test_another_signer_is_refused(signed):
    with pytest.raises(BadModel, match="signed by somebody else"):
        require_signature(signed, OTHERS_PUBLIC)


def test_a_signature_of_another_model_is_refused(packed, signed):
    body = bundle.opened(packed)[0]
    foreign = bundle.sealed(body[:100] + b"x" + body[101:], bundle.opened(signed)[1])

    with pytest.raises(BadModel, match="signed by somebody else"):
        require_signature(foreign, PUBLIC)


def test_a_signature_of_nonsense_is_refused(packed):
    nonsense = bundle.sealed(bundle.opened(packed)[0], b"z" * 128)

    with pytest.raises(BadModel, match="signed by somebody else"):
        require_signature(nonsense, PUBLIC)


def test_a_signature_cannot_be_cut_off_unnoticed(signed, packed):
    cut = bundle.sealed(bundle.opened(signed)[0])

    assert cut == packed
    with pytest.raises(BadModel, match="not signed"):
        require_signature(cut, PUBLIC)


@pytest.mark.parametrize("key", [b"", b"no key", PUBLIC])
def test_only_a_private_key_signs(packed, key):
    with pytest.raises(Invalid, match="signing key is not an Ed25519 key"):
        sign(packed, key)


@pytest.mark.parametrize("key", [b"", b"no key", PRIVATE])
def test_only_a_public_key_checks(signed, key):
    with pytest.raises(Invalid, match="public key is not an Ed25519 key"):
        require_signature(signed, key)


def test_keys_of_another_kind_are_refused(packed, signed):
    curve = generate_private_key(SECP256R1())
    private = curve.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = curve.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    with pytest.raises(Invalid):
        sign(packed, private)
    with pytest.raises(Invalid):
        require_signature(signed, public)


def test_any_flipped_bit_of_a_signed_bundle_is_noticed(signed, tmp_path):
    path = tmp_path / "model.bundle"
    tail = len(signed) - 220
    body = [(place, place % 8) for place in np.linspace(0, tail, 100).astype(int)]
    ending = [(place, bit) for place in range(tail, len(signed)) for bit in (0, 6)]

    for place, bit in body + ending:
        damaged = bytearray(signed)
        damaged[place] ^= 1 << bit
        path.write_bytes(bytes(damaged))
        with pytest.raises(BadModel, match=r"^[^.]+\.$"):
            TriageModel.load(path, trusted=PUBLIC)


def test_unsigned_use_needs_no_cryptography(packed, tmp_path):
    (tmp_path / "model.bundle").write_bytes(packed)
    program = f"""
import sys
from app.ml import TriageModel
TriageModel.load({str(tmp_path / "model.bundle")!r})
print("cryptography" in sys.modules)
"""

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"
