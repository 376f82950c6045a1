"""The figures of a card, read back."""

import pytest

from app.ml.card import votes
from app.ml.metrics import auc, average_precision
from app.services.card_figures import card_figures
from tests.services.registers import small


def test_the_figures_are_those_the_card_was_written_from():
    model = small()

    figures = card_figures(model.card)

    assert figures["roc_auc"] == pytest.approx(auc(model.labels, votes(model)), abs=5e-4)
    precision = average_precision(model.labels, votes(model))
    assert figures["average_precision"] == pytest.approx(precision, abs=5e-4)
    assert 0 < figures["recall_at_10pct"] <= 1


def test_a_card_of_an_older_program_is_read_too():
    card = "| Found when 10 % are reviewed | 69.7 % |\n| Votes | 3 |\n"

    assert card_figures(card) == {"recall_at_10pct": pytest.approx(0.697)}
