"""The document store: one protocol, and the places where objects may lie."""

from app.objects.local import LocalStore
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
    "LocalStore",
    "NoRoom",
    "ObjectMissing",
    "Part",
    "Request",
    "Signer",
    "Spec",
    "Store",
    "StoreError",
    "Stored",
    "digest_of",
    "parts_of",
]
