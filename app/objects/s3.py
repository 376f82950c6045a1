"""Objects in a bucket that speaks S3; an address binds size, type, digest and no overwriting."""

import base64
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO

from app.errors import AppError
from app.objects.signing import LIFETIME
from app.objects.store import (
    NoRoom,
    ObjectMissing,
    Part,
    Request,
    Spec,
    Stored,
    StoreError,
    parts_of,
)

_GONE = {"404", "NoSuchKey", "NoSuchVersion", "NoSuchUpload", "NotFound"}
_FULL = {"507", "InsufficientStorage", "QuotaExceeded", "XMinioStorageFull", "EntityTooLarge"}
_THERE = {"412", "PreconditionFailed"}
_RETRIES = 3
_SETTINGS = ("BUCKET", "ENDPOINT", "REGION", "ENCRYPTION", "LOCK_DAYS")


@dataclass(frozen=True, slots=True)
class Bucket:
    """Where objects lie and how they are kept there; credentials come from the environment.

    `encryption` is what S3 calls the algorithm (AES256 or aws:kms); for `locked_days` nobody can
    remove or change an object, its owner included.
    """

    name: str
    endpoint: str | None = None
    region: str | None = None
    encryption: str | None = None
    locked_days: int = 0

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Bucket | None":
        """Read PRECEDENT_S3_*; None where no bucket is named."""
        told = {name: environment.get(f"PRECEDENT_S3_{name}") or None for name in _SETTINGS}
        if told["BUCKET"] is None:
            return None
        days = told["LOCK_DAYS"] or "0"
        if not days.isdecimal():
            raise AppError("PRECEDENT_S3_LOCK_DAYS is a number of days. Correct it.")
        return cls(told["BUCKET"], told["ENDPOINT"], told["REGION"], told["ENCRYPTION"], int(days))


class S3Store:
    """A document store in a bucket."""

    def __init__(self, bucket: Bucket, client: Any = None) -> None:
        self._bucket = bucket
        self._client = client or client_of(bucket)

    def begin(self, spec: Spec) -> str | None:
        """Begin a multipart upload where one part is not enough."""
        if parts_of(spec.size) == 1:
            return None
        with _translated():
            begun = self._client.create_multipart_upload(
                **self._at(spec.key), **self._kept(spec), ChecksumAlgorithm="SHA256"
            )
        name: str = begun["UploadId"]
        return name

    def request_part(self, spec: Spec, part: Part, multipart: str | None) -> Request:
        """Sign the sending of a part, or of the whole object where it is one."""
        bound = {
            **self._at(spec.key),
            "ContentLength": part.size,
            "ChecksumSHA256": base64_of(part.sha256),
        }
        if multipart:
            more: dict[str, Any] = {"UploadId": multipart, "PartNumber": part.number}
            return self._signed("upload_part", {**bound, **more})
        return self._signed("put_object", {**bound, **self._kept(spec), "IfNoneMatch": "*"})

    def parts(self, spec: Spec, multipart: str | None) -> list[Part]:
        """Return the parts that the bucket has."""
        if not multipart:
            return []
        pages = self._client.get_paginator("list_parts")
        with _translated():
            listed = pages.paginate(**self._at(spec.key), UploadId=multipart)
            found = [part for page in listed for part in page.get("Parts", [])]
        return [
            Part(one["PartNumber"], one["Size"], hex_of(one.get("ChecksumSHA256")), one["ETag"])
            for one in found
        ]

    def complete(
        self, spec: Spec, multipart: str | None, digests: Mapping[int, str] | None = None
    ) -> Stored:
        """Make the object of its parts and look at what it has become."""
        if multipart:
            self._join(spec, multipart, digests or {})
        with _translated():
            found = self._client.head_object(**self._at(spec.key), ChecksumMode="ENABLED")
        told = found.get("ChecksumSHA256")
        whole = None if multipart or not told else hex_of(told)
        if found["ContentLength"] != spec.size or whole not in {None, spec.sha256}:
            raise StoreError("The stored document is not what was announced. Send it again.")
        return Stored(spec.size, found.get("VersionId"))

    def abort(self, spec: Spec, multipart: str | None) -> None:
        """Forget the parts."""
        if multipart:
            with _ignoring_missing(), _translated():
                self._client.abort_multipart_upload(**self._at(spec.key), UploadId=multipart)

    def request_object(self, key: str, version: str | None) -> Request:
        """Sign the fetching of exactly the version that was stored."""
        return self._signed("get_object", self._version(key, version))

    def open(self, key: str, version: str | None = None) -> BinaryIO:
        """Open the object, to be read piece by piece."""
        with _translated():
            found = self._client.get_object(**self._version(key, version))
        return io.BufferedReader(_Body(found["Body"]), 2**20)

    def put(self, spec: Spec, content: BinaryIO) -> Stored:
        """Store an object of the servers' own."""
        digest = base64_of(spec.sha256)
        with _translated():
            told = self._client.put_object(
                **self._at(spec.key),
                **self._kept(spec),
                Body=content,
                ContentLength=spec.size,
                ChecksumSHA256=digest,
                IfNoneMatch="*",
            )
        return Stored(spec.size, told.get("VersionId"))

    @property
    def locks(self) -> bool:
        """Tell whether nobody can remove or change an object for a time."""
        return bool(self._bucket.locked_days)

    def keys(self, prefix: str = "claims/") -> Iterator[str]:
        """Yield the keys of the bucket's documents, or of what begins otherwise."""
        pages = self._client.get_paginator("list_objects_v2")
        with _translated():
            for page in pages.paginate(Bucket=self._bucket.name, Prefix=prefix):
                yield from (found["Key"] for found in page.get("Contents", []))

    def first_versions(self, prefix: str) -> list[tuple[str, str]]:
        """Return the keys that begin so, in order, each with the oldest version that is there."""
        pages = self._client.get_paginator("list_object_versions")
        with _translated():
            listed = pages.paginate(Bucket=self._bucket.name, Prefix=prefix)
            found = [one for page in listed for one in page.get("Versions", [])]
        newest_first = sorted(found, key=lambda one: one["LastModified"], reverse=True)
        return sorted({one["Key"]: one["VersionId"] for one in newest_first}.items())

    def prepare(self) -> None:
        """Make the bucket if there is none, let it keep versions, and shut it to the public."""
        names, lock = {"Bucket": self._bucket.name}, bool(self._bucket.locked_days)
        with _translated():
            try:
                self._client.head_bucket(**names)
            except self._client.exceptions.ClientError:
                self._client.create_bucket(**names, ObjectLockEnabledForBucket=lock)
            self._client.put_bucket_versioning(
                **names, VersioningConfiguration={"Status": "Enabled"}
            )

    def faults(self) -> list[str]:
        """Return what is wrong with the bucket, as sentences."""
        with _translated():
            told = self._client.get_bucket_versioning(Bucket=self._bucket.name)
        if told.get("Status") != "Enabled":
            return [f"The bucket {self._bucket.name} keeps no versions; run `objects prepare`."]
        return []

    def _join(self, spec: Spec, multipart: str, digests: Mapping[int, str]) -> None:
        try:
            parts = self.parts(spec, multipart)
        except ObjectMissing:
            return  # it was joined before, which the look at the object will show
        numbers = [part.number for part in parts]
        if numbers != list(range(1, parts_of(spec.size) + 1)) or not digests.keys() >= set(numbers):
            raise StoreError("Parts of the document are missing. Send them, then finish.")
        told = [
            {
                "PartNumber": part.number,
                "ETag": part.tag,
                "ChecksumSHA256": base64_of(digests[part.number]),
            }
            for part in parts
        ]
        with _ignoring_missing(), _translated():
            self._client.complete_multipart_upload(
                **self._at(spec.key), UploadId=multipart, MultipartUpload={"Parts": told}
            )

    def _at(self, key: str) -> dict[str, str]:
        return {"Bucket": self._bucket.name, "Key": key}

    def _version(self, key: str, version: str | None) -> dict[str, str]:
        return self._at(key) | ({"VersionId": version} if version else {})

    def _kept(self, spec: Spec) -> dict[str, Any]:
        kept: dict[str, Any] = {"ContentType": spec.media_type}
        if self._bucket.encryption:
            kept["ServerSideEncryption"] = self._bucket.encryption
        if self._bucket.locked_days:
            until = datetime.now(UTC) + timedelta(days=self._bucket.locked_days)
            kept["ObjectLockMode"] = "COMPLIANCE"
            kept["ObjectLockRetainUntilDate"] = until.replace(microsecond=0)
        return kept

    def _signed(self, operation: str, bound: dict[str, Any]) -> Request:
        """Sign an operation and collect the headers that its sender has to repeat."""
        with _translated():
            url = self._client.generate_presigned_url(operation, bound, ExpiresIn=LIFETIME)
        method = "GET" if operation == "get_object" else "PUT"
        return Request(method, url, self._headers(operation, bound))

    def _headers(self, operation: str, bound: dict[str, Any]) -> dict[str, str]:
        """Return the headers the operation would have been sent with, and were signed as."""
        shape = self._client.meta.service_model.operation_model(_camel(operation)).input_shape
        headers: dict[str, str] = {}
        for name, value in bound.items():
            place = shape.members[name].serialization
            if place.get("location") == "header":
                told = f"{value:%Y-%m-%dT%H:%M:%SZ}" if isinstance(value, datetime) else str(value)
                headers[place["name"]] = told
        return headers


