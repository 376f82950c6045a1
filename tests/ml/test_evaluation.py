import numpy as np
import pandas as pd
import pytest

from app.errors import Invalid
from app.ml import evaluate
from app.ml.duplicates import first_of_each, together
from app.ml.evaluation import _forward
from app.ml.peers import PEERS, peer_probabilities
from app.ml.schema import infer
from app.ml.splits import stratified
from tests.ml.settled import settled

NAMES = {
    "roc_auc", "pr_auc", "recall_at_5pct", "recall_at_10pct", "brier", "ece", "folds", "seconds",
    "duplicates",
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

    parts = _forward(frame, (np.arange(120) % 2).astype(np.uint8), "day", 5)

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
    frame["year"] = np.where((labels == 1) | (np.arange(60) < 10), 2024, 2023)

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


def test_claims_that_occur_twice_stay_in_one_fold():
    frame, labels = settled(200)
    twice = pd.concat([frame, frame[:60]], ignore_index=True)
    first = first_of_each(twice)

    fold = together(stratified(np.append(labels, labels[:60]), 4, seed=0), first)

    assert first.tolist() == [*range(200), *range(60)]
    assert fold[200:].tolist() == fold[:60].tolist()


def test_duplicates_are_counted_and_give_no_advantage():
    frame, _ = settled(150)
    labels = np.random.default_rng(5).integers(0, 2, 150)
    everything_twice = pd.concat([frame, frame], ignore_index=True)

    result = evaluate(everything_twice, np.tile(labels, 2), folds=2)

    assert result["duplicates"] == 150
    assert result["roc_auc"] == pytest.approx(0.5, abs=0.15)


def test_missing_values_make_rows_equal_too():
    frame = pd.DataFrame({"a": ["1", None, None, "2"], "b": [1.0, np.nan, np.nan, 2.0]})

    assert first_of_each(frame).tolist() == [0, 1, 1, 3]


def test_without_duplicates_folds_are_what_they_were():
    frame, labels = settled(90)
    fold = stratified(labels, 3, seed=0)

    assert np.array_equal(together(fold, first_of_each(frame)), fold)


def test_peers_are_measured_on_the_same_folds():
    frame, labels = settled(300)

    result = evaluate(frame, labels, folds=2, compare=True)

    assert set(result["peers"]) == set(PEERS)
    for figures in result["peers"].values():
        assert 0.4 < figures["roc_auc"] < 0.9
        for theirs, ours in zip(figures["folds"], result["folds"], strict=True):
            same = ("trained", "tried", "substantiated")
            assert [theirs[name] for name in same] == [ours[name] for name in same]


def test_peers_read_dates_gaps_and_words_never_seen():
    frame, labels = settled(120)
    schema, _ = infer(frame)
    seen = schema.read(frame)[0]
    odd = frame[:4].assign(cause="meteor", amount="", loss_date="", shared_phone="")

    found = peer_probabilities(seen, labels, schema.read(odd)[0], seed=0)

    for probabilities in found.values():
        assert ((probabilities >= 0) & (probabilities <= 1)).all()
        assert probabilities.shape == (4,)


@pytest.mark.parametrize("columns", [["amount", "prior_claims"], ["cause", "channel"]])
def test_peers_need_neither_words_nor_numbers(columns):
    frame, labels = settled(120)
    facts = infer(frame[columns])[0].read(frame)[0]

    found = peer_probabilities(facts, labels, facts, seed=0)

    assert all(np.isfinite(probabilities).all() for probabilities in found.values())


def test_a_fold_without_both_outcomes_is_refused():
    frame, labels = settled(90)
    few = np.where(np.cumsum(labels) <= 6, labels, 0)

    with pytest.raises(Invalid, match="please use fewer folds"):
        evaluate(frame, few, folds=8)


def test_a_period_in_which_all_claims_ended_alike_is_not_tried():
    frame, labels = settled(240)
    frame["year"] = np.repeat([2021, 2022, 2023], 80)
    labels[80:160] = 0

    result = evaluate(frame, labels, time_column="year")

    assert [(fold["trained"], fold["tried"]) for fold in result["folds"]] == [(160, 80)]


def test_a_future_without_both_outcomes_is_refused():
    frame, labels = settled(160)
    frame["year"] = np.repeat([2021, 2022], 80)
    labels[80:] = 1

    with pytest.raises(Invalid, match="No later part of year has claims of both outcomes"):
        evaluate(frame, labels, time_column="year")
