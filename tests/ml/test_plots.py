import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from app.ml import plots
from app.ml.card import beside, pictures, votes
from app.ml.metrics import auc

Y = np.array([0, 0, 0, 1, 0, 0, 1, 1, 0, 1] * 10, np.uint8)
P = np.linspace(0.01, 0.99, 100)
SVG = "{http://www.w3.org/2000/svg}"


def read(picture: str) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314 - our own text


def dots(picture: str) -> list[str]:
    """What the pointer reads at each dot."""
    root = read(picture)
    return [str(title.text) for title in root.iterfind(f"{SVG}circle/{SVG}title")]


def path(picture: str, number: int) -> list[tuple[float, float]]:
    lines = re.findall(r'<polyline points="([^"]+)"', picture)
    pairs = [pair.split(",") for pair in lines[number].split()]
    return [(float(x), float(y)) for x, y in pairs]


@pytest.mark.parametrize(
    "picture",
    [
        plots.reliability(Y, P),
        plots.precision_recall(Y, P),
        plots.gains(Y, P),
        plots.bars("Drift", ["a < b & c"], [0.4], limit=0.25),
    ],
)
def test_every_picture_is_well_formed_and_has_a_title(picture):
    root = read(picture)

    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title")


def test_reliability_shows_ten_groups_of_equal_size():
    told = dots(plots.reliability(Y, P))

    assert len(told) == 10
    assert told[0] == f"{100 * P[:10].mean():.1f}% said, 40.0% substantiated"


def test_gains_name_what_a_review_budget_finds():
    told = dots(plots.gains(np.repeat([0, 1], [90, 10]).astype(np.uint8), P))

    assert told == [
        "50% found in 5% of claims",
        "100% found in 10% of claims",
        "100% found in 20% of claims",
    ]


def test_precision_starts_at_the_surest_claim_and_ends_at_the_base_rate():
    picture = plots.precision_recall(Y, P)

    base, line = path(picture, 0), path(picture, 1)

    assert line[0][1] == 40.0
    assert line[-1] == base[-1]


def test_bars_beyond_the_limit_stand_out():
    picture = plots.bars("Drift", ["calm", "wild"], [0.1, 0.4], limit=0.25)

    colours = re.findall(r'height="14" fill="(#\w+)"', picture)

    assert colours == ["#1f6feb", "#c2570c"]


def test_no_bar_is_longer_than_the_picture():
    picture = plots.bars("Drift", ["year", "month"], [12.5, 0.1], limit=0.25)

    lengths = [float(width) for width in re.findall(r'width="([\d.]+)" height="14"', picture)]

    assert lengths == [290.0, 29.0]
    assert "12.500" in picture


def test_a_card_has_four_pictures_of_its_own_votes(small_model):
    found = pictures(small_model)

    assert set(found) == {"reliability", "precision_recall", "gains", "drift"}
    assert "40 claims a point" in found["reliability"]
    for picture in found.values():
        read(picture)


def test_the_votes_of_the_pictures_are_those_of_the_card(small_model):
    share = votes(small_model)

    assert f"| ROC-AUC | {auc(small_model.labels, share):.3f} |" in small_model.card


def test_models_stand_beside_each_other(small_model, model):
    table = beside({"small": small_model, "large": model})

    assert table.startswith("| Measure | small | large |")
    small, large = (auc(m.labels, votes(m)) for m in (small_model, model))
    assert f"| ROC-AUC | {small:.3f} | {large:.3f} |" in table
