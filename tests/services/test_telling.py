"""The engine's findings as they are stored and read again."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pandas as pd
import pytest

from app.ml import Judgements
from app.models import Score
from app.services.facts import FEATURES, VERIFIABLE, features, frame
from app.services.telling import receipt_of
from app.services.why import precedent_keys, score_view
from tests.services.judges import a_settled_claim, key, train_small


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judgements:

    model = train_small(tmp_path_factory.mktemp("model") / "model.bundle")
    dice = Random(7)  # noqa: S311 - a seed, not a secret
    claims = [a_settled_claim(9, dice, substantiated=dear) for dear in (True, False)]
    return model.judge(frame([features(claim) for claim in claims]), explain=True)


def test_a_receipt_is_plain_json(judged):
    receipt = receipt_of(judged, 0)

    assert json.loads(json.dumps(receipt)) == receipt


def test_all_contributions_add_up_to_the_score(judged):
    receipt = receipt_of(judged, 0)
    told = receipt["explanation"]

    points = sum(precedent["contribution"] for precedent in told["precedents"])
    total = points + told["rest_contribution"] + told["prior_contribution"]

    assert total == pytest.approx(receipt["score"], abs=1e-9)


def test_the_part_of_the_vote_that_no_claim_cast_is_its_points_by_the_base_rate(judged):
    told = receipt_of(judged, 0)["explanation"]

    assert told["base_rate"] == 0.25
    assert 100 * told["prior_share"] * 0.25 == pytest.approx(told["prior_contribution"])


def test_values_carry_their_unit_and_codes_are_words(judged):
    told = receipt_of(judged, 0)["explanation"]
    values = {factor["label"]: factor["value"] for factor in told["factors"]}

    assert values["Amount claimed"].startswith("£")
    assert values["Days from loss to report"].endswith(" days")
    assert values["Cause of loss"] in {"Collision", "Theft"}


def test_what_was_stored_is_read_back_for_the_screen(judged):
    receipt = receipt_of(judged, 1)
    score = Score(
        score=receipt["score"],
        probability=receipt["probability"],
        confidence=receipt["confidence"],
        recommendation=receipt["recommendation"],
        explanation=json.loads(json.dumps(receipt["explanation"])),
        created_at=datetime(2026, 3, 2, tzinfo=UTC),
    )

    view = score_view(score, score.explanation, "1.0", ())

    assert view.voters == judged.model.k
    assert [precedent.rank for precedent in view.precedents] == list(range(1, 11))
    assert {str(found) for found in precedent_keys(score.explanation)} <= {
        key(place) for place in range(120)
    }
    shown = [factor.label for factor in view.factors]
    told = receipt["explanation"]["factors"]
    assert shown == [factor["label"] for factor in told if factor["value"] != "not given"]


def test_ids_of_a_foreign_training_file_are_no_claims():
    assert precedent_keys({"precedents": [{"key": "17"}, {"key": key(3)}]}) != []
    assert precedent_keys({"precedents": [{"key": "17"}]}) == []
    assert precedent_keys({}) == []


def test_the_contrast_names_the_nearest_claim_of_each_outcome(judged):
    told = receipt_of(judged, 0)["explanation"]

    cleared, substantiated = told["contrast"]

    keys = [precedent["key"] for precedent in told["precedents"]]
    assert (cleared["outcome"], substantiated["outcome"]) == ("cleared", "substantiated")
    assert keys[0] in {cleared["key"], substantiated["key"]}
    for difference in cleared["differences"] + substantiated["differences"]:
        assert difference["value"] != difference["other"]


def test_what_else_could_be_found_is_told_with_its_score(judged):
    model = replace(judged.model, verifiable=("cause", "days_to_report"))
    facts = pd.DataFrame(judged.facts)

    receipt = receipt_of(model.judge(facts, explain=True), 0)

    changes = receipt["explanation"]["changes"]
    assert {change["label"] for change in changes} == {"Days from loss to report"}
    assert min(change["score"] for change in changes) < receipt["score"] - 50
    for change in changes:
        moved = change["score"] - receipt["score"]
        assert moved == pytest.approx(change["difference"], abs=0.02)


def test_an_explanation_stays_small_enough_to_store_with_every_score(judged):
    model = replace(judged.model, verifiable=tuple(judged.model.schema.names))
    explained = model.judge(pd.DataFrame(judged.facts), explain=True)

    sizes = [len(json.dumps(receipt_of(explained, place)["explanation"])) for place in (0, 1)]

    assert max(sizes) <= 6000


def test_facts_that_can_be_verified_are_facts_of_the_engine():
    assert set(VERIFIABLE) <= set(FEATURES)
