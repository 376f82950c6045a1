"""The token service: sign-in, refresh, lease and first query, and what ten thousand roles cost."""

import itertools
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import psycopg2

from app.tokens.passwords import Passwords
from tests.factories import a_person
from tests.server import Database, Server
from tests.token_service import PASSWORD
from tests.tokens.running import Running

TIMES, ROLES = 15, 10_000
SERIAL = itertools.count()
MANY = f"""
    SET ROLE claims_leaser;
    DO $$ BEGIN
    FOR n IN 1..{ROLES} LOOP
        EXECUTE format('CREATE ROLE d_%%s LOGIN IN ROLE claims_staff', lpad(n::text, 20, '0'));
    END LOOP;
    END $$;
    RESET ROLE;
    INSERT INTO auth.db_session (role_name, user_id, family, expires_at)
    SELECT 'd_' || lpad(n::text, 20, '0'), %s, gen_random_uuid(), now() - interval '1 hour'
    FROM generate_series(1, {ROLES}) AS n
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        server = Server(Path(place) / "pg")
        try:
            print(measure(server.create(), Path(place) / "tokens.log"))
        finally:
            server.close()


def measure(database: Database, log: Path) -> str:
    """Return one line of medians in milliseconds."""
    person = a_person(database)
    hashed = Passwords().hash(PASSWORD)
    database.run("INSERT INTO auth.password VALUES (%s, %s)", person.id, hashed)
    service = Running(database.tokens_dsn, log).wait()
    try:
        told = {name: median(work) for name, work in walks(service.client, person.username).items()}
        database.run(MANY, person.id)
        lease = walks(service.client, person.username)["lease"]
        told[f"lease among {ROLES:,} roles"] = median(lease)
        told["reap 500 of them"] = median(lambda: database.run("SELECT auth.reap()"), times=3)
    finally:
        service.close()
    return ", ".join(f"{name} {value:.0f} ms" for name, value in told.items())


def walks(client: httpx.Client, username: str) -> dict[str, Callable[[], object]]:
    form = {"grant_type": "password", "username": username, "password": PASSWORD, "device": "x"}
    tokens = client.post("/v1/token", data=form).json()
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}

    def refresh() -> None:
        grant = {"grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]}
        tokens.update(client.post("/v1/token", data=grant).json())

    def lease() -> dict[str, Any]:
        answer = client.post("/v1/lease", headers=headers)
        login: dict[str, Any] = answer.raise_for_status().json()
        return login

    def lease_and_query() -> None:
        login = lease()
        known = ("host", "port", "dbname", "user", "password", "sslmode")
        connection = psycopg2.connect(**{name: login[name] for name in known})
        connection.cursor().execute("SELECT * FROM my_profile")
        connection.close()

    return {
        "sign-in": lambda: client.post("/v1/token", data=form).raise_for_status(),
        "wrong name": lambda: client.post(
            "/v1/token", data={**form, "username": f"nobody{next(SERIAL)}"}
        ),
        "refresh": refresh,
        "lease": lease,
        "lease and first query": lease_and_query,
    }


def median(work: Callable[[], object], *, times: int = TIMES) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


if __name__ == "__main__":
    main()
