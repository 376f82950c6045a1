"""The engine: facts in, judgement out; it knows no claim table, no database and no window."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.ml.compute import Compute
    from app.ml.evaluation import evaluate
    from app.ml.judgements import Judgements
    from app.ml.knn import KNN
    from app.ml.model import TriageModel
    from app.ml.training import train

__all__ = ["KNN", "Compute", "Judgements", "TriageModel", "evaluate", "train"]

_HOMES = {
    "KNN": "knn",
    "Compute": "compute",
    "Judgements": "judgements",
    "TriageModel": "model",
    "evaluate": "evaluation",
    "train": "training",
}


def __getattr__(name: str) -> Any:
    """Load the part that holds *name* on first use, so that scoring never waits for fitting."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
