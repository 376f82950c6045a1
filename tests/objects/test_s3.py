"""The S3 store against a real server: what it signs is bound, and what it keeps stays."""

import base64
import hashlib
import io
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from botocore.exceptions import ClientError

from app.objects import PART, ObjectMissing, Part, Request, Spec, StoreError, digest_of
from app.objects.s3 import Bucket, S3Store
from tests.seaweed import ROLE, Seaweed


def a_spec(content: bytes) -> Spec:
    digest = hashlib.sha256(content).hexdigest()
    return Spec(f"claims/{uuid.uuid4()}/{digest}", len(content), digest, "application/pdf")


def whole(spec: Spec) -> Part:
    return Part(1, spec.size, spec.sha256)


def send(request: Request, content: bytes, **changes: str) -> httpx.Response:
    headers = {**request.headers, **changes}
    with httpx.Client(trust_env=False, timeout=30) as client:
        return client.request(request.method, request.url, headers=headers, content=content)


def fetch(request: Request, **headers: str) -> httpx.Response:
    with httpx.Client(trust_env=False, timeout=30) as client:
        return client.get(request.url, headers={**request.headers, **headers})


def sent(store: S3Store, content: bytes) -> tuple[Spec, str | None]:
    """Send an object as a desk does and return it with the store's version of it."""
    spec = a_spec(content)
    assert send(store.request_part(spec, whole(spec), None), content).status_code == 200
    return spec, store.complete(spec, None).version


@pytest.fixture(scope="module")
def client(seaweed: Seaweed) -> Any:
    return seaweed.client()


@pytest.fixture(scope="module")
def store(client: Any) -> S3Store:
    made = S3Store(Bucket(f"docs-{uuid.uuid4().hex[:8]}", encryption="AES256"), client)
    made.prepare()
    return made


@pytest.fixture(scope="module")
def locked(client: Any) -> S3Store:
    made = S3Store(Bucket(f"lock-{uuid.uuid4().hex[:8]}", locked_days=1), client)
    made.prepare()
    return made


def test_a_document_goes_in_and_comes_out_by_signed_addresses_alone(store: S3Store):
    spec, version = sent(store, b"evidence")

    answer = fetch(store.request_object(spec.key, version))

    assert answer.content == b"evidence"
    assert answer.headers["content-type"] == "application/pdf"


def test_an_address_binds_size_type_digest_and_no_overwriting_s27(store: S3Store):
    spec = a_spec(b"evidence")

    query = parse_qs(urlsplit(store.request_part(spec, whole(spec), None).url).query)

    signed = set(query["X-Amz-SignedHeaders"][0].split(";"))
    assert signed >= {"content-length", "content-type", "if-none-match", "x-amz-checksum-sha256"}
    assert int(query["X-Amz-Expires"][0]) <= 120


@pytest.mark.parametrize(
    ("content", "changes"),
    [
        (b"evidence and more", {"Content-Length": "17"}),
        (b"evidencE", {}),
        (b"evidence", {"Content-Type": "text/html"}),
        (b"evidence", {"x-amz-checksum-sha256": "A" * 43 + "="}),
        (b"evidence", {"If-None-Match": "other"}),
    ],
    ids=["size", "content", "type", "digest", "overwriting"],
)
def test_what_is_not_as_signed_is_refused_and_not_kept_s27(
    store: S3Store, content: bytes, changes: dict[str, str]
):
    spec = a_spec(b"evidence")
    request = store.request_part(spec, whole(spec), None)

    answer = send(request, content, **changes)

    assert answer.status_code in {400, 403, 412}
    with pytest.raises(ObjectMissing):
        store.complete(spec, None)


def test_an_object_is_not_overwritten_s27(store: S3Store):
    spec, version = sent(store, b"first")
    again = store.request_part(spec, whole(spec), None)

    answer = send(again, b"first")

    assert answer.status_code == 412
    assert store.complete(spec, None).version == version


def test_an_address_for_one_object_opens_no_other_s27(store: S3Store):
    spec, _ = sent(store, b"mine")
    other, _ = sent(store, b"theirs")
    request = store.request_object(spec.key, None)

    answer = fetch(Request("GET", request.url.replace(spec.key, other.key)))

    assert answer.status_code == 403


def test_an_address_to_read_does_not_write_s27(store: S3Store):
    spec, _ = sent(store, b"mine")
    request = store.request_object(spec.key, None)

    answer = send(Request("PUT", request.url), b"evil")

    assert answer.status_code == 403


