"""Signed addresses of the local store: what they allow is in them, and for how long."""

import hashlib
import hmac
import time
from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode

LIFETIME = 120
BASE = "/v1/objects/"


class Signer:
    """Signs and checks addresses with one key of the servers."""

    def __init__(self, key: bytes, *, clock: Callable[[], float] = time.time) -> None:
        self._key = key
        self._clock = clock

    def address(self, method: str, key: str, **bound: str | int) -> str:
        """Return the path and query that let *method* be done to *key*, as *bound* says."""
        told = {name: str(value) for name, value in bound.items()}
        told["expires"] = str(int(self._clock()) + LIFETIME)
        told["signature"] = self._signature(method, key, told)
        return f"{BASE}{quote(key)}?{urlencode(told)}"

    def allows(self, method: str, key: str, query: Mapping[str, str]) -> bool:
        """Tell whether the query of an address was signed for this and has not expired."""
        told = dict(query)
        signature = told.pop("signature", "")
        expires = told.get("expires", "")
        expected = self._signature(method, key, told)
        genuine = hmac.compare_digest(signature.encode(), expected.encode())
        return genuine and expires.isdecimal() and int(expires) >= self._clock()

    def _signature(self, method: str, key: str, told: Mapping[str, str]) -> str:
        said = "\n".join([method, key, *(f"{name}={told[name]}" for name in sorted(told))])
        return hmac.new(self._key, said.encode(), hashlib.sha256).hexdigest()
