"""What Precedent asks of an S3 server, one requirement each: the store's list for another server.

Run it against a server of one's own before documents are kept there (docs/storage.md).
"""

import hashlib
import io
import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from botocore.exceptions import ClientError

from app.objects.s3 import base64_of
from tests.seaweed import ROLE, Seaweed

EVIDENCE = b"a page of evidence\n" * 500
SUM = base64_of(hashlib.sha256(EVIDENCE).hexdigest())
MIB = 2**20


@pytest.fixture(scope="module")
def client(seaweed: Seaweed) -> Any:
    return seaweed.client()


@pytest.fixture(scope="module")
def bucket(client: Any) -> str:
    name = f"conform-{uuid.uuid4().hex[:8]}"
    client.create_bucket(Bucket=name)
    return name


@pytest.fixture
def at(bucket: str) -> dict[str, str]:
    """A place of its own for each test."""
    return {"Bucket": bucket, "Key": f"claims/{uuid.uuid4()}"}


@pytest.fixture
def there(client: Any, at: dict[str, str]) -> dict[str, str]:
    """A place where something lies."""
    client.put_object(**at, Body=EVIDENCE, ContentType="text/plain", Metadata={"claim": "C-1"})
    return at


def content(client: Any, at: dict[str, str], **more: Any) -> bytes:
    body: bytes = client.get_object(**at, **more)["Body"].read()
    return body


def http(method: str, url: str, **told: Any) -> httpx.Response:
    with httpx.Client(trust_env=False, timeout=20) as asking:
        return asking.request(method, url, **told)


def signed(client: Any, operation: str, at: dict[str, str], seconds: int = 60, **more: Any) -> str:
    url: str = client.generate_presigned_url(operation, {**at, **more}, ExpiresIn=seconds)
    return url


def refusal(work: Any, *told: Any, **more: Any) -> str:
    """Return the code with which something is refused."""
    with pytest.raises(ClientError) as refused:
        work(*told, **more)
    return str(refused.value.response["Error"]["Code"])


def test_a_bucket_is_made(client: Any, bucket: str):
    names = {found["Name"] for found in client.list_buckets()["Buckets"]}

    assert bucket in names


def test_an_object_comes_back_with_its_type_and_notes(client: Any, there: dict[str, str]):
    found = client.get_object(**there)

    assert found["Body"].read() == EVIDENCE
    assert found["ContentType"] == "text/plain"
    assert found["Metadata"] == {"claim": "C-1"}


def test_a_stretch_of_an_object_is_given(client: Any, there: dict[str, str]):
    assert content(client, there, Range="bytes=2-5") == EVIDENCE[2:6]


def test_what_is_not_there_is_named_so(client: Any, at: dict[str, str]):
    assert refusal(client.get_object, **at) == "NoSuchKey"


def test_who_signs_with_another_secret_is_refused(seaweed: Seaweed, bucket: str):
    forger = seaweed.client(aws_secret_access_key="not the secret at all")

    assert refusal(forger.list_objects_v2, Bucket=bucket) == "SignatureDoesNotMatch"


def test_who_does_not_sign_is_refused(seaweed: Seaweed, there: dict[str, str]):
    address = f"{seaweed.endpoint}/{there['Bucket']}/{there['Key']}"

    assert http("GET", address).status_code == 403


def test_the_digest_is_kept_with_the_object(client: Any, at: dict[str, str]):
    client.put_object(**at, Body=EVIDENCE, ChecksumAlgorithm="SHA256")

    assert client.head_object(**at, ChecksumMode="ENABLED")["ChecksumSHA256"] == SUM


def test_a_content_that_is_not_its_digest_is_refused(client: Any, at: dict[str, str]):
    assert refusal(client.put_object, **at, Body=b"forgery", ChecksumSHA256=SUM) == "BadDigest"
    assert refusal(client.get_object, **at) == "NoSuchKey"


