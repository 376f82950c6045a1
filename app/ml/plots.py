"""Pictures of a model card as SVG: text that any browser draws, with nothing else needed."""

from collections.abc import Sequence
from html import escape

import numpy as np

from app.ml.arrays import Bytes, Floats

_WIDTH, _HEIGHT = 460, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 40, 52
_INK, _PALE, _BLUE, _ORANGE = "#1f2933", "#d5dbe1", "#1f6feb", "#c2570c"
_TICKS = 5
_BINS = 10
_POINTS = 200
_TWO_DIGITS = 0.095
_LONGEST = 4
_STEP = 0.05
_LABELS, _BAR, _ROW = 190, 290, 22

Point = tuple[float, float]


def reliability(y: Bytes, probability: Floats) -> str:
    """Draw ten equal groups of claims: what was said against what came true, with counts."""
    parts = np.array_split(np.argsort(probability, kind="stable"), _BINS)
    points = [(float(probability[p].mean()), float(y[p].mean())) for p in parts]
    top = float(np.ceil(max(max(point) for point in points) / _STEP)) * _STEP or 1.0
    labels = [f"{100 * said:.1f}% said, {100 * true:.1f}% substantiated" for said, true in points]
    return _chart(
        f"Reliability, {len(y) // _BINS:,} claims a point",
        ("said", "substantiated"),
        (top, top),
        [
            _line([(0, 0), (1, 1)], _PALE, dashed=True),
            _line([(x / top, v / top) for x, v in points], _BLUE),
            *(_dot(x / top, v / top, t) for (x, v), t in zip(points, labels, strict=True)),
        ],
    )


def precision_recall(y: Bytes, scores: Floats) -> str:
    """Draw precision against recall, with the base rate."""
    order = np.argsort(-scores, kind="stable")
    found = np.cumsum(y[order])
    ends = np.flatnonzero(np.append(np.diff(scores[order]) != 0, [True]))
    points = [(found[i] / found[-1], found[i] / (i + 1)) for i in ends]
    rate = float(y.mean())
    return _chart(
        "Precision and recall",
        ("recall", "precision"),
        (1.0, 1.0),
        [_line([(0, rate), (1, rate)], _PALE, dashed=True), _line(_thinned(points), _BLUE)],
    )


def gains(y: Bytes, scores: Floats) -> str:
    """Draw the share of substantiated claims found against the share of claims reviewed."""
    order = np.argsort(-scores, kind="stable")
    found = np.cumsum(y[order]) / max(int(y.sum()), 1)
    points = [(0.0, 0.0), *((i / len(y), float(v)) for i, v in enumerate(found, 1))]
    marks = [(b, float(found[max(round(b * len(y)) - 1, 0)])) for b in (0.05, 0.1, 0.2)]
    dots = [_dot(b, v, f"{100 * v:.0f}% found in {100 * b:.0f}% of claims") for b, v in marks]
    chance = _line([(0, 0), (1, 1)], _PALE, dashed=True)
    return _chart(
        "Gains at review budget",
        ("reviewed", "found"),
        (1.0, 1.0),
        [chance, _line(_thinned(points), _BLUE), *dots],
    )


def bars(title: str, labels: Sequence[str], values: Sequence[float], *, limit: float) -> str:
    """Draw a bar for each label; those beyond *limit*, where a line stands, in another colour.

    No bar is longer than four times the limit; the figure beside it tells the rest.
    """
    top = min(max([*values, limit * 1.25]), limit * _LONGEST)
    unit = _BAR / top
    parts = []
    for row, (label, value) in enumerate(zip(labels, values, strict=True)):
        y, length = _TOP + _ROW * row, unit * min(value, top)
        colour = _ORANGE if value > limit else _BLUE
        bar = f'<rect x="{_LABELS}" y="{y}" width="{length:.1f}" height="14" fill="{colour}"/>'
        parts += [_text(_LABELS - 8, y + 12, label[:28], "end"), bar]
        parts.append(_text(_LABELS + length + 6, y + 12, f"{value:.3f}"))
    x, bottom = _LABELS + unit * limit, _TOP + _ROW * len(labels)
    parts.append(
        f'<line x1="{x:.1f}" y1="{_TOP - 6}" x2="{x:.1f}" y2="{bottom}" '
        f'stroke="{_INK}" stroke-dasharray="4 3"/>'
    )
    return _picture(title, _LABELS + _BAR + 60, bottom + 20, parts)


def _chart(title: str, axes: tuple[str, str], tops: tuple[float, float], marks: list[str]) -> str:
    """Draw *marks*, in units of the whole axes, on axes from 0 to *tops* in per cent."""
    parts = []
    for tick in range(_TICKS + 1):
        share = tick / _TICKS
        x, y = _place(share, share)
        parts += [
            (
                f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}" '
                f'stroke="{_PALE}" stroke-width=".6"/>'
            ),
            _text(x, _HEIGHT - _BOTTOM + 18, _percent(share * tops[0]), "middle"),
            _text(_LEFT - 8, y + 4, _percent(share * tops[1]), "end"),
        ]
    middle = _LEFT + (_WIDTH - _LEFT - _RIGHT) / 2
    parts.append(_text(middle, _HEIGHT - 12, axes[0], "middle"))
    parts.append(_text(_LEFT - 52, _TOP - 12, axes[1]))
    return _picture(title, _WIDTH, _HEIGHT, [*parts, *marks])


def _picture(title: str, width: int, height: int, parts: list[str]) -> str:
    return "\n".join(
        [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
                f'width="{width}" height="{height}" font-family="sans-serif" font-size="12" '
                f'role="img">'
            ),
            f"<title>{escape(title)}</title>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            (
                f'<text x="{width / 2:.0f}" y="20" text-anchor="middle" font-size="14" '
                f'font-weight="bold" fill="{_INK}">{escape(title)}</text>'
            ),
            *parts,
            "</svg>\n",
        ]
    )


def _place(x: float, y: float) -> Point:
    wide, high = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    return _LEFT + wide * x, _TOP + high * (1 - y)


def _line(points: Sequence[Point], colour: str, *, dashed: bool = False) -> str:
    path = " ".join("{:.1f},{:.1f}".format(*_place(*point)) for point in points)
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'


def _dot(x: float, y: float, told: str) -> str:
    across, down = _place(x, y)
    circle = f'<circle cx="{across:.1f}" cy="{down:.1f}" r="4" fill="{_BLUE}">'
    return f"{circle}<title>{escape(told)}</title></circle>"


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{_INK}">{escape(words)}</text>'
    )


def _percent(share: float) -> str:
    digits = 0 if share >= _TWO_DIGITS else 1
    return f"{100 * share:.{digits}f}%".replace(".0%", "%")


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Return points about evenly spaced from left to right."""
    across = np.array([x for x, _ in points])
    wanted = np.linspace(across[0], across[-1], _POINTS)
    chosen = np.unique(np.searchsorted(across, wanted).clip(0, len(points) - 1))
    return [points[i] for i in (0, *chosen, len(points) - 1)]
