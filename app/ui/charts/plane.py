"""The plane of a chart: where values lie on it, its grid, its ticks and its legend."""

from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from app.services.charts import Axis, Chart, Ink, written
from app.ui import fonts, theme
from app.ui.painting import draw_text
from app.ui.tokens import Token
from app.words import fill

LEFT, RIGHT, TOP, BOTTOM, LEGEND = 50, 14, 10, 42, 22
TICKS = 4
INKS: dict[Ink, Token] = {
    "accent": "accent",
    "muted": "border_strong",
    "high": "high_mk",
    "med": "med_mk",
    "low": "low_mk",
    "ok": "ok_mk",
}
_STEPS = (1, 2, 2.5, 5, 10)
_ROOM = 1.02
_LABEL = 40
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LABELLED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Plane:
    """Maps values of a chart into *where*."""

    chart: Chart
    where: QRectF
    left: float
    right: float
    bottom: float
    top: float

    @classmethod
    def of(cls, chart: Chart, rect: QRectF) -> "Plane":
        """Fit the chart into the widget's ground."""
        legend = LEGEND if len(chart.series) > 1 else 0
        where = rect.adjusted(LEFT, TOP + legend, -RIGHT, -BOTTOM)
        points = [point for series in chart.series for point in series.points]
        if chart.labels:
            left, right = -0.5, len(chart.labels) - 0.5
        else:
            zero = [] if chart.x.form == "day" and points else [0.0]
            left = min([*zero, *(p.x for p in points)])
            right = chart.x.top or _end(chart.x, max((p.x for p in points), default=1.0) or 1.0)
        bottom = min([0.0, *(p.low if p.low is not None else p.y for p in points)])
        highest = max([_most(chart), chart.level or 0.0]) * _ROOM or 1.0
        return cls(chart, where, left, right, bottom, chart.y.top or _end(chart.y, highest))

    def x(self, value: float) -> float:
        """Return where a value of x lies."""
        span = self.right - self.left or 1.0
        return self.where.x() + (value - self.left) / span * self.where.width()

    def y(self, value: float) -> float:
        """Return where a value of y lies; what is beyond the axis lies at its end."""
        span = self.top - self.bottom or 1.0
        share = min(max((value - self.bottom) / span, 0.0), 1.0)
        return self.where.bottom() - share * self.where.height()

    def at(self, x: float, y: float) -> QPointF:
        """Return where a point lies."""
        return QPointF(self.x(x), self.y(y))

    @property
    def slot(self) -> float:
        """Return how wide the place of one label is."""
        return self.where.width() / max(len(self.chart.labels), 1)


def draw_plane(painter: QPainter, plane: Plane) -> None:
    """Draw grid, ticks, titles, legend and the lines to compare with."""
    chart = plane.chart
    painter.setFont(fonts.font(fonts.NOTE, tabular=True))
    for step in range(TICKS + 1):
        value = plane.bottom + (plane.top - plane.bottom) * step / TICKS
        y = plane.y(value)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(plane.where.x(), y), QPointF(plane.where.right(), y))
        place = QRectF(plane.where.x() - LEFT, y - 8, LEFT - 8, 16)
        draw_text(painter, _tick(value, chart.y), place, "text3", right=True)
    _draw_x(painter, plane)
    painter.setPen(QPen(theme.color("border_strong"), 1))
    floor_y = plane.y(max(plane.bottom, 0.0))
    painter.drawLine(QPointF(plane.where.x(), floor_y), QPointF(plane.where.right(), floor_y))
    if not chart.labels:
        title = QRectF(plane.where.x(), plane.where.bottom() + 22, plane.where.width(), 16)
        painter.setPen(theme.color("text3"))
        painter.drawText(title, _CENTRE, chart.x.title)
    _draw_references(painter, plane)
    if len(chart.series) > 1:
        _draw_legend(painter, plane)


def _draw_x(painter: QPainter, plane: Plane) -> None:
    chart, y = plane.chart, plane.where.bottom() + 5
    if not chart.labels:
        for step in range(TICKS + 1):
            value = plane.left + (plane.right - plane.left) * step / TICKS
            place = QRectF(plane.x(value) - 45, y, 90, 16)
            painter.setPen(theme.color("text3"))
            painter.drawText(_inside(place, plane.where), _CENTRE, _tick(value, chart.x))
        return
    every = max(1, ceil(_LABEL / plane.slot))
    painter.setPen(theme.color("text3"))
    for number in range(0, len(chart.labels), every):
        width = plane.slot * every - 4
        words = QRectF(plane.x(number) - width / 2, y, width, 2 * 14)
        painter.drawText(words, _LABELLED, chart.labels[number])


def _draw_references(painter: QPainter, plane: Plane) -> None:
    painter.setPen(QPen(theme.color("text3"), 1, Qt.PenStyle.DashLine))
    if plane.chart.level is not None:
        y = plane.y(plane.chart.level)
        painter.drawLine(QPointF(plane.where.x(), y), QPointF(plane.where.right(), y))
    if plane.chart.even:
        end = min(plane.right, plane.top)
        painter.drawLine(plane.at(0, 0), plane.at(end, end))


def _draw_legend(painter: QPainter, plane: Plane) -> None:
    x, y = plane.where.x(), plane.where.y() - LEGEND - 4
    metrics = QFontMetrics(painter.font())
    for series in plane.chart.series:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(INKS[series.ink]))
        painter.drawRoundedRect(QRectF(x, y + 5, 10, 10), 3, 3)
        width = metrics.horizontalAdvance(series.name)
        draw_text(painter, series.name, QRectF(x + 15, y, width + 2, 20), "text2")
        x += width + 33


def _most(chart: Chart) -> float:
    """Return how high the highest of what is drawn reaches."""
    if chart.stacked:
        heights: dict[float, float] = {}
        for series in chart.series:
            for point in series.points:
                heights[point.x] = heights.get(point.x, 0.0) + point.y
        return max(heights.values(), default=1.0)
    tops = [p.high if p.high is not None else p.y for s in chart.series for p in s.points]
    return max(tops, default=1.0)


def _end(axis: Axis, highest: float) -> float:
    """Return where an axis ends; no share is above one, and days are not rounded."""
    if axis.form == "day":
        return highest
    end = _rounded(highest)
    return min(end, 1.0) if axis.form == "percent" and highest <= _ROOM else end


def _rounded(highest: float) -> float:
    """Return the next number above that divides into plain ticks."""
    unit = 10.0 ** floor(log10(highest / TICKS))
    return next(step * unit * TICKS for step in _STEPS if step * unit * TICKS >= highest * 0.999)


def _tick(value: float, axis: Axis) -> str:
    if axis.form == "percent":
        return fill("{value:.3g}%", value=100 * value)
    if axis.form == "day":
        return written(value, axis.form).rpartition(" ")[0]
    return fill("{value:,.3g}", value=value) if axis.form == "number" else written(value, axis.form)


def _inside(place: QRectF, where: QRectF) -> QRectF:
    """Keep a tick's words from being cut at the right edge of the plane."""
    over = place.right() - (where.right() + RIGHT)
    return place.translated(-over, 0) if over > 0 and place.width() > 2 * RIGHT else place