def test_an_object_is_made_of_parts(client: Any, at: dict[str, str]):
    name = client.create_multipart_upload(**at)["UploadId"]
    sizes = {1: 5 * MIB, 2: 5 * MIB, 3: 7}
    parts = [
        {
            "PartNumber": number,
            "ETag": client.upload_part(
                **at, UploadId=name, PartNumber=number, Body=bytes([number]) * size
            )["ETag"],
        }
        for number, size in sizes.items()
    ]

    client.complete_multipart_upload(**at, UploadId=name, MultipartUpload={"Parts": parts})

    whole = b"".join(bytes([number]) * size for number, size in sizes.items())
    assert hashlib.sha256(content(client, at)).digest() == hashlib.sha256(whole).digest()


def test_parts_that_were_given_up_are_gone(client: Any, at: dict[str, str]):
    name = client.create_multipart_upload(**at)["UploadId"]
    client.upload_part(**at, UploadId=name, PartNumber=1, Body=b"part")

    client.abort_multipart_upload(**at, UploadId=name)

    left = client.list_multipart_uploads(Bucket=at["Bucket"]).get("Uploads", [])
    assert at["Key"] not in {upload["Key"] for upload in left}


def test_the_client_s_own_transfers_work(client: Any, at: dict[str, str]):
    client.upload_fileobj(io.BytesIO(bytes(17 * MIB)), *at.values())
    back = io.BytesIO()
    client.download_fileobj(*at.values(), back)

    assert back.getvalue() == bytes(17 * MIB)


def test_versions_are_kept_and_a_deletion_hides_but_does_not_destroy(client: Any):
    name = f"versions-{uuid.uuid4().hex[:8]}"
    at = {"Bucket": name, "Key": "claims/one"}
    client.create_bucket(Bucket=name)
    client.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})

    versions = [client.put_object(**at, Body=body)["VersionId"] for body in (b"1", b"2", b"3")]
    marker = client.delete_object(**at)

    assert client.get_bucket_versioning(Bucket=name)["Status"] == "Enabled"
    assert len(set(versions)) == 3
    assert len(client.list_object_versions(Bucket=name)["Versions"]) == 3
    assert content(client, at, VersionId=versions[0]) == b"1"
    assert marker["DeleteMarker"]
    assert refusal(client.get_object, **at) == "NoSuchKey"
    client.delete_object(**at, VersionId=marker["VersionId"])
    assert content(client, at) == b"3"


def test_a_signed_address_fetches(client: Any, there: dict[str, str]):
    assert http("GET", signed(client, "get_object", there)).content == EVIDENCE


def test_a_signed_address_sends(client: Any, at: dict[str, str]):
    address = signed(client, "put_object", at, ContentType="image/png")

    answer = http("PUT", address, content=b"pixels", headers={"Content-Type": "image/png"})

    assert answer.status_code == 200
    assert content(client, at) == b"pixels"


def test_a_signed_address_that_was_changed_is_refused(client: Any, there: dict[str, str]):
    address = signed(client, "get_object", there)

    assert http("GET", address.replace(there["Key"], "claims/other")).status_code == 403


