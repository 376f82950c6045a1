"""The recipe of the sample portfolio."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import median

import pytest
from pydantic import TypeAdapter

from app.access import Role
from app.codes import ClaimType, Outcome, Status
from app.sample.claim import SampleClaim
from app.sample.portfolio import portfolio
from app.services.choices import CAUSES, COVERAGES, RELATIONS
from app.services.claim_draft import Authority, Channel, PartyDraft
from app.services.line_facts import AnyFacts
from tests.sample.portfolios import AS_OF, features_of, the_portfolio

EVERY = slice(None, None, 25)


def all_claims() -> list[SampleClaim]:
    made = the_portfolio()
    return [*made.settled, *made.open]


def test_there_are_12000_settled_and_600_open_claims_of_four_lines():
    made = the_portfolio()

    assert (len(made.settled), len(made.open)) == (12000, 600)
    for claims in (made.settled, made.open):
        lines = Counter(claim.claim_type for claim in claims)
        assert min(lines[line] for line in ("motor", "property", "health", "travel")) > 40


def test_the_day_it_is_seen_from_moves_dates_and_nothing_else():
    here, there = the_portfolio(), portfolio(as_of=date(2028, 2, 29))

    for claims, others in ((here.settled, there.settled), (here.open, there.open)):
        pairs = list(zip(claims, others, strict=True))[EVERY]
        assert all(a.precedent_key == b.precedent_key for a, b in pairs)
        assert all(a.outcome == b.outcome for a, b in pairs)
        assert all(features_of(a) == features_of(b) for a, b in pairs)
        assert all(a.description == b.description for a, b in pairs)


def test_another_seed_tells_other_claims():
    other = portfolio(8, as_of=AS_OF)

    assert not {c.precedent_key for c in other.open} & {c.precedent_key for c in all_claims()}
    assert [c.amount for c in other.open] != [c.amount for c in the_portfolio().open]


def test_about_one_in_ten_settled_claims_was_substantiated():
    ended = Counter(claim.outcome for claim in the_portfolio().settled)

    assert 0.08 < ended[Outcome.SUBSTANTIATED] / 12000 < 0.105
    assert {claim.outcome for claim in the_portfolio().open} == {None}


def test_the_story_of_a_claim_never_settles_its_outcome():
    by_story: dict[str, Counter[Outcome | None]] = {}
    for claim in the_portfolio().settled:
        by_story.setdefault(claim.story, Counter())[claim.outcome] += 1

    large = {story: ended for story, ended in by_story.items() if ended.total() > 60}
    suspect = [ended for story, ended in large.items() if story.startswith("ring")]
    assert all(ended[Outcome.CLEARED] for ended in suspect)
    assert by_story["honest"][Outcome.SUBSTANTIATED] > 50


def test_open_claims_came_in_within_nine_days():
    midnight = datetime(AS_OF.year, AS_OF.month, AS_OF.day, tzinfo=UTC)
    waited = [midnight - claim.submission_date for claim in the_portfolio().open]

    assert timedelta(0) < min(waited)
    assert max(waited) <= timedelta(days=9)


def test_every_claim_came_in_at_a_moment_of_its_own_and_settled_ones_before_open_ones():
    moments = [claim.submission_date for claim in all_claims()]

    assert moments == sorted(moments)
    assert len(set(moments)) == len(moments)


def test_days_are_in_the_order_of_life():
    for claim in all_claims():
        assert claim.policy_start <= claim.loss_date <= claim.reported_date
        assert claim.policy_start <= claim.policy_expiry
        assert claim.reported_date == claim.submission_date.date()
        assert claim.policy_changed is None or claim.policy_changed <= claim.loss_date


def test_facts_are_as_the_intake_form_would_keep_them():
    adapter: TypeAdapter[AnyFacts] = TypeAdapter(AnyFacts)

    for claim in all_claims():
        assert adapter.validate_python(claim.facts).line == claim.claim_type


def test_codes_are_those_of_the_form():
    for claim in all_claims():
        assert claim.cause in CAUSES[ClaimType(claim.claim_type)]
        assert claim.coverage in COVERAGES[ClaimType(claim.claim_type)]
        assert Channel(claim.how_reported)
        assert Authority(claim.authority_contacted)
        assert {p.relation for p in claim.parties} - {None} <= RELATIONS.keys()


def test_amounts_are_money_within_the_cover_or_little_above():
    for claim in all_claims():
        assert claim.amount > 0
        assert claim.amount == claim.amount.quantize(claim.deductible)
        assert claim.amount <= claim.policy_limit * 2
        assert claim.deductible <= claim.policy_limit


def test_parties_can_be_reached_and_their_numbers_belong_to_nobody():
    fiction = re.compile(
        r"\+44(11[345678]496|121496|131496|141496|151496|161496|191498|207946"
        r"|289649|292018|163296|306999|770090)\d+"
    )
    for claim in the_portfolio().open:
        assert {"claimant", "policyholder", "reporter"} <= {p.kind for p in claim.parties}
        for party in claim.parties:
            checked = PartyDraft(name=party.name, phone=party.phone or "", email=party.email or "")
            assert not checked.phone or fiction.fullmatch(checked.phone)
            assert not checked.email or checked.email.endswith(".example")


def test_no_two_neighbours_tell_their_loss_in_the_same_words():
    told = [claim.description for claim in all_claims()]

    assert all(a != b for a, b in pairwise(told))
    assert len(set(told)) > 0.9 * len(told)
    assert all(20 <= len(text) <= 4000 for text in told)
    assert not [text for text in told if "{" in text or "  " in text]


def test_words_of_judgement_do_not_occur():
    text = " ".join(claim.description for claim in all_claims()).lower()

    assert not re.search(r"fraud|fake|scam|staged|suspicious", text)


def test_rings_share_phones_and_repairers_across_claimants():
    rings = [c for c in the_portfolio().settled if c.story.startswith("ring motor.staged")]

    linked = [c for c in rings if c.links.get("phone", 0) >= 2]
    assert len(linked) > len(rings) / 3
    assert len({claim.claimant for claim in rings}) > 0.9 * len(rings)


def test_unremarkable_claims_rarely_share_a_phone():
    honest = [claim for claim in the_portfolio().settled if claim.story == "honest"]

    assert sum("phone" in claim.links for claim in honest) < 0.05 * len(honest)


def test_a_ring_is_at_work_among_the_open_claims():
    phones = Counter(
        party.phone
        for claim in the_portfolio().open
        for party in claim.parties
        if party.kind == "claimant"
    )

    assert phones.most_common(1)[0][1] >= 3


def test_honest_look_alikes_share_one_trait_with_what_they_look_like():
    settled = the_portfolio().settled
    late = [c for c in settled if c.story == "second home"]

    assert median((c.reported_date - c.loss_date).days for c in late) > 25
    assert sum(c.outcome is Outcome.SUBSTANTIATED for c in late) < 0.1 * len(late)


def test_a_claim_made_twice_shares_its_vehicle_under_another_name():
    again = [c for c in the_portfolio().settled if c.story == "second claim"]

    assert len(again) > 40
    assert [c for c in again if c.claim_type == "motor" and c.links.get("vin")]


def test_the_people_are_two_users_five_staff_and_two_administrators():
    people = the_portfolio().people

    assert Counter(person.role for person in people) == {
        Role.USER: 2,
        Role.STAFF: 5,
        Role.ADMIN: 2,
    }
    for flag in ("siu", "supervisor", "analyst"):
        assert sum(getattr(person, flag) for person in people) == 1


def test_most_open_claims_wait_for_nobody_in_particular():
    standings = [claim.standing for claim in the_portfolio().open]
    by_status = Counter(standing.status for standing in standings)

    assert by_status[Status.TRIAGED] > 400
    assert min(by_status[s] for s in (Status.IN_REVIEW, Status.PENDING_INFO)) >= 20
    assert min(by_status[s] for s in (Status.SIU_REVIEW, Status.APPROVED)) >= 5
    assert by_status[Status.DENIED] >= 1


@pytest.mark.parametrize("status", [Status.IN_REVIEW, Status.PENDING_INFO, Status.SIU_REVIEW])
def test_a_claim_under_review_belongs_to_staff_of_its_region_and_line(status):
    staff = {person.username: person for person in the_portfolio().people}

    for claim in the_portfolio().open:
        if claim.standing.status is status:
            owner = staff[claim.standing.assigned_to or ""]
            assert owner.role is Role.STAFF
            assert owner.region == claim.region
            assert claim.claim_type in owner.lines


def test_what_a_step_needs_was_said_with_it():
    for claim in the_portfolio().open:
        standing, detail = claim.standing, claim.standing.status_detail or {}
        if standing.status is Status.PENDING_INFO:
            assert detail["what"]
            assert detail["of_whom"]
            assert standing.hold_until
            assert standing.hold_until > AS_OF
        if standing.status in (Status.SIU_REVIEW, Status.DENIED):
            assert standing.status_reason
        if standing.status is Status.DENIED:
            assert detail["wording"]


def test_every_user_has_claims_of_their_own_in_their_own_name():
    names = {p.username: p.full_name for p in the_portfolio().people if p.role is Role.USER}

    for username, name in names.items():
        own = [claim for claim in all_claims() if claim.user == username]
        assert len(own) == 10
        assert {claim.claimant for claim in own} == {name}


def test_a_loss_abroad_is_told_where_the_journey_went():
    abroad = [c for c in all_claims() if c.loss_country != "United Kingdom"]

    assert len(abroad) > 100
    assert all(c.facts["destination"] == f"{c.loss_city}, {c.loss_country}" for c in abroad)
