"""The two themes: legible in every pair that occurs, and switched while windows are open."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import fonts, icons
from app.ui import theme as themes
from app.ui.labels import Label
from app.ui.theme import Choice, Theme
from app.ui.tokens import (
    AVATAR_TEXT,
    AVATARS,
    DARK,
    LIGHT,
    PALETTES,
    Palette,
    Token,
)

ON_SURFACES = ("window", "surface", "sunken", "nav", "accent_soft", "hover")
TEXT_TOKENS = ("text", "text2", "text3")
TONES = ("high", "med", "low", "ok", "neutral")
PAIRS: list[tuple[str, str]] = [
    *((text, ground) for text in TEXT_TOKENS for ground in ON_SURFACES),
    *((f"{tone}_fg", f"{tone}_bg") for tone in TONES),
    *((f"{tone}_fg", ground) for tone in ("high", "med") for ground in ("surface", "window")),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("accent", "surface"),
    ("accent", "nav"),
    ("toast_text", "toast"),
    ("toast_accent", "toast"),
    ("brand_text", "brand_start"),
    ("brand_text", "brand_end"),
    ("brand_text2", "brand_start"),
    ("brand_text2", "brand_end"),
]
MARKS: list[tuple[str, str]] = [
    *((f"{tone}_mk", f"{tone}_bg") for tone in ("high", "med", "low", "ok")),
    ("accent", "surface"),
    ("accent", "window"),
    ("ok_mk", "nav"),
    ("high_mk", "nav"),
]


def luminance(color: str) -> float:
    ink = QColor(color)
    parts = (ink.redF(), ink.greenF(), ink.blueF())
    linear = [p / 12.92 if p <= 0.04045 else float(((p + 0.055) / 1.055) ** 2.4) for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_legible_on_its_ground(palette: Palette, text: Token, ground: Token):
    ratio = contrast(palette.colors[text], palette.colors[ground])

    assert ratio >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_stand_out_from_their_ground(palette: Palette, mark: Token, ground: Token):
    ratio = contrast(palette.colors[mark], palette.colors[ground])

    assert ratio >= 3


@pytest.mark.parametrize("ground", AVATARS)
def test_initials_are_legible_on_every_disc(ground: str):
    assert contrast(AVATAR_TEXT, ground) >= 4.5


def test_both_themes_name_the_same_colours():
    assert set(LIGHT.colors) == set(DARK.colors)


def test_switching_the_theme_repaints_labels_that_are_open(qtbot: QtBot, theme: Theme):
    label = Label("Received", ink="text2")
    qtbot.addWidget(label)
    label.show()

    theme.choose(Choice.DARK)

    shown = label.palette().color(QPalette.ColorRole.WindowText)
    assert shown == QColor(DARK.colors["text2"])
    assert themes.current() is DARK


def test_toggling_goes_to_the_other_theme_and_tells_it(qtbot: QtBot, theme: Theme):
    with qtbot.waitSignal(theme.changed):
        theme.toggle()

    assert (themes.current(), theme.choice) == (DARK, Choice.DARK)


def test_the_choice_is_remembered(qapp: QApplication, tmp_path):
    settings = QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat)
    Theme(qapp, settings).choose(Choice.DARK)

    again = Theme(qapp, settings)

    assert again.choice is Choice.DARK


def test_a_stored_choice_that_means_nothing_follows_the_system(qapp: QApplication, tmp_path):
    settings = QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat)
    settings.setValue("theme", "mauve")

    assert Theme(qapp, settings).choice is Choice.SYSTEM


@pytest.mark.usefixtures("theme")
def test_tabular_digits_are_of_one_width():
    metrics = QFontMetricsF(fonts.font(tabular=True))

    widths = {metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}

    assert len(widths) == 1


@pytest.mark.usefixtures("theme")
def test_heavier_text_is_wider_so_the_weight_really_comes_from_the_font():
    widths = [
        QFontMetricsF(fonts.font(weight=w)).horizontalAdvance("claims") for w in (400, 550, 650)
    ]

    assert widths == sorted(set(widths))


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_is_drawn_in_its_tint_at_the_ratio_of_the_screen(ratio: float):
    picture = icons.pixmap("square", "#ff0000", 16, ratio)

    image = picture.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inks = {(p.red() > 250, p.green() < 5) for p in pixels if p.alpha() > 128}

    assert image.width() == 16 * ratio
    assert inks == {(True, True)}
