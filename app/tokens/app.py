"""The routes of the token service."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.objects import LocalStore, Signer
from app.tokens.answers import Denied
from app.tokens.objects import Objects
from app.tokens.requests import Asked, read
from app.tokens.service import Answer, Service
from app.tokens.vault import Undecipherable
from app.tracing import HEADER, tracing

Local = tuple[LocalStore, Signer]

log = logging.getLogger(__name__)

_NOT_STORED = {"Cache-Control": "no-store", "Pragma": "no-cache"}


def create_app(service: Service, objects: Local | None = None) -> Starlette:
    """Return the application that serves *service*, and *objects* when they lie with it."""
    table: list[tuple[str, str, Callable[[Asked], Answer]]] = [
        ("POST", "/v1/token", service.token),
        ("POST", "/v1/revoke", service.revoke),
        ("POST", "/v1/lease", service.lease),
        ("GET", "/v1/otp", service.has_codes),
        ("POST", "/v1/otp", service.otp),
        ("POST", "/v1/password", service.password),
        ("POST", "/v1/unlock", service.unlock),
        ("GET", "/v1/sessions", service.sessions),
        ("DELETE", "/v1/sessions/{target}", service.end_session),
        ("GET", "/v1/users", service.people),
        ("POST", "/v1/users", service.add_person),
        ("PATCH", "/v1/users/{target}", service.change_person),
        ("POST", "/v1/users/{target}/reset", service.reset_person),
        ("POST", "/v1/presign", service.presign),
        ("POST", "/v1/uploads", service.begin_upload),
        ("GET", "/v1/uploads/{target}", service.begin_upload),
        ("DELETE", "/v1/uploads/{target}", service.cancel_upload),
        ("POST", "/v1/uploads/{target}/parts", service.sign_parts),
        ("POST", "/v1/uploads/{target}/complete", service.complete_upload),
        ("GET", "/.well-known/jwks.json", service.public_keys),
        ("GET", "/healthz", service.health),
    ]
    paths = {path: [(m, work) for m, p, work in table if p == path] for _, path, _ in table}
    routes = [Route(path, _Endpoint(service, dict(works))) for path, works in paths.items()]
    handlers: dict[Any, Callable[[Request, Any], Response]] = {
        HTTPException: _not_found,
        Exception: _failed,
    }
    routes.append(Route("/metrics", _metrics(service)))
    if objects:
        endpoint = Objects(*objects, service.answered)
        routes.append(Route("/v1/objects/{key:path}", endpoint, methods=["GET", "PUT"]))
    return Starlette(routes=routes, exception_handlers=handlers)


class _Endpoint:
    """One path: finds the work of a method, does it on a thread, and words what went wrong."""

    def __init__(self, service: Service, works: dict[str, Callable[[Asked], Answer]]) -> None:
        self._service = service
        self._works = works

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        request = Request(scope, receive)
        with tracing(request.headers.get(HEADER)):
            response = await self._answer(request)
        self._service.answered(response.status_code)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        work = self._works.get(method)
        if work is None:
            refusal = Denied(405, "invalid_request", "Method Not Allowed.")
            refusal.headers = {"Allow": ", ".join(self._works)}
            return _refusal(refusal)
        try:
            answer = await run_in_threadpool(work, await read(request))
        except Denied as refusal:
            return _refusal(refusal)
        except (DBAPIError, PoolTimeout, Undecipherable) as error:
            return _unavailable(error)
        return JSONResponse(answer, headers=_NOT_STORED)


def _metrics(service: Service) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(_request: Request) -> Response:
        try:
            told = await run_in_threadpool(service.metrics)
        except (DBAPIError, PoolTimeout) as error:
            return _unavailable(error)
        return PlainTextResponse(told, headers=_NOT_STORED)

    return endpoint


def _refusal(refusal: Denied) -> JSONResponse:
    content = {"error": refusal.error, "error_description": refusal.description, **refusal.more}
    return JSONResponse(content, refusal.status, {**_NOT_STORED, **refusal.headers})


def _unavailable(error: Exception) -> JSONResponse:
    log.error("the database did not answer: %s", type(error).__name__)
    sentence = "The database does not answer; try again in a moment."
    return _refusal(Denied(503, "temporarily_unavailable", sentence))


def _not_found(_request: Request, error: HTTPException) -> Response:
    refusal = Denied(error.status_code, "invalid_request", f"{error.detail}.")
    refusal.headers = dict(error.headers or {})
    return _refusal(refusal)


def _failed(_request: Request, _error: Exception) -> Response:
    sentence = "Something unexpected happened; the log has the details."
    return _refusal(Denied(500, "server_error", sentence))
