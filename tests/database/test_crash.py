"""PostgreSQL killed in the middle: what was acknowledged is there, and nothing is half done."""

import io
import uuid
from collections.abc import Iterator

import psutil
import psycopg2
import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.services.audit import AuditService
from app.services.decisions import DecisionService
from tests.factories import a_claim, a_person
from tests.server import Database, Server, ask

COLUMNS = "batch, line, policy_number, claim_type, amount, loss_date"
BEGIN = "INSERT INTO claims_batch (id, source, sha256) VALUES (%s, 'march.csv', sha256('x'))"


@pytest.fixture
def crashing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database on a server of its own that may be killed."""
    server = Server(tmp_path_factory.mktemp("crashing") / "pg")
    yield server.create()
    server.close()


def kill(database: Database) -> None:
    """Kill every process of the server at once, and start it again on its port."""
    cluster = database.server.cluster
    port = cluster.alive()
    server = psutil.Process(cluster.pid())
    processes = [server, *server.children(recursive=True)]
    for process in processes:
        process.kill()
    _, alive = psutil.wait_procs(processes, timeout=30)
    assert alive == []
    cluster.start(port)


def stage(connection: Connection, rows: int) -> uuid.UUID:
    """Begin a batch of so many rows in a transaction that stays open."""
    batch = uuid.uuid4()
    connection.autocommit = False
    ask(connection, BEGIN, str(batch))
    lines = "".join(f"{batch},{n},POL-1,motor,1,2026-01-02\n" for n in range(rows))
    copy = f"COPY claims_stage ({COLUMNS}) FROM STDIN (FORMAT csv)"
    with connection.cursor() as cursor:
        cursor.copy_expert(copy, io.StringIO(lines))
    return batch


def test_a_server_killed_in_a_decision_and_an_import_leaves_nothing_half_done(crashing: Database):
    lead = a_person(crashing, supervisor=True)
    decided, open_one = a_claim(crashing), a_claim(crashing)
    sessions = crashing.sessions_as(lead)
    DecisionService(sessions, lead).approve(decided, 1)
    crashing.run("CHECKPOINT")
    importing, deciding = crashing.connect_as(lead), crashing.connect_as(lead)
    batch = stage(importing, 500)
    ask(importing, "SELECT * FROM merge_batch(%s)", str(batch))
    deciding.autocommit = False
    take = "UPDATE claims_claim SET status = 'in_review', assigned_to = %s WHERE id = %s"
    ask(deciding, take, lead.id, open_one)

    kill(crashing)

    with pytest.raises(psycopg2.Error):
        deciding.commit()
    told = "SELECT status, (SELECT count(*) FROM claims_event e WHERE e.claim_id = c.id)"
    states = crashing.run(f"{told} FROM claims_claim c ORDER BY id")
    assert states == [("approved", 2), ("triaged", 0)]
    left = "SELECT (SELECT count(*) FROM claims_batch), (SELECT count(*) FROM claims_stage)"
    assert crashing.run(left) == [(0, 0)]
    auditor = AuditService(sessionmaker(crashing.worker_engine()), Identity.system())
    assert auditor.verify().faults == ()
    assert DecisionService(sessions, lead).approve(open_one, 1).status == "approved"