def client_of(bucket: Bucket) -> Any:
    """Return a client that signs with version 4 and names the bucket in the path."""
    import boto3
    from botocore.config import Config

    return boto3.client(
        "s3",
        endpoint_url=bucket.endpoint,
        region_name=bucket.region,
        config=Config(
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            retries={"max_attempts": _RETRIES},
            connect_timeout=5,
            read_timeout=60,
        ),
    )


def base64_of(sha256: str) -> str:
    """Return a digest as S3 writes it."""
    return base64.b64encode(bytes.fromhex(sha256)).decode()


def hex_of(told: str | None) -> str:
    """Return a digest that S3 wrote, in hexadecimal digits; nothing for the sum of several."""
    return "" if told is None or "-" in told else base64.b64decode(told).hex()


def _camel(operation: str) -> str:
    return "".join(word.capitalize() for word in operation.split("_"))


class _Body(io.RawIOBase):
    """The body of an answer as a file, with failures in our words."""

    def __init__(self, body: Any) -> None:
        self._body = body

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with _translated():
            chunk: bytes = self._body.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        self._body.close()
        super().close()


@contextmanager
def _ignoring_missing() -> Iterator[None]:
    try:
        yield
    except ObjectMissing:
        return


@contextmanager
def _translated() -> Iterator[None]:
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except ClientError as error:
        raise _worded(str(error.response.get("Error", {}).get("Code", ""))) from error
    except BotoCoreError as error:
        raise StoreError("The document store does not answer. Try again in a moment.") from error


def _worded(code: str) -> StoreError:
    if code in _GONE:
        return ObjectMissing("The document is not in the store. Tell an administrator.")
    if code in _FULL:
        return NoRoom("The document store is full. Tell an administrator.")
    if code in _THERE:
        return StoreError("There is a document of this name in the store already.")
    return StoreError(f"The document store refused ({code}). Tell an administrator.")
