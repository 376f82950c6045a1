"""PostgreSQL of our own: made, found again after a crash, safe in a private workspace."""

import json
import multiprocessing
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg2
import pytest

from app.embedded import binaries, home
from app.embedded.cluster import Cluster, remove_orphans
from app.errors import AppError

PASSWORD = "correct horse"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    tmp_path.chmod(0o700)
    return tmp_path


@pytest.fixture
def cluster(workspace: Path) -> Iterator[Cluster]:
    made = Cluster(workspace / "pg")
    made.init(PASSWORD, durable=False)
    made.start()
    yield made
    made.remove()


@pytest.fixture(scope="module")
def running(tmp_path_factory) -> Iterator[Cluster]:
    """Run one cluster for the tests that only look."""
    made = Cluster(tmp_path_factory.mktemp("looked-at") / "pg")
    made.init(PASSWORD, durable=False)
    made.start()
    yield made
    made.remove()


def ask(cluster: Cluster, query: str, password: str = PASSWORD) -> object:
    connection = psycopg2.connect(cluster.dsn("postgres", password=password))
    try:
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()
    finally:
        connection.close()


def kill(cluster: Cluster) -> None:
    pid = cluster.pid()
    assert pid is not None
    process = psutil.Process(pid)
    process.send_signal(signal.SIGKILL)
    process.wait(10)


def is_gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def live_as_a_user(workspace: Path) -> None:
    # The checkout may lie where only root may go, too; its programs are then out of reach.
    os.environ["PRECEDENT_PG_BIN"] = str(
        binaries.copy_for_everyone(binaries.find(), home.shared_parent())
    )
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    assert remove_orphans() == []
    cluster = Cluster(workspace / "pg")
    cluster.init(PASSWORD, durable=False)
    try:
        cluster.start()
        assert ask(cluster, "SELECT 1") == (1,)
        assert psutil.Process(cluster.pid()).uids().real == os.getuid()
    finally:
        cluster.stop()


def test_a_cluster_checks_its_pages_and_sorts_by_code_point(running: Cluster):
    query = """
        SELECT current_setting('data_checksums'), datlocprovider, datlocale
        FROM pg_database WHERE datname = 'postgres'
    """

    found = ask(running, query)

    assert found == ("on", "b", "C.UTF-8")


def test_a_cluster_listens_on_the_loopback_alone_and_on_no_socket_file(running: Cluster):
    pid = running.pid()

    listening = {
        (at.laddr.ip, at.laddr.port)
        for at in psutil.Process(pid).net_connections("tcp")
        if at.status == psutil.CONN_LISTEN
    }

    assert listening == {("127.0.0.1", running.alive())}
    assert psutil.Process(pid).net_connections("unix") == []


def test_the_superuser_needs_the_password_which_is_kept_as_a_verifier(running: Cluster):
    with pytest.raises(psycopg2.OperationalError, match="authentication failed"):
        ask(running, "SELECT 1", password="wrong")

    found = ask(running, "SELECT left(rolpassword, 13) FROM pg_authid WHERE rolname = 'owner'")

    assert found == ("SCRAM-SHA-256",)


def test_starting_a_running_cluster_finds_it(running: Cluster):
    pid = running.pid()

    port = Cluster(running.place).start()

    assert port == running.alive()
    assert running.pid() == pid


def test_a_killed_cluster_starts_again_on_its_port_with_what_was_committed(cluster: Cluster):
    port = cluster.alive()
    with psycopg2.connect(cluster.dsn("postgres", password=PASSWORD)) as connection:
        connection.cursor().execute("CREATE TABLE kept AS SELECT 7 AS number")
    connection.close()
    kill(cluster)

    again = cluster.start(port)

    assert again == port
    assert ask(cluster, "SELECT number FROM kept") == (7,)


def test_a_pid_file_whose_number_went_to_another_program_is_not_believed(cluster: Cluster):
    cluster.stop()
    stale = next(cluster.log.parent.glob("data")) / "postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{stale.parent}\n0\n5432\n\n127.0.0.1\n\nready\n")

    before = cluster.alive()
    cluster.start()

    assert before is None
    assert ask(cluster, "SELECT 1") == (1,)


def test_a_port_that_someone_else_took_is_given_up(cluster: Cluster, workspace: Path):
    other = Cluster(workspace / "other")
    other.init(PASSWORD, durable=False)
    taken = cluster.alive()

    try:
        port = other.start(taken)

        assert port != taken
        assert ask(other, "SELECT 1") == (1,)
    finally:
        other.remove()


