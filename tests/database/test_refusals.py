"""What is not granted is refused, whoever asks for it."""

import psycopg2
import pytest

from app.database import NOT_ALLOWED, REFUSED
from tests.database.desk import Desk
from tests.server import Database, ask

FORBIDDEN = [
    ("user", "UPDATE claims_claim SET ml_score = 0 WHERE id = {own draft}"),
    ("user", "UPDATE claims_claim SET assigned_to = user_id WHERE id = {own draft}"),
    ("user", "UPDATE claims_claim SET region = 'south' WHERE id = {own draft}"),
    ("user", "SELECT ml_score FROM claims_claim"),
    ("user", "SELECT siu_status FROM claims_claim"),
    ("user", "SELECT note FROM claims_event"),
    ("user", "SELECT * FROM ml_engine_score"),
    ("user", "SELECT * FROM ml_engine_mlmodel"),
    ("user", "SELECT record_score({own}, '{{}}')"),
    ("user", "SELECT * FROM claim_links({own})"),
    ("user", "INSERT INTO claims_party (claim_id, kind, name) VALUES ({own}, 'driver', 'X')"),
    ("user", "INSERT INTO claims_party (claim_id, kind, name) VALUES ({queue}, 'driver', 'X')"),
    (
        "user",
        (
            "INSERT INTO claims_claim (policy_number, claim_type, loss_date, user_id)"
            " VALUES ('P', 'motor', '2026-01-01', 1 + {adjuster})"
        ),
    ),
    ("adjuster", "UPDATE claims_claim SET ml_score = 0 WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET ml_recommendation = 'x' WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET score_id = NULL WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET version = 99 WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET claim_number = 'MOT-1' WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET amount = 1 WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET facts = '{{}}' WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET assigned_to = {lead} WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET assigned_to = {adjuster} WHERE id = {queue}"),
    ("adjuster", "UPDATE claims_claim SET status_note = 'x' WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET siu_status = 'referred' WHERE id = {assigned}"),
    ("adjuster", "UPDATE claims_claim SET siu_disposition = 'cleared' WHERE id = {assigned}"),
    ("adjuster", "DELETE FROM claims_claim WHERE id = {assigned}"),
    ("adjuster", "DELETE FROM claims_party"),
    ("adjuster", "TRUNCATE claims_claim"),
    ("adjuster", "SELECT 1; LOCK TABLE claims_claim IN ACCESS EXCLUSIVE MODE"),
    ("adjuster", "SELECT 1; LOCK TABLE claims_party IN ACCESS EXCLUSIVE MODE"),
    ("adjuster", "SELECT * FROM auth_user"),
    ("adjuster", "SELECT * FROM auth.password"),
    ("adjuster", "SELECT * FROM auth.refresh_token"),
    ("adjuster", "SELECT * FROM auth.secret"),
    ("adjuster", "INSERT INTO claims_document (claim_id) VALUES (1)"),
    ("adjuster", "UPDATE claims_document SET name = 'x'"),
    ("adjuster", "UPDATE claims_document_version SET state = 'clean'"),
    ("adjuster", "DELETE FROM claims_document_version"),
    ("adjuster", "UPDATE claims_opening SET at = now()"),
    ("adjuster", "UPDATE claims_upload SET version_id = 1"),
    ("adjuster", "SELECT judge_document(1, 'clean', NULL, NULL, NULL)"),
    ("adjuster", "SELECT finish_upload(gen_random_uuid(), 1, NULL)"),
    ("adjuster", "SELECT set_document_policy(1048576, 1, true)"),
    ("admin", "INSERT INTO claims_upload (claim_id) VALUES (1)"),
    ("user", "INSERT INTO claims_document_version (document_id) VALUES (1)"),
    ("adjuster", "SELECT * FROM lifecycle"),
    ("adjuster", "UPDATE lifecycle SET who = '{{user}}'"),
    (
        "adjuster",
        (
            "INSERT INTO ml_engine_score (claim_id, model_id, score, probability, confidence,"
            " recommendation, receipt, explanation)"
            " VALUES ({assigned}, 1, 0, 0, 0, 'fast_track', '{{}}', '{{}}')"
        ),
    ),
    ("adjuster", "UPDATE ml_engine_score SET score = 0"),
    ("adjuster", "SELECT verify_score(1, true)"),
    ("adjuster", "SELECT activate_model(1)"),
    ("adjuster", "INSERT INTO claims_event (claim_id, kind) VALUES ({assigned}, 'edited')"),
    ("adjuster", "SELECT app.triage({assigned}, '', 1)"),
    ("adjuster", "SELECT app.next_number('motor', now())"),
    ("adjuster", "SELECT nextval('app.claim_serial')"),
    ("admin", "UPDATE claims_claim SET status = 'approved' WHERE id = {assigned}"),
    ("admin", "UPDATE claims_event SET note = 'x'"),
    ("admin", "DELETE FROM claims_event"),
    ("admin", "TRUNCATE claims_event"),
    ("admin", "ALTER TABLE claims_claim DISABLE TRIGGER ALL"),
    ("admin", "DROP POLICY admin_sees_all ON claims_claim"),
    ("admin", "SELECT * FROM auth.password"),
    ("admin", "UPDATE ml_engine_mlmodel SET is_active = true"),
    ("worker", "UPDATE claims_claim SET ml_score = 0"),
    ("worker", "UPDATE ml_engine_score SET verified = true"),
    ("worker", "SELECT * FROM auth.db_session"),
    ("worker", "SELECT activate_model(1)"),
]


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Desk:
    return Desk(shared_database)


@pytest.mark.parametrize(("who", "statement"), FORBIDDEN)
def test_what_is_not_granted_is_refused(desk: Desk, who: str, statement: str):
    ids = desk.claims | {name: person.id for name, person in desk.people.items()}

    with pytest.raises(psycopg2.Error) as refusal:
        ask(desk.connections[who], statement.format_map(ids))

    assert refusal.value.pgcode in {"42501", NOT_ALLOWED, REFUSED}
