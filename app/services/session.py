"""A signed-in person: who they are, their hold on the database, and how both are kept fresh."""

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, event, select

from app.access import Identity, Role
from app.database import Lease, engine, translate
from app.errors import AppError, CodeNeeded, EnrolmentNeeded, Offline, SignInFailed
from app.models import Profile
from app.services.keychain import APOLOGY, Keychain, trusted_backend
from app.services.one_time import codes
from app.services.token_client import TokenClient, Tokens
from app.settings import VERSION, schema_heads
from app.words import say

_EARLY = timedelta(minutes=3)
_LAST_MOMENT = timedelta(seconds=10)
_EARLY_SECONDS = 60
_PAUSE_SECONDS = 15
TEMPORARY = say("Your password was set by an administrator and ends within a day: change it now.")


@dataclass(frozen=True, slots=True)
class Session:
    """What a signed-in desktop works with; `notice` is a sentence to show once, or empty."""

    identity: Identity
    engine: Engine
    source: "LeaseSource"
    notice: str = ""

    def close(self) -> None:
        """Sign out: end the session and its logins at the servers, and forget it here."""
        self.engine.dispose()
        self.source.end()

    def leave(self) -> None:
        """Close the desktop; a session in the keyring waits there, any other one ends."""
        self.engine.dispose()
        self.source.leave()


