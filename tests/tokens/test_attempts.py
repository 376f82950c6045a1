"""The lock-out: it counts accounts and addresses, for all services, and tells nothing by it."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from app.database import engine
from app.tokens.answers import TooMany
from app.tokens.attempts import PER_ACCOUNT, PER_ADDRESS, WINDOW_MINUTES, Attempts, network
from tests.token_service import PASSWORD, SECRET, code_of

LIMIT = (429, "slow_down")


def sign_in(client: httpx.Client, username: str, password: str = PASSWORD, otp: str = ""):
    form = {"grant_type": "password", "username": username, "password": password, "otp": otp}
    return client.post("/v1/token", data=form)


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]


def fail(client: httpx.Client, username: str, times: int) -> list[httpx.Response]:
    return [sign_in(client, username, "wrong") for _ in range(times)]


def test_five_failures_lock_an_account_even_against_the_right_password_s02(client, person):
    person("wilma")

    failures = fail(client, "wilma", PER_ACCOUNT)
    locked = sign_in(client, "wilma")

    assert PER_ACCOUNT == 5
    assert {told(answer) for answer in failures} == {(400, "invalid_grant")}
    assert told(locked) == LIMIT
    assert 0 < int(locked.headers["retry-after"]) <= WINDOW_MINUTES * 60


def test_an_unknown_account_is_locked_like_a_known_one_s02(client, person):
    person("wilma")

    known, unknown = (fail(client, name, PER_ACCOUNT + 1) for name in ("wilma", "nobody"))

    assert [answer.content for answer in known] == [answer.content for answer in unknown]
    assert told(known[-1]) == LIMIT


def test_twenty_failures_lock_an_address_against_every_account_s02(client, person, ask):
    person("wilma")
    for number in range(PER_ADDRESS):
        fail(client, f"guess{number}", 1)

    locked = sign_in(client, "wilma")

    assert PER_ADDRESS == 20
    assert told(locked) == LIMIT
    [[subjects]] = ask("SELECT count(*) FROM auth.attempt")
    assert subjects == PER_ADDRESS + 1


def test_a_locked_address_locks_no_further_account_s02(client, person, ask):
    wilma = person("wilma")
    for number in range(PER_ADDRESS):
        fail(client, f"guess{number}", 1)

    fail(client, "wilma", PER_ACCOUNT + 1)

    ask("DELETE FROM auth.attempt WHERE failures > %s", PER_ACCOUNT)
    assert sign_in(client, "wilma").json()["user"]["id"] == wilma


def test_a_burst_at_once_gets_no_more_tries_than_one_after_the_other_s02(client, person):
    person("wilma")

    with ThreadPoolExecutor(8) as guessers:
        answers = list(guessers.map(lambda _n: sign_in(client, "wilma", "wrong"), range(12)))

    tried = [answer for answer in answers if answer.status_code == 400]
    assert len(tried) == PER_ACCOUNT


def test_two_services_share_one_count_s02(shared_database, ask):
    engines = [engine(shared_database.tokens_dsn, pool_size=1) for _ in range(2)]
    services = [Attempts(made) for made in engines]
    for number in range(PER_ACCOUNT):
        services[number % 2].charge("wilma", "10.0.0.1")

    with pytest.raises(TooMany):
        services[0].charge("wilma", "10.0.0.2")

    for made in engines:
        made.dispose()


def test_success_forgets_the_failures_of_the_account(client, person, ask):
    person("wilma")
    fail(client, "wilma", PER_ACCOUNT - 1)

    sign_in(client, "wilma")

    again = fail(client, "wilma", PER_ACCOUNT - 1)
    assert {answer.status_code for answer in again} == {400}


def test_success_does_not_forget_what_an_address_guessed_elsewhere(client, person):
    person("wilma")
    for number in range(PER_ADDRESS - 1):
        fail(client, f"guess{number}", 1)

    answers = [sign_in(client, "wilma"), *fail(client, "other", 1), sign_in(client, "wilma")]

    assert [answer.status_code for answer in answers] == [200, 400, 429]


def test_a_lock_opens_with_time(client, person, ask):
    person("wilma")
    fail(client, "wilma", PER_ACCOUNT + 1)
    ask("UPDATE auth.attempt SET until = now()")

    answer = sign_in(client, "wilma")

    assert answer.status_code == 200


def test_wrong_codes_lock_like_wrong_passwords_s02(client, person):
    person("ada", role="admin", secret=SECRET)
    wrong = "000000" if code_of() != "000000" else "111111"

    answers = [sign_in(client, "ada", otp=wrong) for _ in range(PER_ACCOUNT)]
    locked = sign_in(client, "ada", otp=code_of())

    assert {told(answer) for answer in answers} == {(400, "invalid_otp")}
    assert told(locked) == LIMIT


def test_being_asked_for_a_code_is_no_failure(client, person):
    person("ada", role="admin", secret=SECRET)

    answers = [sign_in(client, "ada") for _ in range(PER_ACCOUNT + 1)]

    assert {told(answer) for answer in answers} == {(400, "otp_required")}
    assert sign_in(client, "ada", otp=code_of()).status_code == 200


def test_neither_names_nor_addresses_are_kept_in_clear(client, ask):
    fail(client, "my password by mistake", 1)

    rows = ask("SELECT a::text FROM auth.attempt a")

    assert len(rows) == 2
    assert [row for [row] in rows if "mistake" in row or "127.0.0.1" in row] == []


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:db8::ffff:1", "2001:db8::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
    ],
)
def test_an_address_of_ipv6_counts_by_its_network(address: str, counted: str):
    assert network(address) == counted
