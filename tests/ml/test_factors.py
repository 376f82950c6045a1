import numpy as np
import pandas as pd
import pytest

from app.ml.encoding import fit_encoder
from app.ml.factors import fit_ranges
from app.ml.schema import infer


def ranges_of(frame: pd.DataFrame, labels: np.ndarray):
    schema, _ = infer(frame)
    facts, _ = schema.facts(frame)
    encoder, _ = fit_encoder(schema, facts, labels, pairs=False, seed=0)
    ranges = fit_ranges(encoder, facts, labels)

    def factor(**values: object) -> dict[str, object]:
        claim, _ = schema.facts(pd.DataFrame([values], dtype=object))
        found = ranges.factors(encoder, claim, np.ones(len(encoder.parents)))
        return {factor.label: factor for factor in found}

    return factor


@pytest.fixture(scope="module")
def factor():
    labels = np.tile([0, 0, 0, 1], 250).astype(np.uint8)
    frame = pd.DataFrame(
        {
            "amount": np.where(labels == 0, np.arange(1000.0), 1e6),
            "kind": np.where(np.arange(1000) % 20 == 1, "rare", "usual"),
            "day": pd.Timestamp("2024-01-01") + pd.to_timedelta(np.arange(1000) % 366, "D"),
            "ratio": np.linspace(0, 1, 1000),
        }
    )
    return ranges_of(frame, labels)


def test_a_number_lies_on_the_scale_of_cleared_claims(factor):
    found = factor(amount=500.0, kind="usual", day="2024-05-01", ratio=0.25)["Amount"]

    assert found.position == pytest.approx(0.5, abs=0.01)
    assert found.low == pytest.approx((0.1 - 0.01) / 0.98, abs=0.01)
    assert found.high == pytest.approx((0.9 - 0.01) / 0.98, abs=0.01)
    assert not found.outside


@pytest.mark.parametrize(("amount", "outside"), [(98.0, True), (101.0, False), (902.0, True)])
def test_a_number_beyond_four_fifths_of_cleared_claims_is_outside(factor, amount, outside):
    found = factor(amount=amount, kind="usual", day="2024-05-01", ratio=0.25)["Amount"]

    assert found.outside is outside


def test_a_rare_category_is_outside_and_a_usual_one_is_not(factor):
    usual = factor(amount=1.0, kind="usual", day="2024-05-01", ratio=0.25)["Kind"]
    rare = factor(amount=1.0, kind="rare", day="2024-05-01", ratio=0.25)["Kind"]

    assert (usual.position, usual.outside) == (0.0, False)
    assert rare.outside
    assert rare.position > rare.high


def test_equally_common_categories_are_all_inside():
    labels = np.tile([0, 1], 100).astype(np.uint8)
    frame = pd.DataFrame({"kind": list("aabbccddee") * 20, "other": list("xxxxxyyyyy") * 20})

    factor = ranges_of(frame, labels)

    assert not any(factor(kind=kind, other="x")["Kind"].outside for kind in "abcde")


def test_values_are_written_for_people(factor):
    found = factor(amount=1234567.0, kind=None, day="2024-03-04", ratio=0.25)

    assert found["Amount"].value == "1,234,567"
    assert found["Ratio"].value == "0.25"
    assert factor(amount=457.49, kind=None, day=None, ratio=0.2)["Amount"].value == "457"
    assert found["Kind"].value == "not given"
    assert found["Day: month"].value == "March"
    assert found["Day: weekday"].value == "Monday"


def test_the_weightiest_value_comes_first_and_pairs_count_for_both_columns():
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({name: rng.choice(["p", "q"], 600) for name in "abc"})
    labels = ((frame.a == "p") ^ (frame.b == "p")).to_numpy().astype(np.uint8)
    schema, _ = infer(frame)
    facts, _ = schema.facts(frame)
    encoder, _ = fit_encoder(schema, facts, labels, pairs=True, seed=0)
    contributions = np.array([0.0, 0.0, 0.1, 4.0])

    found = fit_ranges(encoder, facts, labels).factors(
        encoder, {name: values[:1] for name, values in facts.items()}, contributions
    )

    assert [(f.label, f.weight) for f in found] == [("A", 2.0), ("B", 2.0), ("C", 0.1)]
