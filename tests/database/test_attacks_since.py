"""Attacks on what came after claims and scores: money, letters, documents, work, models, clocks."""

from collections.abc import Iterator

import psycopg2
import pytest

from app import database
from tests.database.desk import Desk
from tests.database.test_documents import a_document
from tests.factories import a_letter, a_model
from tests.server import Database, ask

ROLES = ("user", "adjuster", "admin")
DENIED = {"42501", "0A000", database.NOT_ALLOWED, database.REFUSED, database.CODE_NEEDED}
HISTORY = (
    *("claims_money", "claims_letter", "claims_event", "ml_engine_event", "ml_engine_dispute"),
    "person_event",
)
KEPT = (
    *HISTORY,
    "claims_document",
    "claims_document_version",
    "claims_upload",
    "claims_opening",
    "claims_annotation",
    "claims_reading",
    "claims_presence",
    "claims_diary",
    "claims_tag",
    "claims_task",
    "claims_clock",
    "claims_batch",
    "claims_import_row",
    "desk_notice",
    "desk_capacity",
    "desk_checklist",
    "clock_pack",
    "clock_rule",
    "clock_holiday",
    "ml_engine_judge",
    "ml_engine_bundle",
    "ml_engine_proposal",
    "ml_engine_training",
    "ml_engine_blind",
    "claims_document_policy",
    "claims_document_fault",
)
MONEY = "claims_money (claim_id, kind, coverage, amount, reason)"
REFUSED = [
    *(f"DELETE FROM {table}" for table in KEPT),
    *(f"TRUNCATE {table}" for table in KEPT),
    *(f"ALTER TABLE {table} DISABLE TRIGGER ALL" for table in HISTORY),
    f"INSERT INTO {MONEY} VALUES ({{assigned}}, 'payment', 'x', 1, 'x')",
    "UPDATE claims_money SET amount = 0",
    "UPDATE claims_letter SET body = 'x'",
    (
        "INSERT INTO claims_letter (claim_id, kind, recipient, subject, body, pdf)"
        " VALUES ({assigned}, 'decision', 'x', 'x', 'x', 'x')"
    ),
    "UPDATE claims_claim SET stop_payment = NULL WHERE id = {assigned}",
    "UPDATE claims_claim SET coverage_checked_at = now() WHERE id = {assigned}",
    "UPDATE claims_claim SET closed_outcome = 'paid_full' WHERE id = {assigned}",
    "UPDATE claims_claim SET due_on = '2200-01-01' WHERE id = {assigned}",
    "UPDATE claims_claim SET diary_until = '2200-01-01' WHERE id = {assigned}",
    "UPDATE claims_document SET status = 'clean'",
    "UPDATE claims_document_version SET state = 'clean'",
    "UPDATE claims_document_version SET facts = '{{}}', photo_hash = 0",
    (
        "INSERT INTO claims_document_version (document_id, number, object_key, state)"
        " VALUES (1, 2, 'x', 'clean')"
    ),
    "UPDATE claims_upload SET version_id = 1",
    (
        "INSERT INTO claims_upload"
        " (claim_id, document_type, name, size, sha256, media_type, user_id)"
        " VALUES ({own}, 'photo', 'x', 1, repeat('0', 64), 'image/png', {lead})"
    ),
    (
        "INSERT INTO claims_upload (claim_id, document_type, name, size, sha256, media_type)"
        " VALUES ({foreign draft}, 'photo', 'x', 1, repeat('0', 64), 'image/png')"
    ),
    "INSERT INTO claims_opening (version_id, user_id) VALUES ({version}, {lead})",
    "UPDATE claims_opening SET at = now()",
    (
        "INSERT INTO claims_annotation (document_id, number, page, kind, text, author_id)"
        " VALUES (1, 1, 0, 'note', 'x', {lead})"
    ),
    "UPDATE claims_annotation SET author_id = 1",
    "INSERT INTO claims_reading (version_id, user_id) VALUES ({version}, {lead})",
    "INSERT INTO claims_tag (claim_id, tag, set_by) VALUES ({assigned}, 'x', {lead})",
    "INSERT INTO claims_task (claim_id, title, made_by) VALUES ({assigned}, 'x', {lead})",
    "UPDATE claims_task SET done_at = now()",
    "UPDATE claims_diary SET until = '2200-01-01'",
    "INSERT INTO claims_presence (claim_id, user_id) VALUES ({assigned}, {lead})",
    "INSERT INTO desk_notice (user_id, kind, claim_id) VALUES ({lead}, 'late', {assigned})",
    "UPDATE desk_notice SET seen_at = now()",
    "UPDATE desk_capacity SET most = 1",
    "UPDATE claims_clock SET due_on = '2200-01-01'",
    "UPDATE clock_rule SET days = 999",
    "INSERT INTO clock_holiday (jurisdiction, day, name) VALUES ('x', '2026-01-01', 'x')",
    "SELECT * FROM claims_import_row",
    "SELECT * FROM claims_document_check",
    "UPDATE claims_batch SET inserted = 0, digest = NULL",
    "UPDATE ml_engine_judge SET model_id = 1",
    "INSERT INTO ml_engine_judge (line, model_id) VALUES ('travel', 1)",
    "INSERT INTO ml_engine_bundle (sha256, data) VALUES ('x', 'x')",
    "UPDATE ml_engine_bundle SET data = 'x'",
    "UPDATE ml_engine_proposal SET state = 'confirmed'",
    (
        "INSERT INTO ml_engine_proposal (model_id, lines, reason, proposed_by)"
        " VALUES (1, '{{motor}}', 'x', {lead})"
    ),
    "INSERT INTO ml_engine_event (kind) VALUES ('activated')",
    "INSERT INTO person_event (kind, person_id) VALUES ('reset', {lead})",
    "UPDATE person_event SET actor_id = NULL",
    "UPDATE ml_engine_mlmodel SET status = 'active'",
    "UPDATE ml_engine_training SET open = NULL",
    "INSERT INTO ml_engine_blind (claim_id) VALUES ({assigned})",
    "UPDATE claims_document_policy SET largest = 1",
    "SELECT finish_upload(gen_random_uuid(), 1, 'x')",
    "SELECT upload_of(gen_random_uuid(), 1)",
    "SELECT upload_begun(gen_random_uuid(), 1, 'x')",
    "SELECT drop_upload(gen_random_uuid(), 1)",
    "SELECT opening_of(gen_random_uuid(), 1)",
    "SELECT judge_document({version}, 'clean', '', '{{}}', 0)",
    "SELECT report_document_faults('{{}}', '{{}}')",
    "SELECT documents_verified('{{1}}')",
    "SELECT sweep_documents()",
    "SELECT register_model('{{}}', 'x')",
    "SELECT activate_model(1)",
    "SELECT take_training()",
    "SELECT training_step(1, 'done', '{{}}', 'x')",
    "SELECT watch_clocks()",
    "SELECT wake_claims()",
    "SELECT app.set_clocks()",
    "SELECT app.seat('{{}}')",
    "SELECT app.told({assigned}, 'money', '{{}}')",
    "SELECT app.entered({assigned}, 'money', '{{}}')",
    "SELECT app.place({assigned})",
    "SELECT app.meet_clocks({assigned}, '{{decide}}', 'x', false)",
    "SELECT app.tell_of_model('x', 1, 'x', '{{}}')",
    "SELECT auth.end_person(1)",
    "SELECT auth.tell_of_person(1, 'reset', 1, NULL)",
    "SELECT auth.tell_of_codes(1)",
    "SELECT auth.reset_person(gen_random_uuid(), 1, 'x', 1)",
    "SELECT auth.end_session(gen_random_uuid(), gen_random_uuid())",
    "SELECT auth.change_password(gen_random_uuid(), 'x')",
    "SELECT auth.add_person(gen_random_uuid(), '{{}}')",
    "SELECT auth.reap()",
]
SIU = ("siu_status", "siu_disposition", "status_reason", "status_note", "status_detail")
DESK = (
    "ml_recommendation",
    "score_id",
    "stop_payment",
    "closed_outcome",
    "review_outcome",
    "due_on",
    "diary_until",
    "queue_risk",
    "batch_id",
)
NOT_FOR_USERS = (
    *("claims_money", "claims_letter", "claims_annotation", "claims_reading", "claims_presence"),
    *("claims_diary", "claims_tag", "claims_task", "claims_clock", "claims_batch"),
    *("desk_notice", "desk_capacity", "desk_checklist", "clock_pack", "clock_rule"),
    *("ml_engine_mlmodel", "ml_engine_judge", "ml_engine_bundle", "ml_engine_proposal"),
    *("ml_engine_event", "ml_engine_dispute", "ml_engine_training", "ml_engine_blind"),
    *("claims_document_fault", "claim_label", "person_event"),
)
REFUSED_BY_ROLE = {
    "user": [
        *(f"SELECT {column} FROM claims_claim" for column in SIU + DESK),
        *(f"SELECT * FROM {table}" for table in NOT_FOR_USERS),
        "UPDATE claims_claim SET siu_status = 'referred' WHERE id = {own}",
        "SELECT withdraw_claim({foreign draft}, 'x')",
        "SELECT withdraw_claim({assigned}, 'x')",
        "SELECT claim_links({own})",
        "SELECT document_matches({own})",
        "SELECT add_note({own}, 'x')",
        "SELECT take_next()",
        "SELECT disputed_numbers()",
        "SELECT begin_work({own}, true)",
        "SELECT ask_training('x')",
    ],
    "adjuster": [
        "SELECT set_reserve({queue}, 1, 'x', 1, 'x')",
        "SELECT record_payment({assigned}, 1, 'x', 1, 'x', true, 'x')",
        "SELECT set_reserve({a colleague's}, 1, 'x', 1, 'x')",
        "SELECT send_letter({a colleague's}, 1, 'delay', 'x', 'x', 'x', 'x', 'x')",
        "SELECT * FROM person_event",
        "SELECT desk_loads()",
        "SELECT set_capacity({lead}, 1)",
        "SELECT put_away({queue}, current_date + 1, 'x')",
        "SELECT merge_batch(gen_random_uuid())",
        "SELECT undo_batch(gen_random_uuid())",
        "SELECT propose_model(1, '{{motor}}', 'x')",
        "SELECT confirm_model(1)",
        "SELECT roll_back_model('x')",
        "SELECT move_model(1, 'shadow', 'x')",
        "SELECT ask_training('x')",
        "SELECT set_document_policy(1048576, 1, true)",
        "SELECT * FROM claims_document_fault",
        "UPDATE claims_claim SET status = 'pending_approval' WHERE id = {assigned}",
        "UPDATE claims_claim SET siu_status = 'concluded' WHERE id = {assigned}",
        "UPDATE claims_claim SET siu_disposition = 'substantiated' WHERE id = {assigned}",
    ],
    "admin": [
        "SELECT set_reserve({assigned}, 1, 'x', 1, 'x')",
        "SELECT record_payment({decided}, 1, 'x', 1, 'x', true, 'x')",
        "SELECT stop_payments({decided}, 1, 'x')",
        "SELECT check_coverage({assigned}, 1, 'x')",
        "SELECT send_letter({assigned}, 1, 'delay', 'x', 'x', 'x', 'x', 'x')",
        "SELECT add_note({assigned}, 'x')",
        "SELECT tag_claim({assigned}, 'x', true)",
        "SELECT take_next()",
        "SELECT begin_work({queue}, true)",
        "SELECT set_capacity({lead}, 1)",
        "SELECT withdraw_claim({own}, 'x')",
        (
            "INSERT INTO ml_engine_dispute (precedent_key, claim_id, reason)"
            " VALUES (gen_random_uuid(), {assigned}, 'Not like it')"
        ),
        # Without a fresh one-time code an administrator changes nothing either.
        "SELECT propose_model(1, '{{motor}}', 'x')",
        "SELECT confirm_model(1)",
        "SELECT roll_back_model('x')",
        "SELECT move_model(1, 'shadow', 'x')",
    ],
}


