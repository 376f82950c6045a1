"""Every address of the token service with its methods, and which of them take an access token."""

from starlette.applications import Starlette
from starlette.routing import Route

OPEN = {
    "/v1/token": {"POST"},
    "/v1/revoke": {"POST"},
    "/v1/objects/{key:path}": {"GET", "PUT"},
    "/.well-known/jwks.json": {"GET"},
    "/healthz": {"GET"},
    "/metrics": {"GET"},
}
GUARDED = {
    "/v1/lease": {"POST"},
    "/v1/otp": {"GET", "POST"},
    "/v1/password": {"POST"},
    "/v1/unlock": {"POST"},
    "/v1/sessions": {"GET"},
    "/v1/sessions/{target}": {"DELETE"},
    "/v1/users": {"GET", "POST"},
    "/v1/users/{target}": {"PATCH"},
    "/v1/users/{target}/reset": {"POST"},
    "/v1/presign": {"POST"},
    "/v1/uploads": {"POST"},
    "/v1/uploads/{target}": {"GET", "DELETE"},
    "/v1/uploads/{target}/parts": {"POST"},
    "/v1/uploads/{target}/complete": {"POST"},
}
ASKED = [(method, path) for path, methods in (OPEN | GUARDED).items() for method in sorted(methods)]
TOLD = [(method, path) for method, path in ASKED if path in GUARDED]


def filled(path: str, target: str) -> str:
    """Return the address with a target in it."""
    return path.replace("{key:path}", target).replace("{target}", target)


def served_paths(application: Starlette) -> set[str]:
    """Return the addresses that the application answers at."""
    return {route.path for route in application.routes if isinstance(route, Route)}
