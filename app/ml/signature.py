"""Who vouches for a model: an Ed25519 signature of its identity, kept inside the bundle."""

from app.errors import BadModel, Invalid
from app.ml import bundle

_CONTEXT = b"precedent model "


def sign(data: bytes, private: bytes) -> bytes:
    """Return the bundle *data* signed by *private*, an Ed25519 key as PEM without a password.

    A signature that was there is replaced. The model keeps its identity. Raises Invalid for
    another kind of key.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    body, _ = bundle.opened(data)
    try:
        key = load_pem_private_key(private, password=None)
    except (ValueError, TypeError) as error:
        raise Invalid("The signing key is not an Ed25519 key in a PEM file.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Invalid("The signing key is not an Ed25519 key in a PEM file.")
    signature = key.sign(_CONTEXT + bundle.identity(body).encode())
    return bundle.sealed(body, signature.hex().encode())


def require_signature(data: bytes, public: bytes) -> None:
    """Raise BadModel unless the owner of *public*, an Ed25519 key as PEM, signed the bundle."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    body, signature = bundle.opened(data)
    if not signature:
        raise BadModel("This model is not signed; please get it from its source.")
    try:
        key = load_pem_public_key(public)
    except ValueError as error:
        raise Invalid("The public key is not an Ed25519 key in a PEM file.") from error
    if not isinstance(key, Ed25519PublicKey):
        raise Invalid("The public key is not an Ed25519 key in a PEM file.")
    try:
        key.verify(bytes.fromhex(signature.decode()), _CONTEXT + bundle.identity(body).encode())
    except (InvalidSignature, ValueError) as error:
        raise BadModel("This model was signed by somebody else; please do not use it.") from error
