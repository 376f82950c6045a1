import pytest
from sklearn.utils.estimator_checks import check_estimator

from app.ml import KNN


@pytest.mark.filterwarnings("ignore:Can't check dok sparse matrix:UserWarning")
@pytest.mark.parametrize("regression", [True, False])
def test_it_is_an_estimator_as_scikit_learn_wants_them(regression):
    results = check_estimator(KNN(k=3, regression=regression), on_skip=None, on_fail="raise")

    assert len(results) > 40
    assert {result["status"] for result in results} <= {"passed", "skipped"}


def test_a_new_estimator_is_as_specified():
    estimator = KNN()

    assert (estimator.k, estimator.regression) == (1, True)
    assert estimator.X_train is None
    assert estimator.y_train is None


def test_what_was_learned_cannot_be_changed():
    estimator = KNN().fit([[0.0], [1.0]], [5.0, 7.0])
    rows, targets = estimator.X_train, estimator.y_train

    assert rows is not None
    assert targets is not None
    assert (rows.tolist(), targets.tolist()) == ([[0.0], [1.0]], [5.0, 7.0])
    with pytest.raises(ValueError, match="read-only"):
        rows[0, 0] = 9
    with pytest.raises(AttributeError):
        setattr(estimator, "X_train", targets)  # noqa: B010 - a type checker forbids it openly


def test_a_regression_gives_the_mean_of_the_nearest():
    estimator = KNN(k=2).fit([[0.0], [1.0], [10.0]], [1.0, 2.0, 50.0])

    assert estimator.predict([[0.4]]).tolist() == [1.5]


def test_a_classification_gives_the_majority_and_its_share():
    estimator = KNN(k=3, regression=False).fit([[0.0], [1.0], [2.0], [9.0]], ["a", "b", "b", "a"])

    assert estimator.predict([[0.0]]).tolist() == ["b"]
    assert estimator.predict_proba([[0.0]])[0] == pytest.approx([1 / 3, 2 / 3])


def test_neighbours_come_with_their_distances_nearest_first():
    estimator = KNN(k=2).fit([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]], [0.0, 1.0, 2.0])

    distances, places = estimator.kneighbors([[0.0, 0.0]])

    assert distances.tolist() == [[0.0, 5.0]]
    assert places.tolist() == [[0, 1]]


def test_a_regression_has_no_probabilities():
    assert not hasattr(KNN(regression=True), "predict_proba")
    assert hasattr(KNN(regression=False), "predict_proba")


def test_fewer_than_one_neighbour_is_refused():
    with pytest.raises(ValueError, match="k must be at least 1"):
        KNN(k=0).fit([[0.0]], [1.0])
