"""A hot standby of a test server: it follows, reads, and takes over when it is told to."""

from dataclasses import replace
from pathlib import Path

import psutil
import psycopg2

from app.access import Identity
from app.database import Lease
from app.embedded import home
from app.embedded.cluster import Cluster
from tests.server import PASSWORD, Database
from tests.tokens.barrier import until

BEHIND = "SELECT pg_last_wal_replay_lsn() < %s::pg_lsn"


class Standby:
    """Copies the server of *database* and follows it."""

    def __init__(self, place: Path, database: Database) -> None:
        self._database = database
        self.cluster = Cluster(place)
        where = home.locate(place, create=True)
        assert where is not None
        (where / "data").mkdir(mode=0o700)
        self.cluster._own(where / "data")
        copied = self.cluster._run(
            "pg_basebackup", "-D", where / "data", "-R", "-c", "fast", "-d", database.owner_dsn
        )
        assert copied.returncode == 0, copied.stdout
        self.port = self.cluster.start()

    def catch_up(self) -> None:
        """Wait until what the primary has done is here."""
        done = self._database.value("SELECT pg_current_wal_lsn()")
        dsn = self.cluster.dsn(self._database.name, password=PASSWORD)
        with psycopg2.connect(dsn) as connection, connection.cursor() as cursor:
            connection.autocommit = True

            def behind() -> bool:
                cursor.execute(BEHIND, [done])
                return cursor.fetchone() == (True,)

            until(lambda: not behind())
        connection.close()

    def promote(self) -> None:
        """Take over from the primary."""
        done = self.cluster._run("pg_ctl", "-D", self.cluster._data(), "-w", "promote")
        assert done.returncode == 0, done.stdout

    def lease_of_both(self, person: Identity) -> Lease:
        """Return a lease that names the primary and then the standby, and is known to both."""
        lease = self._database.lease_as(person)
        self.catch_up()
        return replace(lease, host="127.0.0.1,127.0.0.1", port=f"{lease.port},{self.port}")


def kill(cluster: Cluster) -> int:
    """Kill every process of a server at once, and return its port."""
    port = cluster.alive()
    assert port is not None
    server = psutil.Process(cluster.pid())
    processes = [server, *server.children(recursive=True)]
    for process in processes:
        process.kill()
    _, alive = psutil.wait_procs(processes, timeout=30)
    assert alive == []
    return port
