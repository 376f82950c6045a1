import io
import json
import zipfile
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from app.errors import BadModel, Invalid
from app.ml import KNN, TriageModel, bundle
from app.ml.severity import SeverityModel, means
from app.ml.severity_training import evaluate_severity, train_severity
from tests.ml.settled import settled


def amounts_of(frame: pd.DataFrame, *, seed: int) -> np.ndarray:
    """Settled amounts that follow from cause and delay, with noise of a third."""
    noise = np.random.default_rng(seed).normal(0, 0.35, len(frame))
    theft, fire = frame.cause == "theft", frame.cause == "fire"
    shared = frame.shared_phone == "Yes"
    logs = 6 + 1.2 * theft + 2.1 * fire + 0.5 * shared + noise
    return np.exp(logs.to_numpy(np.float64))


FRAME, _ = settled(600)
AMOUNTS = amounts_of(FRAME, seed=1000)
NEW, _ = settled(500, seed=99)
NEW_AMOUNTS = amounts_of(NEW, seed=1001)


@pytest.fixture(scope="module")
def severity() -> SeverityModel:
    return train_severity(FRAME, AMOUNTS, ids=[f"claim-{i}" for i in range(600)])


@pytest.fixture(scope="module")
def found(severity):
    return severity.estimate(NEW)


def test_amounts_are_foretold_on_claims_never_seen(found):
    error = np.log(found.typical) - np.log(NEW_AMOUNTS)

    assert 1 - error.var() / np.log(NEW_AMOUNTS).var() > 0.75


def test_nine_of_ten_new_claims_settle_within_their_interval(found):
    inside = (found.low <= NEW_AMOUNTS) & (found.high >= NEW_AMOUNTS)

    assert inside.mean() == pytest.approx(0.9, abs=0.04)


def test_the_expected_amount_is_right_on_average(found):
    assert found.expected.sum() == pytest.approx(NEW_AMOUNTS.sum(), rel=0.06)
    assert (found.expected > found.typical).all()


def test_the_typical_amount_is_the_smoothed_vote_of_the_neighbours(severity, found):
    facts, _ = severity.schema.facts(NEW[:20])
    encoded, _ = severity.encoder.encode(facts)
    coordinates = severity.metric.coordinates(severity.forest, severity.forest.embed(encoded))
    knn = KNN(k=severity.k).fit(severity.metric.placed, severity.logs)

    distances, places = knn.kneighbors(coordinates)

    weights = np.exp(-0.5 * (distances / (0.4 * distances[:, -1:])) ** 2)
    logs = (weights * severity.logs[places]).sum(1) + severity.logs.mean()
    assert found.typical[:20] == pytest.approx(np.exp(logs / (weights.sum(1) + 1)), rel=1e-7)
    assert found.precedents[0].tolist() == [severity.ids[i] for i in places[0, :10]]
    assert found.amounts[0].tolist() == np.exp(severity.logs[places[0, :10]]).tolist()


def test_shares_of_the_vote_fall_with_distance(found):
    assert (np.diff(found.shares) <= 0).all()
    assert (found.shares.sum(1) < 1).all()


def test_the_interval_is_the_conformal_quantile_of_leave_one_out_residuals(severity):
    around = severity.metric.search.nearest(
        severity.metric.placed, severity.k, skip=np.arange(len(severity.logs))
    )

    residuals = severity.logs - means(around, severity.logs, severity.prior).centre

    assert severity.margin == np.sort(np.abs(residuals))[541 - 1]
    assert severity.smear == pytest.approx(np.exp(residuals).mean())


@pytest.mark.parametrize("size", [1, 7, 200])
def test_an_estimate_has_the_same_bits_in_every_batch(severity, found, size):
    parts = [severity.estimate(NEW[start : start + size]) for start in range(0, 200, size)]

    joined = np.concatenate([part.typical for part in parts])

    assert np.array_equal(joined[:200], found.typical[:200])


