"""The routes of the token service."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.settings import VERSION
from app.tokens.answers import BadAccessToken, BadRequest, Denied
from app.tokens.keys import Keys
from app.tokens.leases import Leases
from app.tokens.refresh import RefreshTokens
from app.tokens.sign_in import SignIn

log = logging.getLogger(__name__)

LARGEST_BODY = 16_384
_NOT_STORED = {"Cache-Control": "no-store", "Pragma": "no-cache"}

Answer = dict[str, Any]


class Service:
    """What stands behind the routes."""

    def __init__(
        self, engine: Engine, *, sign_in: SignIn, refresh: RefreshTokens, keys: Keys, leases: Leases
    ) -> None:
        self._engine = engine
        self._sign_in = sign_in
        self._refresh = refresh
        self._keys = keys
        self._leases = leases

    def token(self, form: dict[str, str]) -> Answer:
        """Answer a password or a refresh token with tokens."""
        match form.get("grant_type"):
            case "password":
                username, password = _needed(form, "username"), _needed(form, "password")
                return self._sign_in.with_password(username, password, form.get("device", ""))
            case "refresh_token":
                return self._sign_in.with_refresh_token(_needed(form, "refresh_token"))
            case None:
                raise BadRequest("The field grant_type is missing.")
            case _:
                raise BadRequest("This grant is not offered.", error="unsupported_grant_type")

    def revoke(self, form: dict[str, str]) -> Answer:
        """End a session and its leases; ending an unknown one succeeds as well."""
        self._refresh.end(form.get("refresh_token") or _needed(form, "token"))
        return {}

    def lease(self, authorization: str) -> Answer:
        """Answer an access token with a database login."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer":
            raise BadAccessToken
        return self._leases.grant(self._keys.verify(token.strip()))

    def public_keys(self) -> Answer:
        """Answer with the keys that verify access tokens."""
        return self._keys.public()

    def health(self) -> Answer:
        """Answer with the versions that a desktop compares at sign-in."""
        with self._engine.connect() as connection:
            schema = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return {"status": "ok", "version": VERSION, "schema": schema}


def create_app(service: Service) -> Starlette:
    """Return the application that serves *service*."""
    routes = [
        Route("/v1/token", _posted(service.token), methods=["POST"]),
        Route("/v1/revoke", _posted(service.revoke), methods=["POST"]),
        Route("/v1/lease", _authorized(service.lease), methods=["POST"]),
        Route("/.well-known/jwks.json", _read(service.public_keys)),
        Route("/healthz", _read(service.health)),
    ]
    handlers: dict[Any, Callable[[Request, Any], Response]] = {
        Denied: _denied,
        HTTPException: _not_found,
        DBAPIError: _unavailable,
        PoolTimeout: _unavailable,
        Exception: _failed,
    }
    return Starlette(routes=routes, exception_handlers=handlers)


def _posted(work: Callable[[dict[str, str]], Answer]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        form = await _form(request)
        return _secret(await run_in_threadpool(work, form))

    return endpoint


def _authorized(work: Callable[[str], Answer]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        header = request.headers.get("authorization", "")
        return _secret(await run_in_threadpool(work, header))

    return endpoint


def _read(work: Callable[[], Answer]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(_request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(work))

    return endpoint


async def _form(request: Request) -> dict[str, str]:
    """Read a form, never more of it than a form can be."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise Denied(413, "invalid_request", "The request is too large.")
    try:
        form = dict(parse_qsl(body.decode("utf-8"), errors="strict", keep_blank_values=True))
    except ValueError as error:
        raise BadRequest("The request is not a form in UTF-8.") from error
    if any("\0" in value for value in form.values()):
        raise BadRequest("The request is not a form in UTF-8.")
    return form


def _needed(form: dict[str, str], name: str) -> str:
    value = form.get(name)
    if not value:
        raise BadRequest(f"The field {name} is missing.")
    return value


def _secret(answer: Answer) -> JSONResponse:
    return JSONResponse(answer, headers=_NOT_STORED)


def _refusal(status: int, error: str, description: str) -> JSONResponse:
    headers = dict(_NOT_STORED)
    if status == BadAccessToken().status:
        headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
    content = {"error": error, "error_description": description}
    return JSONResponse(content, status, headers)


def _denied(_request: Request, refusal: Denied) -> Response:
    return _refusal(refusal.status, refusal.error, refusal.description)


def _not_found(_request: Request, error: HTTPException) -> Response:
    return _refusal(error.status_code, "invalid_request", f"{error.detail}.")


def _unavailable(_request: Request, error: Exception) -> Response:
    log.error("the database did not answer: %s", type(error).__name__)
    sentence = "The database does not answer; try again in a moment."
    return _refusal(503, "temporarily_unavailable", sentence)


def _failed(_request: Request, _error: Exception) -> Response:
    return _refusal(500, "server_error", "Something unexpected happened; the log has the details.")