def test_a_signed_address_that_is_over_is_refused(
    client: Any, there: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    earlier = datetime.now(UTC).replace(tzinfo=None) - timedelta(minutes=5)
    monkeypatch.setattr("botocore.auth.get_current_datetime", lambda *_, **__: earlier)

    assert http("GET", signed(client, "get_object", there)).status_code == 403


def test_a_signed_form_sends_within_its_bounds(client: Any, at: dict[str, str]):
    bounds = [["content-length-range", 1, 10]]
    form = client.generate_presigned_post(*at.values(), Conditions=bounds, ExpiresIn=60)

    larger = http("POST", form["url"], data=form["fields"], files={"file": b"x" * 11})
    fits = http("POST", form["url"], data=form["fields"], files={"file": b"x" * 10})

    assert larger.is_client_error
    assert fits.is_success
    assert content(client, at) == b"x" * 10


def test_objects_are_encrypted_by_the_server(client: Any, at: dict[str, str]):
    client.put_object(**at, Body=EVIDENCE, ServerSideEncryption="AES256")

    assert client.head_object(**at)["ServerSideEncryption"] == "AES256"
    assert content(client, at) == EVIDENCE


def test_objects_are_encrypted_with_a_key_of_ours_and_not_read_without_it(
    client: Any, at: dict[str, str]
):
    key = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": b"0123456789abcdef" * 2}
    client.put_object(**at, Body=EVIDENCE, **key)

    assert refusal(client.get_object, **at)
    assert content(client, at, **key) == EVIDENCE


def test_a_locked_version_is_not_deleted_by_anybody(client: Any):
    name = f"locked-{uuid.uuid4().hex[:8]}"
    client.create_bucket(Bucket=name, ObjectLockEnabledForBucket=True)
    at = {"Bucket": name, "Key": "claims/one"}
    until = datetime.now(UTC) + timedelta(hours=1)
    made = client.put_object(
        **at,
        Body=EVIDENCE,
        ObjectLockMode="COMPLIANCE",
        ObjectLockRetainUntilDate=until,
        ChecksumAlgorithm="SHA256",
    )

    code = refusal(client.delete_object, **at, VersionId=made["VersionId"])

    assert code == "AccessDenied"
    assert client.get_object_retention(**at)["Retention"]["Mode"] == "COMPLIANCE"


def test_objects_carry_tags(client: Any, there: dict[str, str]):
    tags = [{"Key": "line", "Value": "motor"}]

    client.put_object_tagging(**there, Tagging={"TagSet": tags})

    assert client.get_object_tagging(**there)["TagSet"] == tags


def test_what_is_there_is_not_overwritten_when_so_asked(client: Any, there: dict[str, str]):
    code = refusal(client.put_object, **there, Body=b"forgery", IfNoneMatch="*")

    assert code == "PreconditionFailed"
    assert content(client, there) == EVIDENCE


def test_a_long_list_comes_page_by_page(client: Any, bucket: str):
    names = {f"many/{number:04}" for number in range(1100)}
    with ThreadPoolExecutor(8) as senders:
        list(senders.map(lambda name: client.put_object(Bucket=bucket, Key=name, Body=b""), names))

    pages = client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="many/")

    listed = [{one["Key"] for one in page.get("Contents", [])} for page in pages]
    assert len(listed) > 1
    assert set.union(*listed) == names


def test_a_bucket_keeps_a_policy(client: Any, bucket: str):
    rule = {
        "Sid": "NobodyReadsDrafts",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{bucket}/drafts/*",
    }
    policy = {"Version": "2012-10-17", "Statement": [rule]}

    client.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))

    kept = json.loads(client.get_bucket_policy(Bucket=bucket)["Policy"])
    assert kept["Statement"][0]["Sid"] == "NobodyReadsDrafts"
    client.delete_bucket_policy(Bucket=bucket)


def test_a_bucket_keeps_rules_of_expiry(client: Any, bucket: str):
    rule = {
        "ID": "parts",
        "Status": "Enabled",
        "Filter": {"Prefix": "scratch/"},
        "Expiration": {"Days": 2},
    }

    client.put_bucket_lifecycle_configuration(
        Bucket=bucket, LifecycleConfiguration={"Rules": [rule]}
    )

    kept = client.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]
    assert [(one["ID"], one["Expiration"]["Days"]) for one in kept] == [("parts", 2)]


def test_a_role_is_lent_and_reaches_no_farther(seaweed: Seaweed, there: dict[str, str]):
    told = seaweed.client("sts").assume_role(RoleArn=ROLE, RoleSessionName="conformance")
    lent = seaweed.client(
        aws_access_key_id=told["Credentials"]["AccessKeyId"],
        aws_secret_access_key=told["Credentials"]["SecretAccessKey"],
        aws_session_token=told["Credentials"]["SessionToken"],
    )

    assert content(lent, there) == EVIDENCE
    assert refusal(lent.put_object, **there, Body=b"forgery") == "AccessDenied"
