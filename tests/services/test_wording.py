"""The words people read, and the figures beside them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from app.codes import (
    Action,
    ClaimType,
    DenialReason,
    Disposition,
    Outcome,
    Recommendation,
    ReferralReason,
    Status,
)
from app.services import wording
from app.services.choices import CAUSES, COVERAGES
from app.services.figures import day, days, money, points
from app.services.queue_filter import STATUSES, RiskBand, StatusGroup

LISTS: list[tuple[Mapping[Any, str], type[StrEnum]]] = [
    (wording.STATUS, Status),
    (wording.OWN_STATUS, Status),
    (wording.CLAIM_TYPE, ClaimType),
    (wording.RECOMMENDATION, Recommendation),
    (wording.OUTCOME, Outcome),
    (wording.ACTION, Action),
    (wording.REFERRAL_REASON, ReferralReason),
    (wording.DENIAL_REASON, DenialReason),
    (wording.DISPOSITION, Disposition),
]


@pytest.mark.parametrize(("words", "codes"), LISTS, ids=lambda part: getattr(part, "__name__", ""))
def test_every_code_has_words_of_its_own(words, codes):
    assert set(words) == set(codes)
    assert all(words.values())


def test_nothing_a_person_reads_accuses_anybody():
    told = " ".join(text for words, _ in LISTS for text in words.values()).lower()

    assert "fraud" not in told


def test_a_submitter_never_reads_of_triage_or_investigation():
    told = set(wording.OWN_STATUS.values())

    assert not told & {"With SIU", "Waiting", "Waiting for approval"}


def test_every_line_offers_causes_and_coverages():
    assert set(CAUSES) == set(COVERAGES) == set(ClaimType)
    assert all(CAUSES.values())
    assert all(COVERAGES.values())


def test_every_status_but_a_draft_belongs_to_the_whole_queue():
    assert set(Status) - set(STATUSES[StatusGroup.ALL]) == {Status.DRAFT}


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (None, RiskBand.NOT_SCORED),
        (Decimal(0), RiskBand.LOW),
        (Decimal("39.99"), RiskBand.LOW),
        (Decimal(40), RiskBand.MEDIUM),
        (Decimal("69.99"), RiskBand.MEDIUM),
        (Decimal(70), RiskBand.HIGH),
    ],
)
def test_the_bands_of_risk_begin_at_40_and_70(score, band):
    assert RiskBand.of(score) is band


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (Decimal("18087.5"), "GBP", "£18,087.50"),
        (Decimal(12), "EUR", "€12.00"),
        (Decimal(12), "CHF", "12.00 CHF"),
        (None, "GBP", "not given"),
    ],
)
def test_money_reads_with_its_sign(amount, currency, text):
    assert money(amount, currency) == text


def test_days_and_scores_read_as_people_say_them():
    assert (days(1), days(1200)) == ("1 day", "1,200 days")
    assert (day(date(2026, 11, 5)), day(None)) == ("05 Nov 2026", "not given")
    assert points(Decimal("86.51")) == "87"
