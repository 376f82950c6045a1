"""Files scored beside the desktop: what is read, what is kept when stopped, what is exported."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from app.errors import AppError, BadFile, BadModel, Invalid, NotAllowed
from app.services.batch_desk import BatchDesk, preview_of, score_into
from app.services.batch_views import Batch, Use
from app.services.batches import score_file
from tests.factories import an_identity
from tests.services.settled import claims, save_claims, save_model, trained


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model(tmp_path_factory.mktemp("model") / "model.bundle")


@pytest.fixture(scope="module")
def desk() -> Iterator[BatchDesk]:
    made = BatchDesk(an_identity())
    yield made
    made.close()


def a_file(path: Path, rows: int = 600) -> Path:
    """Write claims of which two cannot be read."""
    frame = claims(rows, seed=5)
    frame.loc[3, "amount"] = "a lot"
    frame.loc[7, "delay"] = "soon"
    return save_claims(path, frame)


def test_a_preview_says_what_becomes_of_each_column(tmp_path: Path, model: Path):
    seen = preview_of(a_file(tmp_path / "claims.csv"), model)

    uses = {column.name: column.use for column in seen.columns}
    assert uses["amount"] is uses["reported"] is Use.READ
    assert uses["policy"] is Use.IDENTIFIES
    assert uses["outcome"] is uses["age"] is Use.IGNORED
    assert seen.columns[0].name == "policy"
    assert 500 < seen.rows < 700
    assert seen.model == trained().model_id


def test_a_preview_puts_the_missing_columns_first(tmp_path: Path, model: Path):
    frame = claims(20).drop(columns=["amount", "cause"])

    seen = preview_of(save_claims(tmp_path / "claims.csv", frame), model)

    assert seen.missing == ("amount", "cause")
    assert [column.name for column in seen.columns][:2] == ["amount", "cause"]


def test_a_preview_shows_an_example_of_each_column(tmp_path: Path, model: Path):
    frame = claims(20)
    frame.loc[0, "cause"] = ""
    frame.loc[1, "cause"] = "theft"

    seen = preview_of(save_claims(tmp_path / "claims.csv", frame), model)

    assert {column.name: column.example for column in seen.columns}["cause"] == "theft"


def test_the_scores_are_those_of_the_command_line(tmp_path: Path, model: Path):
    source = a_file(tmp_path / "claims.csv")
    score_file(source, model, tmp_path / "command.csv")

    batch = score_into(source, model, tmp_path)

    assert batch.out.read_bytes() == (tmp_path / "command.csv").read_bytes()
    written = pd.read_csv(batch.out)
    assert np.array_equal(batch.scores.score, written["score"])
    assert batch.scores.recommendation.tolist() == written["recommendation"].tolist()
    assert batch.scores.id.tolist() == written["policy"].tolist()


def test_the_nearest_precedents_are_told_by_their_outcomes(tmp_path: Path, model: Path):
    batch = score_into(a_file(tmp_path / "claims.csv"), model, tmp_path)

    triage = trained()
    labels = dict(zip(triage.ids, triage.labels.tolist(), strict=True))
    first = pd.read_csv(batch.out)["precedents"][0].split("; ")
    assert batch.scores.outcomes[0].tolist() == [bool(labels[key]) for key in first]
    assert batch.scores.substantiated[0] == sum(labels[key] for key in first)


def test_rejected_rows_keep_their_numbers_and_reasons(tmp_path: Path, model: Path):
    batch = score_into(a_file(tmp_path / "claims.csv"), model, tmp_path)

    assert [(reject.row, reject.column) for reject in batch.rejects] == [
        (4, "amount"),
        (8, "delay"),
    ]
    assert batch.rejected == 2
    assert {4, 8} & set(batch.scores.row.tolist()) == set()
    assert len(batch.scores) == batch.rows == 598


def test_progress_counts_rows_up_to_the_last(tmp_path: Path, model: Path):
    seen: list[int] = []

    score_into(
        a_file(tmp_path / "claims.csv"), model, tmp_path, progress=lambda n, _of: seen.append(n)
    )

    assert seen == [256, 512, 598]


def test_a_stopped_scoring_keeps_what_it_has(tmp_path: Path, model: Path):
    def stop_soon(done: int, _total: int, /) -> None:
        if done >= 512:
            (tmp_path / "stop").touch()

    batch = score_into(a_file(tmp_path / "claims.csv", 2000), model, tmp_path, progress=stop_soon)

    assert batch.partial
    assert len(batch.scores) == len(pd.read_csv(batch.out)) == 512
    assert batch.rows >= 1900
    assert batch.rejected == 2


def test_rows_behind_the_stop_are_not_called_rejected(tmp_path: Path, model: Path):
    frame = claims(2000, seed=5)
    frame.loc[1500, "amount"] = "a lot"
    source = save_claims(tmp_path / "claims.csv", frame)

    batch = score_into(source, model, tmp_path, progress=lambda *_far: (tmp_path / "stop").touch())

    assert batch.partial
    assert batch.rejects == ()


def test_a_file_without_one_good_row_is_refused(tmp_path: Path, model: Path):
    source = save_claims(tmp_path / "claims.csv", claims(5).assign(amount="a lot"))

    with pytest.raises(BadFile, match="No row could be scored, first row 1, column amount"):
        score_into(source, model, tmp_path)


def test_a_file_is_scored_in_another_process_and_exported(
    tmp_path: Path, model: Path, desk: BatchDesk
):
    source = a_file(tmp_path / "claims.csv")
    score_file(source, model, tmp_path / "command.csv")

    batch = desk.score(source, model)
    target = desk.export(batch, tmp_path / "export.csv")

    assert target.read_bytes() == (tmp_path / "command.csv").read_bytes()
    beside = tmp_path / "export.csv.rejected.csv"
    assert beside.read_bytes() == (tmp_path / "command.csv.rejected.csv").read_bytes()


def test_an_export_without_rejects_leaves_no_older_list_of_them(
    tmp_path: Path, model: Path, desk: BatchDesk
):
    older = tmp_path / "export.csv.rejected.csv"
    older.write_text("row,column,reason\n")
    batch = desk.score(save_claims(tmp_path / "claims.csv", claims(30, seed=3)), model)

    desk.export(batch, tmp_path / "export.csv")

    assert not older.exists()


def test_an_export_does_not_destroy_what_was_read(tmp_path: Path, model: Path, desk: BatchDesk):
    source = a_file(tmp_path / "claims.csv")
    before = source.read_bytes()
    batch = desk.score(source, model)

    with pytest.raises(Invalid, match="is the file that was read"):
        desk.export(batch, source)

    assert source.read_bytes() == before


def test_an_export_that_cannot_be_written_says_where(tmp_path: Path, model: Path, desk: BatchDesk):
    batch = desk.score(a_file(tmp_path / "claims.csv"), model)

    with pytest.raises(AppError, match=r"none/export\.csv cannot be written"):
        desk.export(batch, tmp_path / "none" / "export.csv")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 400, b"PK\x03\x04 not a workbook"])
def test_a_hostile_file_is_refused_in_a_sentence(
    tmp_path: Path, model: Path, desk: BatchDesk, content: bytes
):
    source = tmp_path / "hostile.xlsx"
    source.write_bytes(content)

    with pytest.raises(BadFile) as refused:
        desk.preview(source, model)

    assert refused.value.message.count(".") <= 3
    assert "Traceback" not in refused.value.message


def test_a_foreign_model_is_refused(tmp_path: Path, desk: BatchDesk):
    foreign = tmp_path / "model.bundle"
    foreign.write_bytes(b"not a model")

    with pytest.raises(BadModel):
        desk.preview(a_file(tmp_path / "claims.csv"), foreign)


def test_who_may_not_score_batches_is_stopped(tmp_path: Path, model: Path):
    desk = BatchDesk(an_identity("user"))

    with pytest.raises(NotAllowed):
        desk.preview(tmp_path / "claims.csv", model)

    desk.close()


def test_closing_leaves_nothing_behind(tmp_path: Path, model: Path):
    desk = BatchDesk(an_identity())
    batch: Batch = desk.score(a_file(tmp_path / "claims.csv"), model)
    assert batch.out.exists()

    desk.close()

    assert not batch.out.exists()
