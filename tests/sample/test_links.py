"""Links between claims, counted as the database counts them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.sample.claim import SampleClaim, SampleParty
from app.sample.links import count_links
from tests.sample.portfolios import the_portfolio

DAY = timedelta(days=1)
BASE = the_portfolio().open[0].submission_date


def a_claim(days: int, name: str, *more: SampleParty, vin: str | None = None) -> SampleClaim:
    """Return a claim of *name*, received so many days after the first."""
    return replace(
        the_portfolio().open[0],
        submission_date=BASE + days * DAY,
        parties=[SampleParty(kind="claimant", name=name, phone=f"+1555{name}"), *more],
        facts={"vin": vin},
        links={},
    )


def linked(*claims: SampleClaim) -> dict[str, int]:
    count_links(claims)
    return claims[-1].links


def a_driver(**contact: str) -> SampleParty:
    return SampleParty(kind="driver", name="Dee Driver", **contact)


def test_earlier_claims_of_others_count_and_later_ones_do_not():
    first, second = a_claim(0, "Ann", vin="V1"), a_claim(3, "Bob", vin="V1")

    assert linked(first, second) == {"vin": 1}
    assert first.links == {}


def test_ones_own_earlier_claims_do_not_count():
    assert linked(a_claim(0, "Ann"), a_claim(3, "ANN")) == {}


@pytest.mark.parametrize(("days", "found"), [(365, {"vin": 1}), (366, {})])
def test_a_link_lasts_a_year(days, found):
    assert linked(a_claim(0, "Ann", vin="V1"), a_claim(days, "Bob", vin="V1")) == found


def test_a_claim_counts_once_however_much_of_it_is_shared():
    shared = (a_driver(phone="+441"), a_driver(phone="+442"))

    assert linked(a_claim(0, "Ann", *shared), a_claim(1, "Bob", *shared)) == {"phone": 1}


def test_case_does_not_hide_an_email_or_an_address():
    one = a_driver(email="A@B.example", address_line="1 Mill Lane", postcode="ls1 1aa")
    two = a_driver(email="a@b.example", address_line="1 MILL LANE", postcode="LS1 1AA")

    found = linked(a_claim(0, "Ann", one), a_claim(1, "Bob", two))

    assert found == {"email": 1, "address": 1}


def test_firms_are_linked_by_name_and_not_by_their_phone():
    garage = SampleParty(kind="repairer", name="Kestrel Bodyworks", phone="+443")

    assert linked(a_claim(0, "Ann", garage), a_claim(1, "Bob", garage)) == {"repairer": 1}


def test_a_witness_links_nothing():
    witness = SampleParty(kind="witness", name="Will", phone="+444")

    assert linked(a_claim(0, "Ann", witness), a_claim(1, "Bob", witness)) == {}
