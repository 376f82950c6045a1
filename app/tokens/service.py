"""What stands behind the routes of the token service."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, text

from app.objects import LocalStore, Store
from app.settings import VERSION
from app.tokens.answers import BadAccessToken, BadRequest, CodeNeeded, Denied, Missing
from app.tokens.attempts import Attempts
from app.tokens.codes import OneTimeCodes
from app.tokens.documents import Documents
from app.tokens.exposition import exposition
from app.tokens.journal import Journal
from app.tokens.keys import Keys, Use
from app.tokens.leases import Address, Leases
from app.tokens.passwords import Passwords
from app.tokens.people import People
from app.tokens.refresh import RefreshTokens
from app.tokens.requests import Asked
from app.tokens.sessions import Caller, Sessions
from app.tokens.sign_in import SignIn
from app.tokens.vault import Vault

Answer = dict[str, Any]

_KNOWN = text("SELECT to_regprocedure('servers_state()') IS NOT NULL")
_STATE = text("SELECT * FROM servers_state()")

_GAUGES = text("""
    SELECT (SELECT count(DISTINCT family) FROM auth.refresh_token
            WHERE revoked_at IS NULL AND used_at IS NULL AND expires_at > now()) AS sessions,
           (SELECT count(*) FROM auth.db_session
            WHERE NOT revoked AND expires_at > now()) AS open_leases,
           looks AS document_looks_last_hour, at_hand AS document_looks_at_hand_last_hour
    FROM document_looks()
