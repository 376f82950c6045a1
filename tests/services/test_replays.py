"""Stored scores are reproduced to the last digit, and a changed one is found."""

import json
from pathlib import Path

import pandas as pd
import pytest

from app.errors import BadFile
from app.ml import train
from app.services.batches import score_file
from app.services.replays import replay_file
from tests.services.settled import claims, save_claims, save_model


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_model(tmp_path / "model.bundle")


@pytest.fixture
def scored(tmp_path: Path, model: Path) -> Path:
    source = save_claims(tmp_path / "claims.csv", claims(30, seed=3))
    score_file(source, model, tmp_path / "scored.csv")
    return tmp_path / "scored.csv"


def change(path: Path, row: int, column: str, value: str) -> None:
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame.loc[row - 1, column] = value
    frame.to_csv(path, index=False)


def test_an_untouched_file_is_reproduced(scored, model):
    replay = replay_file(scored, model)

    assert replay.difference is None
    assert replay.replayed == 30


def test_a_workbook_is_reproduced_too(tmp_path, model):
    source = save_claims(tmp_path / "claims.csv", claims(30, seed=3))
    score_file(source, model, tmp_path / "scored.xlsx")

    assert replay_file(tmp_path / "scored.xlsx", model).difference is None


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("score", "12.5", "the score 12.5 is not"),
        ("probability", "x", "cannot be read"),
        ("recommendation", "standard", "the recommendation was standard"),
        ("precedents", "P00001", "the precedents was P00001"),
        ("receipt", "{}", "cannot be read"),
        ("receipt", "[1]", "cannot be read"),
        ("amount", "999999", "the score was"),
        ("amount", "much", "column amount"),
    ],
)
def test_the_first_row_that_differs_is_named(scored, model, column: str, value: str, words: str):
    change(scored, 7, column, value)

    difference = replay_file(scored, model).difference

    assert difference is not None
    assert "ow 7" in difference
    assert words in difference


def test_one_unit_in_the_last_place_is_a_difference(scored, model):
    frame = pd.read_csv(scored, dtype=str)
    receipt = json.loads(frame["receipt"][0])
    receipt["score"] += 1e-13
    change(scored, 1, "receipt", json.dumps(receipt))

    assert "the score was" in (replay_file(scored, model).difference or "")


def test_scores_of_other_library_versions_may_differ_in_the_seventh_digit(scored, model):
    frame = pd.read_csv(scored, dtype=str)
    receipt = json.loads(frame["receipt"][0]) | {"versions": {"numpy": "1"}}
    receipt["confidence"] += 1e-9
    change(scored, 1, "receipt", json.dumps(receipt))
    change(scored, 1, "confidence", repr(receipt["confidence"]))

    assert replay_file(scored, model).difference is None


def test_a_file_scored_by_another_model_is_told_apart(tmp_path, scored):
    frame = claims(200, seed=9)
    other = train(frame.drop(columns=["policy", "outcome", "age"]), frame["outcome"].astype(int))
    other.save(tmp_path / "other.bundle")

    difference = replay_file(scored, tmp_path / "other.bundle").difference

    assert difference is not None
    assert "another model" in difference


def test_a_row_cut_off_after_scoring_is_a_difference(scored, model):
    lines = scored.read_text("utf-8").splitlines()
    scored.write_text("\n".join([*lines[:-1], lines[-1][:20]]), "utf-8")

    assert "row 30" in (replay_file(scored, model).difference or "")


def test_a_file_that_was_never_scored_is_refused(tmp_path, model):
    source = save_claims(tmp_path / "claims.csv", claims(3))

    with pytest.raises(BadFile, match="no column score"):
        replay_file(source, model)
