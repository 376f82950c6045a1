import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ml.arrays import Floats, Longs
from app.ml.search import Neighbours, Search


def brute(references: Floats, queries: Floats, k: int, skip: Longs | None = None) -> Neighbours:
    squared = np.array([np.einsum("ij,ij->i", references - q, references - q) for q in queries])
    if skip is not None:
        squared[np.arange(len(queries)), skip] = np.inf
    order = np.argsort(squared, axis=1, kind="stable")[:, :k]
    return Neighbours(np.take_along_axis(squared, order, 1), order)


def assert_same(found: Neighbours, expected: Neighbours) -> None:
    assert np.array_equal(found.places, expected.places)
    assert np.array_equal(found.squared, expected.squared)


@settings(max_examples=80, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    shape=st.tuples(st.integers(1, 400), st.integers(1, 9)),
    offset=st.sampled_from([0.0, 1.0, -1e6, 1e9]),
    scale=st.sampled_from([1e-12, 1.0, 1e12]),
    coarse=st.booleans(),
    part=st.floats(0, 1),
)
def test_the_search_equals_brute_force_in_float64(seed, shape, offset, scale, coarse, part):
    rng = np.random.default_rng(seed)
    references = rng.normal(size=shape)
    references = (np.round(references) if coarse else references) * scale + offset
    near = references[rng.integers(0, shape[0], 20)]
    queries = np.concatenate([near, rng.normal(size=(7, shape[1])) * scale])
    k = 1 + round(part * (shape[0] - 1))

    found = Search(references).nearest(queries, k)

    assert_same(found, brute(references, queries, k))


def test_more_references_than_a_tile_give_the_same_as_brute_force():
    rng = np.random.default_rng(1)
    references = rng.normal(size=(20_000, 12)) + 1e5
    queries = rng.normal(size=(300, 12)) + 1e5

    found = Search(references).nearest(queries, 15)

    assert_same(found, brute(references, queries, 15))


def test_sorted_references_do_not_fool_the_sampled_bound():
    references = np.sort(np.random.default_rng(2).normal(size=(9000, 1)), axis=0)
    queries = references[[0, 1, 4500, 8999]]

    found = Search(references).nearest(queries, 40)

    assert_same(found, brute(references, queries, 40))


def test_a_single_outlier_does_not_cost_exactness():
    references = np.random.default_rng(3).normal(size=(500, 4))
    references[7] = 1e12

    found = Search(references).nearest(references[:50], 5)

    assert_same(found, brute(references, references[:50], 5))


def test_a_query_beyond_single_precision_is_answered_exactly():
    references = np.random.default_rng(4).normal(size=(300, 3))
    queries = np.full((2, 3), 1e60)

    found = Search(references).nearest(queries, 4)

    assert_same(found, brute(references, queries, 4))


def test_two_clusters_far_apart_are_told_apart_within():
    rng = np.random.default_rng(5)
    references = rng.normal(size=(2000, 6)) + np.where(np.arange(2000) % 2, 1e7, -1e7)[:, None]

    found = Search(references).nearest(references[:64], 9)

    assert_same(found, brute(references, references[:64], 9))


def test_equal_distances_are_ordered_by_place():
    references = np.zeros((6000, 2))

    found = Search(references).nearest(np.zeros((3, 2)), 10)

    assert found.places.tolist() == [list(range(10))] * 3


def test_a_reference_to_skip_is_left_out_alone():
    references = np.random.default_rng(6).integers(0, 3, size=(200, 3)).astype(float)
    everyone = np.arange(200)

    found = Search(references).nearest(references, 7, skip=everyone)

    assert_same(found, brute(references, references, 7, skip=everyone))
    assert not (found.places == everyone[:, None]).any()


@pytest.mark.parametrize("rows", [150, 5000, 9000])
def test_whole_numbers_need_no_second_ranking(rows):
    rng = np.random.default_rng(7)
    references = rng.integers(-(2**15), 2**15, size=(rows, 20)).astype(float)
    queries = rng.integers(-(2**19), 2**19, size=(150, 20)) / 16

    found = Search(references, whole=True).nearest(queries, 30)

    assert_same(found, brute(references, queries, 30))


def test_the_answer_does_not_depend_on_the_batch():
    rng = np.random.default_rng(8)
    references, queries = rng.normal(size=(5000, 8)), rng.normal(size=(400, 8))
    search = Search(references)

    together = search.nearest(queries, 12)
    alone = [search.nearest(queries[i : i + 1], 12) for i in range(40)]

    for i, found in enumerate(alone):
        assert np.array_equal(found.squared[0], together.squared[i])
        assert np.array_equal(found.places[0], together.places[i])
