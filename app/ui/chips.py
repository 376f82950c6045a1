"""Small rounded words: states and risks, and keys drawn as keys."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui import fonts, theme
from app.ui.painting import (
    BANDS,
    Shape,
    band,
    chip_width,
    draw_chip,
    draw_keycap,
    keycap_width,
    risk_words,
)
from app.ui.tokens import Tone
from app.words import say

HEIGHT = 22


class Chip(QLabel):
    """A word in its tone, with a shape where colour alone would carry meaning."""

    def __init__(self, text: str = "", tone: Tone = "neutral", shape: Shape | None = None) -> None:
        super().__init__(text)
        self._tone, self._shape = tone, shape
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, tone: Tone = "neutral", shape: Shape | None = None) -> None:
        """Say something else, in another tone."""
        self._tone, self._shape = tone, shape
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self.text(), shape=self._shape) + 0.5), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chip(painter, QRectF(self.rect()), self.text(), self._tone, shape=self._shape)


class RiskChip(Chip):
    """Risk as shape, word, number and colour together."""

    def show_score(self, score: float | None, *, words: bool = False) -> None:
        """Show *score* of 0 to 100, or that there is none; *words* leaves the number out."""
        if score is None:
            self.show_text(say("Not scored"))
        else:
            tone = band(score)
            name, shape = BANDS[tone]
            self.show_text(
                say("{name} risk", name=name) if words else f"{name}  {score:.0f}", tone, shape
            )
        self.setAccessibleName(risk_words(score))


class Keycap(QLabel):
    """A key drawn as a small key."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Key {keys}", keys=keys))
        self.setFont(fonts.font(fonts.NOTE, fonts.STRONG))

    def sizeHint(self) -> QSize:
        return QSize(keycap_width(self.text()), 18)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_keycap(
            painter,
            self.text(),
            QRectF(self.rect()),
            ink=theme.color("text2"),
            edge=theme.color("border_strong"),
            fill=theme.color("surface"),
        )
