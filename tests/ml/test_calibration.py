import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ml.calibration import Calibration, fit_calibration
from app.ml.metrics import calibration_error


def test_the_map_is_the_beta_family():
    calibration = Calibration(rise=0.8, fall=1.3, shift=-0.2)

    found = calibration.probability(np.array([0.3]))[0]

    odds = 0.8 * np.log(0.3) - 1.3 * np.log(0.7) - 0.2
    assert found == pytest.approx(1 / (1 + np.exp(-odds)))


def test_scores_that_are_probabilities_already_stay_nearly_as_they_are():
    rng = np.random.default_rng(0)
    share = rng.beta(1, 6, 20_000)
    y = (rng.random(20_000) < share).astype(np.uint8)

    found = fit_calibration(share, y).probability(np.array([0.05, 0.2, 0.5]))

    assert found == pytest.approx([0.05, 0.2, 0.5], abs=0.02)


def test_distorted_scores_are_put_right():
    rng = np.random.default_rng(1)
    truth = rng.beta(1, 6, 20_000)
    y = (rng.random(20_000) < truth).astype(np.uint8)
    distorted = truth**2 / (truth**2 + (1 - truth) ** 2)

    calibrated = fit_calibration(distorted, y).probability(distorted)

    assert calibration_error(y, distorted) > 0.05
    assert calibration_error(y, calibrated) < 0.01


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(5, 200), st.sampled_from(["random", "against", "same"]))
def test_a_higher_score_never_gets_a_lower_probability(seed, rows, kind):
    rng = np.random.default_rng(seed)
    share = rng.random(rows) if kind != "same" else np.full(rows, 0.4)
    y = (rng.random(rows) < (1 - share if kind == "against" else 0.3)).astype(np.uint8)
    y[:2] = 0, 1

    found = fit_calibration(share, y).probability(np.linspace(0, 1, 50))

    assert np.isfinite(found).all()
    assert (np.diff(found) >= 0).all()
    assert found.min() >= 0
    assert found.max() <= 1
