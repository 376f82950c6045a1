"""What a request carries, read with care: never more than fits, never what the database refuses."""

import json
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from app.tokens.answers import BadAccessToken, BadRequest, Denied, Missing

LARGEST_BODY = 16_384
_LARGEST_NUMBER, _DIGITS = 2**31 - 1, 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: where it comes from, its headers that matter, and its fields by name."""

    address: str
    authorization: str = ""
    form: dict[str, str] = field(default_factory=dict)
    document: dict[str, Any] = field(default_factory=dict)
    target: str = ""

    @property
    def bearer(self) -> str:
        """Return the access token, or raise BadAccessToken."""
        scheme, _, token = self.authorization.partition(" ")
        if scheme.lower() != "bearer":
            raise BadAccessToken
        return token.strip()

    def needed(self, name: str) -> str:
        """Return a field of the form, or raise BadRequest with its name."""
        value = self.form.get(name)
        if not value:
            raise BadRequest(f"The field {name} is missing.")
        return value

    def identifier(self, what: str, told: object = None) -> uuid.UUID:
        """Return the UUID that a path or a field names *what* by."""
        try:
            return uuid.UUID(str(told or self.target))
        except ValueError as error:
            raise Missing(what) from error

    def number(self, what: str, text: str = "") -> int:
        """Return the number that a path or a field names *what* by."""
        told = text or self.target
        number = int(told) if told.isascii() and told.isdigit() and len(told) <= _DIGITS else 0
        if not 0 < number <= _LARGEST_NUMBER:
            raise Missing(what)
        return number


async def read(request: Request) -> Asked:
    """Read a request of any kind."""
    is_document = request.headers.get("content-type", "").startswith("application/json")
    body = await _body(request)
    return Asked(
        address=request.client.host if request.client else "",
        authorization=request.headers.get("authorization", ""),
        form={} if is_document else _form(body) or _form(request.scope["query_string"]),
        document=_document(body) if is_document else {},
        target=str(request.path_params.get("target", "")),
    )


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise Denied(413, "invalid_request", "The request is too large.")
    return body


def _form(body: bytes) -> dict[str, str]:
    try:
        form = dict(parse_qsl(body.decode("utf-8"), errors="strict", keep_blank_values=True))
    except ValueError as error:
        raise BadRequest("The request is not a form in UTF-8.") from error
    if any("\0" in value for value in form.values()):
        raise BadRequest("The request is not a form in UTF-8.")
    return form


def _document(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadRequest("The request is not a JSON document.") from error
    if not isinstance(told, dict):
        raise BadRequest("The request is not a JSON object.")
    return told
