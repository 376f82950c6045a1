"""Photos alike: none is missed by the index, and the index is used."""

import pytest

from app.sample.dice import Dice
from tests.factories import a_claim, a_person
from tests.server import Database, ask

PHOTOS = """
    WITH made AS (INSERT INTO claims_document (claim_id, document_type)
                  SELECT %s, 'photo' FROM generate_series(1, %s) RETURNING id)
    INSERT INTO claims_document_version (document_id, claim_id, number, object_key, name, size,
                                         sha256, media_type, state, photo_hash)
    SELECT id, %s, 1, 'claims/' || gen_random_uuid() || '/' || repeat('a', 64), 'a.jpg', 3,
           encode(sha256(id::text::bytea), 'hex'), 'image/jpeg', 'clean',
           ('x' || left(md5(id::text || %s), 16))::bit(64)::bigint
    FROM made
"""


def flipped(value: int, places: list[int]) -> int:
    for place in places:
        value ^= 1 << place
    return value


def signed(value: int) -> int:
    return value - 2**64 if value >= 2**63 else value


@pytest.mark.parametrize("seed", range(20))
def test_photos_that_differ_in_six_bits_share_a_band(shared_database: Database, seed: int):
    dice = Dice(f"bands {seed}")
    one = dice.getrandbits(64)
    other = flipped(one, dice.sample(range(64), 6))

    bands = "SELECT app.photo_bands(%s) && app.photo_bands(%s)"

    assert shared_database.value(bands, signed(one), signed(other))


def test_a_photo_is_found_among_many_by_index_and_only_what_is_alike(shared_database: Database):
    person = a_person(shared_database)
    mine = a_claim(shared_database, "in_review", assigned_to=person.id)
    others = a_claim(shared_database, "in_review", assigned_to=person.id)
    shared_database.run(PHOTOS, mine, 1, mine, "mine")
    shared_database.run(PHOTOS, others, 20_000, others, "others")
    hashed = "SELECT photo_hash FROM claims_document_version WHERE claim_id = %s"
    one = shared_database.value(hashed, mine) % 2**64
    near, far = (signed(flipped(one, list(range(0, 60, step)))) for step in (10, 8))
    alike = "UPDATE claims_document_version SET photo_hash = %s WHERE id = %s"
    ids = shared_database.run("SELECT id FROM claims_document_version ORDER BY id DESC LIMIT 2")
    for (version,), value in zip(ids, (near, far), strict=True):
        shared_database.run(alike, value, version)
    shared_database.run("ANALYZE")

    found = ask(
        shared_database.connect_as(person),
        "SELECT same, claim_id, claims FROM document_matches(%s)",
        mine,
    )
    plan = shared_database.run(
        "EXPLAIN SELECT FROM claims_document_version WHERE photo_hash IS NOT NULL"
        f" AND app.photo_bands(photo_hash) && app.photo_bands({signed(one)})"
    )

    assert found == [(False, others, 1)]
    assert "ix_claims_document_version_photo_bands" in str(plan)
