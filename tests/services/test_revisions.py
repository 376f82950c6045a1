"""Files of models are revised: claims join, leave, or are disputed."""

import json
from pathlib import Path

import pytest

from app import cli
from app.errors import AppError
from app.ml import TriageModel
from app.services.learning import LabelledFile, train_file
from app.services.revisions import add_claims, dispute_claim, erase_claims
from tests.services.settled import claims, save_claims


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    source = LabelledFile(
        save_claims(folder / "settled.csv", claims()), label="outcome", id_column="policy"
    )
    train_file(source, folder / "model.bundle")
    return folder / "model.bundle"


def test_erased_claims_are_in_the_new_file_no_more(model, tmp_path):
    revised = erase_claims(model, tmp_path / "new.bundle", ("P00001", "P00007"))

    ids = TriageModel.load(tmp_path / "new.bundle").ids
    assert revised.claims == len(ids) == 238
    assert not {"P00001", "P00007"} & {*ids}
    assert len(TriageModel.load(model).ids) == 240


def test_claims_of_a_file_join(model, tmp_path):
    late = claims()[:20]
    late["policy"] = [f"L{i}" for i in range(20)]
    source = LabelledFile(
        save_claims(tmp_path / "late.csv", late), label="outcome", id_column="policy"
    )

    revised = add_claims(model, tmp_path / "new.bundle", source)

    loaded = TriageModel.load(tmp_path / "new.bundle")
    assert revised.claims == 260
    assert loaded.ids[-1] == "L19"
    assert loaded.data_version == revised.data_version != TriageModel.load(model).data_version


def test_a_dispute_names_rows_of_the_file(model, tmp_path):
    file = save_claims(tmp_path / "open.csv", claims())

    effects = dispute_claim(model, "P00003", file)

    rows = {effect.row for effect in effects}
    assert rows
    assert rows <= set(range(1, 241))


def test_a_place_where_nothing_can_be_written_is_named(model, tmp_path):
    with pytest.raises(AppError, match="cannot be written"):
        erase_claims(model, tmp_path / "no" / "new.bundle", ("P00001",))


def test_the_command_revises_and_tells(model, tmp_path, capsys):
    file = save_claims(tmp_path / "open.csv", claims())
    out = tmp_path / "new.bundle"

    codes = [
        cli.main(["revise", str(model), "--erase", "P00001", "--out", str(out)]),
        cli.main(["revise", str(model), "--dispute", "P00003", "--among", str(file)]),
    ]

    first, *effects = capsys.readouterr().out.splitlines()
    assert codes == [0, 0]
    assert first.startswith("239 claims vote, data version ")
    assert {"row", "before", "after"} <= set(json.loads(effects[0]))


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--erase", "P00001"], "with --out"),
        (["--dispute", "P00001"], "with --among"),
        (["--erase", "nobody", "--out", "x.bundle"], "is called nobody"),
        (["--add", "late.csv", "--out", "x.bundle"], "with --label"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(model, capsys, options, sentence):
    code = cli.main(["revise", str(model), *options])

    assert code == 2
    assert sentence in capsys.readouterr().err
