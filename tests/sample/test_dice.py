"""Chance that tells the same story everywhere."""

from collections import Counter
from itertools import pairwise
from statistics import median

from app.sample.dice import Deck, Dice


def test_a_seed_gives_these_draws_on_every_version_of_python():
    dice = Dice(7)

    assert [dice.randrange(1000) for _ in range(3)] == [331, 970, 154]
    assert dice.digits(6) == "414002"
    assert round(dice.around(100, 0.5), 6) == 114.978681
    assert dice.weighted({"a": 1.0, "b": 3.0}) == "b"
    assert dice.sample(range(10), 3) == [5, 0, 3]


def test_weights_are_kept():
    dice = Dice(1)

    drawn = Counter(dice.weighted({"often": 9.0, "rarely": 1.0}) for _ in range(2000))

    assert 0.87 < drawn["often"] / 2000 < 0.93


def test_amounts_lie_around_their_median_and_are_never_below_zero():
    dice = Dice(2)

    drawn = [dice.around(500, 0.6) for _ in range(2001)]

    assert 450 < median(drawn) < 550
    assert min(drawn) > 0


def test_a_small_count_has_about_its_mean():
    dice = Dice(3)

    assert 0.4 < sum(dice.few(0.5) for _ in range(2000)) / 2000 < 0.6


def test_digits_keep_their_length():
    dice = Dice(4)

    assert {len(dice.digits(3)) for _ in range(300)} == {3}


def test_a_deck_deals_every_card_before_any_returns_and_never_one_twice_in_a_row():
    deck = Deck("abcd", Dice(5))

    dealt = [next(deck) for _ in range(400)]

    assert all(a != b for a, b in pairwise(dealt))
    assert all(sorted(dealt[start : start + 4]) == list("abcd") for start in range(0, 400, 4))


def test_a_deck_of_one_card_deals_it_again_and_again():
    deck = Deck(["only"], Dice(6))

    assert [next(deck), next(deck)] == ["only", "only"]
