"""The card of a model: what it learned from, how well it judges, where it must not be used."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.services.registry import ModelView
from app.ui import fonts, theme
from app.ui.buttons import ActionButton, Look
from app.ui.labels import Label
from app.words import say

SIZE = (880, 820)
_FONT = re.compile(r"(font-family|font-size|margin-top|margin-bottom):[^;]*;")
_TABLE = re.compile(r"<table[^>]*>")
NONE = say("This model came without a card. Train it again to get one.")


class ModelCardDialog(QDialog):
    """Shows the card as a document that can be read by keyboard, and saves it."""

    def __init__(self, model: ModelView, parent: QWidget) -> None:
        super().__init__(parent)
        title = f"{model.name} {model.version}"
        self.setWindowTitle(say("Model card: {title}", title=title))
        self.setAccessibleName(say("Model card of {title}", title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(say("Model card"))
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(20)
        self.browser.document().setDefaultStyleSheet(_style())
        self.browser.setHtml(_html(model.card or NONE))
        self.done_button = ActionButton(say("Close"), look=Look.PRIMARY)
        self.done_button.clicked.connect(self.accept)
        self._lay_out(title, model.sha256)

    def _lay_out(self, title: str, seal: str) -> None:
        row = QHBoxLayout()
        row.addWidget(Label(say("Seal {seal}", seal=seal), fonts.NOTE, ink="text3", tabular=True))
        row.addStretch()
        row.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, fonts.TITLE, fonts.BOLD))
        column.addWidget(self.browser, 1)
        column.addLayout(row)
        self.browser.setFocus()


def _html(markdown: str) -> str:
    """Return the card with the look of the theme; Qt's own Markdown has none."""
    document = QTextDocument()
    document.setMarkdown(markdown.replace(" %", "%"))
    html = document.toHtml()
    body = html[html.index("<body") :]
    start = body.index(">") + 1
    content = body[start : body.rindex("</body>")]
    tables = '<table border="0" cellspacing="0" cellpadding="6" width="100%">'
    return _TABLE.sub(tables, _FONT.sub("", content))


def _style() -> str:
    colors = theme.current().colors
    return (
        f"* {{ font-family: '{fonts.FAMILY}'; font-size: 13px; color: {colors['text']}; }}"
        "h1 { font-size: 18px; } h2 { font-size: 15px; margin-top: 20px; margin-bottom: 6px; }"
        f"td {{ border-bottom: 1px solid {colors['line']}; color: {colors['text2']}; }}"
    )