class LeaseSource:
    """One lease for a whole pool, renewed early and by one thread at a time.

    `otp_secret` makes the one-time codes of a sample's administrator; all others keep theirs.
    """

    def __init__(
        self, client: TokenClient, tokens: Tokens, *, keychain: Keychain, device: str
    ) -> None:
        self._client = client
        self._keychain = keychain
        self._device = device
        self._turn = threading.Lock()
        self._lease: Lease | None = None
        self._not_before = 0.0
        self.otp_secret = ""
        self._accept(tokens)

    def __call__(self) -> Lease:
        """Return a login that lasts; raise SignInFailed when the session has ended."""
        with self._turn:
            held = self._lease
            if held is None or (_left(held) < _EARLY and time.monotonic() >= self._not_before):
                held = self._renew(held)
            return held

    def call(self, method: str, path: str, **request: Any) -> dict[str, Any]:
        """Ask the token service for something in this session; *request* is what httpx takes."""
        with self._turn:
            access = self._access()
        return self._client.call(method, path, access=access, **request)

    def end(self) -> None:
        """End the session at the servers; a service that cannot be reached ends it by time."""
        with self._turn:
            self._keychain.forget()
            try:
                self._client.revoke(self._tokens.refresh)
            except AppError:
                pass
            finally:
                self._client.close()

    @property
    def place(self) -> str:
        """Return the address of the token service."""
        return self._client.address

    @property
    def keeps(self) -> bool:
        """Tell whether the keychain will still have the data key at the next start."""
        return self._keychain.keeps

    def data_key(self) -> bytes:
        """Return the key for what the person leaves on this machine, as the keychain keeps it."""
        return self._keychain.data_key()

    def leave(self) -> None:
        """Keep the session for the next start where that is safe, and end it elsewhere."""
        if self._keychain.keeps:
            self._client.close()
        else:
            self.end()

    def _renew(self, held: Lease | None) -> Lease:
        """Ask for a lease; while the old one lasts, an absent service is asked again later."""
        try:
            lease = self._client.lease(self._access())
        except Offline:
            if held is None or _left(held) < _LAST_MOMENT:
                raise
            self._not_before = time.monotonic() + _PAUSE_SECONDS
            return held
        self._lease = lease
        return lease

    def _access(self) -> str:
        if time.monotonic() > self._fresh_until:
            self._accept(self._client.refresh(self._tokens.refresh))
        return self._tokens.access

    def _accept(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._fresh_until = time.monotonic() + tokens.access_seconds - _EARLY_SECONDS
        self._keychain.store({"refresh_token": tokens.refresh, "device": self._device})


def sign_in(
    token_url: str,
    username: str,
    password: str,
    *,
    keep: bool = False,
    otp: str | Iterator[str] = "",
    otp_secret: str = "",
) -> Session:
    """Sign in with a password; with *keep* the session outlives the desktop in a safe keyring.

    *otp* is a one-time code or several to try, *otp_secret* what makes them, for sample people.
    Raises CodeNeeded and EnrolmentNeeded (one-time codes), SignInFailed (credentials), Offline
    (no service or database) and AppError (versions).
    """
    device = secrets.token_hex(8)

    def begin(client: TokenClient) -> Tokens:
        _compare_versions(client)
        made = codes(otp_secret) if otp_secret and not otp else otp
        tries = iter([made]) if isinstance(made, str) else made
        return _grant(client, username, password, device=device, tries=tries)

    session = _begun(token_url, username, begin, device=device, keep=keep)
    session.source.otp_secret = otp_secret
    return session


def enrol(
    token_url: str, username: str, needed: EnrolmentNeeded, code: str, *, keep: bool = False
) -> Session:
    """Sign in by the first code of the authenticator app that *needed* told the secret of."""

    def begin(client: TokenClient) -> Tokens:
        return client.enrol(needed.token, code)

    return _begun(token_url, username, begin, device=secrets.token_hex(8), keep=keep)


def resume(token_url: str, username: str) -> Session | None:
    """Continue the session that the keyring kept, or return None when there is none."""
    keychain = _keychain(token_url, username, keep=True)
    kept = keychain.load()
    if not kept.keys() >= {"refresh_token", "device"}:
        return None
    client = TokenClient(token_url)
    try:
        _compare_versions(client)
        tokens = client.refresh(kept["refresh_token"])
    except SignInFailed:
        keychain.forget()
        client.close()
        return None
    except AppError:
        client.close()
        raise
    return _open(LeaseSource(client, tokens, keychain=keychain, device=kept["device"]), notice="")


def _begun(
    token_url: str,
    username: str,
    begin: Callable[[TokenClient], Tokens],
    *,
    device: str,
    keep: bool,
) -> Session:
    client = TokenClient(token_url)
    try:
        tokens = begin(client)
    except AppError:
        client.close()
        raise
    keychain = _keychain(token_url, username, keep=keep)
    source = LeaseSource(client, tokens, keychain=keychain, device=device)
    notices = [TEMPORARY] if tokens.temporary else []
    notices += [APOLOGY] if keep and not keychain.keeps else []
    return _open(source, notice=" ".join(notices))


def _grant(
    client: TokenClient, username: str, password: str, *, device: str, tries: Iterator[str]
) -> Tokens:
    """Try one code after the other; each is good once, whoever used it."""
    for otp in tries:
        try:
            return client.sign_in(username, password, device=device, otp=otp)
        except EnrolmentNeeded as needed:
            raise client.begin_enrolment(needed) from needed
        except CodeNeeded as error:
            refused = error
    raise refused


def _open(source: LeaseSource, *, notice: str) -> Session:
    opened = engine(source)
    event.listen(opened, "checkout", lambda *_: source())
    try:
        identity = _identity(opened)
    except BaseException:
        opened.dispose()
        source.end()
        raise
    return Session(identity, opened, source, notice)


def _identity(opened: Engine) -> Identity:
    with translate(), opened.connect() as connection:
        row = connection.execute(select(Profile.__table__)).mappings().one_or_none()
    if row is None:
        raise SignInFailed(say("Your account is closed. Ask an administrator."))
    return Identity(
        id=row["id"],
        username=row["username"],
        full_name=row["full_name"],
        role=Role(row["role"]),
        region=row["region"],
        lines=frozenset(row["lines"] or ()),
        authority_limit=row["authority_limit"],
        siu=row["siu"],
        supervisor=row["supervisor"],
        analyst=row["analyst"],
    )


def _keychain(token_url: str, username: str, *, keep: bool) -> Keychain:
    return Keychain(token_url, username, backend=trusted_backend() if keep else None)


def _compare_versions(client: TokenClient) -> None:
    told = client.versions()
    if told.application != VERSION:
        raise AppError(
            say(
                "This desktop is version {version}, the servers are version {application}. "
                "Install version {application} of Precedent.",
                version=VERSION,
                application=told.application,
            )
        )
    if told.schema not in schema_heads():
        raise AppError(
            say(
                "The database belongs to another version. "
                "Ask an administrator to run the command `db upgrade`."
            )
        )


def _left(lease: Lease) -> timedelta:
    return lease.expires_at - datetime.now(UTC)
