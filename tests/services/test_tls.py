"""A lease is used over TLS only, with the server that the profile's service named."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg2
import pytest
from sqlalchemy import text

from app.access import Identity
from app.database import engine
from app.errors import Offline
from app.services.session import Session, sign_in
from app.tokens.leases import Address
from app.tokens.passwords import Passwords
from app.tokens.server import build
from tests.factories import a_person
from tests.server import Database
from tests.tls_front import Authority, Front, fronted
from tests.token_service import HASHED, PASSWORD, QUICK, served, vault

Installed = Callable[..., AbstractContextManager[str]]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.new()


@pytest.fixture
def wilma(shared_database: Database) -> Identity:
    person = a_person(shared_database, "staff")
    shared_database.run("INSERT INTO auth.password VALUES (%s, %s)", person.id, HASHED)
    return person


@pytest.fixture
def port(shared_database: Database) -> int:
    return shared_database.server.cluster.alive() or 0


@pytest.fixture
def front(port: int, authority: Authority, tmp_path: Path) -> Iterator[Front]:
    with fronted(port, authority.certify("localhost", tmp_path)) as made:
        yield made


@pytest.fixture
def installed(shared_database: Database, authority: Authority, tmp_path: Path) -> Installed:
    """Serve tokens that send desktops to an address by way of a configuration as on a server."""

    @contextmanager
    def serve(where: str, *, trusting: Authority = authority) -> Iterator[str]:
        certificates = tmp_path / "ca.pem"
        certificates.write_text(trusting.pem)
        clients = f"{where} sslmode=verify-full sslrootcert={certificates}"
        made = engine(shared_database.tokens_dsn, pool_size=2)
        address = Address.of(shared_database.tokens_dsn, clients=clients)
        try:
            with served(build(made, address, Passwords(QUICK), vault())) as place:
                yield place
        finally:
            made.dispose()

    return serve


def who(session: Session) -> str:
    with session.engine.connect() as connection:
        found: str = connection.execute(text("SELECT username FROM my_profile")).scalar_one()
        return found


def test_a_desktop_works_over_tls_with_the_certificates_of_the_lease_s31(
    installed: Installed, front: Front, wilma: Identity
):
    with installed(f"host=localhost port={front.port}") as place:
        session = sign_in(place, wilma.username, PASSWORD)

        found = who(session), session.source().sslmode

        session.close()
    assert found == (wilma.username, "verify-full")
    assert front.encrypted >= 1
    assert front.plain == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost.localdomain"])
def test_a_certificate_of_another_host_is_refused_s31(
    installed: Installed,
    authority: Authority,
    port: int,
    wilma: Identity,
    tmp_path: Path,
    host: str,
):
    with (
        fronted(port, authority.certify(host, tmp_path)) as front,
        installed(f"host=localhost port={front.port}") as place,
        pytest.raises(Offline),
    ):
        sign_in(place, wilma.username, PASSWORD)


def test_a_certificate_of_a_foreign_authority_is_refused_s31(
    installed: Installed, front: Front, wilma: Identity
):
    with (
        installed(f"host=localhost port={front.port}", trusting=Authority.new()) as place,
        pytest.raises(Offline),
    ):
        sign_in(place, wilma.username, PASSWORD)


def test_a_server_without_tls_is_refused_s31(installed: Installed, port: int, wilma: Identity):
    with installed(f"host=localhost port={port}") as place, pytest.raises(Offline):
        sign_in(place, wilma.username, PASSWORD)


def test_require_alone_would_have_believed_a_foreign_authority_s31(
    shared_database: Database, front: Front
):
    dsn = shared_database.owner_dsn.replace("127.0.0.1", "localhost").rsplit(":", 1)[0]

    connection = psycopg2.connect(
        f"{dsn}:{front.port}/{shared_database.name}?sslmode=require&sslrootcert=/nonexistent"
    )

    assert connection.info.ssl_in_use
    connection.close()


def test_of_several_hosts_the_first_that_writes_is_used(
    installed: Installed, front: Front, wilma: Identity
):
    with installed(f"host=localhost,localhost port=9,{front.port}") as place:
        session = sign_in(place, wilma.username, PASSWORD)

        lease, found = session.source(), who(session)

        session.close()
    assert (lease.host, lease.port) == ("localhost,localhost", f"9,{front.port}")
    assert found == wilma.username


def test_while_no_host_writes_one_that_reads_is_used(
    installed: Installed, front: Front, wilma: Identity, shared_database: Database
):
    with installed(f"host=localhost,localhost port=9,{front.port}") as place:
        session = sign_in(place, wilma.username, PASSWORD)
        login = session.source().user
        shared_database.run(f"ALTER ROLE {login} SET default_transaction_read_only = on")
        session.engine.dispose()

        found = who(session)

        session.close()
    assert found == wilma.username
