"""Letters: what they say, what they never say, and how they are kept."""

from typing import Any

import pytest

from app.access import Identity
from app.codes import LetterKind
from app.errors import Conflict, Invalid, NotFound, Refused
from app.services.claims import ClaimService
from app.services.letters import LetterService
from tests.factories import a_claim, a_party, a_person
from tests.server import Database
from tests.services.desk import a_scored_claim

PDF = b"%PDF-1.7 a letter"
NAUGHTY = "<script>alert('x')</script> & {{ 7 * 7 }} Ω\u202e"


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen")


@pytest.fixture(scope="module")
def letters(shared_database: Database, maya: Identity) -> LetterService:
    return LetterService(shared_database.sessions_as(maya), maya)


def claim_of(database: Database, maya: Identity, status: str = "in_review", **changes: Any) -> int:
    claim = a_claim(database, status, assigned_to=maya.id, **changes)
    a_party(
        database,
        claim,
        kind="claimant",
        name="Oliver Zielinski",
        address_line="1 High Street",
        city="Leeds",
        postcode="LS1 1AA",
    )
    return claim


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_names_claimant_claim_policy_and_author(shared_database, maya, letters, kind):
    claim = claim_of(shared_database, maya)
    number = shared_database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claim)

    html = letters.draft(claim, kind).html()

    for told in ("Oliver Zielinski", "1 High Street", number, "POL-4711", "Maya Chen"):
        assert told in html


def test_a_denial_tells_reason_wording_and_who_decided(shared_database, maya, letters):
    claim = claim_of(
        shared_database,
        maya,
        "denied",
        status_reason="exclusion",
        status_detail={"wording": "We do not pay for racing."},
    )

    html = letters.draft(claim, LetterKind.DECISION).html()

    assert "The reason is: an exclusion applies." in html
    assert "“We do not pay for racing.”" in html
    assert "it does not decide claims" in html


def test_a_request_lists_what_is_asked_and_until_when(shared_database, maya, letters):
    claim = claim_of(
        shared_database,
        maya,
        "pending_info",
        status_detail={"what": "the purchase invoice", "of_whom": "the claimant"},
        hold_until="2026-12-24",
    )

    html = letters.draft(claim, LetterKind.INFORMATION).html()

    assert "<li>The purchase invoice</li>" in html
    assert "24 Dec 2026" in html


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_says_nothing_of_scores_and_referrals(shared_database, maya, letters, kind):
    told = {"assigned_to": maya.id, "siu_status": "referred", "recommendation": "refer_siu"}
    claim = a_scored_claim(shared_database, 87.31, status="siu_review", **told)

    html = letters.draft(claim, kind).html().lower()

    for secret in ("87", "score", "siu", "refer", "indicator", "fraud", "investigat"):
        assert secret not in html.replace(shared_number(shared_database, claim).lower(), "")


def shared_number(database: Database, claim: int) -> str:
    number: str = database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claim)
    return number


def test_words_of_people_are_shown_and_never_run(shared_database, maya, letters):
    claim = claim_of(shared_database, maya)

    draft = letters.draft(claim, LetterKind.DELAY)
    html = draft.with_words(
        recipient=NAUGHTY, address=NAUGHTY, subject=NAUGHTY, words=f"{NAUGHTY}\n\nTwo"
    ).html()

    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "{{ 7 * 7 }}" in html
    assert "<p>Two</p>" in html


def test_a_letter_is_kept_as_it_was_sent(shared_database, maya, letters):
    claim = claim_of(shared_database, maya)
    draft = letters.draft(claim, LetterKind.ACKNOWLEDGE)

    version = letters.send(claim, 1, letter=draft, pdf=PDF)

    detail = ClaimService(shared_database.sessions_as(maya), maya).detail(claim)
    (kept,) = detail.letters
    body = shared_database.value("SELECT body FROM claims_letter WHERE id = %s", kept.id)
    assert version == detail.row.version == 2
    assert (kept.kind, kept.recipient, kept.sent_by) == (
        LetterKind.ACKNOWLEDGE,
        "Oliver Zielinski",
        "Maya Chen",
    )
    assert letters.pdf(kept.id) == PDF
    assert body == draft.html()
    assert detail.events[0].text == "Sent a letter to Oliver Zielinski: acknowledgement"


def test_a_stale_version_sends_nothing_s23(shared_database, maya, letters):
    claim = claim_of(shared_database, maya)
    draft = letters.draft(claim, LetterKind.DELAY)

    with pytest.raises(Conflict):
        letters.send(claim, 9, letter=draft, pdf=PDF)

    assert shared_database.run("SELECT id FROM claims_letter WHERE claim_id = %s", claim) == []


def test_a_decision_is_not_written_of_before_there_is_one(shared_database, maya, letters):
    claim = claim_of(shared_database, maya)
    draft = letters.draft(claim, LetterKind.DECISION)

    with pytest.raises(Refused, match="once there is one"):
        letters.send(claim, 1, letter=draft, pdf=PDF)


def test_a_letter_to_nobody_is_not_sent(shared_database, maya, letters):
    claim = claim_of(shared_database, maya)
    draft = letters.draft(claim, LetterKind.DELAY)
    told = {"address": "", "subject": "x", "words": ""}

    with pytest.raises(Invalid) as caught:
        letters.send(claim, 1, letter=draft.with_words(recipient=" ", **told), pdf=PDF)

    assert list(caught.value.problems) == ["recipient"]


def test_a_letter_of_a_claim_out_of_sight_is_not_found(shared_database, maya, letters):
    other = a_person(shared_database, region="south")
    service = LetterService(shared_database.sessions_as(other), other)
    claim = claim_of(shared_database, maya)
    letters.send(claim, 1, letter=letters.draft(claim, LetterKind.DELAY), pdf=PDF)
    letter = shared_database.value("SELECT max(id) FROM claims_letter")

    with pytest.raises(NotFound):
        service.pdf(letter)
    with pytest.raises(NotFound):
        service.draft(claim, LetterKind.DELAY)
