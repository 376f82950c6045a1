import re

import numpy as np
import pytest

from app.ml import train
from app.ml.card import write_card
from app.ml.metrics import auc
from tests.ml.settled import settled


@pytest.fixture(scope="module")
def votes(small_model):
    everyone = np.arange(len(small_model.labels))
    around = small_model.metric.search.nearest(
        small_model.metric.placed, small_model.k, skip=everyone
    )
    return small_model.labels[around.places].mean(1)


def test_the_card_tells_what_the_model_learned_from(small_model):
    card = small_model.card

    assert f"Learned from 400 settled claims, {small_model.labels.sum()} of them" in card
    assert f"{small_model.k} settled claims vote" in card
    assert "| Shared phone | shared_phone | flag |" in card


def test_the_figures_are_those_of_the_votes(small_model, votes):
    card = write_card(small_model, votes)

    assert f"| ROC-AUC | {auc(small_model.labels, votes):.3f} |" in card


def test_the_reliability_table_counts_every_claim(small_model):
    table = small_model.card.split("## Reliability")[1].split("##")[0]

    counts = [int(line) for line in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)]

    assert counts == [40] * 10


def test_columns_left_out_are_listed():
    frame, labels = settled(60)
    frame["gender"] = ["f", "m"] * 30

    assert "- gender looks like a protected or proxy fact" in train(frame, labels).card


def test_the_card_never_names_a_crime(small_model):
    assert "fraud" not in small_model.card.lower()
