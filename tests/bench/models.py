"""What watches and renews models among many claims: charts, simulator, retraining, scoring."""

import argparse
import os
import resource
import tempfile
import time
from pathlib import Path
from threading import Event, Thread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.errors import Conflict
from app.services.claims import ClaimService
from app.services.labelled import Labelled, gather
from app.services.model_store import Bundles
from app.services.performance import PerformanceService
from app.services.queue_filter import QueueFilter, StatusGroup
from app.services.retraining import Retraining, learn
from app.services.thresholds import Thresholds
from app.ui.performance import PerformanceScreen
from app.ui.theme import Theme
from app.worker.counting import count_cells
from app.worker.rescoring import rescore
from app.worker.station import Station
from tests.factories import MODEL, a_model, a_person
from tests.server import Database, Server
from tests.services.labelled_claims import settled_claims
from tests.services.registers import small
from tests.ui.conftest import RunNow

SCORED, LABELLED, OPEN = 1_000_000, 100_000, 100_000
TIMES = 5
CLAIMS = """
    INSERT INTO claims_claim (claim_number, policy_number, claim_type, loss_date, status, region,
                              ml_score, submission_date, last_updated, siu_status, siu_disposition,
                              closed_outcome, score_id, version)
    SELECT 'C' || n, 'P' || n %% 30000,
           (ARRAY['motor', 'property', 'health', 'travel'])[1 + n %% 4], '2026-01-01', 'closed',
           'region ' || n %% 7, n::bigint * 7919 %% 10000 / 100.0, moment,
           moment + make_interval(days => n %% 40),
           CASE WHEN n %% 10 = 0 THEN 'concluded' END,
           CASE WHEN n %% 20 = 0 THEN 'substantiated' WHEN n %% 20 = 10 THEN 'cleared' END,
           CASE WHEN n %% 20 = 0 THEN 'denied' ELSE 'paid_full' END, n, 1
    FROM generate_series(1, %s) n,
         LATERAL (SELECT now() - make_interval(mins => (n %% 524000)) AS moment) AS m
"""
SCORES = """
    INSERT INTO ml_engine_score (id, claim_id, model_id, score, probability, confidence,
                                 recommendation, receipt, explanation, created_at)
    SELECT c.score_id, c.id, %s, c.ml_score, c.ml_score / 100.0, 90,
           (ARRAY['fast_track', 'standard_review', 'enhanced_review', 'refer_siu'])
               [1 + least(3, floor(c.ml_score / 25))::int],
           jsonb_build_object('features', jsonb_build_object('shared_phone', c.id %% 3,
               'days_to_report', c.id %% 40, 'policy_age_days', c.id %% 900, 'near_limit', 'no')),
           '{}', c.submission_date
    FROM claims_claim c
"""
BLIND = "INSERT INTO ml_engine_blind (claim_id) SELECT id FROM claims_claim WHERE id %% 20 = 7"
REVIEWS = """
    UPDATE claims_claim SET review_outcome = CASE WHEN id %% 20 = 0 THEN 'justified_review'
                                                  ELSE 'false_alarm' END WHERE id %% 10 = 0;
    INSERT INTO claims_flagging (id, claim_id, ruleset)
    SELECT c.id, c.id, (SELECT max(id) FROM red_flag_rule) FROM claims_claim c;
    INSERT INTO claims_red_flag (flagging_id, claim_id, rule_id, points, shadow, said)
    SELECT c.id, c.id, r.id, 3, false, 'as the rule says'
    FROM claims_claim c, generate_series(1, 2) AS n, red_flag_current r
    WHERE r.code = 'RF0' || 1 + (c.id * n) %% 9
"""
REOPEN = """
    UPDATE claims_claim SET status = 'triaged', siu_status = NULL, siu_disposition = NULL,
        closed_outcome = NULL;
    INSERT INTO ml_engine_score (claim_id, model_id, score, probability, confidence,
                                 recommendation, receipt, explanation)
    SELECT id, %s, 50, 0.5, 90, 'standard_review', '{}', '{}' FROM claims_claim;
    UPDATE claims_claim c SET score_id = s.id, ml_score = 50, ml_recommendation = 'standard_review'
    FROM ml_engine_score s WHERE s.claim_id = c.id;
    INSERT INTO claims_flagging (claim_id, ruleset)
    SELECT id, (SELECT max(id) FROM red_flag_rule) FROM claims_claim;
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scored", type=int, default=SCORED)
    parser.add_argument("--labelled", type=int, default=LABELLED)
    parser.add_argument("--open", type=int, default=OPEN)
    parser.add_argument("--data", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    qInstallMessageHandler(lambda *_message: None)
    app = QApplication([])
    theme = Theme(app)
    with tempfile.TemporaryDirectory() as place:
        server = Server(Path(place) / "pg")
        try:
            if asked.scored:
                print(watched(app, server.create(), asked.scored), flush=True)
            if asked.labelled:
                print(retrained(server.create(), asked.labelled, Path(place)), flush=True)
            if asked.open:
                print(rescored(server.create(), asked.open, Path(place)), flush=True)
        finally:
            server.close()
    del theme


def watched(app: QApplication, database: Database, claims: int) -> str:
    """Fill a database with scored claims; open the performance screen and the simulator."""
    model = a_model(database, sha256=MODEL)
    database.run("SET session_replication_role = replica;" + CLAIMS, claims)
    database.run("SET session_replication_role = replica;" + SCORES, model)
    database.run("SET session_replication_role = replica;" + BLIND.replace("%%", "%"))
    database.run("SET session_replication_role = replica;" + REVIEWS.replace("%%", "%"))
    database.run("SELECT app.mark_cells(); ANALYZE")
    database.run("VACUUM ANALYZE claims_claim, ml_engine_score, ml_engine_blind")
    station = Station(sessionmaker(database.worker_engine(), expire_on_commit=False))
    counting = time.perf_counter()
    while count_cells(station):
        pass
    counting = time.perf_counter() - counting
    admin = a_person(database, "admin")
    tasks = RunNow()
    opened = min(_open(app, database, admin, tasks) for _ in range(TIMES))
    service = Thresholds(database.sessions_as(admin), admin)
    simulated = min(_simulate(service) for _ in range(TIMES))
    tasks.close()
    return (
        f"{claims:,} scored claims: performance open to drawn {opened:.2f} s, simulator"
        f" {simulated:.2f} s (best of {TIMES}); all cells counted in {counting:.1f} s"
    )


def _open(app: QApplication, database: Database, admin: Identity, tasks: RunNow) -> float:
    began = time.perf_counter()
    service = PerformanceService(database.sessions_as(admin), admin)
    screen = PerformanceScreen(service, tasks, admin)
    screen.resize(1688, 1048)
    screen.show()
    app.processEvents()
    screen.grab()
    spent = time.perf_counter() - began
    screen.close()
    screen.deleteLater()
    return spent


def _simulate(service: Thresholds) -> float:
    began = time.perf_counter()
    service.simulate("motor").charts(6, 40)
    return time.perf_counter() - began


def retrained(database: Database, claims: int, place: Path) -> str:
    """Train anew on labelled claims, as the worker's process does, and tell time and memory."""
    shipped = place / "shipped.bundle"
    small().save(shipped)
    a_model(database, sha256=small().model_id, lines=["motor"])
    settled_claims(database, claims, turned=True)
    database.run("ANALYZE claims_claim")
    sessions = sessionmaker(database.worker_engine(), expire_on_commit=False)
    training = Retraining(sessions, place / "trainings", Bundles(sessions, shipped))
    training.ask("A benchmark.")
    began = time.perf_counter()
    made = training.run(training.take() or 0)
    spent = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    told = "a candidate" if made else "no candidate"
    return f"{claims:,} labelled claims: retrained in {spent:.0f} s, {peak:.1f} GB, {told}"


