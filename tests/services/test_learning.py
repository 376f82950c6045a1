"""Labelled files become models and measures."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from PySide6.QtGui import QImage

from app import cli
from app.errors import AppError, Invalid
from app.ml import TriageModel
from app.services.learning import LabelledFile, evaluate_file, train_file
from tests.services.settled import claims, save_claims


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return save_claims(tmp_path / "settled.csv", claims())


def labelled(tmp_path: Path, outcomes: list[str], **options: Any) -> LabelledFile:
    frame = pd.DataFrame({"amount": range(len(outcomes)), "end": outcomes})
    return LabelledFile(save_claims(tmp_path / "small.csv", frame), label="end", **options)


def test_a_model_learns_from_a_file_and_names_what_it_left_out(file, tmp_path):
    source = LabelledFile(file, label="outcome", id_column="policy", drop=("delay",))

    learned = train_file(source, tmp_path / "model.bundle")

    model = TriageModel.load(tmp_path / "model.bundle")
    assert learned.claims == 240
    assert learned.model_id == model.model_id
    assert model.schema.names == ["amount", "reported", "cause", "police"]
    assert model.ids[:2] == ("P00000", "P00001")
    assert any("age" in note for note in learned.notes)


def test_protected_facts_are_learned_from_only_on_request(file, tmp_path):
    source = LabelledFile(file, label="outcome", id_column="policy")

    train_file(source, tmp_path / "model.bundle", allow_protected=True)

    assert "age" in TriageModel.load(tmp_path / "model.bundle").schema.names


@pytest.mark.parametrize(
    ("outcomes", "options", "expected"),
    [
        (["1", "0", "1.0", " 0 "], {}, [1, 0, 1, 0]),
        (["Yes", "NO", "y", "false"], {}, [1, 0, 1, 0]),
        (["denied", "paid", "Denied", "paid"], {"positive": "denied"}, [1, 0, 0, 0]),
    ],
)
def test_labels_are_understood(tmp_path, outcomes, options, expected):
    settled = labelled(tmp_path, outcomes, **options).read()

    assert settled.outcomes.tolist() == expected
    assert [*settled.facts.columns] == ["amount"]


def test_rows_whose_label_says_neither_are_left_out_and_counted(tmp_path):
    settled = labelled(tmp_path, ["1", "0", "-1", "", "0"]).read()

    assert settled.facts.index.tolist() == [1, 2, 5]
    assert settled.notes == ["Left out: 2 rows whose end says neither."]


def test_rows_that_cannot_be_read_are_left_out_and_the_first_is_named(file):
    with file.open("a") as text:
        text.write("P9,1\n")

    settled = LabelledFile(file, label="outcome").read()

    assert len(settled.facts) == 240
    assert "1 rows" in settled.notes[0]
    assert "row 241, column delay" in settled.notes[0]


@pytest.mark.parametrize("outcomes", [["a", "b"], ["1", "1"], ["", ""]])
def test_a_label_that_tells_nothing_apart_is_refused(tmp_path, outcomes):
    with pytest.raises(Invalid, match="two outcomes apart"):
        labelled(tmp_path, outcomes).read()


@pytest.mark.parametrize("wrong", [{"label": "x"}, {"id_column": "x"}, {"drop": ("x",)}])
def test_a_column_that_is_not_there_is_named(file, wrong):
    source = LabelledFile(**{"path": file, "label": "outcome", **wrong})

    with pytest.raises(Invalid, match="has no column x"):
        source.read()


def test_a_place_where_no_model_can_be_written_is_named(file, tmp_path):
    with pytest.raises(AppError, match="cannot be written"):
        train_file(LabelledFile(file, label="outcome"), tmp_path / "no" / "model.bundle")


def test_an_evaluation_gives_every_figure_of_the_contract(file):
    source = LabelledFile(file, label="outcome", id_column="policy")

    evaluated = evaluate_file(source, folds=2)

    ranking = {"roc_auc", "pr_auc", "recall_at_5pct", "recall_at_10pct"}
    assert ranking | {"brier", "ece", "folds", "seconds"} <= {*evaluated.figures}
    assert 0.5 < evaluated.figures["roc_auc"] <= 1
    assert any("age" in note for note in evaluated.notes)
    assert "roc_auc" in evaluated.summary()


def test_the_commands_walk_from_a_labelled_file_to_a_replay(file, tmp_path, capsys):
    model, out = tmp_path / "model.bundle", tmp_path / "out.csv"
    label = [str(file), "--label", "outcome", "--id", "policy"]

    codes = [
        cli.main(["train", *label, "--out", str(model)]),
        cli.main(["score", str(file), "--model", str(model), "--out", str(out)]),
        cli.main(["replay", str(out), "--model", str(model)]),
    ]

    said = capsys.readouterr()
    assert codes == [0, 0, 0]
    assert "Learned from 240 claims" in said.out
    assert "Scored 240 claims" in said.out
    assert "All 240 scores reproduced exactly." in said.out
    assert "age" in said.err


def test_evaluate_prints_json_on_request(file, capsys):
    code = cli.main(["evaluate", str(file), "--label", "outcome", "--folds", "2", "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out)["roc_auc"] > 0.5


def test_a_card_and_its_pictures_lie_beside_the_model(file, tmp_path):
    train_file(LabelledFile(file, label="outcome"), tmp_path / "model.bundle")

    card = (tmp_path / "model.bundle.card.md").read_text("utf-8")
    pictures = sorted(path.name for path in (tmp_path / "model.bundle.card").iterdir())

    assert card.startswith("# Model card")
    assert pictures == ["drift.svg", "gains.svg", "precision_recall.svg", "reliability.svg"]
    for name in pictures:
        assert f"(model.bundle.card/{name})" in card


def shades(image: QImage) -> int:
    across = range(0, image.width(), 3)
    return len({image.pixel(x, y) for x in across for y in range(0, image.height(), 3)})


def test_the_command_draws_each_picture_a_second_time_as_a_bitmap(file, tmp_path, qapp):
    out = tmp_path / "model.bundle"

    code = cli.main(["train", str(file), "--label", "outcome", "--out", str(out)])

    folder = out.with_name("model.bundle.card")
    drawn = {path.stem: QImage(str(path)) for path in folder.glob("*.png")}
    assert code == 0
    assert sorted(drawn) == sorted(path.stem for path in folder.glob("*.svg"))
    assert all(image.width() > 800 for image in drawn.values())
    assert {name: shades(image) for name, image in drawn.items() if shades(image) < 4} == {}


def test_a_search_is_asked_for_with_a_budget(file, tmp_path, capsys):
    out = tmp_path / "model.bundle"

    codes = [
        cli.main(["train", str(file), "--label", "outcome", "--out", str(out), "--search", "2"]),
        cli.main(["evaluate", str(file), "--label", "outcome", "--folds", "2", "--search", "1"]),
    ]

    assert codes == [0, 0]
    assert "## Search" in out.with_name("model.bundle.card.md").read_text("utf-8")
    with pytest.raises(SystemExit, match="2"):
        cli.main(["train", str(file), "--label", "outcome", "--out", str(out), "--search", "-1"])


def test_the_card_of_a_model_with_protected_facts_shows_what_they_add(file, tmp_path):
    source = LabelledFile(file, label="outcome", id_column="policy")

    train_file(source, tmp_path / "with.bundle", allow_protected=True)
    train_file(source, tmp_path / "without.bundle")

    both = (tmp_path / "with.bundle.card.md").read_text("utf-8")
    alone = (tmp_path / "without.bundle.card.md").read_text("utf-8")
    figure = next(line for line in alone.splitlines() if line.startswith("| ROC-AUC"))
    row = next(line for line in both.split("## Protected")[1].splitlines() if "ROC-AUC" in line)
    assert row.endswith(figure.split("|")[2] + "|")
    assert "## Protected and proxy facts" not in alone


def test_a_model_can_be_signed_and_its_signer_asked_for(file, tmp_path, capsys):
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    (tmp_path / "key.pem").write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    (tmp_path / "public.pem").write_bytes(
        key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    train = ["train", str(file), "--label", "outcome", "--group", "cause"]
    score = ["score", str(file), "--out", str(tmp_path / "out.csv"), "--trust"]
    signed, plain = str(tmp_path / "signed.bundle"), str(tmp_path / "plain.bundle")

    codes = [
        cli.main([*train, "--out", signed, "--sign", str(tmp_path / "key.pem")]),
        cli.main([*train, "--out", plain]),
        cli.main([*score, str(tmp_path / "public.pem"), "--model", signed]),
        cli.main([*score, str(tmp_path / "public.pem"), "--model", plain]),
        cli.main([*score, str(tmp_path / "none.pem"), "--model", signed]),
    ]

    said = capsys.readouterr().err
    assert codes == [0, 0, 0, 2, 2]
    assert "This model is not signed" in said
    assert "none.pem cannot be opened" in said
    assert TriageModel.load(signed).model_id == TriageModel.load(plain).model_id


def test_a_signing_key_that_is_not_there_is_told_before_anything_is_learned(file, tmp_path):
    source = LabelledFile(file, label="outcome")

    with pytest.raises(Invalid, match="cannot be opened"):
        train_file(source, tmp_path / "model.bundle", key=tmp_path / "none.pem")

    assert not (tmp_path / "model.bundle").exists()


def test_the_usual_methods_stand_beside_the_model_in_a_table(file, capsys):
    code = cli.main(["evaluate", str(file), "--label", "outcome", "--folds", "2", "--compare"])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    rows = [line[:26].strip() for line in lines[-4:]]
    assert rows == [
        "this model",
        "naive nearest neighbours",
        "logistic regression",
        "histogram boosting",
    ]


def test_a_model_never_replaces_what_it_learns_from(file):
    before = file.read_bytes()

    with pytest.raises(Invalid, match="would destroy what is read"):
        train_file(LabelledFile(file, label="outcome"), file)

    assert file.read_bytes() == before


def test_a_folder_is_no_place_for_a_model(file, tmp_path):
    with pytest.raises(Invalid, match="it is not a file"):
        train_file(LabelledFile(file, label="outcome"), tmp_path)
