"""Judgements written out by hand, slowly and in plain Python, must be the engine's own."""

import math
from dataclasses import replace

import numpy as np
import pytest

from app.ml.calibration import Calibration, fit_calibration
from tests.ml.settled import settled

NEW, _ = settled(25, seed=77)


@pytest.fixture(scope="module")
def judged(small_model):
    return small_model.judge(NEW, explain=True)


def voters(model, claim: np.ndarray) -> list[tuple[float, int]]:
    """Squared distance and place of the k nearest, by looking at every settled claim."""
    squared = [
        math.fsum((float(a) - float(b)) ** 2 for a, b in zip(claim, other, strict=True))
        for other in model.metric.placed
    ]
    return sorted(zip(squared, range(len(squared)), strict=True))[: model.k]


def by_hand(model, claim: np.ndarray) -> tuple[float, list[float]]:
    """Smoothed share of the vote and the weights, from the formula in the documentation."""
    near = voters(model, claim)
    inner = min(max(len(near) // 16, 10), len(near))
    wide = [math.exp(-d / (2 * 0.7**2 * near[-1][0])) for d, _ in near]
    close = [math.exp(-d / (2 * 0.5**2 * near[inner - 1][0])) for d, _ in near[:inner]]
    weights = [model.wide * w / math.fsum(wide) for w in wide]
    weights[:inner] = [w + c for w, c in zip(weights, close, strict=False)]
    found = math.fsum(w for w, (_, i) in zip(weights, near, strict=True) if model.labels[i])
    rate = float(model.labels.sum()) / len(model.labels)
    return (found + rate) / (math.fsum(weights) + 1), weights


def test_scores_are_the_vote_written_out_by_hand(small_model, judged):
    coordinates = small_model.place(judged.facts).coordinates

    for place, claim in enumerate(coordinates):
        share, weights = by_hand(small_model, claim)

        assert judged.score[place] == pytest.approx(100 * share, abs=1e-6)
        shares = np.array(weights[:10]) / (math.fsum(weights) + 1)
        assert judged.shares[place] == pytest.approx(shares, abs=1e-8)


def test_recommendation_and_confidence_follow_from_counting_settled_claims(small_model, judged):
    every = [
        (by_hand_leaving_out(small_model, i), bool(small_model.labels[i]))
        for i in range(len(small_model.labels))
    ]
    cleared = [share for share, found in every if not found]
    substantiated = [share for share, found in every if found]

    for place in range(len(NEW)):
        share = judged.score[place] / 100
        high = (1 + sum(s >= share - 1e-9 for s in cleared)) / (1 + len(cleared))
        low = (1 + sum(s <= share + 1e-9 for s in substantiated)) / (1 + len(substantiated))
        advice = "standard_review"
        advice = "fast_track" if low <= 0.1 else advice
        advice = "enhanced_review" if high <= 0.1 else advice
        advice = "refer_siu" if high <= 0.025 else advice

        if judged.recommendation[place] != "abstain":
            assert judged.recommendation[place] == advice
            assert judged.confidence[place] == pytest.approx(100 * (1 - max(min(high, low), 0.01)))
        else:
            assert judged.confidence[place] == 0


def by_hand_leaving_out(model, place: int) -> float:
    """The share of the vote on a settled claim by the others."""
    squared = np.square(model.metric.placed - model.metric.placed[place]).sum(1)
    squared[place] = np.inf
    order = np.argsort(squared, kind="stable")[: model.k]
    near = squared[order]
    inner = min(max(len(near) // 16, 10), len(near))
    wide = np.exp(-near / (2 * 0.49 * near[-1]))
    weights = 30 * wide / wide.sum()
    weights[:inner] += np.exp(-near[:inner] / (2 * 0.25 * near[inner - 1]))
    found = weights @ model.labels[order]
    return float((found + model.labels.mean()) / (weights.sum() + 1))


SHARES = [0.0, 0.02, 0.05, 0.08, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 0.04, 0.15]
OUTCOMES = [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0]


def penalised_loss(rise: float, fall: float, shift: float) -> float:
    """Minus the log-likelihood of the beta family, held to identity by a thousandth."""
    loss = 0.0005 * ((rise - 1) ** 2 + (fall - 1) ** 2 + shift**2)
    for share, outcome in zip(SHARES, OUTCOMES, strict=True):
        inside = min(max(share, 0.000001), 0.999999)
        odds = rise * math.log(inside) - fall * math.log(1 - inside) + shift
        loss += math.log(1 + math.exp(odds)) - odds * outcome
    return loss


def test_the_calibration_is_the_bottom_of_the_penalised_loss():
    fitted = fit_calibration(np.array(SHARES), np.array(OUTCOMES, np.uint8))
    best = (fitted.rise, fitted.fall, fitted.shift)

    for axis in range(3):
        for step in (-1e-3, 1e-3):
            moved = [value + step * (i == axis) for i, value in enumerate(best)]
            assert penalised_loss(*moved) > penalised_loss(*best)
        slope = central_difference(best, axis)
        assert slope == pytest.approx(0, abs=2e-7)


def central_difference(at: tuple[float, ...], axis: int) -> float:
    ahead, behind = ([v + h * (i == axis) for i, v in enumerate(at)] for h in (1e-5, -1e-5))
    return (penalised_loss(*ahead) - penalised_loss(*behind)) / 2e-5


def test_shares_of_nothing_and_of_everything_stay_a_millionth_inside():
    calibration = Calibration(1.0, 1.0, 0.0)

    found = calibration.probability(np.array([0.0, 1.0]))

    assert found.tolist() == pytest.approx([1e-6, 1 - 1e-6], rel=1e-9)


def test_the_steepest_curve_ends_where_exponentials_do():
    calibration = Calibration(1000.0, 1000.0, 0.0)

    found = calibration.probability(np.array([0.0, 1.0]))

    assert math.log(found[0]) == pytest.approx(-500)
    assert found[1] == 1


@pytest.mark.parametrize(("shift", "agrees"), [(0.9e-6, True), (1.1e-6, False)])
def test_golden_claims_must_agree_to_a_millionth(small_model, shift, agrees):
    moved = tuple(score + shift for score in small_model.golden_scores)

    assert replace(small_model, golden_scores=moved).golden_agree() is agrees
