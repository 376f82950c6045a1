"""The token service as a desktop speaks to it."""

import ssl
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

from app.database import Lease
from app.errors import (
    AppError,
    CodeNeeded,
    EnrolmentNeeded,
    Invalid,
    NotAllowed,
    NotFound,
    Offline,
    Refused,
    SignInFailed,
)
from app.tracing import HEADER, trace
from app.words import say, say_n

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_KINDS: dict[str, type[AppError]] = {
    "invalid_request": Invalid,
    "otp_required": CodeNeeded,
    "invalid_otp": CodeNeeded,
    "insufficient_scope": NotAllowed,
    "not_found": NotFound,
    "conflict": Refused,
}


@dataclass(frozen=True, slots=True, repr=False)
class Tokens:
    """What a grant answered; `access_seconds` is how long the access token lasts.

    `temporary` tells that the password was set by somebody else and ends within a day.
    """

    access: str
    refresh: str
    access_seconds: int
    temporary: bool = False


@dataclass(frozen=True, slots=True)
class Versions:
    """What the servers run, and how they say they are."""

    application: str
    schema: str | None
    servers: dict[str, Any] = field(default_factory=dict)


def _number(request: httpx.Request) -> None:
    """Send the number of what is being done along."""
    if trace():
        request.headers[HEADER] = trace()


class TokenClient:
    """Asks the token service and words its refusals for a person."""

    def __init__(self, token_url: str) -> None:
        self.address = token_url
        address = urlsplit(token_url)
        loopback = address.hostname in _LOOPBACK
        if address.scheme != "https" and not loopback:
            raise AppError(say("The token service must be reached by https. Correct the profile."))
        self._where = address.netloc
        # A proxy of the environment must never see what stays on this machine.
        self._http = httpx.Client(
            base_url=token_url,
            verify=_trust() if address.scheme == "https" else True,
            trust_env=not loopback,
            timeout=httpx.Timeout(15.0, connect=5.0),
            event_hooks={"request": [_number]},
        )

    def sign_in(self, username: str, password: str, *, device: str, otp: str = "") -> Tokens:
        """Begin a session; raise SignInFailed on a wrong name or password.

        Raises CodeNeeded when a one-time code is due, EnrolmentNeeded when there are none yet.
        """
        form = {"grant_type": "password", "username": username, "password": password}
        return _tokens(self._ask("/v1/token", form={**form, "device": device, "otp": otp}))

    def begin_enrolment(self, needed: EnrolmentNeeded) -> EnrolmentNeeded:
        """Return *needed* with the secret for the authenticator app."""
        told = self._ask("/v1/otp", headers=_bearer(needed.token))
        secret, uri = told["secret"], told["otpauth_uri"]
        return EnrolmentNeeded(needed.message, token=needed.token, secret=secret, uri=uri)

    def enrol(self, token: str, code: str) -> Tokens:
        """Begin a session by the first one-time code."""
        return _tokens(self._ask("/v1/otp", form={"otp": code}, headers=_bearer(token)))

    def call(self, method: str, path: str, *, access: str, **request: Any) -> dict[str, Any]:
        """Ask for something in a session; *request* is what httpx takes."""
        return self._answer(method, path, headers=_bearer(access), **request)

    def refresh(self, token: str) -> Tokens:
        """Exchange a refresh token, which is spent by it; raise SignInFailed when it has ended."""
        form = {"grant_type": "refresh_token", "refresh_token": token}
        return _tokens(self._ask("/v1/token", form=form))

    def revoke(self, token: str) -> None:
        """End the session of a refresh token."""
        self._ask("/v1/revoke", form={"token": token})

    def lease(self, access: str) -> Lease:
        """Return a database login of fifteen minutes."""
        told = self._ask("/v1/lease", headers=_bearer(access))
        expires = datetime.fromisoformat(told.pop("expires_at"))
        return Lease(**told, expires_at=expires)

    def versions(self) -> Versions:
        """Return what the servers run; raise Offline when they do not answer."""
        told = self._answer("GET", "/healthz")
        state = told.get("servers")
        return Versions(
            str(told.get("version")), told.get("schema"), state if isinstance(state, dict) else {}
        )

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _ask(
        self,
        path: str,
        *,
        form: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        return self._answer("POST", path, data=form, headers=headers)

    def _answer(self, method: str, path: str, **request: Any) -> dict[str, Any]:
        if self._http.is_closed:
            raise Offline(say("The session has ended. Sign in again."))
        try:
            response = self._http.request(method, path, **request)
            told = response.json()
        except httpx.TransportError as error:
            raise Offline(
                say(
                    "The token service at {where} could not be reached. Check the network, then "
                    "try again.",
                    where=self._where,
                )
            ) from error
        except ValueError as error:
            raise Offline(
                say("What answers at {where} is not a token service.", where=self._where)
            ) from error
        if response.is_success and isinstance(told, dict):
            return told
        raise _refusal(response, told if isinstance(told, dict) else {})


def _refusal(response: httpx.Response, told: dict[str, Any]) -> AppError:
    status, error = response.status_code, str(told.get("error"))
    sentence = str(
        told.get("error_description") or say("The token service answered {status}.", status=status)
    )
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return Offline(sentence)
    if error == "otp_enrolment_required":
        return EnrolmentNeeded(sentence, token=str(told.get("enrolment_token")))
    if status == httpx.codes.TOO_MANY_REQUESTS:
        return SignInFailed(_later(response.headers.get("retry-after", "")))
    return _KINDS.get(error, SignInFailed)(sentence)


def _later(seconds: str) -> str:
    minutes = -(-int(seconds) // 60) if seconds.isdigit() else 1
    return say_n(
        "Too many attempts to sign in. Try again in a minute.",
        "Too many attempts to sign in. Try again in {n} minutes.",
        minutes,
    )


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _tokens(told: dict[str, Any]) -> Tokens:
    temporary = bool(told["user"].get("temporary_password"))
    return Tokens(told["access_token"], told["refresh_token"], int(told["expires_in"]), temporary)


def _trust() -> ssl.SSLContext:
    """Trust whom the operating system trusts, a company's own authority included."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
