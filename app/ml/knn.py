"""The nearest-neighbour estimator, exact and in the shape scikit-learn expects."""

from typing import Any, Self

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.metrics import accuracy_score, r2_score
from sklearn.utils import ClassifierTags, RegressorTags, Tags
from sklearn.utils.metaestimators import available_if
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data

from app.ml.arrays import Floats, Longs
from app.ml.search import Search


class KNN(BaseEstimator):  # type: ignore[misc]  # scikit-learn is untyped
    """Mean (regression) or majority (classification) of the *k* nearest rows.

    Neighbours are exact: distances are float64, ties go to the row that came first.
    """

    def __init__(self, k: int = 1, regression: bool = True) -> None:  # noqa: FBT002 - specified
        self.k = k
        self.regression = regression

    @property
    def X_train(self) -> Floats | None:  # noqa: N802 - specified name
        """Rows given to `fit`, (rows, columns) float64; None before."""
        return getattr(self, "_X", None)

    @property
    def y_train(self) -> np.ndarray | None:
        """Targets given to `fit`; None before."""
        return getattr(self, "_y", None)

    def fit(self, X: Any, y: Any) -> Self:
        """Keep the rows of *X* and their targets; raises ValueError if k is below 1."""
        X, y = validate_data(self, X, y, dtype=np.float64, multi_output=self.regression)
        if self.k < 1:
            raise ValueError(f"k must be at least 1, not {self.k}.")
        if not self.regression:
            check_classification_targets(y)
            self.classes_, self._places = np.unique(y, return_inverse=True)
        self._X, self._y = np.array(X), np.array(y)
        self._X.setflags(write=False)
        self._y.setflags(write=False)
        self._search = Search(self._X)
        return self

    def kneighbors(self, X: Any) -> tuple[Floats, Longs]:
        """Return distances, ascending, and row numbers of the nearest, both (rows of X, k)."""
        check_is_fitted(self, "_search")
        X = validate_data(self, X, dtype=np.float64, reset=False)
        found = self._search.nearest(X, min(self.k, len(self._X)))
        return np.sqrt(found.squared), found.places

    def predict(self, X: Any) -> np.ndarray:
        """Return the mean target of the nearest rows, or their most frequent class."""
        if not self.regression:
            shares = self.predict_proba(X)
            labels: np.ndarray = self.classes_[shares.argmax(1)]
            return labels
        _, index = self.kneighbors(X)
        mean: np.ndarray = self._y[index].mean(1)
        return mean

    @available_if(lambda self: not self.regression)  # type: ignore[untyped-decorator]
    def predict_proba(self, X: Any) -> Floats:
        """Return each class's share among the nearest rows, (rows of X, classes)."""
        _, index = self.kneighbors(X)
        votes = self._places[index][:, :, None] == np.arange(len(self.classes_))
        shares: Floats = votes.mean(1)
        return shares

    def score(self, X: Any, y: Any) -> float:
        """Return R² (regression) or accuracy (classification) of the predictions for *X*."""
        measure = r2_score if self.regression else accuracy_score
        return float(measure(y, self.predict(X)))

    def __sklearn_tags__(self) -> Tags:
        """Describe the estimator to scikit-learn."""
        tags = super().__sklearn_tags__()
        tags.estimator_type = "regressor" if self.regression else "classifier"
        tags.regressor_tags = RegressorTags() if self.regression else None
        tags.classifier_tags = None if self.regression else ClassifierTags()
        tags.target_tags.required = True
        tags.target_tags.multi_output = self.regression
        return tags
