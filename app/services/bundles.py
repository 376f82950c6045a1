"""A model's file: written once all of it is there, signed if wished, its signer asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AppError, Invalid
from app.words import say

if TYPE_CHECKING:
    from app.ml import TriageModel
    from app.ml.severity import SeverityModel


def signing_key(path: Path | None) -> bytes | None:
    """Return the PEM text of the key in *path*; raises Invalid if it cannot be opened."""
    return _pem(path, say("signing key")) if path else None


def signer(path: Path | None) -> bytes | None:
    """Return the PEM text of the public key in *path*; raises Invalid if it cannot be opened."""
    return _pem(path, say("public key")) if path else None


def write_model(
    model: "TriageModel | SeverityModel", out: Path, *, private: bytes | None = None
) -> None:
    """Write *model* to *out*, signed by *private* if given; raises AppError if it cannot be."""
    from app.ml import bundle
    from app.ml.signature import sign

    data = bundle.pack(model)
    try:
        bundle.write(out, sign(data, private) if private else data)
    except OSError as error:
        raise AppError(
            say("{out} cannot be written: {strerror}.", out=out, strerror=error.strerror)
        ) from error


def _pem(path: Path, what: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Invalid(
            say("The {what} {path} cannot be opened; please check the path.", what=what, path=path)
        ) from error
