"""The database under its rules: queue, search, import, audit and leases, among many claims."""

import argparse
import io
import statistics
import tempfile
import time
import uuid
from pathlib import Path

import psutil
from psycopg2.extensions import connection as Connection  # noqa: N812 - the driver's class
from psycopg2.extensions import encrypt_password
from sqlalchemy import text
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.services.audit import AuditService
from tests.factories import a_person
from tests.server import Database, Server, ask

CLAIMS, IMPORTED, EVENTS, ROLES = 100_000, 100_000, 300_000, 10_000
TIMES = 9
COLUMNS = "id, claim_number, claim_type, region, amount, status, assigned_to, ml_score, version"
VISIBLE = """
    (assigned_to = {me} OR user_id = {me} OR (assigned_to IS NULL AND status <> 'draft'
     AND region = 'region 3' AND claim_type = ANY ('{{motor,property}}'::text[])))
"""
_PAGE = "ORDER BY ml_score DESC, id DESC LIMIT 200"
_OF = f"SELECT {COLUMNS} FROM claims_claim WHERE"
QUEUES = {
    "queue": f"{_OF} assigned_to IS NULL AND status = 'triaged' {{also}} {_PAGE}",
    "queue, 300 on": f"{_OF} assigned_to IS NULL AND status = 'triaged' AND ml_score < 50 {{also}}"
    f" {_PAGE}",
    "open": f"{_OF} status IN ('triaged', 'in_review') {{also}} {_PAGE}",
    "all": f"{_OF} true {{also}} {_PAGE}",
    "mine": f"{_OF} assigned_to = {{me}} AND status = 'in_review' {{also}} {_PAGE}",
    "count": "SELECT count(*) FROM claims_claim WHERE status = 'triaged' {also}",
    "one": f"{_OF} id = 20 {{also}}",
}
STAGED = (
    "batch, line, claim_number, policy_number, claim_type, description, amount, loss_date, row_hash"
)
MANY = """
    INSERT INTO claims_claim (claim_number, policy_number, claim_type, loss_date, status, region,
                              ml_score, submission_date, assigned_to, user_id, description, amount,
                              version)
    SELECT 'C' || n, 'P' || n %% 30000,
           (ARRAY['motor', 'property', 'health', 'travel'])[1 + n %% 4], '2026-01-01',
           CASE WHEN n %% 20 = 0 THEN 'triaged' WHEN n %% 20 = 1 THEN 'in_review' ELSE 'closed' END,
           'region ' || n %% 7, n::bigint * 7919 %% 10000 / 100.0, now() - make_interval(mins => n),
           CASE WHEN n %% 20 > 0 THEN %s + n %% 200 END, NULL::int,
           CASE WHEN n %% 5000 = 0 THEN 'water in the basement ' ELSE 'like others ' END || n,
           n %% 20000, 1
    FROM generate_series(1, %s) n
"""
HISTORY = """
    INSERT INTO claims_event (claim_id, actor_id, kind, from_status, to_status, note)
    SELECT c.id, %s, 'status', 'triaged', 'in_review', 'a note of some length about what was said'
    FROM (SELECT id FROM claims_claim ORDER BY id LIMIT %s / 3) c, generate_series(1, 3)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--data", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        server = Server(Path(place) / "pg")
        try:
            print("; ".join(measure(server.create(), asked.claims)))
        finally:
            server.close()


def measure(database: Database, claims: int) -> list[str]:
    """Fill a database and return a phrase of figures for each part."""
    people = [a_person(database, region="region 3", supervisor=n == 0) for n in range(200)]
    lead, staff = people[0], people[7]
    database.run("SET session_replication_role = replica;" + MANY, lead.id, claims)
    database.run("VACUUM ANALYZE claims_claim")
    return [
        f"{claims:,} claims",
        *queues(database, staff),
        searches(database, staff),
        *(brought_in(database.connect_as(lead), kind) for kind in ("plain", "checked")),
        verified(database, lead),
        leased(database, staff),
    ]


def queues(database: Database, staff: Identity) -> list[str]:
    """Compare each query of the queue with the same written out for the superuser."""
    visible = VISIBLE.format(me=staff.id)
    owner, desk = database.connect_owner(), database.connect_as(staff)
    asked = {
        name: (query.format(also=f"AND {visible}", me=staff.id), query.format(also="", me=staff.id))
        for name, query in QUEUES.items()
    }
    told = []
    for name, (plain, ruled) in asked.items():
        without, under = median(owner, plain), median(desk, ruled)
        told.append((under / without, f"{name} {without:.1f} to {under:.1f} ms"))
    scans = [name for name, (_, ruled) in asked.items() if "Seq Scan" in plan(desk, ruled)]
    worst = max(told)
    scanned = f"sequential scans: {', '.join(scans)}" if scans else "no sequential scan"
    return [", ".join(words for _, words in told), f"worst ratio {worst[0]:.1f}, {scanned}"]


def searches(database: Database, staff: Identity) -> str:
    """Search for words as staff and as an administrator."""
    admin = a_person(database, "admin")
    search = "SELECT count(*) FROM search_claims('basement')"
    times = [median(database.connect_as(person), search) for person in (staff, admin)]
    return f"search {times[0]:.1f} ms staff, {times[1]:.1f} ms admin"


def brought_in(desk: Connection, kind: str) -> str:
    """Stage and merge a file of claims, *kind* checked with a hash for each row; say it again."""
    batch, content = uuid.uuid4(), io.StringIO()
    seal = "\\x{:064x}" if kind == "checked" else ""
    content.writelines(
        f"{batch},{n},{kind}{n},P{n % 5000},motor,a description of a loss,{100 + n % 900},"
        f"2026-01-02,{seal.format(n)}\n"
        for n in range(IMPORTED)
    )
    content.seek(0)
    desk.autocommit = False
    began = time.perf_counter()
    begin = "INSERT INTO claims_batch (id, source, sha256) VALUES (%s, 'bench', sha256(%s))"
    ask(desk, begin, str(batch), kind)
    with desk.cursor() as cursor:
        cursor.copy_expert(f"COPY claims_stage ({STAGED}) FROM STDIN (FORMAT csv)", content)
    staged, worked = time.perf_counter(), spent(desk.info.backend_pid)
    (counts,) = ask(desk, "SELECT * FROM merge_batch(%s)", str(batch))
    desk.commit()
    merged, core = time.perf_counter(), spent(desk.info.backend_pid) - worked
    rates = IMPORTED / (staged - began), IMPORTED / (merged - staged)
    again = ask(desk, "SELECT * FROM merge_batch(%s)", str(batch)) == [counts]
    repeat = "nothing written again" if again else "written again"
    return (
        f"{counts[0]:,} {kind} rows staged at {rates[0]:,.0f}/s, merged at {rates[1]:,.0f}/s"
        f" ({IMPORTED / core:,.0f} for each second of a core), {repeat}"
    )


def verified(database: Database, lead: Identity) -> str:
    """Chain many events and verify them as the worker's login does."""
    began = time.perf_counter()
    database.run(HISTORY, lead.id, EVENTS)
    chained = time.perf_counter() - began
    database.run("VACUUM ANALYZE claims_event")
    sessions = sessionmaker(database.worker_engine(), expire_on_commit=False)
    with sessions() as session:
        backend: int = session.scalar(text("SELECT pg_backend_pid()")) or 0
    worked = spent(backend)
    reports = [AuditService(sessions, Identity.system()).verify() for _ in range(3)]
    rate = max(report.events / report.seconds for report in reports)
    core = len(reports) * reports[0].events / (spent(backend) - worked)
    faults = sum(len(report.faults) for report in reports)
    return (
        f"events chained at {reports[0].events / chained:,.0f}/s, verified at {rate:,.0f}/s"
        f" ({core:,.0f} for each second of a core), {faults} faults"
    )


