"""What documents a claim needs: the house's list as data, and what people say about it."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import psycopg2
import pytest

from app.access import Identity
from app.codes import ClaimType, DocumentType, LetterKind
from app.errors import AppError, NotAllowed, NotFound
from app.services.checklist import ChecklistService, NeedState
from app.services.choices import CAUSES
from app.services.document_words import document_sentence
from app.services.letters import LetterService
from app.services.required import needs_of, suggested
from tests.documents import Archive, a_file, archive
from tests.factories import a_claim, a_person
from tests.server import Database, ask, touched


@pytest.fixture(scope="module")
def held(shared_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive(shared_database, tmp_path_factory.mktemp("objects")) as made:
        yield made


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen")


@pytest.fixture(scope="module")
def needs(held: Archive, maya: Identity) -> ChecklistService:
    return ChecklistService(held.database.sessions_as(maya), maya)


@pytest.fixture
def claim(held: Archive, maya: Identity) -> int:
    return a_claim(
        held.database, "in_review", assigned_to=maya.id, cause="theft", amount=Decimal(900)
    )


def states(service: ChecklistService, claim: int) -> dict[DocumentType, NeedState]:
    return {need.type: need.state for need in service.of(claim).needs}


def told_in(held: Archive, claim: int) -> list[str]:
    rows = held.database.run(
        "SELECT detail FROM claims_event WHERE claim_id = %s AND detail ->> 'act'"
        " IN ('waived', 'required', 'typed') ORDER BY seq",
        claim,
    )
    return [document_sentence(detail) for (detail,) in rows]


def test_every_line_and_cause_needs_something_and_no_type_twice():
    for line, causes in CAUSES.items():
        for cause in causes:
            found = needs_of(line, cause, Decimal(1_000_000))

            kinds = [need.type for need in found]
            assert len(kinds) == len(set(kinds)) >= 2, (line, cause)


def test_what_is_needed_depends_on_the_cause_and_on_the_amount():
    glass = needs_of(ClaimType.MOTOR, "glass", Decimal(300))
    stolen = needs_of(ClaimType.MOTOR, "theft", Decimal(300))
    large = needs_of(ClaimType.MOTOR, "collision", Decimal(10_000))

    assert DocumentType.POLICE_REPORT not in {need.type for need in glass}
    assert DocumentType.POLICE_REPORT in {need.type for need in stolen}
    assert DocumentType.EXPERT_REPORT in {need.type for need in large}


def test_what_arrived_is_told_from_what_is_checked_and_what_is_missing(
    held: Archive, maya: Identity, needs: ChecklistService, claim: int, tmp_path: Path
):
    held.add_clean(maya, claim, a_file(tmp_path), type=DocumentType.STATEMENT)
    held.desk_of(maya).add(claim, a_file(tmp_path, "police.pdf"), DocumentType.POLICE_REPORT)

    checklist = needs.of(claim)

    found = {need.type: (need.state, need.came) for need in checklist.needs}
    assert found[DocumentType.STATEMENT] == (NeedState.ARRIVED, "report.pdf")
    assert found[DocumentType.POLICE_REPORT] == (NeedState.CHECKING, "police.pdf")
    assert [need.type for need in checklist.missing] == [DocumentType.POLICY]


def test_what_was_held_back_counts_as_missing(
    held: Archive, maya: Identity, needs: ChecklistService, claim: int, tmp_path: Path
):
    held.add_clean(maya, claim, a_file(tmp_path), type=DocumentType.STATEMENT)
    held.database.run(
        "UPDATE claims_document_version SET state = 'quarantined' WHERE claim_id = %s", claim
    )

    assert states(needs, claim)[DocumentType.STATEMENT] is NeedState.MISSING


def test_a_document_is_done_without_for_a_reason_and_needed_after_all(
    held: Archive, needs: ChecklistService, claim: int
):
    needs.waive(claim, DocumentType.POLICY, "The lender holds both keys")
    (waived,) = [need for need in needs.of(claim).needs if need.type is DocumentType.POLICY]
    needs.require(claim, DocumentType.POLICY)

    assert (waived.state, waived.reason, waived.by) == (
        NeedState.WAIVED,
        "The lender holds both keys",
        "Maya Chen",
    )
    assert states(needs, claim)[DocumentType.POLICY] is NeedState.MISSING
    assert told_in(held, claim) == [
        "Can do without: policy: The lender holds both keys",
        "Is needed after all: policy",
    ]


def test_without_a_reason_nothing_is_waived(needs: ChecklistService, claim: int):
    with pytest.raises(AppError, match="why"):
        needs.waive(claim, DocumentType.POLICY, "  ")

    assert states(needs, claim)[DocumentType.POLICY] is NeedState.MISSING


def test_a_document_is_filed_as_something_else_and_the_history_keeps_it(
    held: Archive, maya: Identity, needs: ChecklistService, claim: int, tmp_path: Path
):
    held.add_clean(maya, claim, a_file(tmp_path), type=DocumentType.OTHER)
    (document,) = held.desk_of(maya).list(claim)

    needs.set_type(document.id, DocumentType.POLICE_REPORT)

    assert states(needs, claim)[DocumentType.POLICE_REPORT] is NeedState.ARRIVED
    assert told_in(held, claim) == ["Filed “report.pdf” as police report"]


def test_a_claim_out_of_sight_has_no_list_and_takes_no_word(
    held: Archive, maya: Identity, needs: ChecklistService, claim: int
):
    needs.waive(claim, DocumentType.POLICY, "Seen at the lender")
    stranger = a_person(held.database, region="south")
    theirs = ChecklistService(held.database.sessions_as(stranger), stranger)

    with pytest.raises(NotFound):
        theirs.of(claim)
    with pytest.raises(AppError):
        theirs.waive(claim, DocumentType.STATEMENT, "Mine")
    connection = theirs._sessions().connection()
    rows = connection.exec_driver_sql("SELECT * FROM claims_document_waiver").all()
    assert rows == []


def test_a_claimant_neither_reads_nor_waives(held: Archive, claim: int):
    owen = a_person(held.database, "user")
    connection = held.database.connect_as(owen)
    theirs = ChecklistService(held.database.sessions_as(owen), owen)

    with pytest.raises(NotAllowed):
        theirs.of(claim)
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(connection, "SELECT * FROM claims_document_waiver")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(connection, "SELECT waive_document(%s, 'policy', 'x')", claim)


def test_nobody_writes_a_reason_past_the_rules(held: Archive, maya: Identity, claim: int):
    connection = held.database.connect_as(maya)

    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        touched(
            connection,
            "INSERT INTO claims_document_waiver (claim_id, document_type, reason, waived_by)"
            " VALUES (%s, 'policy', 'x', 1)",
            claim,
        )
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        touched(connection, "UPDATE claims_document SET document_type = 'photo'")


def test_a_letter_asks_for_what_is_missing_one_by_one(held: Archive, maya: Identity, claim: int):
    letters = LetterService(held.database.sessions_as(maya), maya)

    letter = letters.draft(claim, LetterKind.INFORMATION, asked=("Police report", "Both keys"))

    html = letter.html()
    assert "<li>Police report</li><li>Both keys</li>" in html


def test_a_first_page_tells_what_a_document_probably_is():
    assert suggested("COUNTY CONSTABULARY Incident report for insurers") is (
        DocumentType.POLICE_REPORT
    )
    assert suggested("NORTH GARAGE\nEstimate  of repairs · E-123") is DocumentType.ESTIMATE
    assert suggested("Holiday pictures") is None
