"""Signing keys: rotated without ending a session, shared by services, gone when retired."""

import time
import uuid

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from app.database import engine
from app.tokens import key_ring
from app.tokens.answers import BadAccessToken
from app.tokens.hidden import key_row
from app.tokens.keys import LIFETIME, Access, Keys, Use
from tests.token_service import vault

ACCESS = Access(7, "desk", uuid.uuid4())


@pytest.fixture
def served(database):
    made = engine(database.tokens_dsn)
    yield made
    made.dispose()


@pytest.fixture
def keys(served) -> Keys:
    return Keys(served, vault())


def kid_of(token: str) -> str:
    kid: str = jwt.get_unverified_header(token)["kid"]
    return kid


def test_a_rotated_key_verifies_until_its_last_token_has_ended_and_is_then_refused_s07(
    keys, database
):
    old = keys.sign(ACCESS)
    keys.ring.rotate()
    new = keys.sign(ACCESS)
    believed = keys.verify(old), keys.verify(new)
    [[left]] = database.run(
        "SELECT extract(epoch FROM retired_at - now()) FROM auth.signing_key WHERE kid = %s",
        kid_of(old),
    )

    database.run("UPDATE auth.signing_key SET retired_at = now() WHERE retired_at IS NOT NULL")
    keys.ring._reload()

    assert believed == (ACCESS, ACCESS)
    assert kid_of(new) != kid_of(old)
    assert LIFETIME + 5 < left <= 2 * LIFETIME
    with pytest.raises(BadAccessToken):
        keys.verify(old)
    assert keys.verify(new) == ACCESS


def test_a_key_is_refused_at_its_end_without_looking_again_s07(keys, database):
    old = keys.sign(ACCESS)
    keys.ring.rotate()
    database.run("UPDATE auth.signing_key SET retired_at = now() + interval '1 second'")
    keys.ring._reload()
    end = time.monotonic() + 10

    while keys.ring.find(kid_of(old)) and time.monotonic() < end:
        time.sleep(0.05)

    with pytest.raises(BadAccessToken):
        keys.verify(old)


def test_every_service_believes_a_key_that_another_has_just_made_s07(keys, served):
    other = Keys(served, vault())
    keys.ring.rotate()

    told = other.verify(keys.sign(ACCESS))

    assert told == ACCESS


def test_a_service_that_has_not_seen_the_new_key_yet_is_still_believed_s07(keys, served):
    behind = Keys(served, vault())
    keys.ring.rotate()

    told = keys.verify(behind.sign(ACCESS))

    assert told == ACCESS


def test_all_verifying_keys_are_published_and_the_newest_signs(keys):
    before = kid_of(keys.sign(ACCESS))
    keys.ring.rotate()

    published = [key["kid"] for key in keys.public()["keys"]]

    assert published == [before, kid_of(keys.sign(ACCESS))]


def test_an_old_key_is_rotated_by_itself_once(keys, served, database):
    before = kid_of(keys.sign(ACCESS))
    database.run("UPDATE auth.signing_key SET created_at = now() - interval '31 days'")

    first, second = Keys(served, vault()), Keys(served, vault())

    kids = {kid_of(made.sign(ACCESS)) for made in (first, second)}
    assert len(kids) == 1
    assert before not in kids
    assert database.value("SELECT count(*) FROM auth.signing_key") == 2


def test_keys_retired_in_an_emergency_are_replaced_within_a_minute(keys, database, monkeypatch):
    token = keys.sign(ACCESS)
    database.run("UPDATE auth.signing_key SET retired_at = now()")
    monkeypatch.setattr(key_ring, "RELOAD_SECONDS", -1)

    renewed = keys.sign(ACCESS)

    assert keys.verify(renewed) == ACCESS
    with pytest.raises(BadAccessToken):
        keys.verify(token)


def test_a_retired_private_key_is_deleted_at_the_next_rotation(keys, database):
    keys.ring.rotate()
    database.run(
        "UPDATE auth.signing_key SET retired_at = now() - interval '1 second'"
        " WHERE retired_at IS NOT NULL"
    )

    keys.ring.rotate()

    assert database.value("SELECT count(*) FROM auth.signing_key") == 2


def test_a_token_of_one_use_is_refused_for_the_other_s06(keys):
    enrolment = keys.sign(ACCESS, use=Use.ENROLMENT)

    with pytest.raises(BadAccessToken):
        keys.verify(enrolment)
    with pytest.raises(BadAccessToken):
        keys.verify(keys.sign(ACCESS), use=Use.ENROLMENT)
    assert keys.verify(enrolment, use=Use.ENROLMENT) == ACCESS


@pytest.mark.usefixtures("keys")
def test_a_key_of_another_kind_in_the_table_is_refused(served, database):
    foreign = generate_private_key(SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    kid = database.value("SELECT kid FROM auth.signing_key")
    hidden = vault().encrypt(foreign.decode(), row=key_row(kid))
    database.run("UPDATE auth.signing_key SET private_pem = %s", hidden)

    with pytest.raises(TypeError, match="not Ed25519"):
        Keys(served, vault())


def test_a_signing_key_that_somebody_put_into_the_table_signs_and_verifies_nothing(
    keys, database, expected_log
):
    expected_log.append("signing_key [0-9a-f]{16} (was changed|is not encrypted)")
    token = keys.sign(ACCESS)
    own = kid_of(token)
    plain = Ed25519PrivateKey.generate()
    pem = plain.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    copied = "SELECT 'aaaaaaaaaaaaaaaa', private_pem FROM auth.signing_key"
    database.run(f"INSERT INTO auth.signing_key (kid, private_pem) {copied}")
    database.run(
        "INSERT INTO auth.signing_key (kid, private_pem) VALUES (repeat('b', 16), %s)", pem
    )

    keys.ring._reload()

    assert [key.kid for key in keys.ring.all()] == [own]
    forged = jwt.encode(
        jwt.decode(token, options={"verify_signature": False}),
        plain,
        "EdDSA",
        {"kid": "b" * 16, "typ": "at+jwt"},
    )
    with pytest.raises(BadAccessToken):
        keys.verify(forged)
