"""The model that ships, and how it was made."""

from random import Random

import numpy as np
import pytest

from app.codes import Outcome
from app.ml import TriageModel, train
from app.ml.metrics import auc
from app.sample.training import AS_OF, features_of, labels
from app.services.facts import FEATURES
from app.settings import MODEL
from tests.sample.portfolios import the_portfolio

THREE_MEGABYTES = 3_000_000


@pytest.fixture(scope="module")
def model() -> TriageModel:
    return TriageModel.load(MODEL)


def test_the_bundle_is_small_enough_to_ship():
    assert MODEL.stat().st_size < THREE_MEGABYTES


def test_the_bundle_knows_exactly_the_settled_claims_of_the_recipe(model):
    settled = the_portfolio(AS_OF).settled

    assert list(model.ids) == [str(claim.precedent_key) for claim in settled]
    assert model.labels.tolist() == labels(settled)


def test_the_bundle_was_trained_on_the_features_of_today(model):
    told = {known.name: (known.label, str(known.kind)) for known in model.schema.features}
    assert told == {name: (known.label, known.kind) for name, known in FEATURES.items()}
    again = model.schema.read(features_of(the_portfolio(AS_OF).settled[:8]))[0]
    assert model.judge(again).score.tolist() == pytest.approx(model.golden_scores, abs=1e-6)


def test_open_claims_of_rings_stand_out(model):
    still_open = the_portfolio().open

    scores = model.judge(features_of(still_open)).score

    ring = np.array([claim.story.startswith("ring") for claim in still_open])
    assert np.median(scores[ring]) > 50
    assert np.median(scores[~ring]) < 10
    assert auc(ring.astype(np.uint8), scores) > 0.9


def test_judgement_by_neighbours_beats_counting_red_flags():
    settled = Random(5).sample(the_portfolio(AS_OF).settled, 2900)  # noqa: S311 - a seed
    frame, outcomes = features_of(settled), np.array(labels(settled), np.uint8)
    seen = np.arange(len(settled)) < 2000

    judged = train(frame[seen], outcomes[seen], seed=1).judge(frame[~seen])

    flags = (
        (frame["days_to_report"] > 14).astype(float)
        + (frame["policy_age_days"] < 30)
        + (frame["near_limit"] == "yes")
        + (frame["round_amount"] == "yes")
        + (frame["shared_phone"] > 0)
        + (frame["authority_contacted"] == "none")
    )
    tried = outcomes[~seen]
    assert auc(tried, judged.score) > auc(tried, np.asarray(flags[~seen], np.float64)) + 0.05
    assert 0.75 < auc(tried, judged.score) < 0.95


def test_labels_are_one_for_substantiated():
    settled = the_portfolio().settled[:500]

    told = dict(zip(labels(settled), [claim.outcome for claim in settled], strict=True))
    assert told == {1: Outcome.SUBSTANTIATED, 0: Outcome.CLEARED}
