import numpy as np
import pandas as pd

from app.ml.archive import archived
from app.ml.schema import infer
from tests.ml.settled import settled


def test_every_value_comes_back_as_it_was_read(small_model):
    facts, _ = small_model.schema.facts(settled(400)[0])

    back = small_model.archive.facts(small_model.schema)

    assert list(back) == list(facts)
    for name, column in facts.items():
        assert back[name].dtype == column.dtype
        assert back[name].tolist() == column.tolist() or np.array_equal(
            back[name], column, equal_nan=True
        )


def test_single_claims_can_be_taken_out(small_model):
    every = small_model.archive.facts(small_model.schema)

    some = small_model.archive.facts(small_model.schema, np.array([7, 3]))

    assert some["cause"].tolist() == [every["cause"][7], every["cause"][3]]


def test_missing_values_of_every_kind_come_back_missing():
    frame = pd.DataFrame(
        {
            "amount": ["1.5", "", "2"] * 20,
            "day": ["2024-01-05", "", "2024-02-05"] * 20,
            "cause": ["fire", "", "theft"] * 20,
            "seen": ["yes", "", "no"] * 20,
        }
    )
    schema, _ = infer(frame)
    facts, _ = schema.facts(frame)

    back = archived(schema, facts).facts(schema)

    assert all(pd.isna(column[1]) for column in back.values())
    assert back["amount"][2] == 2.0
    assert back["day"][2] == np.datetime64("2024-02-05")
    assert (back["cause"][2], back["seen"][2]) == ("theft", "no")