def test_a_making_that_was_interrupted_is_begun_anew(workspace: Path):
    cluster = Cluster(workspace / "pg")
    place = home.locate(workspace / "pg", create=True)
    assert place is not None
    (place / "data.new").mkdir()
    (place / "data.new" / "half").touch()

    try:
        cluster.init(PASSWORD, durable=False)
        cluster.start()

        assert ask(cluster, "SELECT 1") == (1,)
    finally:
        cluster.remove()


def test_a_second_making_is_refused(running: Cluster):
    with pytest.raises(AppError, match="already"):
        running.init(PASSWORD)


def test_a_cluster_that_does_not_run_has_no_address(cluster: Cluster):
    cluster.stop()

    with pytest.raises(AppError, match="not running"):
        cluster.dsn("postgres")


def test_a_cluster_that_cannot_start_names_its_log(cluster: Cluster, monkeypatch):
    monkeypatch.setattr("app.embedded.cluster.PATIENCE", 0.0)
    cluster.stop()
    control = cluster.log.parent / "data" / "global" / "pg_control"
    control.rename(control.with_suffix(".away"))

    with pytest.raises(AppError, match=r"postgres\.log"):
        cluster.start()


def test_removing_leaves_nothing_behind(workspace: Path):
    cluster = Cluster(workspace / "pg")
    cluster.init(PASSWORD, durable=False)
    cluster.start()
    process = psutil.Process(cluster.pid())
    place = cluster.log.parent

    cluster.remove()

    assert is_gone(process)
    assert not place.exists()
    assert list(workspace.iterdir()) == []


def test_no_mode_of_the_workspace_is_changed_for_the_sake_of_postgresql(cluster: Cluster):
    workspace = cluster.place.parent

    modes = [stat.st_mode & 0o777 for stat in (workspace.stat(), workspace.parent.stat())]

    assert modes == [0o700, 0o700]


def test_a_missing_postgresql_is_told_with_the_next_step(monkeypatch):
    monkeypatch.delenv("PRECEDENT_PG_BIN", raising=False)
    monkeypatch.setattr(binaries, "_wheel", lambda: None)
    monkeypatch.setattr(binaries, "_system", lambda: None)

    with pytest.raises(AppError, match="PRECEDENT_PG_BIN"):
        binaries.find()


def test_the_environment_may_name_another_postgresql(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("PRECEDENT_PG_BIN", str(tmp_path))
    with pytest.raises(AppError, match="there is no initdb"):
        binaries.find()
    (tmp_path / "initdb").touch()

    found = binaries.find()

    assert found == tmp_path


if os.name == "posix" and os.geteuid() == 0:

    def test_as_root_postgresql_runs_as_nobody(running: Cluster):
        process = psutil.Process(running.pid())

        assert process.username() == "nobody"
        assert running.log.parent.parent == home.SHARED

    def test_as_root_a_moved_workspace_takes_its_cluster_along(cluster: Cluster, workspace: Path):
        moved = workspace / "moved"
        moved.mkdir()
        home.pointer_of(cluster.place).rename(moved / "pg.path")

        found = Cluster(moved / "pg")

        assert found.alive() == cluster.alive()
        assert found.log.parent not in home.orphans()
        (moved / "pg.path").rename(home.pointer_of(cluster.place))

    def test_the_cluster_of_a_temporary_workspace_that_is_gone_is_removed(workspace: Path):
        gone = workspace / "gone"
        cluster = Cluster(gone / "pg")
        cluster.init(PASSWORD, durable=False)
        cluster.start()
        process, place = psutil.Process(cluster.pid()), cluster.log.parent
        shutil.rmtree(gone)

        removed = remove_orphans()

        assert place in removed
        assert not place.exists()
        assert is_gone(process)

    def test_the_cluster_of_a_lasting_workspace_is_never_an_orphan(
        cluster: Cluster, workspace: Path
    ):
        note = cluster.log.parent / "workspace.json"
        note.write_text(json.dumps({"place": str(workspace / "away" / "pg"), "temporary": False}))

        found = home.orphans()

        assert cluster.log.parent not in found

    @pytest.mark.usefixtures("running")
    def test_beside_roots_a_normal_user_has_a_cluster_inside_a_private_workspace():
        with tempfile.TemporaryDirectory() as workspace:
            os.chown(workspace, 65534, 65534)
            # Forked, not spawned: the interpreter itself may lie where only root may go.
            process = multiprocessing.get_context("fork").Process(
                target=live_as_a_user, args=(Path(workspace),)
            )

            process.start()
            process.join(60)

            assert process.exitcode == 0
            assert not (Path(workspace) / "pg.path").exists()
            assert (Path(workspace) / "pg" / "data" / "PG_VERSION").exists()