def test_an_expired_address_is_refused_s27(store: S3Store, monkeypatch: pytest.MonkeyPatch):
    spec, _ = sent(store, b"mine")

    with monkeypatch.context() as patched:
        patched.setattr(
            "botocore.auth.get_current_datetime",
            lambda *_, **__: datetime.now(UTC).replace(tzinfo=None) - timedelta(seconds=180),
        )
        request = store.request_object(spec.key, None)

    assert fetch(request).status_code == 403


def test_nobody_reads_without_an_address(store: S3Store, seaweed: Seaweed):
    spec, _ = sent(store, b"mine")
    place = urlsplit(store.request_object(spec.key, None).url).path

    answer = fetch(Request("GET", f"{seaweed.endpoint}{place}"))

    assert answer.status_code == 403


def test_a_wrong_secret_is_refused(store: S3Store, seaweed: Seaweed):
    forged = S3Store(store._bucket, seaweed.client(aws_secret_access_key="guessed" * 6))

    with pytest.raises(StoreError, match="SignatureDoesNotMatch"):
        list(forged.keys())


def test_a_piece_of_an_object_can_be_fetched(store: S3Store):
    spec, version = sent(store, b"evidence")

    answer = fetch(store.request_object(spec.key, version), Range="bytes=2-4")

    assert (answer.status_code, answer.content) == (206, b"ide")


def test_what_is_not_there_is_missing(store: S3Store):
    spec = a_spec(b"nothing")

    with pytest.raises(ObjectMissing):
        store.open(spec.key)
    with pytest.raises(ObjectMissing):
        store.complete(spec, None)


def test_objects_are_encrypted_at_rest(store: S3Store, client: Any):
    spec, _ = sent(store, b"mine")

    told = client.head_object(Bucket=store._bucket.name, Key=spec.key)

    assert told["ServerSideEncryption"] == "AES256"


def test_a_large_document_is_sent_in_parts_and_resumed(store: S3Store):
    pieces = [b"a" * PART, b"b" * PART, b"c" * 100]
    spec = a_spec(b"".join(pieces))
    name = store.begin(spec)
    parts = [
        Part(number, len(piece), hashlib.sha256(piece).hexdigest())
        for number, piece in enumerate(pieces, 1)
    ]
    digests = {part.number: part.sha256 for part in parts}
    assert send(store.request_part(spec, parts[0], name), pieces[0]).status_code == 200
    assert send(store.request_part(spec, parts[2], name), pieces[2]).status_code == 200

    arrived = store.parts(spec, name)
    with pytest.raises(StoreError, match="missing"):
        store.complete(spec, name, digests)
    assert send(store.request_part(spec, parts[1], name), pieces[1]).status_code == 200
    stored = store.complete(spec, name, digests)

    assert [part.number for part in arrived] == [1, 3]
    assert stored.size == spec.size
    with store.open(spec.key, stored.version) as content:
        assert digest_of(content) == spec.sha256
    assert store.complete(spec, name, digests) == stored


def test_a_part_is_bound_to_its_digest_size_and_number_s27(store: S3Store):
    content = b"a" * (PART + 1)
    spec = a_spec(content)
    name = store.begin(spec)
    part = Part(1, PART, hashlib.sha256(content[:PART]).hexdigest())
    request = store.request_part(spec, part, name)

    altered = send(request, b"b" * PART)
    elsewhere = send(
        Request("PUT", request.url.replace("partNumber=1", "partNumber=2"), request.headers),
        content[:PART],
    )

    assert altered.status_code == 400
    assert elsewhere.status_code == 403
    assert store.parts(spec, name) == []


def test_an_upload_that_was_given_up_leaves_no_parts(store: S3Store, client: Any):
    spec = a_spec(b"a" * (PART + 1))
    name = store.begin(spec)

    store.abort(spec, name)
    store.abort(spec, name)

    left = client.list_multipart_uploads(Bucket=store._bucket.name).get("Uploads", [])
    assert spec.key not in {upload["Key"] for upload in left}


def test_what_was_deleted_behind_the_back_is_still_there_as_a_version(store: S3Store, client: Any):
    spec, version = sent(store, b"evidence")

    client.delete_object(Bucket=store._bucket.name, Key=spec.key)

    with pytest.raises(ObjectMissing):
        store.open(spec.key)
    with store.open(spec.key, version) as content:
        assert content.read() == b"evidence"
    assert fetch(store.request_object(spec.key, version)).content == b"evidence"


