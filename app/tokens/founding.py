"""The first administrator of an installation that has nobody yet."""

import secrets

from pydantic import ValidationError
from sqlalchemy import text

from app.database import engine, translate
from app.errors import Invalid, Refused
from app.tokens.passwords import Passwords
from app.tokens.people import NewPerson

_LOCK = text("LOCK TABLE auth_user IN SHARE ROW EXCLUSIVE MODE")
_ANYBODY = text("SELECT EXISTS (SELECT FROM auth_user)")
_ADD = text("""
    INSERT INTO auth_user (username, full_name, role) VALUES (:username, :full_name, 'admin')
    RETURNING id
""")
_PASSWORD = text("""
    INSERT INTO auth.password (user_id, hash, temporary_until)
    VALUES (:person, :hash, now() + interval '24 hours')
""")
_TELL = text("""
    INSERT INTO person_event (kind, person_id, detail)
    SELECT 'added', id, jsonb_build_object('username', username, 'full_name', full_name,
                                           'role', role)
    FROM auth_user WHERE id = :person
""")


def found(dsn: str, *, username: str, full_name: str, passwords: Passwords | None = None) -> str:
    """Make the first administrator and return the password, which is good for a day.

    *dsn* is the owner's. Raises Invalid for a name that breaks a rule, Refused when somebody
    is there already.
    """
    try:
        person = NewPerson(username=username, full_name=full_name, role="admin")
    except ValidationError as error:
        sentence = "A user name has 2 to 40 small letters, digits, dots or dashes."
        raise Invalid(sentence) from error
    password = secrets.token_urlsafe(12)
    hashed = (passwords or Passwords()).hash(password)
    made = engine(dsn, pool_size=1)
    try:
        with translate(), made.begin() as connection:
            connection.execute(_LOCK)
            if connection.execute(_ANYBODY).scalar_one():
                raise Refused(
                    "This installation has people already; an administrator adds others in "
                    "the desktop, under People."
                )
            named = {"username": person.username, "full_name": person.full_name}
            identifier = connection.execute(_ADD, named).scalar_one()
            connection.execute(_PASSWORD, {"person": identifier, "hash": hashed})
            connection.execute(_TELL, {"person": identifier})
    finally:
        made.dispose()
    return password
