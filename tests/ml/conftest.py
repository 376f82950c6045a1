import pytest

from app.ml import TriageModel, train
from tests.ml.settled import settled


@pytest.fixture(scope="session")
def small_model() -> TriageModel:
    """A model of 400 claims: four leaves, no pairs."""
    frame, labels = settled(400)
    return train(frame, labels, ids=[f"claim-{i}" for i in range(len(frame))])


@pytest.fixture(scope="session")
def model() -> TriageModel:
    """A model of 3,100 claims: eight leaves, pairs where they help."""
    frame, labels = settled(3100)
    return train(frame, labels)
