"""Data as people have it: the engine learns from it, or says in one sentence why it cannot."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import AppError, BadFile, Invalid
from app.ml import evaluate, train
from app.services import batches
from app.services.batches import score_file
from tests.ml.settled import settled

ROWS = 120
FRAME, LABELS = settled(ROWS)


def test_one_class_only_teaches_nothing():
    for value in (0, 1):
        with pytest.raises(Invalid, match="5 of each outcome"):
            train(FRAME, np.full(ROWS, value))


def test_a_fold_without_a_positive_is_told_before_anything_is_trained():
    few = np.zeros(ROWS, int)
    few[:4] = 1
    calls = []

    with pytest.raises(Invalid, match="use fewer folds"):
        evaluate(FRAME, few, folds=5, progress=lambda *done: calls.append(done))

    assert calls == []


@pytest.mark.parametrize("rows", [0, 1, 3, 19])
def test_a_few_rows_teach_nothing(rows):
    with pytest.raises(Invalid, match="too little to learn from"):
        train(FRAME[:rows], LABELS[:rows])


@pytest.mark.parametrize("value", ["same", "", None, np.nan, 7, np.inf, pd.NaT])
def test_constant_and_empty_columns_are_left_out_with_a_sentence(value):
    model = train(FRAME.assign(odd=value), LABELS)

    assert "odd" not in model.schema.names
    assert [note for note in model.notes if note.startswith("odd ")]


def test_numbers_that_are_none_are_taken_as_missing_and_told():
    amount = pd.to_numeric(FRAME.amount)
    amount[[0, 5]] = [np.inf, -np.inf]

    model = train(FRAME.assign(amount=amount), LABELS)

    told = [note for note in model.notes if "is not a finite number" in note]
    assert re.findall(r"Row (\d+)", " ".join(told)) == ["0", "5"]
    assert np.isfinite(model.judge(FRAME[:9]).score).all()


def test_numbers_as_text_are_numbers():
    typed = train(FRAME.assign(amount=pd.to_numeric(FRAME.amount)), LABELS)
    text = train(FRAME.assign(amount=[f"£{a}" if a else "n/a" for a in FRAME.amount]), LABELS)

    assert np.array_equal(typed.judge(FRAME).score, text.judge(FRAME).score)


def test_mixed_types_in_one_column_are_read_as_the_text_they_are():
    mixed = [7, "7", 7.5, None, True, "x", pd.Timestamp("2024-01-01"), b"y"] * (ROWS // 8)

    frame = FRAME.assign(mixed=pd.Series(mixed, dtype=object))

    model = train(frame, LABELS)

    assert "mixed" in model.schema.names
    assert np.isfinite(model.judge(frame).score).all()


def test_thousands_of_categories_are_learned_and_unseen_ones_judged():
    rng = np.random.default_rng(0)
    frame, labels = settled(2000)
    frame["town"] = [f"town {n}" for n in rng.integers(0, 1000, 2000)]

    model = train(frame, labels)

    unseen = frame[:50].assign(town=[f"village {n}" for n in range(50)])
    assert "town" in model.schema.names
    assert np.isfinite(model.judge(unseen).score).all()


def test_rows_that_all_say_the_same_share_one_score():
    frame = pd.concat([FRAME[:2]] * 30, ignore_index=True)
    labels = np.arange(60) // 2 % 2

    model = train(frame, labels)

    assert len(np.unique(model.judge(frame).score)) <= 2
    assert model.judge(frame).score.mean() == pytest.approx(50, abs=5)


def test_a_label_that_leaks_is_warned_of():
    leak = np.where(LABELS == 1, "closed by SIU", "paid")
    number = LABELS * 100 + np.random.default_rng(0).random(ROWS)

    model = train(FRAME.assign(end=leak, score_of_expert=number), LABELS)

    warned = [note for note in model.notes if "alone tells the outcome" in note]
    assert any("End" in note for note in warned)
    assert any("Score of expert" in note for note in warned)
    assert not any("Amount" in note for note in warned)


@pytest.mark.parametrize(
    "ids",
    [
        [f"C-{n:05}" for n in range(ROWS)],
        [str(n) for n in range(10_000, 10_000 + ROWS)],
        list(np.random.default_rng(0).permutation(ROWS)),
    ],
)
def test_a_column_that_identifies_rows_is_dropped_with_a_warning(ids):
    model = train(FRAME.assign(claim_number=ids), LABELS)

    assert "claim_number" not in model.schema.names
    assert "claim_number identifies rows and is left out." in model.notes


def test_a_file_larger_than_memory_is_scored_part_by_part(small_model, tmp_path, monkeypatch):
    monkeypatch.setattr(batches, "ROWS", 50)
    small_model.save(tmp_path / "model.bundle")
    pd.concat([FRAME] * 5).to_csv(tmp_path / "many.csv", index=False)
    seen = []

    report = score_file(
        tmp_path / "many.csv",
        tmp_path / "model.bundle",
        tmp_path / "out.csv",
        progress=lambda done, _total: seen.append(done),
    )

    scored = pd.read_csv(tmp_path / "out.csv")
    assert report.scored == 600
    assert max(np.diff(seen)) <= 50
    assert np.array_equal(scored.score[:ROWS], small_model.judge(FRAME).score)
    assert np.array_equal(scored.score[:ROWS], scored.score[480:])


CELLS = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    st.floats(),
    st.booleans(),
    st.text(max_size=6),
    st.sampled_from(["", "nan", "inf", "1e400", "2024-02-30", "1,5", "£3", "yes", "\x00", "💥"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CELLS, min_size=1, max_size=12), st.integers(0, 10**6))
def test_whatever_stands_in_a_column_training_gives_finite_scores_or_one_sentence(cells, seed):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({"odd": [cells[i] for i in rng.integers(0, len(cells), 40)]}, dtype=object)
    frame["amount"] = rng.normal(size=40)
    labels = rng.permutation(np.arange(40) % 3 == 0).astype(int)

    said = sentence_or_scores(frame, labels)

    assert said.endswith(".") if isinstance(said, str) else np.isfinite(said).all()


def sentence_or_scores(frame: pd.DataFrame, labels: np.ndarray) -> str | np.ndarray:
    try:
        model = train(frame, labels)
        return model.judge(model.schema.read(frame)[0]).score
    except AppError as error:
        return error.message


def test_a_batch_that_lacks_a_column_is_refused_with_its_name(small_model):
    with pytest.raises(BadFile, match="needs the columns cause, channel"):
        small_model.judge(FRAME.drop(columns=["cause", "channel"]))
