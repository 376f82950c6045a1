"""The lock-out: failed sign-ins of each account and each address, as rows all services share."""

import hmac
import ipaddress
from dataclasses import dataclass

from sqlalchemy import Engine, text

from app.tokens.answers import TooMany

PER_ACCOUNT, PER_ADDRESS = 5, 20
WINDOW_MINUTES = 15

_CHARGE = text("""
    INSERT INTO auth.attempt AS a (subject, failures, until)
    VALUES (:subject, 1, now() + make_interval(mins => :minutes))
    ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN a.until <= now() THEN 1 ELSE a.failures + 1 END,
        until = CASE WHEN a.until <= now() THEN excluded.until ELSE a.until END
    RETURNING failures, ceil(extract(epoch FROM until - now()))::int AS seconds
""")
_REFUND = text("""
    UPDATE auth.attempt SET failures = greatest(0, failures - 1) WHERE subject = :subject
""")
_CLEAR = text("DELETE FROM auth.attempt WHERE subject = :subject")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try, by the keyed hashes of the name that was typed and of where it came from."""

    account: str
    address: str


class Attempts:
    """Charges each attempt before it is judged, so that a burst cannot run past the limit."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        with engine.begin() as connection:
            query = text("SELECT value FROM auth.secret WHERE name = 'role_name'")
            self._key = bytes(connection.execute(query).scalar_one())

    def charge(self, username: str, address: str) -> Attempt:
        """Count an attempt, or raise TooMany; known and unknown names are counted alike."""
        attempt = Attempt(self.account(username), self._subject("address", network(address)))
        # The address comes first: one that is locked out must not lock out accounts.
        for subject, limit in ((attempt.address, PER_ADDRESS), (attempt.account, PER_ACCOUNT)):
            self._charge(subject, limit)
        return attempt

    def refund(self, attempt: Attempt) -> None:
        """Take back an attempt that guessed nothing."""
        with self._engine.begin() as connection:
            for subject in (attempt.address, attempt.account):
                connection.execute(_REFUND, {"subject": subject})

    def succeed(self, attempt: Attempt) -> None:
        """Forget an account's failures; those of the address were perhaps of others."""
        with self._engine.begin() as connection:
            connection.execute(_REFUND, {"subject": attempt.address})
            connection.execute(_CLEAR, {"subject": attempt.account})

    def forgive(self, username: str) -> None:
        """Let a person try again who was locked out."""
        with self._engine.begin() as connection:
            connection.execute(_CLEAR, {"subject": self.account(username)})

    def account(self, username: str) -> str:
        """Return what stands for a name; people type passwords there, so it is a keyed hash."""
        return self._subject("account", username.casefold())

    def _charge(self, subject: str, limit: int) -> None:
        asked = {"subject": subject, "minutes": WINDOW_MINUTES}
        with self._engine.begin() as connection:
            counted = connection.execute(_CHARGE, asked).one()
        if counted.failures > limit:
            raise TooMany(counted.seconds)

    def _subject(self, kind: str, told: str) -> str:
        return hmac.new(self._key, f"{kind}\0{told}".encode(), "sha256").hexdigest()


def network(address: str) -> str:
    """Return the address that is counted: of IPv6 the network, which one machine owns whole."""
    try:
        told = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(told, ipaddress.IPv4Address):
        return str(told)
    return str(told.ipv4_mapped or ipaddress.ip_network((told, 64), strict=False))
