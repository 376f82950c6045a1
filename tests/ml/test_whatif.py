from dataclasses import replace

import pytest

from app.ml import train
from tests.ml.settled import settled

NEW, _ = settled(40, seed=5)
CHECKED = ("shared_phone", "amount", "cause")


@pytest.fixture(scope="module")
def checkable(small_model):
    return replace(small_model, verifiable=CHECKED)


def test_facts_that_claims_of_the_same_group_never_state_are_not_tried():
    frame, labels = settled(400)
    frame.loc[frame.channel == "agent", "amount"] = ""
    model = train(frame, labels, verifiable=("amount",), group="channel")
    claims = NEW.assign(amount="")

    judged = model.judge(claims, explain=True)

    tried = dict.fromkeys(claims.channel, False)
    for place, channel in enumerate(claims.channel):
        tried[channel] |= bool(judged.explanation(place, what_if=True).changes)
    assert tried == {"agent": False, "phone": True, "portal": True}


@pytest.fixture(scope="module")
def explained(checkable):
    judged = checkable.judge(NEW, explain=True)
    return [judged.explanation(place, what_if=True) for place in range(len(NEW))]


def test_what_could_be_found_is_scored_as_a_claim_that_says_so(checkable, explained):
    columns = {"Shared phone": "shared_phone", "Cause": "cause"}
    tried = 0

    for place, why in enumerate(explained):
        for change in why.changes:
            if change.label in columns:
                tried += 1
                other = NEW.iloc[[place]].assign(**{columns[change.label]: change.instead})
                assert checkable.judge(other).score[0] == change.score
                assert change.score - why.score == pytest.approx(change.difference)

    assert tried > 20


def test_precedents_that_come_and_go_are_named(checkable, explained):
    for place, why in enumerate(explained[:10]):
        now = checkable.judge(NEW.iloc[[place]]).precedents[0].tolist()
        for change in why.changes:
            assert set(change.left) <= set(now)
            assert not set(change.entered) & set(now)
            assert len(change.left) == len(change.entered)


def test_only_verifiable_facts_are_varied(explained):
    labels = {change.label for why in explained for change in why.changes}

    assert {"Amount", "Cause"} <= labels <= {"Shared phone", "Amount", "Cause"}


def test_changes_worth_telling_come_with_the_furthest_first(explained):
    for why in explained:
        moves = [abs(change.difference) for change in why.changes]

        assert moves == sorted(moves, reverse=True)
        assert all(move >= 0.5 for move in moves)
        assert len(moves) <= 6


def test_each_fact_gives_at_most_its_best_and_its_worst_value(explained):
    for why in explained:
        keys = [(change.label, change.difference > 0) for change in why.changes]

        assert len(keys) == len(set(keys))


def test_nothing_is_varied_unless_it_was_said_to_be_verifiable(small_model):
    assert small_model.judge(NEW[:1]).explanation(0, what_if=True).changes == ()


def test_nothing_is_varied_unless_asked_for(checkable):
    assert checkable.judge(NEW[:1]).explanation(0).changes == ()


def test_values_of_claims_that_never_state_a_fact_are_not_tried(checkable):
    claim = NEW.iloc[[0]].assign(amount="")

    why = checkable.judge(claim).explanation(0, what_if=True)

    assert {c.value for c in why.changes if c.label == "Amount"} <= {"not given"}
