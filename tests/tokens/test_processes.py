"""Two real token services over one database: they agree, they race, and one of them is killed."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from app.database import engine
from app.tokens.attempts import PER_ACCOUNT
from app.tokens.keys import Access, Keys
from tests.server import Database
from tests.token_service import PASSWORD, SECRET, code_of, vault
from tests.tokens.barrier import held_up
from tests.tokens.running import Running


@pytest.fixture(scope="module")
def services(shared_database: Database, tmp_path_factory) -> Iterator[list[Running]]:
    place = tmp_path_factory.mktemp("tokens")
    logs = [place / f"{number}.log" for number in range(2)]
    made = [Running(shared_database.tokens_dsn, log) for log in logs]
    yield [service.wait() for service in made]
    for service in made:
        service.close()


def living_tokens(ask) -> int:
    query = "SELECT count(*) FROM auth.refresh_token WHERE used_at IS NULL AND revoked_at IS NULL"
    count: int = ask(query)[0][0]
    return count


def test_a_session_begun_at_one_service_goes_on_at_the_other(services, person):
    person("wilma")
    first, second = services
    begun = first.sign_in("wilma").json()

    answers = second.lease(begun["access_token"]), second.refresh(begun["refresh_token"])

    assert [answer.status_code for answer in answers] == [200, 200]


def test_both_services_believe_old_and_new_keys_after_a_rotation_s07(
    services, shared_database, person
):
    person("wilma")
    before = [service.sign_in("wilma").json()["access_token"] for service in services]
    made = engine(shared_database.tokens_dsn, pool_size=1)
    keys = Keys(made, vault())
    keys.ring.rotate()
    told = keys.verify(before[0])
    after = keys.sign(Access(told.person, told.device, told.family))

    answers = [service.lease(token) for service in services for token in (*before, after)]

    assert [answer.status_code for answer in answers] == [200] * 6
    made.dispose()


def test_one_refresh_token_at_both_services_is_exchanged_once_and_ends_the_session_s04(
    services, shared_database, person, ask
):
    person("wilma")
    token = services[0].sign_in("wilma").json()["refresh_token"]

    with ThreadPoolExecutor(2) as racers:
        with held_up(shared_database, "auth.refresh_token") as waits_for:
            racing = [racers.submit(service.refresh, token) for service in services]
            waits_for(2)
        answers = [racer.result() for racer in racing]

    assert sorted(answer.status_code for answer in answers) == [200, 400]
    assert living_tokens(ask) == 0


def test_one_code_at_both_services_is_good_once(services, shared_database, person):
    person("ada", role="admin", secret=SECRET)
    code = code_of()

    with ThreadPoolExecutor(2) as racers:
        with held_up(shared_database, "auth.otp") as waits_for:
            racing = [racers.submit(service.sign_in, "ada", PASSWORD, code) for service in services]
            waits_for(2)
        answers = [racer.result() for racer in racing]

    assert sorted(answer.status_code for answer in answers) == [200, 400]


def test_failures_at_either_service_count_together_s02(services, person):
    person("wilma")
    for number in range(PER_ACCOUNT):
        services[number % 2].sign_in("wilma", "wrong")

    answers = [service.sign_in("wilma") for service in services]

    assert [answer.status_code for answer in answers] == [429, 429]


def test_what_one_service_ends_is_over_at_the_other(services, person):
    person("wilma")
    first, second = services
    begun = first.sign_in("wilma").json()

    first.client.post("/v1/revoke", data={"token": begun["refresh_token"]})

    assert second.lease(begun["access_token"]).status_code == 401
    assert second.refresh(begun["refresh_token"]).status_code == 400


def test_a_service_killed_in_the_middle_of_a_refresh_loses_and_spends_nothing(
    services, shared_database, person, ask, tmp_path
):
    person("wilma")
    doomed = Running(shared_database.tokens_dsn, tmp_path / "doomed.log").wait()
    token = doomed.sign_in("wilma").json()["refresh_token"]

    with (
        ThreadPoolExecutor(1) as racer,
        held_up(shared_database, "auth.refresh_token") as waits_for,
    ):
        lost = racer.submit(doomed.refresh, token)
        waits_for(1)
        doomed.kill()
        with pytest.raises(httpx.TransportError):
            lost.result()

    assert living_tokens(ask) == 1
    assert services[0].refresh(token).status_code == 200
    doomed.client.close()


def test_a_service_killed_before_its_answer_arrives_costs_a_new_sign_in_and_no_hand(
    services, shared_database, person, ask, tmp_path
):
    person("wilma")
    doomed = Running(shared_database.tokens_dsn, tmp_path / "doomed.log").wait()
    token = doomed.sign_in("wilma").json()["refresh_token"]
    doomed.refresh(token)
    doomed.kill()

    again = services[1].refresh(token)

    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")
    assert living_tokens(ask) == 0
    assert services[1].sign_in("wilma").status_code == 200
    doomed.client.close()


def test_logs_are_lines_of_json_without_names_and_secrets_s34(services, person):
    wilma = person("wilma")
    service = services[0]
    told = service.sign_in("wilma").json()
    lease = service.lease(told["access_token"]).json()
    service.sign_in("wilma", "another secret")

    lines = [json.loads(line) for line in service.log.read_text().splitlines()]

    secrets = [PASSWORD, "another secret", told["access_token"], told["refresh_token"]]
    secrets += [lease["password"], lease["user"], "wilma"]
    assert {"event": "sign_ins", "outcome": "done", "person": wilma}.items() <= lines[-2].items()
    assert lines[-1]["outcome"] == "invalid_grant"
    assert [secret for secret in secrets if secret in service.log.read_text()] == []


def test_metrics_count_without_naming_anybody_s34(services, person):
    person("wilma")
    service = services[1]
    before = figures(service)
    told = service.sign_in("wilma").json()
    service.sign_in("wilma", "wrong")
    service.refresh(told["refresh_token"])
    service.lease(told["access_token"])

    after = figures(service)

    grown = {name: after[name] - before.get(name, 0) for name in after}
    assert grown['precedent_tokens_sign_ins_total{outcome="done"}'] == 1
    assert grown['precedent_tokens_sign_ins_total{outcome="invalid_grant"}'] == 1
    assert grown['precedent_tokens_refreshes_total{outcome="done"}'] == 1
    assert grown['precedent_tokens_leases_total{outcome="done"}'] == 1
    assert (after["precedent_tokens_sessions"], after["precedent_tokens_open_leases"]) == (1, 1)
    assert after["precedent_database_connections"] >= 1
    assert after['precedent_table_bytes{table="claims_claim"}'] > 0
    assert "precedent_application_jobs_failing" in after
    assert "wilma" not in service.client.get("/metrics").text


def figures(service: Running) -> dict[str, Any]:
    lines = service.client.get("/metrics").text.splitlines()
    samples = [line.rsplit(" ", 1) for line in lines if not line.startswith("#")]
    return {name: float(value) for name, value in samples}


def fail_from(service: Running, address: str) -> int:
    form = {"grant_type": "password", "username": address, "password": "wrong"}
    headers = {"X-Forwarded-For": address}
    return service.client.post("/v1/token", data=form, headers=headers).status_code


def test_a_forwarded_address_is_believed_of_our_proxies_alone_s02(
    services, shared_database, ask, tmp_path
):
    proxied = Running(
        shared_database.tokens_dsn,
        tmp_path / "proxied.log",
        PRECEDENT_TRUSTED_PROXIES="127.0.0.1",
    ).wait()
    fail_from(proxied, "192.0.2.1")
    fail_from(proxied, "192.0.2.2")
    [[believed]] = ask("SELECT count(*) FROM auth.attempt")
    ask("DELETE FROM auth.attempt")

    fail_from(services[0], "192.0.2.1")
    fail_from(services[0], "192.0.2.2")

    [[unbelieved]] = ask("SELECT count(*) FROM auth.attempt")
    assert (believed, unbelieved) == (4, 3)
    proxied.close()


def test_clients_are_sent_where_the_configuration_says_s31(shared_database, person, tmp_path):
    person("wilma")
    certificates = tmp_path / "ca.pem"
    certificates.write_text("the text of the certificates")
    told = f"host=db1,db2 port=5432,5433 sslmode=verify-full sslrootcert={certificates}"
    service = Running(
        shared_database.tokens_dsn,
        tmp_path / "elsewhere.log",
        PRECEDENT_DATABASE_FOR_CLIENTS=told,
    ).wait()

    lease = service.lease(service.sign_in("wilma").json()["access_token"]).json()

    assert (lease["host"], lease["port"]) == ("db1,db2", "5432,5433")
    assert (lease["sslmode"], lease["sslrootcert"]) == (
        "verify-full",
        "the text of the certificates",
    )
    assert lease["dbname"] == shared_database.name
    service.close()
