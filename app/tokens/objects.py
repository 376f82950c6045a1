"""The local store over HTTP: signed addresses take an object in or give it out, and no other do."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response

from app.objects import LocalStore, ObjectMissing, Signer, StoreError
from app.objects.local import Incoming

_SECRET = text("SELECT value FROM auth.secret WHERE name = 'object_address'")
_CHUNK = 2**20


def local_store(engine: Engine, place: Path) -> tuple[LocalStore, Signer]:
    """Return the store in a directory with the signer that all servers share."""
    with engine.begin() as connection:
        signer = Signer(bytes(connection.execute(_SECRET).scalar_one()))
    return LocalStore(place, signer), signer


class Objects:
    """The endpoint of the local store."""

    def __init__(self, store: LocalStore, signer: Signer, counted: Callable[[int], None]) -> None:
        self._store = store
        self._signer = signer
        self._counted = counted

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request; what is not signed for is refused whatever it is."""
        request = Request(scope, receive)
        response = await self._answer(request)
        self._counted(response.status_code)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        key, query = request.path_params["key"], dict(request.query_params)
        if not self._signer.allows(request.method, key, query):
            return _refusal(403, "This address is not valid, or not any more.")
        try:
            if request.method == "PUT":
                await self._take(request, key, query)
                return Response(headers={"ETag": query["sha256"]})
            return self._give(key)
        except ObjectMissing as error:
            return _refusal(404, error.message)
        except StoreError as error:
            return _refusal(409, error.message)
        except ClientDisconnect:
            return _refusal(400, "The connection was cut.")

    def _give(self, key: str) -> Response:
        headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        path = self._store.path(key)
        return FileResponse(path, media_type="application/octet-stream", headers=headers)

    async def _take(self, request: Request, key: str, query: dict[str, str]) -> None:
        """Write the body piece by piece on threads; leave nothing of a body that is cut off."""
        bound = (key, int(query["size"]), query["sha256"], query.get("part", ""))
        taking = self._store.receiving(*bound)
        incoming = await run_in_threadpool(taking.__enter__)
        try:
            async for chunk in _pieces(request):
                await run_in_threadpool(incoming.write, chunk)
        except BaseException as error:
            if not await run_in_threadpool(_left, taking, error):
                raise
        else:
            await run_in_threadpool(taking.__exit__, None, None, None)


def _left(taking: AbstractContextManager[Incoming], error: BaseException) -> bool:
    return bool(taking.__exit__(type(error), error, error.__traceback__))


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    """Gather the body's small chunks into larger ones, so that few threads are asked."""
    gathered = bytearray()
    async for chunk in request.stream():
        gathered += chunk
        if len(gathered) >= _CHUNK:
            yield bytes(gathered)
            gathered.clear()
    if gathered:
        yield bytes(gathered)


def _refusal(status: int, sentence: str) -> Response:
    content = {"error": "invalid_request", "error_description": sentence}
    return JSONResponse(content, status, {"Cache-Control": "no-store"})
