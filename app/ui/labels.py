"""Text on screen: labels that keep their token when the theme changes."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui import fonts, theme
from app.ui.tokens import Token

_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class Label(QLabel):
    """A real text label in one of the family's sizes and one of the theme's tokens."""

    def __init__(
        self,
        text: str = "",
        size: int = fonts.BODY,
        weight: int = fonts.REGULAR,
        ink: Token = "text",
        *,
        tabular: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__(text)
        self._ink: Token = ink
        self._tint = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.font(size, weight, tabular=tabular))
        self.setWordWrap(wrap)
        self._restyle()

    def set_ink(self, ink: Token) -> None:
        """Write the text in another token from now on."""
        self._ink = ink
        self._restyle()

    def _restyle(self) -> None:
        tint = theme.current().colors[self._ink]
        if tint == self._tint:
            return
        self._tint = tint
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.named(tint))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._restyle()


class Elided(Label):
    """A one-line label that ends in an ellipsis where there is no room; its name stays whole."""

    def __init__(
        self,
        text: str = "",
        size: int = fonts.BODY,
        weight: int = fonts.REGULAR,
        ink: Token = "text",
        *,
        tabular: bool = False,
    ) -> None:
        super().__init__("", size, weight, ink, tabular=tabular)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show as much of *text* as fits."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        elide = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, elide, max(self.width(), 1))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self._whole) + 1, super().sizeHint().height()
        )


def section(text: str) -> Label:
    """Return the small heading above a group of places or facts."""
    label = Label(text.upper(), fonts.TINY, fonts.BOLD, "text3")
    label.setFont(fonts.font(fonts.TINY, fonts.BOLD, spacing=0.6))
    label.setAccessibleName(text)
    return label


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a horizontal one pixel line."""
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
