"""When another model judges, open claims are scored anew in bulk, past whoever works on one."""

from pathlib import Path
from typing import Any

import pytest
from psycopg2.extras import Json

from app.access import Identity
from app.errors import Refused
from app.services.audit import AuditService
from app.services.claims import ClaimService
from app.services.explaining import Explainer
from app.services.labelled import gather
from app.services.model_store import Bundles
from app.services.rescoring import Rescoring
from app.services.retraining import learn
from app.worker.replay import replay_scores
from app.worker.rescoring import rescore
from app.worker.station import Station
from tests.factories import a_claim, a_model, a_person, a_receipt
from tests.server import Database, ask
from tests.services.labelled_claims import settled_claims
from tests.worker.stations import a_station

OPEN = """
    SET session_replication_role = replica;
    UPDATE claims_claim SET status = 'triaged', siu_status = NULL, siu_disposition = NULL,
        closed_outcome = NULL;
    INSERT INTO ml_engine_score (claim_id, model_id, score, probability, confidence,
                                 recommendation, receipt, explanation)
    SELECT id, %s, 50, 0.5, 90, 'standard_review', '{}', '{}' FROM claims_claim;
    UPDATE ml_engine_score SET verified = true;
    UPDATE claims_claim c SET score_id = s.id, ml_score = 50, ml_recommendation = 'standard_review'
    FROM ml_engine_score s WHERE s.claim_id = c.id
"""


@pytest.fixture
def office(database: Database, tmp_path: Path) -> tuple[Database, Station, list[int]]:
    """Sixty open claims that an old model scored, and another model that has begun to judge."""
    ids = settled_claims(database, 60)
    model = learn(gather(a_station(database).sessions))
    model.save(tmp_path / "new.bundle")
    before = a_model(database, sha256="0" * 64, lines=["motor"])
    after = a_model(database, sha256=model.model_id, lines=["motor"], is_active=False)
    database.run(OPEN, before)
    database.run("SELECT activate_model(%s)", after)
    return database, Station(a_station(database).sessions, tmp_path / "new.bundle"), ids


def due(database: Database) -> int:
    count: int = database.value("SELECT count(*) FROM ml_engine_score_due")
    return count


def test_every_open_claim_gets_a_score_of_the_model_that_judges(office):
    database, station, _ids = office
    assert due(database) == 60

    counted = rescore(station)

    judged = """
        SELECT count(DISTINCT c.id) FROM claims_claim c
        JOIN ml_engine_score s ON s.id = c.score_id
        JOIN ml_engine_judge j ON j.model_id = s.model_id
        WHERE c.ml_score = s.score AND c.version = 2 AND s.explanation = '{}'
    """
    assert (counted, due(database), database.value(judged)) == (60, 0, 60)
    assert rescore(station) == 0


def test_each_score_has_its_event_in_a_chain_that_holds(office):
    database, station, ids = office
    ada = a_person(database, "admin")
    with database.connect_as(ada) as connection:
        ask(connection, "SELECT open_claim(%s)", ids[0])

    rescore(station)

    seqs = database.run(
        "SELECT seq, kind FROM claims_event WHERE claim_id = %s ORDER BY seq", ids[0]
    )
    assert seqs == [(1, "opened"), (2, "scored")]
    report = AuditService(database.sessions_as(ada), ada).verify()
    assert report.faults == ()
    with database.connect_as(ada) as connection:
        ask(connection, "SELECT open_claim(%s)", ids[1])
    assert AuditService(database.sessions_as(ada), ada).verify().faults == ()


def test_the_scores_replay_exactly(office):
    database, station, _ids = office
    rescore(station)

    replayed = replay_scores(station)

    assert replayed == 60
    assert database.value("SELECT bool_and(verified) FROM ml_engine_score")


def test_the_suggestion_is_the_one_that_a_single_score_would_have_given(office):
    database, station, _ids = office
    database.run(
        "INSERT INTO ml_engine_threshold (line, refer_from, effective_from, simulation, reason,"
        " state, proposed_by, settled_by, settled_at) VALUES ('motor', 30, '2026-01-01', '{}', 'x',"
        " 'confirmed', %s, %s, now())",
        a_person(database, "admin").id,
        a_person(database, "admin").id,
    )

    rescore(station)

    wrong = database.value(
        "SELECT count(*) FROM claims_claim c JOIN ml_engine_score s ON s.id = c.score_id"
        " WHERE c.ml_recommendation <> app.suggestion(c.claim_type, s)"
    )
    told = dict(database.run("SELECT ml_recommendation, count(*) FROM claims_claim GROUP BY 1"))
    assert wrong == 0
    assert {"refer_siu", "fast_track"} <= set(told)


def test_a_claim_that_somebody_works_on_stays_due_and_nobody_waits(office):
    database, station, ids = office
    with database.connect_owner() as desk:
        desk.autocommit = False
        ask(desk, "SELECT FROM claims_claim WHERE id = %s FOR UPDATE", ids[3])

        counted = rescore(station)

        assert (counted, due(database)) == (59, 1)
        desk.rollback()
    assert rescore(station) == 1


