"""The own account and people, from the desktop's side, against a real token service."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from app.access import Role
from app.database import engine
from app.errors import (
    AppError,
    CodeNeeded,
    EnrolmentNeeded,
    Invalid,
    NotAllowed,
    NotFound,
    Refused,
    SignInFailed,
)
from app.services import one_time
from app.services.account import AccountService
from app.services.one_time import codes
from app.services.session import TEMPORARY, Session, enrol, sign_in
from app.tokens.leases import Address
from app.tokens.passwords import Passwords
from app.tokens.server import build
from tests.factories import a_person
from tests.server import Database
from tests.token_service import (
    HASHED,
    PASSWORD,
    QUICK,
    SECRET,
    code_of,
    served,
    stored_secret,
    vault,
)

BETTER = "eight red bottles"
NEW = {
    "full_name": "Nora Newton",
    "role": "staff",
    "region": "north",
    "lines": ("motor",),
    "authority_limit": Decimal("5000.00"),
    "supervisor": True,
}

Enter = Callable[..., Session]


@pytest.fixture(scope="module")
def token_url(shared_database: Database) -> Iterator[str]:
    made = engine(shared_database.tokens_dsn, pool_size=4)
    address = Address.of(shared_database.tokens_dsn)
    with served(build(made, address, Passwords(QUICK), vault())) as place:
        yield place
    made.dispose()


@pytest.fixture
def enter(shared_database: Database, token_url: str) -> Iterator[Enter]:
    """Make a person of a role and sign them in, administrators with a code of SECRET."""
    opened: list[Session] = []

    def make(role: str = "staff", *, secret: str | None = SECRET) -> Session:
        person = a_person(shared_database, role)
        shared_database.run("INSERT INTO auth.password VALUES (%s, %s)", person.id, HASHED)
        if role == "admin" and secret:
            row = (person.id, stored_secret(person.id, secret))
            shared_database.run("INSERT INTO auth.otp (user_id, secret) VALUES (%s, %s)", *row)
        codes_of = SECRET if role == "admin" else ""
        opened.append(sign_in(token_url, person.username, PASSWORD, otp_secret=codes_of))
        return opened[-1]

    yield make
    for session in opened:
        session.close()


def accounts(session: Session) -> AccountService:
    return AccountService(session.source, session.identity)


def a_name(session: Session) -> str:
    return f"newton{session.identity.id}"


def test_an_administrator_without_a_code_is_asked_for_one(token_url: str, enter: Enter):
    ada = enter("admin").identity

    with pytest.raises(CodeNeeded, match="authenticator app"):
        sign_in(token_url, ada.username, PASSWORD)

    sign_in(token_url, ada.username, PASSWORD, otp=code_of(step=1)).close()


def test_a_wrong_code_is_told(token_url: str, enter: Enter):
    ada = enter("admin").identity

    with pytest.raises(CodeNeeded, match="wrong or was used"):
        sign_in(token_url, ada.username, PASSWORD, otp="12345")


def test_an_administrator_of_a_sample_signs_in_again_and_again_on_own_codes(
    token_url: str, enter: Enter
):
    ada = enter("admin").identity

    entered = [sign_in(token_url, ada.username, PASSWORD, otp_secret=SECRET) for _ in range(2)]

    assert [session.identity for session in entered] == [ada, ada]
    for session in entered:
        session.close()


def test_after_three_codes_in_half_a_minute_the_next_one_is_waited_for(monkeypatch):
    waited: list[float] = []
    told: list[tuple[int, int]] = []
    monkeypatch.setattr("app.services.one_time.time.sleep", waited.append)

    made = list(codes(SECRET, lambda passed, seconds: told.append((passed, seconds))))

    assert len(set(made)) == 4
    assert len(told) == len(waited) == sum(waited) <= one_time.STEP
    assert told == [(passed, len(told)) for passed in range(len(told))]


def test_the_first_sign_in_of_an_administrator_tells_the_key_and_takes_its_first_code(
    token_url: str, shared_database: Database
):
    ada = a_person(shared_database, "admin")
    shared_database.run("INSERT INTO auth.password VALUES (%s, %s)", ada.id, HASHED)

    with pytest.raises(EnrolmentNeeded) as needed:
        sign_in(token_url, ada.username, PASSWORD)
    session = enrol(token_url, ada.username, needed.value, code_of(needed.value.secret))

    assert session.identity == ada
    assert needed.value.uri.startswith("otpauth://totp/")
    session.close()


def test_a_locked_account_is_told_how_long_to_wait(token_url: str, enter: Enter):
    wilma = enter().identity
    for _ in range(5):
        with pytest.raises(SignInFailed, match="wrong"):
            sign_in(token_url, wilma.username, "wrong")

    with pytest.raises(SignInFailed, match=r"Try again in 15 minutes\.$"):
        sign_in(token_url, wilma.username, PASSWORD)


def test_the_own_password_is_changed(token_url: str, enter: Enter):
    session = enter()

    accounts(session).change_password(PASSWORD, BETTER)

    name = session.identity.username
    sign_in(token_url, name, BETTER).close()
    with pytest.raises(SignInFailed):
        sign_in(token_url, name, PASSWORD)


@pytest.mark.parametrize(
    ("old", "new", "kind"), [("wrong", BETTER, SignInFailed), (PASSWORD, "short", Invalid)]
)
def test_a_password_that_cannot_be_changed_says_why(
    enter: Enter, old: str, new: str, kind: type[AppError]
):
    with pytest.raises(kind, match=r"\.$"):
        accounts(enter()).change_password(old, new)


def test_staff_set_codes_up_from_an_open_session(token_url: str, enter: Enter):
    session = enter()
    made = accounts(session).begin_codes()

    accounts(session).show_code(code_of(made.secret))

    with pytest.raises(CodeNeeded):
        sign_in(token_url, session.identity.username, PASSWORD)


def test_own_sessions_are_listed_and_ended(token_url: str, enter: Enter):
    session = enter()
    other = sign_in(token_url, session.identity.username, PASSWORD)
    [away] = [one for one in accounts(session).sessions() if not one.current]

    accounts(session).end_session(away.id)

    assert [one.current for one in accounts(session).sessions()] == [True]
    with pytest.raises(NotFound):
        accounts(session).end_session(away.id)
    other.close()


def test_people_are_made_changed_and_reset(token_url: str, enter: Enter):
    session = enter("admin")
    desk = accounts(session)
    made = desk.add_person({**NEW, "username": a_name(session)})

    desk.change_person(made.id, {"region": "south", "lines": {"travel"}})
    reset = desk.reset_person(made.id)

    [found] = [one for one in desk.people() if one.id == made.id]
    assert (found.role, found.region, found.lines) == (Role.STAFF, "south", ("travel",))
    assert (found.authority_limit, found.supervisor) == (Decimal("5000.00"), True)
    assert (found.one_time_codes, found.temporary_password) == (False, True)
    with pytest.raises(SignInFailed):
        sign_in(token_url, made.username, made.password)
    again = sign_in(token_url, reset.username, reset.password)
    assert again.notice == TEMPORARY
    again.close()


def test_a_closed_account_ends_the_persons_desktop(enter: Enter):
    admin, wilma = enter("admin"), enter()
    [theirs] = accounts(admin).sessions(wilma.identity.id)

    accounts(admin).change_person(wilma.identity.id, {"is_active": False})

    assert not theirs.current
    with pytest.raises(SignInFailed):
        accounts(wilma).sessions()


def test_a_change_with_an_old_code_asks_for_a_fresh_one_and_goes_on_s09(
    shared_database: Database, enter: Enter
):
    session = enter("admin")
    shared_database.run("UPDATE auth.refresh_token SET otp_at = now() - interval '6 minutes'")
    desk, facts = accounts(session), {**NEW, "username": a_name(session)}

    with pytest.raises(CodeNeeded):
        desk.add_person(facts)
    desk.show_code(code_of(step=1))

    assert desk.add_person(facts).username == a_name(session)


def test_codes_are_made_here_for_a_sample_alone(shared_database: Database, enter: Enter):
    admin, staff = enter("admin"), enter()
    shared_database.run("UPDATE auth.refresh_token SET otp_at = now() - interval '6 minutes'")

    accounts(admin).show_made_code()

    assert accounts(admin).makes_codes
    assert accounts(admin).add_person({**NEW, "username": a_name(admin)}).password
    assert not accounts(staff).makes_codes
    with pytest.raises(CodeNeeded):
        accounts(staff).show_made_code()


def test_rules_about_people_are_told_in_a_sentence(enter: Enter):
    session = enter("admin")
    desk = accounts(session)

    with pytest.raises(Refused, match="another administrator"):
        desk.change_person(session.identity.id, {"is_active": False})
    with pytest.raises(NotFound, match="no such person"):
        desk.reset_person(2**31 - 1)
    with pytest.raises(Invalid, match="Correct the field username"):
        desk.add_person({**NEW, "username": "A B"})


def test_the_desk_asks_nothing_that_the_role_may_not(enter: Enter):
    session = enter()

    for ask in (
        accounts(session).people,
        lambda: accounts(session).sessions(1),
        lambda: accounts(session).add_person(NEW),
        lambda: accounts(session).change_person(1, {}),
        lambda: accounts(session).reset_person(1),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_a_secret_is_not_in_what_a_log_would_print(enter: Enter):
    session = enter("admin")

    made = accounts(session).add_person({**NEW, "username": a_name(session)})

    assert made.password not in repr(made)
