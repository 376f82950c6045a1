"""A letter on paper: its pages as they will be printed, below one another."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.printing import pages_of
from app.words import say

PAGE_WIDTH = 480


class LetterPreview(QScrollArea):
    """Shows pages; made again from the words whenever these change."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[QLabel] = []
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._column.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(say("Preview of the letter"))

    def show_html(self, html: str) -> None:
        """Show the letter as it is now."""
        ratio = self.devicePixelRatioF()
        images = pages_of(html, PAGE_WIDTH, ratio)
        while len(self.pages) < len(images):
            page = QLabel()
            page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)
            self._column.insertWidget(len(self.pages) - 1, page)
        for number, (page, image) in enumerate(zip(self.pages, images, strict=False), start=1):
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(ratio)
            page.setPixmap(pixmap)
            page.setAccessibleName(
                say("Page {number} of {images}", number=number, images=len(images))
            )
            page.show()
        for page in self.pages[len(images) :]:
            page.hide()
