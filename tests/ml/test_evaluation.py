import numpy as np
import pandas as pd
import pytest

from app.errors import Invalid
from app.ml import evaluate
from app.ml.evaluation import _forward
from app.ml.splits import stratified
from tests.ml.settled import settled

NAMES = {
    "roc_auc", "pr_auc", "recall_at_5pct", "recall_at_10pct", "brier", "ece", "folds", "seconds",
}  # fmt: skip


def test_every_claim_is_tried_once_by_a_model_that_did_not_see_it():
    frame, labels = settled(240)
    seen = []

    result = evaluate(frame, labels, folds=3, progress=lambda *done: seen.append(done[0]))

    assert set(result) == NAMES
    assert [fold["tried"] + fold["trained"] for fold in result["folds"]] == [240] * 3
    assert sum(fold["substantiated"] for fold in result["folds"]) == labels.sum()
    assert result["roc_auc"] == pytest.approx(np.mean([f["roc_auc"] for f in result["folds"]]))
    assert seen == [0, 1, 2, 3]


def test_noise_cannot_be_predicted():
    frame, _ = settled(400)
    labels = np.random.default_rng(5).integers(0, 2, 400)

    result = evaluate(frame, labels, folds=2)

    assert result["roc_auc"] == pytest.approx(0.5, abs=0.1)


def test_forward_in_time_trains_on_the_past_alone():
    frame, labels = settled(240)
    frame["year"] = np.repeat([2021, 2022, 2023], 80)

    result = evaluate(frame, labels, time_column="year")

    assert [(fold["trained"], fold["tried"]) for fold in result["folds"]] == [(80, 80), (160, 80)]


def test_many_moments_are_cut_into_equal_parts_none_of_which_overlap():
    frame = pd.DataFrame({"day": pd.date_range("2024-01-01", periods=120).strftime("%d/%m/%Y")})

    parts = _forward(frame, "day", 5)

    assert [int(after.sum()) for _, after in parts] == [20] * 5
    moments = np.arange(120)
    for before, after in parts:
        assert moments[before].max() < moments[after].min()


@pytest.mark.parametrize(
    ("column", "values", "sentence"),
    [
        ("when", None, "no column when"),
        ("when", ["2024"] * 60, "one value only"),
        ("when", ["2024", "soon"] * 30, "Row 1, column when: not a number or date"),
        ("when", ["2024", ""] * 30, "Row 1, column when: not a number or date"),
    ],
)
def test_a_time_column_that_orders_nothing_is_refused(column, values, sentence):
    frame, labels = settled(60)
    if values:
        frame[column] = values

    with pytest.raises(Invalid, match=sentence):
        evaluate(frame, labels, time_column=column)


def test_one_fold_is_refused():
    frame, labels = settled(60)

    with pytest.raises(Invalid, match="At least 2 folds"):
        evaluate(frame, labels, folds=1)


def test_a_part_with_one_outcome_only_is_refused_in_words():
    frame, labels = settled(60)
    frame["year"] = np.where(labels == 1, 2024, 2023)

    with pytest.raises(Invalid, match="too little to learn from"):
        evaluate(frame, labels, time_column="year")


def test_unreadable_values_count_as_missing_so_that_no_claim_is_lost():
    frame, labels = settled(120)
    frame.loc[[3, 50], "amount"] = "unknown"

    result = evaluate(frame, labels, folds=2)

    assert sum(fold["tried"] for fold in result["folds"]) == 120


def test_folds_keep_the_classes_in_proportion():
    y = np.repeat([0, 1], [93, 17]).astype(np.uint8)

    folds = stratified(y, 5, seed=0)

    assert sorted(np.bincount(folds[y == 1])) == [3, 3, 3, 4, 4]
    assert np.bincount(folds).tolist() == [22] * 5
    assert not np.array_equal(folds, stratified(y, 5, seed=1))
