import numpy as np
import pandas as pd
import pytest

from app.ml import train
from app.ml.drift import drifts, later_half
from app.ml.schema import infer
from tests.ml.settled import settled


def test_the_index_is_that_of_the_shares_of_each_level():
    frame, labels = settled(400)
    model = train(frame[["cause", "channel"]], labels)
    facts = model.archive.facts(model.schema)
    later = np.arange(400) >= 200

    found = {drift.label: drift.moved for drift in drifts(model.encoder, facts, later)}

    p = frame.cause[:200].value_counts(normalize=True)
    q = frame.cause[200:].value_counts(normalize=True)
    expected = sum((q[c] - p[c]) * np.log(q[c] / p[c]) for c in p.index)
    assert found["Cause"] == pytest.approx(expected, abs=0.02)


def test_what_moved_most_comes_first():
    frame, labels = settled(400)
    frame.loc[200:, "channel"] = "portal"
    model = train(frame, labels)

    found = drifts(model.encoder, model.archive.facts(model.schema), np.arange(400) >= 200)

    assert found[0].label == "Channel"
    assert found[0].moved > 0.25 > found[-1].moved
    assert [d.moved for d in found] == sorted((d.moved for d in found), reverse=True)


def test_the_later_half_goes_by_the_first_date():
    frame, _ = settled(101)
    schema, _ = infer(frame)
    facts, _ = schema.facts(frame)

    later, by = later_half(schema, facts)

    days = pd.to_datetime(frame.loss_date, dayfirst=True)
    assert by == "Loss date"
    assert later.sum() == 51
    assert days[later].min() >= days[~later].max()


def test_without_dates_the_order_of_the_file_is_taken_for_time():
    frame, _ = settled(60)
    schema, _ = infer(frame[["cause", "channel"]])
    facts, _ = schema.facts(frame)

    later, by = later_half(schema, facts)

    assert by == "the order of the file"
    assert later.tolist() == [False] * 30 + [True] * 30


def test_the_card_tells_what_moved(small_model):
    part = small_model.card.split("## Drift")[1].split("##")[0]

    assert "later half of the claims, by loss date" in part
    assert part.count("\n| ") == 12