def leased(database: Database, staff: Identity) -> str:
    """Renew a lease before and among many roles of devices that expired."""
    before = statistics.median(_lease(database, staff) for _ in range(TIMES))
    database.run(
        "DO $$ BEGIN FOR n IN 1..%s LOOP EXECUTE format('CREATE ROLE %%I NOLOGIN IN ROLE"
        " claims_staff', 'd_' || lpad(to_hex(n), 20, '0')); END LOOP; END $$",
        ROLES,
    )
    among = statistics.median(_lease(database, staff) for _ in range(TIMES))
    return f"lease {before:.1f} ms, among {ROLES:,} expired roles {among:.1f} ms"


def _lease(database: Database, staff: Identity) -> float:
    database.lease_as(staff)
    tokens = database.connect_tokens()
    verifier = encrypt_password("x", database.role_of(staff), tokens, "scram-sha-256")
    asked = (staff.id, database.role_of(staff), verifier, str(database.family_of(staff)))
    began = time.perf_counter()
    ask(tokens, "SELECT auth.lease(%s, %s, %s, '15 minutes', %s)", *asked)
    return (time.perf_counter() - began) * 1000


def spent(backend: int) -> float:
    """Return the seconds of a core that a server process has used."""
    used = psutil.Process(backend).cpu_times()
    return float(used.user + used.system)


def median(connection: Connection, query: str) -> float:
    """Return the median of milliseconds of a query."""
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        ask(connection, query)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def plan(connection: Connection, query: str) -> str:
    """Return how the server answers a query."""
    return "\n".join(line for (line,) in ask(connection, f"EXPLAIN (COSTS OFF) {query}"))


if __name__ == "__main__":
    main()
