import numpy as np
import pandas as pd
import pytest

from app.errors import Invalid
from app.ml import train
from app.progress import Cancelled
from tests.ml.settled import settled


def test_the_same_claims_and_seed_give_the_same_model():
    frame, labels = settled(150)

    first, second = train(frame, labels, seed=4), train(frame, labels, seed=4)

    assert first.model_id == second.model_id


def test_another_seed_or_another_outcome_gives_another_model():
    frame, labels = settled(150)
    changed = labels.copy()
    changed[0] = 1 - changed[0]

    first = train(frame, labels)

    assert train(frame, labels, seed=1).model_id != first.model_id
    assert train(frame, changed).data_version != first.data_version


def test_hundreds_of_claims_are_enough(small_model):
    assert len(small_model.labels) == 400
    assert small_model.k >= 15
    assert not any(len(combo) > 1 for combo in small_model.encoder.combos)


def test_thousands_of_claims_also_teach_pairs(model):
    assert model.metric.models == 10
    assert len(model.forest.feature) == 2500


@pytest.mark.parametrize(
    ("labels", "sentence"),
    [
        (np.zeros(60), "too little to learn from"),
        (np.ones(60), "too little to learn from"),
        (np.repeat([0, 1], [56, 4]), "5 of each outcome"),
        (np.repeat([0, 2], 30), "needs one label"),
        (np.repeat(["yes", "no"], 30), "needs one label"),
        (np.zeros(59), "needs one label"),
    ],
)
def test_labels_that_teach_nothing_are_refused(labels, sentence):
    frame, _ = settled(60)

    with pytest.raises(Invalid, match=sentence):
        train(frame, labels)


def test_three_rows_are_refused():
    frame, _ = settled(3)

    with pytest.raises(Invalid, match="at least 20 settled claims"):
        train(frame, [0, 1, 0])


def test_a_file_without_a_usable_column_is_refused():
    frame = pd.DataFrame({"same": ["x"] * 40, "empty": [None] * 40})

    with pytest.raises(Invalid, match="No column is left"):
        train(frame, [0, 1] * 20)


def awkward(rows: int) -> pd.DataFrame:
    rng = np.random.default_rng(0)
    return pd.DataFrame(
        {
            "constant": 1,
            "missing": None,
            "infinite": np.where(rng.random(rows) < 0.1, np.inf, rng.normal(size=rows)),
            "huge": rng.normal(size=rows) * 1e300,
            "tiny": rng.normal(size=rows) * 1e-300,
            "mixed": rng.choice(np.array(["a", "7", 7, 7.5, None, True], object), rows),
            "many": [f"level {i % (rows // 2)}" for i in range(rows)],
            "mostly_missing": np.where(rng.random(rows) < 0.97, np.nan, 1.0),
            "dates": np.where(rng.random(rows) < 0.5, "2024-02-03", "2023-12-31"),
        }
    )


def test_awkward_columns_do_not_stop_training_and_are_told():
    frame = awkward(200)

    model = train(frame, np.arange(200) % 4 == 0)

    assert any("constant has the same value" in note for note in model.notes)
    assert any("column infinite: “inf” is not a finite number" in note for note in model.notes)
    assert np.isfinite(model.judge(model.schema.read(frame)[0]).score).all()


def test_identical_claims_with_different_outcomes_share_one_score():
    frame, labels = settled(100)
    doubled = pd.concat([frame] * 3, ignore_index=True)

    model = train(doubled, np.concatenate([labels, labels, 1 - labels]))

    scores = model.judge(doubled).score
    assert np.array_equal(scores[:100], scores[200:])


def test_typed_columns_and_their_text_train_alike():
    frame, labels = settled(120)
    typed = frame.assign(
        amount=pd.to_numeric(frame.amount),
        loss_date=pd.to_datetime(frame.loss_date, dayfirst=True),
        reported_date=pd.to_datetime(frame.reported_date, dayfirst=True),
        prior_claims=frame.prior_claims.astype(int),
        shared_phone=frame.shared_phone == "Yes",
    )

    from_text, from_types = train(frame, labels), train(typed, labels)

    assert np.array_equal(from_types.judge(typed).score, from_text.judge(frame).score)


def test_protected_facts_are_left_out_unless_allowed():
    frame, labels = settled(100)
    frame["gender"] = np.where(labels == 1, "f", "m")

    assert "gender" not in train(frame, labels).schema.names
    assert "gender" in train(frame, labels, allow_protected=True).schema.names


def test_training_reports_progress_and_can_be_stopped():
    frame, labels = settled(100)
    seen = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        train(frame, labels, progress=stop)
    assert seen == [(0, 10), (1, 10), (2, 10)]


def test_no_training_claim_is_judged_by_itself(small_model):
    cleared = small_model.conformal.cleared
    substantiated = small_model.conformal.substantiated

    assert len(cleared) + len(substantiated) == 400
    assert substantiated.mean() < 0.6


def test_a_fact_that_tells_the_outcome_alone_is_warned_of():
    frame, labels = settled(200)
    frame["paid_out"] = np.where(labels == 1, "0", "100")
    frame["closing_letter"] = np.where(labels == 1, "denied", "thanks")

    notes = train(frame, labels).notes

    assert len(notes) == 2
    assert all("alone tells the outcome" in note for note in notes)


def test_conformal_rates_can_hold_within_each_group():
    frame, labels = settled(400)

    model = train(frame, labels, group="cause")

    assert model.lines.column == "cause"
    assert set(model.lines.names) < {"collision", "theft", "fire", "glass", "weather"}
    theft = frame.cause.to_numpy() == "theft"
    part = model.lines.parts[model.lines.names.index("theft")]
    assert len(part.cleared) == (labels[theft] == 0).sum()


def test_numbers_cannot_group_claims():
    frame, labels = settled(60)

    with pytest.raises(Invalid, match="amount cannot group the claims"):
        train(frame, labels, group="amount")


def test_only_columns_that_are_read_can_be_verified():
    frame, labels = settled(60)

    model = train(frame, labels, verifiable=("cause", "nothing"))

    assert model.verifiable == ("cause",)