def test_what_was_overwritten_behind_the_back_is_fetched_as_it_was(store: S3Store, client: Any):
    spec, version = sent(store, b"evidence")

    client.put_object(Bucket=store._bucket.name, Key=spec.key, Body=b"forgery!")

    assert fetch(store.request_object(spec.key, version)).content == b"evidence"


def test_a_locked_object_is_not_deleted_even_by_the_bucket_s_owner(locked: S3Store, client: Any):
    spec, version = sent(locked, b"original")
    at = {"Bucket": locked._bucket.name, "Key": spec.key, "VersionId": version}

    with pytest.raises(ClientError, match="AccessDenied"):
        client.delete_object(**at)

    retained = client.get_object_retention(**at)["Retention"]
    assert retained["Mode"] == "COMPLIANCE"
    assert retained["RetainUntilDate"] > datetime.now(UTC) + timedelta(hours=23)


def test_the_lock_itself_is_bound_in_the_address_s27(locked: S3Store):
    spec = a_spec(b"original")
    request = locked.request_part(spec, whole(spec), None)
    headers = {name: told for name, told in request.headers.items() if "object-lock" not in name}

    answer = send(Request("PUT", request.url, headers), b"original")

    assert answer.status_code in {400, 403}


def test_a_large_document_is_locked_as_well(locked: S3Store, client: Any):
    pieces = [b"a" * PART, b"b"]
    spec = a_spec(b"".join(pieces))
    name, digests = locked.begin(spec), {}
    for number, piece in enumerate(pieces, 1):
        part = Part(number, len(piece), hashlib.sha256(piece).hexdigest())
        digests[number] = part.sha256
        assert send(locked.request_part(spec, part, name), piece).status_code == 200
    stored = locked.complete(spec, name, digests)

    at = {"Bucket": locked._bucket.name, "Key": spec.key, "VersionId": stored.version}

    with pytest.raises(ClientError, match="AccessDenied"):
        client.delete_object(**at)


def test_the_servers_put_and_read_and_list(store: S3Store):
    spec = a_spec(b"sealed")

    stored = store.put(spec, io.BytesIO(b"sealed"))

    with store.open(spec.key, stored.version) as content:
        assert content.read() == b"sealed"
    assert spec.key in set(store.keys())
    with pytest.raises(StoreError, match="already"):
        store.put(spec, io.BytesIO(b"sealed"))


def test_a_bucket_without_versions_is_told_of(store: S3Store, client: Any):
    plain = S3Store(Bucket(f"plain-{uuid.uuid4().hex[:8]}"), client)
    client.create_bucket(Bucket=plain._bucket.name)

    assert store.faults() == []
    assert "keeps no versions" in plain.faults()[0]
    plain.prepare()
    assert plain.faults() == []


def test_more_objects_than_one_answer_holds_are_all_listed(client: Any):
    many = S3Store(Bucket(f"many-{uuid.uuid4().hex[:8]}"), client)
    many.prepare()
    for number in range(1005):
        client.put_object(Bucket=many._bucket.name, Key=f"claims/{number}", Body=b"")

    assert len(set(many.keys())) == 1005


@pytest.fixture
def borrowed(seaweed: Seaweed) -> Any:
    """A client of a role that may read and do nothing else."""
    role = seaweed.client("sts").assume_role(RoleArn=ROLE, RoleSessionName="reader-1")
    told = role["Credentials"]
    return seaweed.client(
        aws_access_key_id=told["AccessKeyId"],
        aws_secret_access_key=told["SecretAccessKey"],
        aws_session_token=told["SessionToken"],
    )


def test_addresses_signed_with_borrowed_rights_reach_as_far_as_these(store: S3Store, borrowed: Any):
    reader = S3Store(store._bucket, borrowed)
    spec, version = sent(store, b"evidence")
    other = a_spec(b"forgery")

    assert fetch(reader.request_object(spec.key, version)).content == b"evidence"
    assert send(reader.request_part(other, whole(other), None), b"forgery").status_code == 403


def test_a_stored_digest_is_the_announced_one(store: S3Store, client: Any):
    spec, _ = sent(store, b"evidence")

    told = client.head_object(Bucket=store._bucket.name, Key=spec.key, ChecksumMode="ENABLED")

    assert base64.b64decode(told["ChecksumSHA256"]).hex() == spec.sha256