class Furnished(Desk):
    """A desk with a document on every claim, a letter and a candidate to judge."""

    def __init__(self, made: Database) -> None:
        super().__init__(made)
        self.version = max(a_document(made, claim) for claim in self.claims.values())
        a_letter(made, self["assigned"])
        a_model(made, sha256="b" * 64, is_active=False)

    def told(self, statement: str) -> str:
        people = {name: person.id for name, person in self.people.items()}
        return statement.format_map({**self.claims, **people, "version": self.version})


@pytest.fixture(scope="module")
def desk(shared_database: Database) -> Iterator[Furnished]:
    made = Furnished(shared_database)
    before = _digest(made)
    yield made
    assert _digest(made) == before


def _digest(desk: Furnished) -> list[object]:
    rows = "SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {} t"
    return [desk.database.value(rows.format(table)) for table in (*KEPT, "claims_claim")]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("attack", REFUSED)
def test_an_attack_on_what_came_since_is_refused_s17(desk: Furnished, role: str, attack: str):
    connection = desk.connections[role]

    with pytest.raises(psycopg2.Error) as refusal:
        ask(connection, desk.told(attack))

    assert refusal.value.pgcode in DENIED


@pytest.mark.parametrize(
    ("role", "attack"), [(role, attack) for role in ROLES for attack in REFUSED_BY_ROLE[role]]
)
def test_an_attack_of_one_role_on_what_came_since_is_refused_s17(
    desk: Furnished, role: str, attack: str
):
    connection = desk.connections[role]

    with pytest.raises(psycopg2.Error) as refusal:
        ask(connection, desk.told(attack))

    assert refusal.value.pgcode in DENIED


def test_one_administrator_alone_never_changes_the_judge_s17(database: Database):
    desk = Furnished(database)
    connection = desk.connections["admin"]
    candidate = database.value("SELECT id FROM ml_engine_mlmodel WHERE NOT is_active")
    judges = "SELECT line, model_id FROM ml_engine_judge ORDER BY line"
    before = database.run(judges)
    database.run("UPDATE auth.refresh_token SET otp_at = now()")
    propose = "SELECT propose_model(%s, '{motor}', 'It is better')"
    ((proposal,),) = ask(connection, propose, candidate)

    for attempt in (
        "SELECT confirm_model({})",
        "SELECT activate_model({})",
        "SELECT move_model({}, 'active', 'x')",
        "UPDATE ml_engine_proposal SET proposed_by = 0 WHERE id = {}",
    ):
        with pytest.raises(psycopg2.Error) as refusal:
            ask(connection, attempt.format(proposal))
        assert refusal.value.pgcode in DENIED

    assert database.run(judges) == before
