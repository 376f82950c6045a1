"""The process of the token service."""

import logging

import uvicorn
from sqlalchemy import Engine, text
from starlette.applications import Starlette

from app.database import engine, translate
from app.errors import AppError
from app.tokens.app import Service, create_app
from app.tokens.keys import Keys
from app.tokens.leases import Address, Leases
from app.tokens.passwords import Passwords
from app.tokens.refresh import RefreshTokens
from app.tokens.sign_in import SignIn

OLDEST_POSTGRESQL = 16


def run(dsn: str, *, host: str, port: int) -> None:
    """Serve until interrupted."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s tokens %(message)s")
    served = engine(dsn, pool_size=8)
    try:
        with translate():
            application = build(served, Address.of(dsn), Passwords())
        uvicorn.Server(_configuration(application, host, port)).run()
    finally:
        served.dispose()


def build(served: Engine, address: Address, passwords: Passwords) -> Starlette:
    """Put the service together over a database that is new enough."""
    refuse_old(served)
    keys, refresh = Keys(served), RefreshTokens(served)
    sign_in = SignIn(served, passwords, keys, refresh)
    leases = Leases(served, address)
    return create_app(Service(served, sign_in=sign_in, refresh=refresh, keys=keys, leases=leases))


def refuse_old(served: Engine) -> None:
    """Raise AppError on a PostgreSQL where a lease could become the operating system's shell."""
    with served.connect() as connection:
        number = connection.execute(text("SELECT current_setting('server_version_num')::int"))
        version = number.scalar_one() // 10_000
    if version < OLDEST_POSTGRESQL:
        raise AppError(
            f"PostgreSQL {version} is too old to lease logins safely; "
            f"use {OLDEST_POSTGRESQL} or newer."
        )


def _configuration(application: Starlette, host: str, port: int) -> uvicorn.Config:
    return uvicorn.Config(
        application,
        host=host,
        port=port,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
        limit_concurrency=200,
    )