def rescored(database: Database, claims: int, place: Path) -> str:
    """Let another model judge; score every open claim with it while somebody works at a desk."""
    settled_claims(database, claims)
    sessions = sessionmaker(database.worker_engine(), expire_on_commit=False)
    model = learn(_first(gather(sessions), 2000))
    shipped = place / "other.bundle"
    model.save(shipped)
    before = a_model(database, sha256="0" * 64, lines=["motor"])
    after = a_model(database, sha256=model.model_id, lines=["motor"], is_active=False)
    database.run("SET session_replication_role = replica;" + REOPEN, before)
    database.run("VACUUM ANALYZE")
    database.run("SELECT activate_model(%s)", after)
    station = Station(sessions, shipped)
    ended, waits = Event(), list[float]()
    desk = Thread(target=_work, args=(database, ended, waits))
    desk.start()
    began = time.perf_counter()
    done = 0
    while some := rescore(station):
        done += some
    rate = done / (time.perf_counter() - began)
    ended.set()
    desk.join()
    return (
        f"{done:,} open claims read, scored and written at {rate:,.0f}/s; {len(waits)} claims"
        f" opened and taken meanwhile, in {max(waits, default=0) * 1000:.0f} ms at most"
    )


def _work(database: Database, ended: Event, waits: list[float]) -> None:
    """Open and take claims, one after the other, as an adjuster does."""
    maya = a_person(database)
    service = ClaimService(database.sessions_as(maya), maya)
    while not ended.wait(0.5):
        began = time.perf_counter()
        page = service.queue(QueueFilter(status=StatusGroup.TO_DECIDE))
        row = next(row for row in page.rows if row.assigned_to is None)
        try:
            service.take(row.id, service.detail(row.id).row.version)
        except Conflict:
            continue
        waits.append(time.perf_counter() - began)


def _first(found: Labelled, count: int) -> Labelled:
    parts = {name: getattr(found, name)[:count] for name in Labelled.__slots__ if name != "rule"}
    return Labelled(**parts, rule=found.rule)


if __name__ == "__main__":
    main()
