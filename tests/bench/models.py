"""What watches and renews models among many claims: charts, simulator, retraining, scoring."""

import argparse
import os
import resource
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from sqlalchemy import ARRAY, Integer, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.ml import TriageModel
from app.services.labelled import Labelled, gather
from app.services.model_store import Bundles
from app.services.performance import PerformanceService
from app.services.retraining import Retraining, learn
from app.services.thresholds import Thresholds
from app.ui.performance import PerformanceScreen
from app.ui.theme import Theme
from tests.factories import MODEL, a_model, a_person
from tests.server import Database, Server
from tests.services.labelled_claims import settled_claims
from tests.services.registers import small
from tests.ui.conftest import RunNow

SCORED, LABELLED, OPEN = 1_000_000, 100_000, 100_000
TIMES, BATCH = 5, 2_000
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
_RECORD = text("SELECT record_score(t.c, t.r) FROM unnest(:ids, :told) AS t (c, r)").bindparams(
    bindparam("ids", type_=ARRAY(Integer)), bindparam("told", type_=ARRAY(JSONB))
)


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
            print(watched(app, server.create(), asked.scored))
            print(retrained(server.create(), asked.labelled, Path(place)))
            print(rescored(server.create(), asked.open))
        finally:
            server.close()
    del theme


def watched(app: QApplication, database: Database, claims: int) -> str:
    """Fill a database with scored claims; open the performance screen and the simulator."""
    model = a_model(database, sha256=MODEL)
    database.run("SET session_replication_role = replica;" + CLAIMS, claims)
    database.run("SET session_replication_role = replica;" + SCORES, model)
    database.run("SET session_replication_role = replica;" + BLIND.replace("%%", "%"))
    database.run("VACUUM ANALYZE claims_claim, ml_engine_score, ml_engine_blind")
    admin = a_person(database, "admin")
    tasks = RunNow()
    opened = min(_open(app, database, admin, tasks) for _ in range(TIMES))
    service = Thresholds(database.sessions_as(admin), admin)
    simulated = min(_simulate(service) for _ in range(TIMES))
    tasks.close()
    return (
        f"{claims:,} scored claims: performance open to drawn {opened:.2f} s, simulator"
        f" {simulated:.2f} s (best of {TIMES})"
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


def rescored(database: Database, claims: int) -> str:
    """Score open claims with a new model and write the scores, each in its own right."""
    settled_claims(database, claims)
    database.run("UPDATE claims_claim SET last_updated = now() WHERE false; ANALYZE claims_claim")
    sessions = sessionmaker(database.worker_engine(), expire_on_commit=False)
    found = gather(sessions)
    model = learn(_first(found, 2000))
    a_model(database, sha256=model.model_id, lines=["motor"])
    database.run(
        "SET session_replication_role = replica; UPDATE claims_claim SET status = 'triaged',"
        " siu_status = NULL, siu_disposition = NULL, closed_outcome = NULL"
    )
    ids = [number for (number,) in database.run("SELECT id FROM claims_claim ORDER BY id")]
    began = time.perf_counter()
    for start in range(0, len(ids), BATCH):
        receipts = _receipts(model, found, start)
        with sessions.begin() as session:
            session.execute(_RECORD, {"ids": ids[start : start + BATCH], "told": receipts})
    rate = claims / (time.perf_counter() - began)
    return f"{claims:,} open claims scored and written at {rate:,.0f}/s"


def _receipts(model: TriageModel, found: Labelled, start: int) -> list[dict[str, object]]:
    rows = found.frame().iloc[start : start + BATCH]
    judged = model.judge(model.schema.read(rows)[0])
    return [judged.receipt(place) for place in range(len(rows))]


def _first(found: Labelled, count: int) -> Labelled:
    parts = {name: getattr(found, name)[:count] for name in Labelled.__slots__ if name != "rule"}
    return Labelled(**parts, rule=found.rule)


if __name__ == "__main__":
    main()