def test_saved_and_loaded_it_is_the_same_model(severity, found, tmp_path):
    severity.save(tmp_path / "severity.bundle")

    loaded = SeverityModel.load(tmp_path / "severity.bundle")

    assert loaded.model_id == severity.model_id
    assert np.array_equal(loaded.estimate(NEW).high, found.high)


def test_a_model_is_not_taken_for_one_of_the_other_kind(severity, small_model, tmp_path):
    severity.save(tmp_path / "severity.bundle")
    small_model.save(tmp_path / "triage.bundle")

    with pytest.raises(BadModel, match="answers another question"):
        TriageModel.load(tmp_path / "severity.bundle")
    with pytest.raises(BadModel, match="answers another question"):
        SeverityModel.load(tmp_path / "triage.bundle")


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(k=600),
        lambda m: m.update(margin=-1.0),
        lambda m: m.update(ids=m["ids"][:5]),
        lambda m: m.update(golden=[], golden_amounts=[]),
        lambda m: m.update(golden_amounts=[1.0] * len(m["golden"])),
    ],
)
def test_a_forged_model_is_refused(severity, tmp_path, change):
    with zipfile.ZipFile(io.BytesIO(bundle.pack(severity))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    facts = json.loads(parts["model.json"])
    change(facts["model"])
    parts["model.json"] = json.dumps(facts).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    (tmp_path / "forged.bundle").write_bytes(bundle.sealed(buffer.getvalue()))

    with pytest.raises(BadModel):
        SeverityModel.load(tmp_path / "forged.bundle")


def test_no_claims_give_no_estimates(severity):
    assert len(severity.estimate(NEW[:0])) == 0


def test_a_value_that_cannot_be_read_is_named(severity):
    with pytest.raises(Invalid, match="Row 0, column amount: “lots”"):
        severity.estimate(NEW[:1].assign(amount="lots"))


@pytest.mark.parametrize(
    ("amounts", "reason"),
    [
        (np.zeros(600), "a number above 0"),
        (np.full(600, np.nan), "a number above 0"),
        (np.full(600, np.inf), "a number above 0"),
        (AMOUNTS[:-1], "Every claim needs the amount"),
        (np.full(600, 100.0), "the same amount"),
    ],
)
def test_amounts_that_teach_nothing_are_refused(amounts, reason):
    with pytest.raises(Invalid, match=reason):
        train_severity(FRAME, amounts)


def test_a_handful_of_claims_is_too_little():
    with pytest.raises(Invalid, match="At least 30"):
        train_severity(FRAME[:29], AMOUNTS[:29])


def test_without_columns_there_is_nothing_to_learn_from():
    with pytest.raises(Invalid, match="No column is left"):
        train_severity(FRAME[["cause"]].assign(cause="fire"), AMOUNTS)


def test_evaluation_measures_on_claims_that_training_did_not_see():
    figures = evaluate_severity(FRAME, AMOUNTS, folds=3)

    assert set(figures) == {"r2", "coverage", "mae_log", "folds"}
    assert 0.6 < figures["r2"] < 0.95
    assert figures["coverage"] == pytest.approx(0.9, abs=0.05)
    assert np.mean(figures["folds"]) == pytest.approx(figures["r2"])


def test_amounts_drawn_by_lot_cannot_be_foretold():
    lots = np.random.default_rng(0).permutation(AMOUNTS)

    assert evaluate_severity(FRAME, lots, folds=2)["r2"] < 0.1


def test_a_different_margin_gives_a_different_interval(severity):
    wider = replace(severity, margin=2 * severity.margin).estimate(NEW[:3])

    assert np.log(wider.high / wider.low) == pytest.approx(4 * severity.margin)


@pytest.mark.parametrize(("shift", "agrees"), [(0.9e-6, True), (1.1e-6, False)])
def test_golden_amounts_must_agree_to_a_millionth_part(severity, shift, agrees):
    moved = tuple(amount * (1 + shift) for amount in severity.golden_amounts)

    assert replace(severity, golden_amounts=moved).golden_agree() is agrees
