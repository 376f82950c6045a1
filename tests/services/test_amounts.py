"""Files of settled amounts become models, measures and estimates."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from app import cli
from app.errors import AppError, BadFile, Invalid
from app.ml.severity import SeverityModel
from app.services.amounts import estimate_file, evaluate_amounts, train_amounts
from app.services.learning import LabelledFile
from tests.services.settled import claims, save_claims


def settled_amounts() -> pd.DataFrame:
    frame = claims()
    rng = np.random.default_rng(4)
    factor = 1 + 3 * (frame.cause == "theft")
    return frame.assign(paid=(500 * factor * rng.lognormal(0, 0.2, len(frame))).round(2))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return save_claims(tmp_path / "settled.csv", settled_amounts())


@pytest.fixture
def source(file: Path) -> LabelledFile:
    return LabelledFile(file, label="paid", id_column="policy", drop=("outcome",))


def test_a_model_of_amounts_learns_from_a_file(source, tmp_path):
    learned = train_amounts(source, tmp_path / "amounts.bundle")

    model = SeverityModel.load(tmp_path / "amounts.bundle")
    assert learned.claims == 240
    assert learned.model_id == model.model_id
    assert model.ids[0] == "P00000"
    assert "paid" not in model.schema.names
    assert "age" not in model.schema.names


def test_rows_without_an_amount_are_left_out_and_counted(tmp_path):
    frame = settled_amounts().astype(object)
    frame.loc[[3, 4, 5], "paid"] = ["", "0", "a lot"]
    file = save_claims(tmp_path / "gaps.csv", frame)

    settled = LabelledFile(file, label="paid").read_amounts()

    assert len(settled.facts) == 237
    assert settled.notes == ["Left out: 3 rows whose paid is not above 0."]


def test_estimates_stand_beside_the_claims_of_a_file(source, file, tmp_path):
    model, out = tmp_path / "amounts.bundle", tmp_path / "out.csv"
    train_amounts(source, model)

    report = estimate_file(file, model, out)

    found = pd.read_csv(out)
    assert report.scored == len(found) == 240
    assert "outcome" in report.ignored_columns
    assert (found.low < found.typical).all()
    assert (found.typical < found.high).all()
    theft = found.cause == "theft"
    assert found.typical[theft].median() > 2 * found.typical[~theft].median()
    assert found.precedents[0].count("; ") == 9


def test_rows_that_cannot_be_read_are_rejected_with_their_reason(source, tmp_path):
    model, out = tmp_path / "amounts.bundle", tmp_path / "out.csv"
    train_amounts(source, model)
    frame = settled_amounts()[:5].astype(object)
    frame.loc[2, "amount"] = "lots"

    report = estimate_file(save_claims(tmp_path / "new.csv", frame), model, out)

    assert (report.scored, report.rejected) == (4, 1)
    assert "row 3, column amount" in report.notes[-1]


def test_a_file_without_a_readable_row_is_refused(source, tmp_path):
    model = tmp_path / "amounts.bundle"
    train_amounts(source, model)
    frame = settled_amounts()[:1].astype(object).assign(amount="lots")

    with pytest.raises(BadFile, match="No row could be estimated, first row 1, column amount"):
        estimate_file(save_claims(tmp_path / "new.csv", frame), model, tmp_path / "out.csv")


def test_what_is_read_is_never_overwritten(source, file, tmp_path):
    model = tmp_path / "amounts.bundle"
    train_amounts(source, model)

    with pytest.raises(Invalid, match="would destroy what is read"):
        estimate_file(file, model, file)


def test_amounts_are_evaluated_on_claims_not_seen(source):
    evaluated = evaluate_amounts(source, folds=2)

    assert evaluated.figures["r2"] > 0.5
    assert "r2" in evaluated.summary()


def test_a_place_where_no_model_can_be_written_is_named(source, tmp_path):
    with pytest.raises(AppError, match="cannot be written"):
        train_amounts(source, tmp_path / "no" / "amounts.bundle")


def test_the_commands_walk_from_amounts_to_estimates(file, tmp_path, capsys):
    model, out = tmp_path / "amounts.bundle", tmp_path / "out.csv"
    label = [str(file), "--label", "paid", "--severity", "--drop", "outcome"]

    codes = [
        cli.main(["evaluate", *label, "--folds", "2", "--json"]),
        cli.main(["train", *label, "--out", str(model)]),
        cli.main(["estimate", str(file), "--model", str(model), "--out", str(out)]),
    ]

    said = capsys.readouterr().out.splitlines()
    assert codes == [0, 0, 0]
    assert json.loads(said[0])["r2"] > 0.5
    assert said[1].startswith("Learned from 240 claims")
    assert said[2].startswith("Estimated 240 claims")


def test_a_model_of_amounts_can_be_signed_and_its_signer_asked_for(file, tmp_path, capsys):
    private, public = tmp_path / "key.pem", tmp_path / "public.pem"
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(
        key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    signed, plain = str(tmp_path / "signed.bundle"), str(tmp_path / "plain.bundle")
    train = ["train", str(file), "--label", "paid", "--severity", "--drop", "outcome", "--out"]
    estimate = ["estimate", str(file), "--out", str(tmp_path / "out.csv"), "--trust", str(public)]

    codes = [
        cli.main([*train, signed, "--sign", str(private)]),
        cli.main([*train, plain]),
        cli.main([*estimate, "--model", signed]),
        cli.main([*estimate, "--model", plain]),
    ]

    assert codes == [0, 0, 0, 2]
    assert "This model is not signed" in capsys.readouterr().err
    assert SeverityModel.load(signed).model_id == SeverityModel.load(plain).model_id
