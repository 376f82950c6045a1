"""The process of the token service."""

import logging
import os
from pathlib import Path

import uvicorn
from sqlalchemy import Engine, text
from starlette.applications import Starlette

from app.database import engine, translate
from app.errors import AppError
from app.faults import told_to, watching
from app.objects import Bucket, S3Store
from app.tokens.app import create_app
from app.tokens.hidden import open_vault
from app.tokens.leases import Address
from app.tokens.objects import local_store
from app.tokens.passwords import Passwords
from app.tokens.service import Service
from app.tokens.vault import Vault

OLDEST_POSTGRESQL = 16


def run(dsn: str, *, host: str, port: int, objects: Path, keys: Path) -> None:
    """Serve until interrupted."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    clients = os.environ.get("PRECEDENT_DATABASE_FOR_CLIENTS", "")
    proxies = os.environ.get("PRECEDENT_TRUSTED_PROXIES", "")
    served = engine(dsn, pool_size=8)
    watching("tokens").tellers.append(told_to(served))
    try:
        with translate():
            refuse_old(served)
            vault = open_vault(served, keys)
            address = Address.of(dsn, clients=clients)
            application = build(served, address, Passwords(), vault, objects)
        uvicorn.Server(_configuration(application, host, port, proxies)).run()
    finally:
        served.dispose()


def build(
    served: Engine,
    address: Address,
    passwords: Passwords,
    vault: Vault,
    objects: Path | None = None,
) -> Starlette:
    """Put the service together over a database that is new enough, with a place for documents."""
    refuse_old(served)
    if objects is None:
        return create_app(Service(served, address, passwords, vault))
    bucket = Bucket.of(os.environ)
    if bucket is not None:
        return create_app(Service(served, address, passwords, vault, S3Store(bucket)))
    store, signer = local_store(served, objects)
    return create_app(Service(served, address, passwords, vault, store), (store, signer))


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


def _configuration(application: Starlette, host: str, port: int, proxies: str) -> uvicorn.Config:
    """Believe an address that was forwarded only when a proxy of ours forwarded it."""
    return uvicorn.Config(
        application,
        host=host,
        port=port,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies,
        timeout_graceful_shutdown=3,
        limit_concurrency=200,
    )
