"""Painters of plain table cells: words, figures, chips and people, by column."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.ui import fonts
from app.ui.painting import chip_width, draw_avatar, draw_chip, draw_text
from app.ui.sheet import Cell, write
from app.ui.tokens import Token, Tone

Texts = Callable[[Any], Sequence[str]]


def words(texts: Texts, column: int, *, ink: Token = "text2", right: bool = False) -> Cell:
    """Return what writes one column of *texts*."""

    def cell(painter: QPainter, row: Any, where: QRectF) -> None:
        write(painter, texts(row)[column], where, ink, right=right)

    return cell


def strong(texts: Texts, column: int) -> Cell:
    """Return what writes one column with weight."""

    def cell(painter: QPainter, row: Any, where: QRectF) -> None:
        painter.setFont(fonts.font(weight=fonts.STRONG, tabular=True))
        draw_text(painter, texts(row)[column], where, "text")

    return cell


def chip(texts: Texts, column: int, tone: Callable[[Any], Tone]) -> Cell:
    """Return what draws one column as a chip, or nothing where it says nothing."""

    def cell(painter: QPainter, row: Any, where: QRectF) -> None:
        text = texts(row)[column]
        if text:
            width = min(chip_width(text), where.width())
            place = QRectF(where.x(), where.center().y() - 11, width, 22)
            draw_chip(painter, place, text, tone(row))

    return cell


def person(texts: Texts, column: int, *, nobody: str = "Precedent") -> Cell:
    """Return what draws a person's disc and name; *nobody* acts where there is no person."""

    def cell(painter: QPainter, row: Any, where: QRectF) -> None:
        name = texts(row)[column]
        if name and name != nobody:
            draw_avatar(painter, name, QRectF(where.x(), where.center().y() - 10, 20, 20))
            where = where.adjusted(28, 0, 0, 0)
        write(painter, name, where, "text2")

    return cell