""")
_FIGURES = text("SELECT monitor_figures()")


class Service:
    """Every answer that is not an error; each request is one method."""

    def __init__(
        self,
        engine: Engine,
        address: Address,
        passwords: Passwords,
        vault: Vault,
        store: Store | None = None,
    ) -> None:
        self.keys = Keys(engine, vault)
        self._engine = engine
        self._journal = Journal()
        self._refresh = RefreshTokens(engine)
        self._leases = Leases(engine, address)
        self._sessions = Sessions(engine)
        self._codes = OneTimeCodes(engine, vault)
        self._documents = Documents(engine, store) if store else None
        self._kept = "here" if isinstance(store, LocalStore) else "bucket" if store else "nowhere"
        attempts = Attempts(engine)
        self._people = People(engine, passwords, attempts)
        self._sign_in = SignIn(
            engine, passwords, self.keys, self._refresh, attempts=attempts, codes=self._codes
        )

    def token(self, asked: Asked) -> Answer:
        """Answer a password or a refresh token with tokens."""
        match asked.form.get("grant_type"):
            case "password":
                return self._begin(asked)
            case "refresh_token":
                with self._counted("refreshes"):
                    return self._sign_in.with_refresh_token(asked.needed("refresh_token"))
            case None:
                raise BadRequest("The field grant_type is missing.")
            case _:
                raise BadRequest("This grant is not offered.", error="unsupported_grant_type")

    def revoke(self, asked: Asked) -> Answer:
        """End a session and its leases; ending an unknown one succeeds as well."""
        self._refresh.end(asked.form.get("refresh_token") or asked.needed("token"))
        self._journal.tell("sessions_ended", "by token")
        return {}

    def lease(self, asked: Asked) -> Answer:
        """Answer an access token with a database login."""
        access = self.keys.verify(asked.bearer)
        with self._counted("leases"):
            return self._leases.grant(access)

    def otp(self, asked: Asked) -> Answer:
        """Begin to set up one-time codes, confirm them, or show one for an administrator's change.

        An enrolment token is answered with tokens once the first code is right.
        """
        code = asked.form.get("otp", "")
        try:
            caller = self._caller(asked)
        except BadAccessToken:
            return self._first_codes(asked, code)
        if code:
            new = self._sign_in.show_code(caller, code, address=asked.address)
            self._sessions.mark_coded(caller)
            return {"confirmed": new}
        if not caller.fresh and self._codes.are_set_up(caller.person):
            raise CodeNeeded(status=403)
        return self._codes.prepare(caller.person, caller.username)

    def has_codes(self, asked: Asked) -> Answer:
        """Tell whether the caller's one-time codes are set up."""
        return {"set_up": self._codes.are_set_up(self._caller(asked).person)}

    def password(self, asked: Asked) -> Answer:
        """Change the caller's own password and end the caller's other sessions."""
        caller = self._caller(asked)
        old, new = asked.needed("password"), asked.needed("new_password")
        self._sign_in.change_password(caller, old, new, address=asked.address)
        self._sessions.end_others(caller)
        self._journal.tell("people_changed", "password", person=caller.person)
        return {}

    def unlock(self, asked: Asked) -> Answer:
        """Tell whether a password is the caller's own, at the price of a sign-in."""
        caller = self._caller(asked)
        self._sign_in.check_password(
            caller.username, asked.needed("password"), address=asked.address
        )
        return {}

    def sessions(self, asked: Asked) -> Answer:
        """List the caller's sessions; an administrator may ask for those of another *user*."""
        caller = self._caller(asked)
        person = asked.number("person", asked.form.get("user") or str(caller.person))
        if person != caller.person:
            caller.require_admin(fresh=False)
        return {"sessions": self._sessions.of(person, current=caller.access.family)}

    def end_session(self, asked: Asked) -> Answer:
        """End a session of the caller, or of anybody for an administrator."""
        caller = self._caller(asked)
        try:
            family = uuid.UUID(asked.target)
        except ValueError as error:
            raise Missing("session") from error
        self._sessions.end(family, caller)
        self._journal.tell("sessions_ended", "by hand", by=caller.person)
        return {}

    def people(self, asked: Asked) -> Answer:
        """List everybody for an administrator."""
        self._caller(asked).require_admin(fresh=False)
        return {"users": self._people.all()}

    def add_person(self, asked: Asked) -> Answer:
        """Make a person."""
        caller = self._administrator(asked)
        made = self._people.add(caller, asked.document)
        self._journal.tell("people_changed", "added", person=made["id"], by=caller.person)
        return made

    def change_person(self, asked: Asked) -> Answer:
        """Change a person."""
        caller, person = self._administrator(asked), asked.number("person")
        self._people.change(caller, person, asked.document)
        self._journal.tell("people_changed", "changed", person=person, by=caller.person)
        return {}

    def reset_person(self, asked: Asked) -> Answer:
        """Reset a person's password and one-time codes."""
        caller, person = self._administrator(asked), asked.number("person")
        answer = self._people.reset(caller, person)
        self._journal.tell("people_changed", "reset", person=person, by=caller.person)
        return answer

    def begin_upload(self, asked: Asked) -> Answer:
        """Begin an upload that was announced to the database, or tell how far it has come."""
        person, upload = self._caller(asked).person, _upload(asked)
        return self._store.begin(upload, person)

    def sign_parts(self, asked: Asked) -> Answer:
        """Sign the requests that send parts of an upload."""
        person, upload = self._caller(asked).person, _upload(asked)
        return self._store.sign_parts(upload, person, asked.document.get("parts"))

    def complete_upload(self, asked: Asked) -> Answer:
        """Finish an upload whose parts have all been sent."""
        person, upload = self._caller(asked).person, _upload(asked)
        with self._counted("uploads"):
            return self._store.complete(upload, person, asked.document.get("parts"))

    def cancel_upload(self, asked: Asked) -> Answer:
        """Forget an upload."""
        person, upload = self._caller(asked).person, _upload(asked)
        return self._store.cancel(upload, person)

    def presign(self, asked: Asked) -> Answer:
        """Sign the request that fetches a document, for whoever asked the database to see it."""
        person = self._caller(asked).person
        opening = asked.identifier("document", asked.document.get("opening") or "-")
        with self._counted("documents"):
            return self._store.presign(opening, person)

    def public_keys(self, _asked: Asked) -> Answer:
        """Answer with the keys that verify access tokens."""
        return self.keys.public()

    def health(self, _asked: Asked) -> Answer:
        """Answer with the versions that a desktop compares at sign-in."""
        with self._engine.begin() as connection:
            schema = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            known = connection.execute(_KNOWN).scalar()
            state = connection.execute(_STATE).one()._asdict() if known else {}
        told = {"status": "ok", "version": VERSION, "schema": schema}
        return {**told, "servers": {**state, "documents": self._kept}}

    def metrics(self) -> str:
        """Return counters of this process and what the database counts, for a monitor."""
        with self._engine.begin() as connection:
            gauges = connection.execute(_GAUGES).one()._asdict()
            figures = connection.execute(_FIGURES).scalar_one()
        return self._journal.metrics(gauges) + exposition(figures)

    def answered(self, status: int) -> None:
        """Count an answer by its class."""
        self._journal.count("requests", f"{status // 100}xx")

    @property
    def _store(self) -> Documents:
        if self._documents is None:
            sentence = "This installation has no document store. Tell an administrator."
            raise Denied(503, "temporarily_unavailable", sentence)
        return self._documents

    def _begin(self, asked: Asked) -> Answer:
        username, password = asked.needed("username"), asked.needed("password")
        device, code = asked.form.get("device", ""), asked.form.get("otp", "")
        try:
            answer = self._sign_in.with_password(
                username, password, device=device, code=code, address=asked.address
            )
        except Denied as refusal:
            self._journal.tell("sign_ins", refusal.error)
            raise
        self._journal.tell("sign_ins", person=answer["user"]["id"])
        return answer

    def _first_codes(self, asked: Asked, code: str) -> Answer:
        access = self.keys.verify(asked.bearer, use=Use.ENROLMENT)
        if not code:
            return self._codes.prepare(access.person, self._sign_in.enrolling(access))
        answer = self._sign_in.with_first_code(access, code, address=asked.address)
        self._journal.tell("sign_ins", "enrolled", person=access.person)
        return answer

    def _caller(self, asked: Asked) -> Caller:
        return self._sessions.caller(self.keys.verify(asked.bearer))

    def _administrator(self, asked: Asked) -> Caller:
        caller = self._caller(asked)
        caller.require_admin(fresh=True)
        return caller

    @contextmanager
    def _counted(self, event: str) -> Iterator[None]:
        try:
            yield
        except Denied as refusal:
            self._journal.count(event, refusal.error)
            raise
        self._journal.count(event, "done")


def _upload(asked: Asked) -> uuid.UUID:
    return asked.identifier("upload", asked.target or asked.document.get("upload") or "-")
