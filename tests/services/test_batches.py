"""Files of claims in, scored files out, and no row lost between them."""

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from app.errors import BadFile, BadModel, Invalid
from app.progress import Cancelled
from app.services import batches
from app.services.batches import RESULTS, score_file
from tests.services.settled import claims, save_claims, save_model, trained

ROOT = Path(batches.__file__).parents[2]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return save_model(tmp_path / "model.bundle")


@pytest.fixture
def fresh() -> pd.DataFrame:
    return claims(40, seed=2)


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def test_a_scored_file_keeps_order_and_columns_and_adds_the_results(tmp_path, model, fresh):
    source = save_claims(tmp_path / "claims.csv", fresh)

    report = score_file(source, model, tmp_path / "out.csv")

    out = read(tmp_path / "out.csv")
    assert report.scored == 40
    assert report.rejected == 0
    assert [*out.columns] == [*fresh.columns, *RESULTS]
    assert out["policy"].tolist() == fresh["policy"].tolist()
    assert set(out["model_id"]) == {trained().model_id}


def test_a_file_gives_the_same_scores_as_the_model_itself(tmp_path, model, fresh):
    score_file(save_claims(tmp_path / "claims.csv", fresh), model, tmp_path / "out.csv")

    judged = trained().judge(fresh)
    out = read(tmp_path / "out.csv")
    assert [float(score) for score in out["score"]] == judged.score.tolist()
    assert out["recommendation"].tolist() == judged.recommendation.tolist()
    assert out["precedents"][0].split("; ") == [*judged.precedents[0]]


def test_chunks_change_no_score_and_lose_no_row(tmp_path, model, fresh, monkeypatch):
    source = save_claims(tmp_path / "claims.csv", fresh)
    score_file(source, model, tmp_path / "whole.csv")

    monkeypatch.setattr(batches, "ROWS", 7)
    score_file(source, model, tmp_path / "parts.csv")

    assert (tmp_path / "parts.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_every_row_is_scored_or_rejected_with_row_column_and_reason(tmp_path, model, fresh):
    fresh.loc[3, "amount"] = "a lot"
    fresh.loc[5, "reported"] = "soon"
    fresh.loc[5, "police"] = "perhaps"
    source = save_claims(tmp_path / "claims.csv", fresh)
    with source.open("a") as file:
        file.write("P1,2\n")

    report = score_file(source, model, tmp_path / "out.csv")

    rejected = read(tmp_path / "out.csv.rejected.csv")
    assert report.scored == 38
    assert report.rejected == 3
    assert report.rejected_path == tmp_path / "out.csv.rejected.csv"
    assert [*rejected.columns] == ["row", "column", "reason"]
    assert rejected["row"].tolist() == ["4", "6", "6", "41"]
    assert rejected["column"].tolist() == ["amount", "police", "reported", "delay"]
    assert "a lot" in rejected["reason"][0]
    assert "3 rows were rejected, first row 4, column amount: " in report.notes[-1]
    assert read(tmp_path / "out.csv")["policy"].tolist() == [
        *fresh["policy"].drop([3, 5]),
    ]


def test_rejects_of_an_earlier_run_do_not_stay(tmp_path, model, fresh):
    stale = tmp_path / "out.csv.rejected.csv"
    stale.write_text("row,column,reason\n1,a,b\n")

    report = score_file(save_claims(tmp_path / "claims.csv", fresh), model, tmp_path / "out.csv")

    assert report.rejected_path is None
    assert not stale.exists()


def test_columns_the_model_does_not_use_are_kept_and_named_once(tmp_path, model, fresh):
    source = save_claims(tmp_path / "claims.csv", fresh.assign(remark="-"))

    report = score_file(source, model, tmp_path / "out.csv")

    assert report.ignored_columns == ("policy", "age", "outcome", "remark")
    assert report.notes == ("Not used by this model: policy, age, outcome, remark.",)


def test_missing_columns_are_named_and_nothing_is_written(tmp_path, model, fresh):
    source = save_claims(tmp_path / "claims.csv", fresh.drop(columns=["amount", "cause"]))

    with pytest.raises(BadFile, match="amount, cause"):
        score_file(source, model, tmp_path / "out.csv")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "model.bundle"]


def test_a_file_of_which_no_row_can_be_read_is_refused_with_the_first_reason(
    tmp_path, model, fresh
):
    source = save_claims(tmp_path / "claims.csv", fresh.assign(amount="?!"))

    with pytest.raises(BadFile, match="first row 1, column amount"):
        score_file(source, model, tmp_path / "out.csv")

    assert not (tmp_path / "out.csv").exists()
    assert len(read(tmp_path / "out.csv.rejected.csv")) == 40


