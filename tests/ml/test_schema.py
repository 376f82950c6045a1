import numpy as np
import pandas as pd
import pytest

from app.errors import BadFile
from app.ml.columns import humanise, is_protected
from app.ml.schema import Kind, infer
from tests.ml.settled import settled


def kinds(frame: pd.DataFrame) -> dict[str, Kind]:
    return {feature.name: feature.kind for feature in infer(frame)[0].features}


def test_kinds_are_found_in_text():
    frame, _ = settled(60)

    assert kinds(frame) == {
        "cause": Kind.CATEGORY,
        "channel": Kind.CATEGORY,
        "amount": Kind.NUMBER,
        "loss_date": Kind.DATE,
        "reported_date": Kind.DATE,
        "shared_phone": Kind.FLAG,
        "prior_claims": Kind.NUMBER,
    }


def test_kinds_are_found_in_typed_columns():
    frame = pd.DataFrame(
        {
            "flag": [True, False] * 20,
            "nullable": pd.array([True, False, None, False] * 10, dtype="boolean"),
            "day": pd.date_range("2024-01-01", periods=40),
            "count": [1, 2, 3, 4] * 10,
            "once": [0.0, 1.0] * 20,
            "word": pd.Categorical(["a", "b"] * 20),
        }
    )

    assert kinds(frame) == {
        "flag": Kind.FLAG,
        "nullable": Kind.FLAG,
        "day": Kind.DATE,
        "count": Kind.NUMBER,
        "once": Kind.NUMBER,
        "word": Kind.CATEGORY,
    }


@pytest.mark.parametrize(
    "name",
    ["Sex", "Age", "MaritalStatus", "AgeOfPolicyHolder", "age_of_driver", "annual_income",
     "zip_code", "high_education_ind", "nationality", "living_status", "postcode", "gender"],
)  # fmt: skip
def test_protected_and_proxy_facts_are_recognised_by_name(name):
    assert is_protected(name)


@pytest.mark.parametrize(
    "name",
    ["AgeOfVehicle", "policy_age_days", "VehiclePrice", "Make", "coverage", "AgentType",
     "age_of_roof", "mileage", "message", "DriverRating", "passengers"],
)  # fmt: skip
def test_facts_of_things_are_not_protected(name):
    assert not is_protected(name)


def test_protected_facts_are_left_out_with_a_sentence_unless_allowed():
    frame, _ = settled(40)
    frame["Sex"] = ["M", "F"] * 20

    schema, notes = infer(frame)

    assert "Sex" not in schema.names
    assert notes == ["Sex looks like a protected or proxy fact and is left out."]
    assert "Sex" in infer(frame, allow_protected=True)[0].names


def test_columns_that_cannot_teach_anything_are_left_out():
    frame, _ = settled(100)
    frame["constant"] = "same"
    frame["empty"] = None
    frame["policy_number"] = [str(70_000 + 13 * i) for i in range(100)]
    frame["row"] = [str(i) for i in range(100)]
    frame["story"] = [f"text {i}" for i in range(100)]

    schema, notes = infer(frame)

    left_out = {"constant", "empty", "policy_number", "row", "story"}
    assert not left_out & set(schema.names)
    assert {note.split()[0] for note in notes} == left_out


def test_money_that_differs_in_every_row_is_no_identifier():
    frame = pd.DataFrame({"amount": np.arange(100) * 7919 % 100_003})

    assert kinds(frame) == {"amount": Kind.NUMBER}


def test_dropped_columns_are_not_mentioned():
    frame, _ = settled(40)

    schema, notes = infer(frame, drop=("amount",))

    assert "amount" not in schema.names
    assert notes == []


def test_problems_name_the_row_the_column_and_the_reason():
    frame, _ = settled(40)
    schema, _ = infer(frame)
    frame.index = np.arange(1, 41)
    frame.loc[3, "amount"] = "a lot"
    frame.loc[9, "shared_phone"] = "perhaps"
    frame.loc[9, "loss_date"] = "yesterday"

    facts, problems = schema.read(frame)

    assert problems == [
        (3, "amount", "“a lot” is not a finite number"),
        (9, "loss_date", "“yesterday” is not a date"),
        (9, "shared_phone", "“perhaps” is neither yes nor no"),
    ]
    assert np.isnan(facts["amount"].to_numpy()[2])


def test_reading_what_was_read_changes_nothing():
    frame, _ = settled(80)
    schema, _ = infer(frame)

    once, _ = schema.read(frame)
    twice, problems = schema.read(once)

    pd.testing.assert_frame_equal(once, twice)
    assert problems == []


def test_another_order_of_days_and_months_is_read_all_the_same():
    frame, _ = settled(80)
    schema, _ = infer(frame)
    american = frame.assign(
        loss_date=pd.to_datetime(frame.loss_date, dayfirst=True).dt.strftime("%m/%d/%Y")
    )

    assert schema.read(american)[0].loss_date.equals(schema.read(frame)[0].loss_date)


def test_a_settled_schema_reads_every_part_of_a_file_by_the_same_habits():
    frame, _ = settled(80)
    schema, _ = infer(frame)
    first = frame.head(3).assign(loss_date="12/31/2024", amount="1,5")
    later = frame.tail(1).assign(loss_date="03/04/2024", amount="1,500")

    facts, problems = schema.settled(first).read(later)

    assert facts.loss_date.dt.month.tolist() == [3]
    assert facts.amount.tolist() == [1500.0]
    assert problems == []
    assert schema.read(later)[0].loss_date.dt.month.tolist() == [4]


def test_a_frame_that_lacks_a_column_settles_nothing():
    frame, _ = settled(40)
    schema, _ = infer(frame)

    with pytest.raises(BadFile, match="needs the column cause"):
        schema.settled(frame.drop(columns="cause"))


def test_extra_columns_are_ignored_and_missing_ones_named():
    frame, _ = settled(40)
    schema, _ = infer(frame)

    facts, _ = schema.read(frame.assign(extra=1))

    assert list(facts.columns) == schema.names
    with pytest.raises(BadFile, match="needs the columns cause, amount, which"):
        schema.read(frame.drop(columns=["amount", "cause"]))


def test_a_column_that_occurs_twice_is_refused():
    frame, _ = settled(40)
    schema, _ = infer(frame)
    twice = pd.concat([frame, frame[["amount"]]], axis=1)

    with pytest.raises(BadFile, match="amount occurs twice"):
        schema.read(twice)


def test_names_become_labels_for_people():
    assert humanise("days_to_report") == "Days to report"
    assert humanise("PastNumberOfClaims") == "Past number of claims"
    assert humanise("shared_VIN") == "Shared vin"
    assert humanise("###") == "###"


def test_titles_replace_labels():
    frame, _ = settled(40)

    schema, _ = infer(frame, titles={"amount": "Amount claimed (GBP)"})

    labels = {f.name: f.label for f in schema.features}
    assert labels["amount"] == "Amount claimed (GBP)"
    assert labels["loss_date"] == "Loss date"
