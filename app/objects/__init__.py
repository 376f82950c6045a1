"""The document store: one protocol, and the places where objects may lie."""

import os
from collections.abc import Mapping
from pathlib import Path

from app.objects.local import LocalStore
from app.objects.s3 import Bucket, S3Store
from app.objects.signing import Signer
from app.objects.store import (
    PART,
    NoRoom,
    ObjectMissing,
    Part,
    Request,
    Spec,
    Store,
    Stored,
    StoreError,
    digest_of,
    parts_of,
)

__all__ = [
    "PART",
    "Bucket",
    "LocalStore",
    "NoRoom",
    "ObjectMissing",
    "Part",
    "Request",
    "S3Store",
    "Signer",
    "Spec",
    "Store",
    "StoreError",
    "Stored",
    "digest_of",
    "parts_of",
    "store_of",
]


def store_of(place: Path, environment: Mapping[str, str] = os.environ) -> Store:
    """Return the store in the bucket that the environment names, or else in a directory."""
    bucket = Bucket.of(environment)
    return S3Store(bucket) if bucket else LocalStore(place)
