"""A painted chart that is read by keyboard: arrows walk over its points, which are spoken."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.charts import Chart, Point, Series
from app.ui import fonts, theme
from app.ui.charts.plane import INKS, Plane, draw_plane
from app.ui.painting import draw_focus
from app.words import say

HEIGHT, RATIO, NEAR = 236, 2.0, 18.0
_MOVES = {
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
}
_WIDEST, _FADED, _BAND = 44.0, 60, 40


class ChartView(QWidget):
    """Paints one chart; `pointed` tells the point that the person is at, in words."""

    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chart: Chart | None = None
        self._at: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(HEIGHT)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, and forget the point the person was at."""
        self.chart, self._at = chart, None
        self.setAccessibleName(say("{title}, chart", title=chart.title))
        self.setAccessibleDescription(chart.about if chart.drawn else chart.empty)
        self.update()

    def picture(self) -> QPixmap:
        """Return what the chart looks like, sharp enough to print, without focus or pointer."""
        picture = QPixmap(self.size() * RATIO)
        picture.setDevicePixelRatio(RATIO)
        picture.fill(theme.color("surface"))
        at, self._at = self._at, None
        painter = QPainter(picture)
        self._paint(painter)
        painter.end()
        self._at = at
        return picture

    def told(self) -> str:
        """Return the point the person is at, in words."""
        if self.chart is None or self._at is None:
            return ""
        series = self.chart.series[self._at[0]]
        return self.chart.told(series, series.points[self._at[1]])

    def _go(self, series: int, point: int) -> None:
        assert self.chart is not None  # noqa: S101 - keys and pointer act on what is shown
        drawn = [n for n, one in enumerate(self.chart.series) if one.points]
        if not drawn:
            return
        series = drawn[min(max(series, 0), len(drawn) - 1)] if series not in drawn else series
        last = len(self.chart.series[series].points) - 1
        at = (series, min(max(point, 0), last))
        if at != self._at:
            self._at = at
            self._say()

    def _say(self) -> None:
        told = self.told()
        self.setToolTip(told)
        self.pointed.emit(told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
        self.update()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chart = self.chart
        if chart is None:
            return
        if not chart.drawn:
            painter.setFont(fonts.font(fonts.SMALL))
            painter.setPen(theme.color("text3"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 0, -24, 0), flags, chart.empty)
            return
        plane = Plane.of(chart, QRectF(self.rect()))
        draw_plane(painter, plane)
        floors: dict[float, float] = {}
        bars = [series for series in chart.series if series.style == "bars"]
        for series in chart.series:
            if series.style == "bars":
                place = bars.index(series), 1 if chart.stacked else len(bars)
                _draw_bars(painter, plane, series, place, floors)
            else:
                _draw_line(painter, plane, series)
        if self._at is not None:
            self._draw_mark(painter, plane)

    def _draw_mark(self, painter: QPainter, plane: Plane) -> None:
        assert self.chart is not None and self._at is not None  # noqa: S101, PT018 - painted only then
        point = self.chart.series[self._at[0]].points[self._at[1]]
        painter.setPen(QPen(theme.color("text3"), 1, Qt.PenStyle.DotLine))
        x = plane.x(point.x)
        painter.drawLine(QPointF(x, plane.where.y()), QPointF(x, plane.where.bottom()))
        painter.setPen(QPen(theme.color("surface"), 2))
        painter.setBrush(theme.color(INKS[self.chart.series[self._at[0]].ink]))
        painter.drawEllipse(plane.at(point.x, point.y), 5.5, 5.5)

    def sizeHint(self) -> QSize:
        return QSize(420, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk: right and left over points, up and down over series, Home and End to the ends."""
        key = Qt.Key(event.key())
        if self.chart is None or not self.chart.drawn:
            super().keyPressEvent(event)
        elif key in _MOVES:
            series, point = self._at or (0, -1)
            across, along = _MOVES[key]
            self._go(series + across, point + along)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            series = self._at[0] if self._at else 0
            self._go(series, 0 if key == Qt.Key.Key_Home else 1_000_000)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is nearest to the pointer."""
        super().mouseMoveEvent(event)
        if self.chart is None or not self.chart.drawn:
            return
        plane = Plane.of(self.chart, QRectF(self.rect()))
        found = _nearest(plane, event.position())
        if found:
            self._go(*found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _nearest(plane: Plane, where: QPointF) -> tuple[int, int] | None:
    within = plane.slot / 2 if plane.chart.labels else NEAR
    found = [
        (abs(plane.x(point.x) - where.x()), abs(plane.y(point.y) - where.y()), series, place)
        for series, one in enumerate(plane.chart.series)
        for place, point in enumerate(one.points)
    ]
    close = [row for row in found if row[0] <= within]
    return min(close)[2:] if close else None


def _draw_line(painter: QPainter, plane: Plane, series: Series) -> None:
    ink = theme.color(INKS[series.ink])
    if series.style == "line":
        _draw_band(painter, plane, series.points, ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2))
        painter.drawPolyline(QPolygonF([plane.at(p.x, p.y) for p in series.points]))
        return
    for point in series.points:
        if point.low is not None and point.high is not None:
            painter.setPen(QPen(ink, 1.5))
            painter.drawLine(plane.at(point.x, point.low), plane.at(point.x, point.high))
        painter.setPen(QPen(theme.color("surface"), 1.5))
        painter.setBrush(ink)
        painter.drawEllipse(plane.at(point.x, point.y), 4.5, 4.5)


def _draw_band(painter: QPainter, plane: Plane, points: tuple[Point, ...], ink: QColor) -> None:
    """Shade between the ends of the intervals of a line."""
    known = [p for p in points if p.low is not None and p.high is not None]
    if len(known) < 2 or len(known) < len(points):  # noqa: PLR2004 - a band has two ends
        return
    faded = QColor(ink)
    faded.setAlpha(_BAND)
    upper = [plane.at(p.x, p.high or 0.0) for p in known]
    lower = [plane.at(p.x, p.low or 0.0) for p in reversed(known)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded)
    painter.drawPolygon(QPolygonF([*upper, *lower]))


def _draw_bars(
    painter: QPainter,
    plane: Plane,
    series: Series,
    place: tuple[int, int],
    floors: dict[float, float],
) -> None:
    """Draw bars beside those of the other series, or upon them where they are stacked."""
    number, beside = place
    slot = plane.slot if plane.chart.labels else plane.where.width() / max(len(series.points), 1)
    width = min(slot * 0.72 / beside, _WIDEST)
    shift = 0.0 if plane.chart.stacked else (number - (beside - 1) / 2) * width
    for point in series.points:
        low = floors.get(point.x, max(plane.bottom, 0.0))
        top = low + point.y if plane.chart.stacked else point.y
        if plane.chart.stacked:
            floors[point.x] = top
        x = plane.x(point.x) + shift - width / 2
        bar = QRectF(QPointF(x + 1, plane.y(top)), QPointF(x + width - 1, plane.y(low)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(INKS[series.ink]))
        painter.drawRoundedRect(bar, 2, 2)
        if point.low is not None and point.high is not None:
            painter.setPen(QPen(theme.color("text2"), 1.2))
            middle = x + width / 2
            ends = [QPointF(middle, plane.y(end)) for end in (point.low, point.high)]
            painter.drawLine(*ends)
            for end in ends:
                painter.drawLine(end - QPointF(3, 0), end + QPointF(3, 0))