def test_one_claim_is_a_file_too(tmp_path, model, fresh):
    source = save_claims(tmp_path / "claims.csv", fresh[:1])

    assert score_file(source, model, tmp_path / "out.csv").scored == 1


def test_a_workbook_goes_in_and_comes_out(tmp_path, model, fresh):
    source = tmp_path / "claims.xlsx"
    score_file(save_claims(tmp_path / "claims.csv", fresh), model, source)

    score_file(source, model, tmp_path / "out.csv")

    once, again = read(tmp_path / "out.csv"), trained().judge(fresh)
    assert [float(score) for score in once["score"]] == again.score.tolist()
    assert [*once.columns] == [*fresh.columns, *RESULTS]


@pytest.mark.parametrize("order", ["%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d"])
def test_dates_are_read_in_three_orders(tmp_path, model, fresh, order: str):
    dates = pd.to_datetime(fresh["reported"]).dt.strftime(order)
    source = save_claims(tmp_path / "claims.csv", fresh.assign(reported=dates))

    score_file(source, model, tmp_path / "out.csv")

    scores = [float(score) for score in read(tmp_path / "out.csv")["score"]]
    assert scores == trained().judge(fresh).score.tolist()


def test_a_long_file_is_read_by_the_habit_of_its_beginning(tmp_path, model, fresh, monkeypatch):
    dates = [f"{day}/02/2025" for day in (*range(13, 23), *range(1, 11))]
    source = save_claims(tmp_path / "claims.csv", fresh[:20].assign(reported=dates))
    score_file(source, model, tmp_path / "whole.csv")

    monkeypatch.setattr(batches, "ROWS", 10)
    score_file(source, model, tmp_path / "parts.csv")

    assert (tmp_path / "parts.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_no_cell_of_a_scored_file_can_run_as_a_formula(tmp_path, model, fresh):
    source = save_claims(tmp_path / "claims.csv", fresh.assign(remark="=cmd|'/C calc'!A0"))

    score_file(source, model, tmp_path / "out.csv")

    cells = read(tmp_path / "out.csv").to_numpy().ravel()
    assert not [cell for cell in cells if cell[:1] in {"=", "@", "+", "-"}]


def test_an_explanation_is_added_on_request(tmp_path, model, fresh):
    source = save_claims(tmp_path / "claims.csv", fresh)

    score_file(source, model, tmp_path / "out.csv", explain=True)

    out = read(tmp_path / "out.csv")
    reason = json.loads(out["explanation"][0])
    parts = [precedent["contribution"] for precedent in reason["precedents"]]
    whole = sum(parts) + reason["rest_contribution"] + reason["prior_contribution"]
    assert whole == pytest.approx(float(out["score"][0]), abs=1e-9)
    assert "nearest settled claims" in reason["sentence"]


@pytest.mark.parametrize("name", ["claims.csv", "model.bundle"])
def test_what_is_read_is_never_overwritten(tmp_path, model, fresh, name: str):
    source = save_claims(tmp_path / "claims.csv", fresh)
    before = (tmp_path / name).read_bytes()

    with pytest.raises(Invalid, match="destroy"):
        score_file(source, model, tmp_path / name)

    assert (tmp_path / name).read_bytes() == before


def test_a_file_that_is_no_model_is_refused(tmp_path, fresh):
    source = save_claims(tmp_path / "claims.csv", fresh)

    with pytest.raises(BadModel):
        score_file(source, source, tmp_path / "out.csv")


def test_progress_counts_to_the_end_and_cancelling_leaves_no_file(tmp_path, model, fresh):
    source = save_claims(tmp_path / "claims.csv", fresh)
    seen: list[tuple[int, int]] = []

    def cancel(_done: int, _total: int, /) -> None:
        raise Cancelled

    score_file(source, model, tmp_path / "out.csv", progress=lambda *step: seen.append(step))
    with pytest.raises(Cancelled):
        score_file(source, model, tmp_path / "no.csv", progress=cancel)

    assert seen[-1] == (40, 40)
    assert all(done <= total for done, total in seen)
    assert not (tmp_path / "no.csv").exists()


def test_scoring_a_file_needs_no_database_and_no_window():
    program = "import sys, app.services.batches, app.ml.model; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )

    assert {"sqlalchemy", "psycopg2", "PySide6", "sklearn"} & {*loaded.stdout.split()} == set()


def test_many_unused_columns_are_told_in_one_short_sentence(tmp_path, model, fresh):
    wide = fresh.assign(**{f"extra_{place}": "x" for place in range(200)})

    report = score_file(save_claims(tmp_path / "wide.csv", wide), model, tmp_path / "out.csv")

    assert len(report.ignored_columns) >= 200
    assert report.notes[0].endswith(f"and {len(report.ignored_columns) - 12} more.")
    assert len(report.notes[0]) < 250
