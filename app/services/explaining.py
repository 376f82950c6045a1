"""Why a score is what it is: as it was stored, or made from its receipt when it is asked for."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Any

from app.errors import BadModel, Invalid
from app.models import Score
from app.services.model_store import Bundles

KEPT = 64


class Explainer:
    """Explains scores; the last ones that were made are kept.

    Scores that were recorded by the hundred have no explanation. Their receipt holds the facts
    that the model read and its seal, and of these the explanation is a pure function.
    """

    def __init__(self, bundles: Bundles) -> None:
        self._bundles = bundles
        self._made: OrderedDict[int, Mapping[str, Any]] = OrderedDict()
        self._making = Lock()

    def of(self, score: Score) -> Mapping[str, Any]:
        """Return the explanation, empty where its model cannot be had any more."""
        if score.explanation:
            return score.explanation
        with self._making:
            if score.id not in self._made:
                self._made[score.id] = self._explained(score.receipt)
            self._made.move_to_end(score.id)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
            return self._made[score.id]

    def _explained(self, receipt: Mapping[str, Any]) -> Mapping[str, Any]:
        from pandas import DataFrame

        from app.services.telling import receipt_of

        told, seal = receipt.get("features"), receipt.get("model_sha256")
        if not told or not seal:
            return {}
        try:
            model = self._bundles.model(seal)
            judged = model.judge(DataFrame([told], dtype=object), explain=True)
        except (BadModel, Invalid):
            return {}
        made: Mapping[str, Any] = receipt_of(judged, 0)["explanation"]
        return made


def explanation_of(score: Score | None, explainer: Explainer | None) -> Mapping[str, Any]:
    """Return the explanation of a score, as far as there is somebody to make it."""
    if score is None:
        return {}
    return explainer.of(score) if explainer else score.explanation
