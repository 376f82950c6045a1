"""The small pictures: they point where the numbers say, and say it in words too."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from app.codes import Outcome
from app.ui import theme as colors
from app.ui.claim.pictures import Nearest, RangeBar, Ruler
from app.ui.claim.score import ScoreCard
from app.ui.theme import Choice, Theme
from app.ui.tokens import Token
from tests.ui.views import a_factor, a_precedent, a_score

WIDTH = 308


def picture(widget: QWidget, width: int = WIDTH) -> QImage:
    widget.resize(width, widget.height())
    return widget.grab().toImage()


def columns_of(image: QImage, ink: Token, y: int) -> list[int]:
    """Return where on a line of the picture a colour of the theme stands."""
    wanted = colors.color(ink).rgb()
    return [x for x in range(image.width()) if QColor(image.pixel(x, y)).rgb() == wanted]


@pytest.mark.parametrize("score", [0, 1, 39.6, 40, 70, 87.2, 100])
def test_the_pointer_of_the_ruler_stands_at_the_score(theme: Theme, score: float):
    ruler = Ruler()
    ruler.show_score(score)

    found = columns_of(picture(ruler), "text", 12)

    assert found
    middle = (found[0] + found[-1]) / 2
    assert middle == pytest.approx(4 + (WIDTH - 8) * score / 100, abs=1.5)


def test_the_ruler_has_a_ground_for_each_band(theme: Theme):
    ruler = Ruler()
    ruler.show_score(99)
    image = picture(ruler)

    low, middle, high = (columns_of(image, ink, 12) for ink in ("low_bg", "med_bg", "high_bg"))

    assert max(low) < min(middle)
    assert max(middle) < min(high)
    assert len(low) > len(middle)


def test_the_nearest_claims_stand_in_order_of_distance(theme: Theme):
    nearest = Nearest()
    nearest.show_outcomes((Outcome.SUBSTANTIATED, Outcome.CLEARED, Outcome.CLEARED))
    image = picture(nearest)

    substantiated = columns_of(image, "high_mk", 13)
    cleared = columns_of(image, "ok_mk", 13)

    assert max(substantiated) < min(cleared)
    assert min(cleared) < WIDTH / 2 < max(cleared)


def test_one_precedent_alone_is_drawn_too(theme: Theme):
    nearest = Nearest()
    nearest.show_outcomes((Outcome.CLEARED,))

    assert columns_of(picture(nearest), "ok_mk", 11)


@pytest.mark.parametrize(
    ("position", "outside", "mark", "said"),
    [
        (0.05, True, "high_mk", "below the range"),
        (0.2, False, "low_mk", "inside the range"),
        (0.9, True, "high_mk", "above the range"),
        (1.7, True, "high_mk", "above the range"),
    ],
)
def test_a_fact_is_marked_where_it_lies_against_the_range(
    theme: Theme, position: float, outside: bool, mark: Token, said: str
):
    bar = RangeBar()
    bar.show_factor(a_factor(position=position, outside=outside))

    found = columns_of(picture(bar), mark, 10)

    middle = (found[0] + found[-1]) / 2
    assert middle == pytest.approx(7 + (WIDTH - 14) * min(position, 1), abs=2)
    assert said in bar.accessibleName()


def test_the_pictures_follow_the_theme(theme: Theme):
    ruler = Ruler()
    ruler.show_score(50)

    theme.choose(Choice.DARK)

    assert columns_of(picture(ruler), "text", 12)


def test_shape_and_word_tell_the_band_without_colour(theme: Theme):
    card = ScoreCard()
    told = []
    for score in (87, 55, 12):
        card.show_score(a_score(score=score), expected=True)
        told.append((card._chip.text(), card._chip._shape))

    assert told == [("High risk", "triangle"), ("Medium risk", "diamond"), ("Low risk", "circle")]


def test_a_percentage_does_not_break_across_lines(theme: Theme):
    card = ScoreCard()

    card.show_score(a_score(), expected=True)

    assert "87% of the vote" in card._sentence.text()


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (10, "10th"), (11, "11th")]
)
def test_the_last_of_the_nearest_is_counted(theme: Theme, number: int, said: str):
    card = ScoreCard()

    card.show_score(
        a_score(precedents=tuple(a_precedent(rank) for rank in range(number))), expected=True
    )

    assert card._last.text() == f"{said} closest"