def test_a_claim_that_changed_since_it_was_read_is_read_again(office):
    database, station, ids = office
    rescoring = Rescoring(station.sessions, station.scoring.bundles)
    (waiting,) = rescoring.due(0, 100)
    database.run("UPDATE claims_claim SET amount = 9000 WHERE id = %s", ids[0])

    counted = rescoring.record(waiting, rescoring.judged(waiting))

    assert (counted, due(database)) == (59, 1)
    assert rescore(station) == 1


def test_what_was_decided_meanwhile_keeps_its_score(office):
    database, station, ids = office
    database.run("UPDATE claims_claim SET status = 'closed' WHERE id = %s", ids[0])

    assert rescore(station) == 59

    assert due(database) == 0
    assert database.value("SELECT ml_score FROM claims_claim WHERE id = %s", ids[0]) == 50


def test_a_claim_that_cannot_be_read_loses_its_score_and_says_why(office):
    database, station, ids = office
    rescoring = Rescoring(station.sessions, station.scoring.bundles)
    (waiting,) = rescoring.due(0, 100)
    receipts = rescoring.judged(waiting)
    receipts[0] = {"not_scorable": "The amount cannot be read."}

    counted = rescoring.record(waiting, receipts)

    assert (counted, due(database)) == (59, 0)
    told = database.run(
        "SELECT ml_score, ml_recommendation FROM claims_claim WHERE id = %s", ids[0]
    )
    assert told == [(None, "abstain")]


@pytest.mark.parametrize("lost", ["versions", "recommendation", "features"])
def test_receipts_that_are_not_whole_are_refused_together(office, lost: str):
    database, station, _ids = office
    rescoring = Rescoring(station.sessions, station.scoring.bundles)
    (waiting,) = rescoring.due(0, 100)
    receipts = rescoring.judged(waiting)
    receipts[7].pop(lost)

    with pytest.raises(Refused, match="not complete"):
        rescoring.record(waiting, receipts)

    assert due(database) == 60


def test_a_model_that_does_not_judge_writes_nothing(office):
    _database, station, _ids = office
    rescoring = Rescoring(station.sessions, station.scoring.bundles)
    (waiting,) = rescoring.due(0, 100)
    receipts = [one | {"model_sha256": "0" * 64} for one in rescoring.judged(waiting)]

    assert rescoring.record(waiting, receipts) == 0


def test_the_explanation_is_made_when_it_is_asked_for(office):
    database, station, ids = office
    rescore(station)
    ada = a_person(database, "admin")
    sessions = database.sessions_as(ada)
    bare, explained = (
        ClaimService(sessions, ada, explainer).detail(ids[0]).score
        for explainer in (None, Explainer(Bundles(sessions, station.bundle)))
    )

    assert bare
    assert explained
    assert (bare.sentence, bare.precedents) == ("", ())
    assert explained.sentence
    assert len(explained.precedents) == 10
    prior = database.value("SELECT receipt -> 'precedents' FROM ml_engine_score ORDER BY id DESC")
    assert prior
    assert explained.score == bare.score


def test_without_the_bundle_the_score_stands_without_words(office, tmp_path: Path):
    database, station, ids = office
    ada = a_person(database, "admin")
    sessions = database.sessions_as(ada)

    score = ClaimService(sessions, ada, Explainer(Bundles(sessions, station.bundle))).detail(ids[0])

    assert score.score
    assert score.score.sentence == ""


@pytest.mark.parametrize("who", ["staff", "admin"])
def test_only_the_worker_scores_in_bulk(database: Database, who: str):
    claim = a_claim(database, "triaged")
    person: Identity = a_person(database, who)
    calls: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("SELECT record_scores(%s, %s, %s)", ([claim], [1], [a_receipt()])),
        ("SELECT scores_due(0, 10)", ()),
        ("SELECT links_of_claims(%s)", ([claim],)),
        ("SELECT * FROM ml_engine_score_due", ()),
    )

    for statement, values in calls:
        with database.connect_as(person) as connection, pytest.raises(Exception, match="denied"):
            ask(
                connection,
                statement.replace("%s)", "%s::jsonb[])") if values[2:] else statement,
                *values,
            )


def test_links_of_many_are_the_links_of_each(database: Database):
    facts = Json({"vin": "WVWZZZ1JZXW000001"})
    told = {"facts": facts, "loss_date": "2026-01-02", "submission_date": "2026-02-01"}
    ids = [
        a_claim(database, "triaged", **told | {"submission_date": f"2026-02-{day:02}"})
        for day in range(1, 5)
    ]
    worker = database.connect_worker()

    many = ask(worker, "SELECT claim_id, kind, claims FROM links_of_claims(%s) ORDER BY 1, 2", ids)

    each = [
        (claim, kind, count)
        for claim in ids
        for kind, count in ask(worker, "SELECT kind, claims FROM claim_links(%s) ORDER BY 1", claim)
    ]
    assert many == each
