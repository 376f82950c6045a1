"""Whom a claim goes to when a supervisor shares claims out."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.codes import ClaimType
from app.services.sharing_out import Load, effort_of, share_out
from tests.ui.views import a_row

MOTOR = frozenset({"motor"})


def a_load(number: int, **changes: Any) -> Load:
    return replace(Load(number, f"Person {number}", MOTOR, 0, 0, None, present=True), **changes)


def test_a_large_or_risky_claim_weighs_more():
    small = a_row(amount=Decimal(300), score=Decimal(10))
    large = a_row(amount=Decimal(10_000), score=Decimal(10))
    both = a_row(amount=Decimal(30_000), score=Decimal(90))

    assert [effort_of(claim) for claim in (small, large, both)] == [1, 2, 3]


def test_ten_small_claims_are_not_ten_large_ones():
    large = [a_row(amount=Decimal(50_000), score=Decimal(80)) for _ in range(2)]
    small = [a_row(amount=Decimal(100), score=Decimal(5)) for _ in range(5)]

    shared = share_out([*large, *small], [a_load(1), a_load(2)])

    assert [made.to for made in shared] == [1, 2, 1, 2, 1, 2, 1]


def test_each_claim_goes_to_who_carries_least_and_loads_grow():
    claims = [a_row(amount=Decimal(100), score=Decimal(5)) for _ in range(3)]

    shared = share_out(claims, [a_load(1, effort=2), a_load(2)])

    assert [made.to for made in shared] == [2, 2, 1]


def test_nobody_gets_more_than_they_take_on_or_a_line_they_do_not_know():
    motor = [a_row() for _ in range(2)]
    travel = a_row(claim_type=ClaimType.TRAVEL)

    shared = share_out([*motor, travel], [a_load(1, most=1)])

    assert [made.to for made in shared] == [1, None, None]
    assert shared[1].reason == "Nobody of the region who knows the line has room."


def test_of_equal_loads_who_is_at_the_desk_comes_first():
    shared = share_out([a_row()], [a_load(1, present=False), a_load(2)])

    assert shared[0].to == 2
