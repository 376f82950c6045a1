import json
from dataclasses import replace

import numpy as np
import pytest

from app.codes import Outcome
from app.ml.archive import NOTHING
from app.ml.contrast import nearest_of_each, told
from app.ml.search import Neighbours
from tests.ml.settled import settled

NEW, _ = settled(60, seed=99)


@pytest.fixture(scope="module")
def judged(small_model):
    return small_model.judge(NEW, explain=True)


def test_the_rivals_are_the_nearest_settled_claims_of_each_outcome(small_model, judged):
    coordinates = small_model.place(judged.facts).coordinates

    for place in range(len(NEW)):
        squared = np.square(small_model.metric.placed - coordinates[place]).sum(1)
        cleared, substantiated = judged.explanation(place).contrast

        for rival, outcome in ((cleared, 0), (substantiated, 1)):
            nearest = np.flatnonzero(small_model.labels == outcome)
            nearest = nearest[squared[nearest].argmin()]
            assert rival.id == small_model.ids[nearest]
            assert rival.distance == small_model.metric.log_odds(squared[nearest])
        assert (cleared.outcome, substantiated.outcome) == (Outcome.CLEARED, Outcome.SUBSTANTIATED)


def test_the_first_precedent_is_one_of_the_rivals(judged):
    for place in range(20):
        why = judged.explanation(place)

        rivals = {rival.id: rival.distance for rival in why.contrast}

        assert rivals[why.precedents[0].id] == why.precedents[0].distance


def test_an_outcome_that_no_voter_had_is_looked_for_among_all():
    placed = np.array([[0.0], [1.0], [2.0], [5.0], [9.0]])
    labels = np.array([0, 0, 0, 1, 1], np.uint8)
    around = Neighbours(np.array([[0.25, 0.25]]), np.array([[0, 1]]))

    found = nearest_of_each(around, labels, np.array([[0.5]]), placed)

    assert found.places.tolist() == [[0, 3]]
    assert found.squared.tolist() == [[0.25, 20.25]]


def test_differences_tell_both_values_and_the_weightiest_come_first(small_model, judged):
    frame, _ = settled(400)
    for place in range(20):
        for rival in judged.explanation(place).contrast:
            theirs = frame.iloc[int(rival.id.removeprefix("claim-"))]
            said = {"yes": "Yes", "no": "No"}

            weights = [abs(difference.weight) for difference in rival.differences]

            assert weights == sorted(weights, reverse=True)
            assert len(weights) <= 3
            assert rival.same + len(weights) <= rival.compared
            for label, value, other, _ in rival.differences:
                assert value != other
                if label in {"Cause", "Channel"}:
                    assert other == theirs[label.lower()]
                if label == "Shared phone":
                    assert said[other] == theirs["shared_phone"]


def test_a_settled_claim_differs_in_nothing_from_itself(small_model):
    frame, labels = settled(400)

    rivals = small_model.judge(frame[:30], explain=True)

    for place in range(30):
        own = rivals.explanation(place).contrast[labels[place]]
        if own.id == f"claim-{place}":
            assert own.same == own.compared
            assert own.differences == ()


def test_the_contrast_is_told_in_words(judged):
    cleared, substantiated = judged.explanation(0).contrast

    words = told((cleared, substantiated))

    first = cleared.differences[0]
    assert words.startswith(
        f"The nearest cleared claim differs most in {first.label} ({first.value} here,"
    )
    assert "The nearest substantiated claim differs most in" in words
    assert "fraud" not in words


def test_a_model_without_facts_of_its_claims_has_no_contrast(small_model, tmp_path):
    bare = replace(small_model, archive=NOTHING)

    assert bare.judge(NEW[:1], explain=True).explanation(0).contrast == ()


def test_the_contrast_is_small_enough_to_store(judged):
    sizes = [len(json.dumps(judged.explanation(place).contrast)) for place in range(len(NEW))]

    assert max(sizes) < 1500
