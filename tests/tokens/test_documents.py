"""Tickets of the database become signed requests, for the person who was given them and briefly."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.access import Identity
from app.errors import AppError, Invalid, NotFound, Refused
from app.objects import PART
from tests.documents import PAGE, Archive, Signed, a_file, archive, bucket_archive
from tests.factories import a_claim, a_person
from tests.server import Database, ask

ANNOUNCE = (
    "INSERT INTO claims_upload (claim_id, document_type, name, size, sha256, media_type)"
    " VALUES (%s, 'photo', 'a.pdf', %s, %s, 'application/pdf') RETURNING id"
)
OPEN = "INSERT INTO claims_opening (version_id) VALUES (%s) RETURNING id"
DIGEST = hashlib.sha256(PAGE).hexdigest()
WHOLE = {"parts": [{"number": 1, "sha256": DIGEST}]}


@pytest.fixture(scope="module")
def own(shared_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """A store in a directory of the service, which serves its addresses itself."""
    with archive(shared_database, tmp_path_factory.mktemp("objects")) as made:
        yield made


@pytest.fixture(scope="module", params=["directory", "bucket"])
def held(request: pytest.FixtureRequest, shared_database: Database) -> Iterator[Archive]:
    if request.param == "directory":
        yield request.getfixturevalue("own")
    else:
        with bucket_archive(shared_database, request.getfixturevalue("seaweed")) as made:
            yield made


@pytest.fixture(scope="module")
def adjuster(shared_database: Database) -> Identity:
    return a_person(shared_database)


@pytest.fixture(scope="module")
def colleague(shared_database: Database) -> Identity:
    return a_person(shared_database)


@pytest.fixture
def claim(shared_database: Database, adjuster: Identity) -> int:
    return a_claim(shared_database, "in_review", assigned_to=adjuster.id)


@pytest.fixture
def session(held: Archive, adjuster: Identity) -> Signed:
    return held.session_of(adjuster)


@pytest.fixture(scope="module")
def raw(shared_database: Database, adjuster: Identity) -> Any:
    return shared_database.connect_as(adjuster)


@pytest.fixture
def upload(raw: Any, claim: int) -> str:
    ((made,),) = ask(raw, ANNOUNCE, claim, len(PAGE), DIGEST)
    return str(made)


def signed_part(session: Signed, upload: str) -> dict[str, Any]:
    session.call("POST", "/v1/uploads", json={"upload": upload})
    told: dict[str, Any] = session.call("POST", f"/v1/uploads/{upload}/parts", json=WHOLE)
    part: dict[str, Any] = told["parts"][0]
    return part


def put(session: Signed, url: str, content: bytes = PAGE, headers: Any = None) -> httpx.Response:
    with httpx.Client(base_url=session.place, trust_env=False) as client:
        return client.put(url, content=content, headers=headers)


def get(session: Signed, url: str, **headers: str) -> httpx.Response:
    with httpx.Client(base_url=session.place, trust_env=False) as client:
        return client.get(url, headers=headers)


def test_an_announced_upload_becomes_a_document(session: Signed, upload: str, held: Archive):
    part = signed_part(session, upload)

    answer = put(session, part["url"], headers=part["headers"])
    finished = session.call("POST", f"/v1/uploads/{upload}/complete", json=WHOLE)
    again = session.call("POST", f"/v1/uploads/{upload}/complete", json=WHOLE)

    row = held.database.run(
        "SELECT object_key, state, number FROM claims_document_version WHERE id = %s",
        finished["version"],
    )
    assert answer.status_code == 200
    assert row == [(f"claims/{upload}/{DIGEST}", "received", 1)]
    assert again == finished


def test_a_document_is_not_made_before_its_object_lies_there(session: Signed, upload: str):
    signed_part(session, upload)

    with pytest.raises(NotFound, match="not in the store"):
        session.call("POST", f"/v1/uploads/{upload}/complete", json=WHOLE)


def test_nobody_uses_a_ticket_of_somebody_else_s27(
    held: Archive,
    colleague: Identity,
    session: Signed,
    upload: str,
    adjuster: Identity,
    tmp_path: Path,
    raw: Any,
):
    stranger = held.session_of(colleague)
    version = held.add_clean(adjuster, a_claim_of(held, adjuster), a_file(tmp_path))
    ((opening,),) = ask(raw, OPEN, version)

    for path, told in (
        ("/v1/uploads", {"upload": upload}),
        (f"/v1/uploads/{upload}/parts", WHOLE),
        (f"/v1/uploads/{upload}/complete", WHOLE),
        ("/v1/presign", {"opening": str(opening)}),
    ):
        with pytest.raises(NotFound):
            stranger.call("POST", path, json=told)
    with pytest.raises(NotFound):
        stranger.call("DELETE", f"/v1/uploads/{upload}")
    assert session.call("POST", "/v1/presign", json={"opening": str(opening)})["url"]


def a_claim_of(held: Archive, person: Identity) -> int:
    return a_claim(held.database, "in_review", assigned_to=person.id)


@pytest.mark.parametrize(
    "ticket", ["", "x", "5f1c9c9e-8a54-4c55-9d32-2a1f7a1e7c11", None, 7, ["a"]]
)
def test_an_invented_ticket_opens_nothing_s27(session: Signed, ticket: Any):
    with pytest.raises(NotFound):
        session.call("POST", "/v1/presign", json={"opening": ticket})


def test_a_ticket_is_good_for_two_minutes_s27(
    held: Archive, adjuster: Identity, session: Signed, claim: int, tmp_path: Path, raw: Any
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))
    ((opening,),) = ask(raw, OPEN, version)
    held.database.run(
        "UPDATE claims_opening SET at = now() - interval '121 seconds' WHERE id = %s", opening
    )

    with pytest.raises(NotFound):
        session.call("POST", "/v1/presign", json={"opening": str(opening)})


def test_a_download_that_began_in_time_goes_on_for_an_hour_s27(
    held: Archive, adjuster: Identity, session: Signed, claim: int, tmp_path: Path, raw: Any
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))
    ((opening,),) = ask(raw, OPEN, version)
    later = "UPDATE claims_opening SET at = now() - interval '%s minutes' WHERE id = %s"
    ticket = {"opening": str(opening)}
    session.call("POST", "/v1/presign", json=ticket)

    held.database.run(later, 59, opening)
    told = session.call("POST", "/v1/presign", json=ticket)
    held.database.run(later, 61, opening)

    assert get(session, told["url"]).content == PAGE
    with pytest.raises(NotFound):
        session.call("POST", "/v1/presign", json=ticket)


def test_a_ticket_for_what_was_quarantined_since_opens_nothing_s30(
    held: Archive, adjuster: Identity, session: Signed, claim: int, tmp_path: Path, raw: Any
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))
    ((opening,),) = ask(raw, OPEN, version)
    held.database.run(
        "UPDATE claims_document_version SET state = 'quarantined' WHERE id = %s", version
    )

    with pytest.raises(NotFound):
        session.call("POST", "/v1/presign", json={"opening": str(opening)})


@pytest.mark.parametrize("state", ["received", "scanning", "rejected", "quarantined"])
def test_the_database_gives_no_ticket_for_what_is_not_clean_s30(
    held: Archive, adjuster: Identity, claim: int, state: str, raw: Any, tmp_path: Path
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))
    held.database.run("UPDATE claims_document_version SET state = %s WHERE id = %s", state, version)

    with pytest.raises(Exception, match="row-level security"):
        ask(raw, OPEN, version)


def test_an_address_takes_only_what_was_announced_s27(
    own: Archive, adjuster: Identity, upload: str
):
    session = own.session_of(adjuster)
    url = signed_part(session, upload)["url"]

    assert put(session, url, PAGE + b"more").status_code == 409
    assert put(session, url, PAGE.replace(b"BT ET", b"BT  T")).status_code == 409
    assert put(session, url.replace("size=", "size=1")).status_code == 403
    assert put(session, url.replace(DIGEST, "0" * 64)).status_code == 403
    assert put(session, url.split("?")[0]).status_code == 403
    assert get(session, url).status_code == 403


def test_an_address_to_read_expires_within_two_minutes_and_writes_nothing_s27(
    held: Archive, adjuster: Identity, session: Signed, claim: int, tmp_path: Path, raw: Any
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))
    ((opening,),) = ask(raw, OPEN, version)

    told = session.call("POST", "/v1/presign", json={"opening": str(opening)})

    assert told["expires_in"] <= 120
    assert put(session, told["url"]).status_code == 403
    assert get(session, told["url"]).content == PAGE
    assert get(session, told["url"], Range="bytes=5-7").content == PAGE[5:8]


@pytest.mark.parametrize(
    "parts",
    [
        None,
        [],
        [{}],
        [{"number": 0, "sha256": DIGEST}],
        [{"number": 2, "sha256": DIGEST}],
        [{"number": True, "sha256": DIGEST}],
        [{"number": "1"}],
        ["1"],
        [{"number": 1, "sha256": DIGEST}] * 65,
    ],
)
def test_parts_that_make_no_sense_are_not_signed(session: Signed, upload: str, parts: Any):
    with pytest.raises(Invalid):
        session.call("POST", f"/v1/uploads/{upload}/parts", json={"parts": parts})


def test_a_large_upload_needs_the_digest_of_each_part_s27(raw: Any, session: Signed, claim: int):
    ((made,),) = ask(raw, ANNOUNCE, claim, PART + 1, "0" * 64)
    begun = session.call("POST", "/v1/uploads", json={"upload": str(made)})

    with pytest.raises(Invalid, match="sha256"):
        session.call("POST", f"/v1/uploads/{made}/parts", json={"parts": [{"number": 1}]})
    whole = [{"number": number, "sha256": "1" * 64} for number in (1, 2)]
    with pytest.raises(Refused, match="missing"):
        session.call("POST", f"/v1/uploads/{made}/complete", json={"parts": whole})

    assert (begun["parts"], begun["done"]) == (2, [])


def test_a_cancelled_upload_is_forgotten(session: Signed, upload: str):
    signed_part(session, upload)

    session.call("DELETE", f"/v1/uploads/{upload}")

    with pytest.raises(NotFound):
        session.call("GET", f"/v1/uploads/{upload}")


def test_a_finished_upload_is_not_cancelled(session: Signed, upload: str):
    part = signed_part(session, upload)
    put(session, part["url"], headers=part["headers"])
    finished = session.call("POST", f"/v1/uploads/{upload}/complete", json=WHOLE)

    session.call("DELETE", f"/v1/uploads/{upload}")

    told = session.call("GET", f"/v1/uploads/{upload}")
    assert told["version"] == finished["version"]


def test_without_a_session_nothing_is_signed(held: Archive, upload: str):
    stranger = Signed(held.place, "forged")

    with pytest.raises(AppError):
        stranger.call("POST", "/v1/uploads", json={"upload": upload})

    stranger.close()


@pytest.mark.parametrize("path", ["..%2f..%2fetc%2fpasswd", "claims/x/y", "con", "%00"])
def test_an_address_that_was_never_signed_names_nothing(session: Signed, path: str):
    answer = get(session, f"/v1/objects/{path}?signature=0&expires=9999999999")

    assert answer.status_code in {403, 404}
