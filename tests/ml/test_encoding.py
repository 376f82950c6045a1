import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ml.encoding import fit_encoder
from app.ml.schema import infer
from tests.ml.settled import settled


@pytest.fixture(scope="module")
def fitted():
    frame, labels = settled(500)
    schema, _ = infer(frame)
    facts, _ = schema.facts(frame)
    encoder, own = fit_encoder(schema, facts, labels.astype(np.uint8), pairs=True, seed=0)
    return schema, encoder, own


def encode(fitted, frame: pd.DataFrame) -> dict[str, list[float]]:
    schema, encoder, _ = fitted
    encoded, _ = encoder.encode(schema.facts(frame)[0])
    return dict(zip(encoder.labels, encoded.tolist(), strict=True))


def claim(**facts: str) -> pd.DataFrame:
    usual = {
        "cause": "theft", "channel": "agent", "amount": "100", "loss_date": "05/02/2024",
        "reported_date": "08/03/2024", "shared_phone": "No", "prior_claims": "1",
    }  # fmt: skip
    return pd.DataFrame([usual | facts])


def test_a_category_becomes_its_smoothed_log_odds():
    frame = pd.DataFrame({"kind": ["a"] * 80 + ["b"] * 120})
    labels = np.array([1] * 40 + [0] * 40 + [1] * 10 + [0] * 110, np.uint8)
    schema, _ = infer(frame)
    facts, _ = schema.facts(frame)

    encoder, _ = fit_encoder(schema, facts, labels, pairs=False, seed=0)

    share = (40 + 20 * 0.25) / (80 + 20)
    expected = np.log(share / (1 - share)) - np.log(0.25 / 0.75)
    assert encoder.encode(facts)[0][0, 0] == pytest.approx(expected, rel=1e-6)


def test_a_training_claims_own_outcome_is_not_in_its_encoding():
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({"kind": rng.integers(0, 150, 600).astype(str) + "x"})
    labels = rng.integers(0, 2, 600).astype(np.uint8)
    schema, _ = infer(frame)
    facts, _ = schema.facts(frame)

    encoder, own = fit_encoder(schema, facts, labels, pairs=False, seed=0)

    assert abs(np.corrcoef(own[0], labels)[0, 1]) < 0.15
    assert np.corrcoef(encoder.encode(facts)[0][0], labels)[0, 1] > 0.3


def test_dates_give_calendar_parts_and_the_days_between(fitted):
    encoded = encode(fitted, claim())

    assert encoded["Loss date: day of month"] == [5.0]
    assert encoded["Days from loss date to reported date"] == [32.0]
    assert not any(label in ("Loss date", "Reported date") for label in encoded)


def test_a_pair_is_kept_only_where_it_beats_both_its_columns():
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({name: rng.choice(["p", "q"], 2000) for name in "abc"})
    labels = ((frame.a == "p") ^ (frame.b == "p")).to_numpy().astype(np.uint8)
    schema, _ = infer(frame)

    encoder, _ = fit_encoder(schema, schema.facts(frame)[0], labels, pairs=True, seed=0)

    assert [label for label in encoder.labels if "×" in label] == ["A × B"]


def campaigns(rows: int = 3000) -> tuple[pd.DataFrame, np.ndarray]:
    """Claims of two years: outcomes cluster in single months, and in theft through agents."""
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            "loss_month": rng.choice(["Jan", "Feb", "Mar", "Apr"], rows),
            "loss_year": rng.choice(["2023", "2024"], rows),
            "cause": rng.choice(["theft", "fire"], rows),
            "channel": rng.choice(["agent", "web"], rows),
        }
    )
    cluster = (frame.loss_month == "Jan") ^ (frame.loss_year == "2024")
    known = (frame.cause == "theft") ^ (frame.channel == "web")
    odds = 3 * cluster + 3 * known + 2 * (frame.loss_month == "Jan") - 4
    return frame, np.asarray(rng.random(rows) < 1 / (1 + np.exp(-odds)), dtype=np.uint8)


def test_a_month_or_a_year_stands_in_pairs_of_the_calendar_alone():
    frame, labels = campaigns()
    schema, _ = infer(frame)

    encoder, _ = fit_encoder(schema, schema.facts(frame)[0], labels, pairs=True, seed=0)

    assert set(encoder.labels) == {
        "Cause", "Channel", "Loss month × Loss year", "Cause × Channel",
    }  # fmt: skip


def test_a_month_is_used_where_nothing_else_is_known():
    frame, labels = campaigns()
    schema, _ = infer(frame[["loss_month"]])

    encoder, _ = fit_encoder(schema, schema.facts(frame)[0], labels, pairs=False, seed=0)

    assert encoder.labels == ("Loss month",)


def test_the_month_of_a_date_gives_no_column_of_its_own(fitted):
    encoded = encode(fitted, claim())

    assert "Loss date: weekday" in encoded
    assert "Loss date: month" not in encoded


def test_an_unseen_category_has_log_odds_zero(fitted):
    encoded = encode(fitted, claim(cause="meteor"))

    assert encoded["Cause"] == [0.0]


def test_a_missing_number_stays_missing(fitted):
    assert np.isnan(encode(fitted, claim(amount=""))["Amount"]).all()


def test_unseen_and_missing_values_are_counted(fitted):
    schema, encoder, _ = fitted

    unknown = encoder.encode(schema.facts(claim(cause="meteor", amount="", channel=""))[0])[1]

    assert unknown.tolist() == [3]


def test_ten_thousand_categories_are_no_trouble():
    frame = pd.DataFrame(
        {"kind": [f"k{i % 10_000}" for i in range(11_000)], "b": ["x", "y"] * 5500}
    )
    labels = (np.arange(11_000) % 3 == 0).astype(np.uint8)
    schema, _ = infer(frame)

    encoder, own = fit_encoder(schema, schema.facts(frame)[0], labels, pairs=True, seed=0)

    assert len(encoder.tables) < 5000
    assert np.isfinite(own).all()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                name: st.one_of(st.none(), st.text(max_size=6), st.floats(), st.dates())
                for name in claim().columns
            }
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_value_makes_the_encoder_fail(fitted, rows):
    schema, encoder, _ = fitted
    facts, _ = schema.facts(pd.DataFrame(rows, columns=schema.names, dtype=object))

    encoded, unknown = encoder.encode(facts)

    assert encoded.shape == (len(encoder.labels), len(rows))
    assert not np.isinf(encoded).any()
    assert (unknown <= len(encoder.columns)).all()
