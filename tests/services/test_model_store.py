"""Bundles come from the program, the folder of the machine or the store, and are verified."""

from pathlib import Path

import pytest

from app.errors import BadModel
from app.ml import bundle
from app.ml.signature import sign
from app.services.model_store import Bundles
from app.services.scoring import ScoringService
from tests.factories import a_claim, a_model, a_person
from tests.ml.test_signature import PRIVATE, PUBLIC
from tests.server import Database
from tests.services.registers import registered, small


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    small().save(tmp_path / "shipped.bundle")
    return tmp_path / "shipped.bundle"


@pytest.fixture
def bundles(database: Database, shipped: Path) -> Bundles:
    return Bundles(database.sessions_as(a_person(database)), shipped)


def test_a_model_that_was_not_shipped_is_fetched_once_and_kept(
    database, bundles, shipped, own_models
):
    registered(database, small(1))
    seal = small(1).model_id

    assert bundles.model(seal).model_id == seal
    database.run("DELETE FROM ml_engine_bundle")

    again = Bundles(bundles._sessions, shipped)
    assert [path.name for path in own_models.iterdir()] == [f"{seal}.bundle"]
    assert again.model(seal).model_id == seal


def test_a_damaged_copy_is_fetched_anew(database, bundles, own_models):
    registered(database, small(1))
    own_models.mkdir()
    (own_models / f"{small(1).model_id}.bundle").write_bytes(b"PK broken")

    assert bundles.model(small(1).model_id).model_id == small(1).model_id


def test_another_model_under_a_seal_is_refused(database, bundles):
    registered(database, small(1))
    database.run("UPDATE ml_engine_bundle SET data = %s", bundle.pack(small(2)))

    with pytest.raises(BadModel, match="not the one that was asked for"):
        bundles.model(small(1).model_id)


def test_without_a_bundle_there_is_no_model(bundles):
    with pytest.raises(BadModel, match="cannot be found"):
        bundles.model("e" * 64)


def test_where_a_key_is_trusted_only_signed_models_judge(database, shipped, tmp_path, monkeypatch):
    (tmp_path / "key.pem").write_bytes(PUBLIC)
    monkeypatch.setenv("PRECEDENT_MODEL_KEY", str(tmp_path / "key.pem"))
    bundles = Bundles(database.sessions_as(a_person(database)), shipped)
    registered(database, small(1))
    registered(database, small(2))
    signed = sign(bundle.pack(small(2)), PRIVATE)
    database.run(
        "UPDATE ml_engine_bundle SET data = %s WHERE sha256 = %s", signed, small(2).model_id
    )

    assert bundles.model(small(2).model_id).model_id == small(2).model_id
    with pytest.raises(BadModel, match="not signed"):
        bundles.model(small(1).model_id)


def test_the_score_of_a_claim_names_the_model_that_judges_its_line(database, shipped):
    a_model(database, sha256=small().model_id, lines=["property"])
    travel = registered(database, small(1), lines=["motor"])
    database.run("SELECT activate_model(%s)", travel)
    maya = a_person(database)
    claims = [a_claim(database, "submitted", claim_type=line) for line in ("motor", "property")]
    scoring = ScoringService(database.sessions_as(maya), maya, shipped)

    for claim in claims:
        scoring.score(claim)

    named = database.run(
        "SELECT m.sha256 FROM ml_engine_score s JOIN ml_engine_mlmodel m ON m.id = s.model_id"
        " ORDER BY s.claim_id"
    )
    assert named == [(small(1).model_id,), (small().model_id,)]
