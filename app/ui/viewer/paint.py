"""Draws pages with what was found, chosen and marked on them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from app.services.pages.page import Box
from app.ui import fonts, icons, theme
from app.ui.tokens import PAPER, PAPER_TEXT, Token
from app.ui.viewer.pointer import Mark

if TYPE_CHECKING:
    from app.ui.viewer.pages import PageView

_SOFT, _STRONG, _CHOSEN = 70, 130, 60


def draw_pages(painter: QPainter, view: "PageView", offset: QPoint) -> None:
    """Draw what is seen of a document through *view*, which is scrolled by *offset*."""
    painter.fillRect(view.viewport().rect(), theme.color("sunken"))
    painter.translate(-QPointF(offset))
    for page in view.visible_pages():
        rect = view.layout_of.rects[page]
        painter.fillRect(rect.adjusted(-1, -1, 1, 1), theme.color("border_strong"))
        painter.fillRect(rect, theme.named(PAPER))
        _draw_picture(painter, view, page, rect)
        _draw_marks(painter, view, page)
        _draw_places(painter, view, page)
        _draw_chosen(painter, view, page)
        _draw_hidden(painter, view, page)
    if view.area:
        _draw_area(painter, view.area.rect())


def _draw_picture(painter: QPainter, view: "PageView", page: int, rect: QRect) -> None:
    feed = view.feed
    if feed is None:
        return
    broken = feed.broken.get(page)
    painted = feed.pictures.get(page) or feed.thumbs.get(page)
    if broken:
        _tell(painter, rect, broken)
    elif painted:
        draw_turned(painter, painted.image, QRectF(rect), view.turn, view.devicePixelRatioF())


def draw_turned(
    painter: QPainter, image: QImage, where: QRectF, turn: int, ratio: float = 1.0
) -> None:
    """Draw *image* into *where*, turned by quarters, pixel for pixel where it fits."""
    if turn % 4 == 0 and abs(image.width() / ratio - where.width()) <= 1:
        image.setDevicePixelRatio(ratio)
        painter.save()
        painter.setClipRect(where)
        painter.drawImage(where.topLeft(), image)
        painter.restore()
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(where.center())
    painter.rotate(90 * turn)
    lying = turn % 2
    wide, high = where.width(), where.height()
    target = QRectF(0, 0, high if lying else wide, wide if lying else high)
    target.moveCenter(QPointF(0, 0))
    painter.drawImage(target, image, QRectF(0, 0, image.width(), image.height()))
    painter.restore()


def _tell(painter: QPainter, rect: QRect, message: str) -> None:
    painter.setFont(fonts.font(fonts.BODY))
    painter.setPen(theme.named(PAPER_TEXT))
    wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(QRectF(rect).adjusted(24, 24, -24, -24), int(wrap), message)


def _draw_marks(painter: QPainter, view: "PageView", page: int) -> None:
    for mark in view.marks:
        if mark.page != page or mark.hides:
            continue
        for box in mark.boxes:
            _draw_mark(painter, view, mark, box)
        if mark.noted:
            boxes = mark.boxes
            corner = view.layout_of.place(page, boxes[-1]).topRight() if boxes else None
            at = corner or QPointF(view.layout_of.rects[page].topRight() + QPoint(-26, 18))
            icons.draw(painter, "message-square-text", "accent", at.x() + 2, at.y() - 10)


def _draw_mark(painter: QPainter, view: "PageView", mark: Mark, box: Box) -> None:
    where = view.layout_of.place(mark.page, box)
    painter.fillRect(where, _clear(_ink(mark), _SOFT))
    if mark.key == view.chosen_mark:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRect(where.adjusted(-1, -1, 1, 1))


def _draw_hidden(painter: QPainter, view: "PageView", page: int) -> None:
    """Draw what a redacted copy will hide over everything else, as black as it will be."""
    for mark in view.marks:
        if mark.page == page and mark.hides:
            for box in mark.boxes:
                painter.fillRect(view.layout_of.place(page, box), QColor(Qt.GlobalColor.black))


def _ink(mark: Mark) -> Token:
    return "text3" if mark.tone == "neutral" else theme.tone(mark.tone, "mk")


def _draw_places(painter: QPainter, view: "PageView", page: int) -> None:
    for number, (where, boxes) in enumerate(view.feed.places if view.feed else ()):
        if where == page:
            strong = number == view.place
            ink = _clear("high_mk" if strong else "med_mk", _STRONG if strong else _SOFT)
            for box in boxes:
                painter.fillRect(view.layout_of.place(page, box).adjusted(-1, -1, 1, 1), ink)


def _draw_chosen(painter: QPainter, view: "PageView", page: int) -> None:
    if view.selection and view.feed:
        for box in view.selection.boxes(page, view.feed.words):
            painter.fillRect(view.layout_of.place(page, box), _clear("accent", _CHOSEN))


def _draw_area(painter: QPainter, where: QRectF) -> None:
    painter.fillRect(where, _clear("accent", _CHOSEN))
    painter.setPen(QPen(theme.color("accent"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(where)


def _clear(token: Token, alpha: int) -> QColor:
    ink = QColor(theme.color(token))
    ink.setAlpha(alpha)
    return ink
