"""Every kind of file in the window: shown, searched, walked through by keys, nothing followed."""

import io
import socket
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.access import Identity, Role
from app.services.rendering import Children
from app.ui.tasks import Tasks
from app.ui.viewer.reader import Paper, Reader
from tests.services import papers

MAYA = Identity(3, "maya", "Maya Chen", Role.STAFF)
CONTROL = Qt.KeyboardModifier.ControlModifier
OUTLOOK = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with Children() as started:
        yield started


@pytest.fixture
def reader(qtbot: QtBot, tasks: Tasks, children: Children, theme) -> Iterator[Reader]:
    made = Reader(tasks, children, MAYA)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    made.close_document()


def shown(reader: Reader, qtbot: QtBot, name: str, data: bytes) -> Reader:
    """Show a file and wait for its first page and its words."""
    reader.show_paper(Paper(name, "", data))
    qtbot.waitUntil(lambda: bool(reader.feed and reader.feed.pictures.get(0)), timeout=15_000)
    qtbot.waitUntil(lambda: bool(reader.feed and 0 in reader.feed.words), timeout=15_000)
    reader.pages.setFocus()
    return reader


def a_mail() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "hana@mail.example", "The excess"
    mail.set_content("Please tell me about the excess.")
    mail.add_alternative("<p>Please tell me about the <b>excess</b>.</p>", subtype="html")
    return mail.as_bytes()


def a_workbook() -> bytes:
    into = io.BytesIO()
    with xlsxwriter.Workbook(into) as book:
        sheet = book.add_worksheet("Items")
        sheet.write_row(0, 0, ["Bicycle", "excess", 450])
    return into.getvalue()


def a_letter(folder: Path) -> bytes:
    return papers.a_docx(folder / "l.docx", ["Dear Sir", "about the excess"]).read_bytes()


def a_pdf(folder: Path) -> bytes:
    return papers.a_pdf(folder / "a.pdf", [["The excess"]]).read_bytes()


def a_scan(folder: Path) -> bytes:
    return papers.a_tiff(folder / "s.tif", 3).read_bytes()


def a_picture() -> bytes:
    into = io.BytesIO()
    Image.new("RGB", (300, 200), "#336699").save(into, "PNG")
    return into.getvalue()


TEXTS: dict[str, Callable[[Path], bytes]] = {
    "a.pdf": a_pdf,
    "m.eml": lambda _folder: a_mail(),
    "l.docx": a_letter,
    "w.xlsx": lambda _folder: a_workbook(),
    "t.txt": lambda _folder: b"We ask about the excess.",
}
PICTURES: dict[str, tuple[Callable[[Path], bytes], int]] = {
    "s.tif": (a_scan, 3),
    "p.heic": (lambda _folder: papers.HEIC, 1),
    "p.jpg": (lambda _folder: papers.a_jpeg(), 1),
    "p.png": (lambda _folder: a_picture(), 1),
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_of_every_kind_is_found_and_copied_by_keys(
    reader: Reader, qtbot: QtBot, tmp_path: Path, name: str
):
    shown(reader, qtbot, name, TEXTS[name](tmp_path))

    QTest.keyClick(reader.pages, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(reader.finder.field, "EXCESS")
    qtbot.waitUntil(lambda: bool(reader.feed and reader.feed.places))

    assert reader.feed
    assert "excess" in " ".join(word.text for word in reader.feed.words[0])
    qtbot.waitUntil(lambda: reader.finder.told.text().startswith("1 of "))


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_of_every_kind_are_painted_page_by_page_and_turned_by_keys(
    reader: Reader, qtbot: QtBot, tmp_path: Path, name: str
):
    make, pages = PICTURES[name]
    shown(reader, qtbot, name, make(tmp_path))
    middle = reader.pages.layout_of.rects[0].center()
    colour = QColor(reader.pages.viewport().grab().toImage().pixelColor(middle))

    QTest.keyClick(reader.pages, Qt.Key.Key_End)
    QTest.keyClick(reader.pages, Qt.Key.Key_R, CONTROL)
    QTest.keyClick(reader.pages, Qt.Key.Key_9, CONTROL)

    last = pages - 1
    qtbot.waitUntil(lambda: bool(reader.feed and reader.feed.pictures.get(last)))
    assert reader.bar.count.text() == f"of {pages}"
    assert reader.thumbs.isVisible() is (pages > 1)
    assert colour != QColor("white")
    assert reader.pages.turn == 1


def test_an_outlook_message_says_plainly_that_it_is_not_read(reader: Reader, qtbot: QtBot):
    reader.show_paper(Paper("m.msg", "", OUTLOOK))

    qtbot.waitUntil(lambda: "not read here" in reader.empty._text.text())
    assert ".eml or PDF" in reader.empty._text.text()


@pytest.fixture
def trap(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Wait for whoever would follow a link; nothing outside is ever opened, either."""
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.2)
        yield listening
    assert opened == []


def address_of(trap: socket.socket) -> str:
    return f"http://127.0.0.1:{trap.getsockname()[1]}/"


def test_a_click_on_a_link_of_a_pdf_and_its_scripts_lead_nowhere(
    reader: Reader, qtbot: QtBot, tmp_path: Path, trap: socket.socket
):
    address = address_of(trap)
    script = f"/OpenAction<</S/JavaScript/JS(app.launchURL\\('{address}'\\))>>"
    link = f"/Annots[<</Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI({address})>>>>]"
    path = papers.a_pdf(tmp_path / "js.pdf", [["Click here"]], extra=script, on_page=link)
    shown(reader, qtbot, "js.pdf", path.read_bytes())
    where = reader.pages.layout_of.rects[0].center()

    QTest.mouseClick(reader.pages.viewport(), Qt.MouseButton.LeftButton, pos=where)

    with pytest.raises(TimeoutError):
        trap.accept()


def test_pictures_and_templates_elsewhere_are_never_fetched(
    reader: Reader, qtbot: QtBot, tmp_path: Path, trap: socket.socket
):
    address = address_of(trap)
    mail = EmailMessage()
    mail["Subject"] = "Look"
    mail.set_content("plain")
    mail.add_alternative(f"<p>Hello<img src='{address}x.png'></p>", subtype="html")
    letter = tmp_path / "t.docx"
    papers.a_docx(letter, ["Hello"])
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    with ZipFile(letter, "a") as file:
        file.writestr(
            "word/_rels/settings.xml.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            f"<Relationship Id='r' Type='{kind}' Target='{address}' TargetMode='External'/>"
            "</Relationships>",
        )

    shown(reader, qtbot, "m.eml", mail.as_bytes())
    shown(reader, qtbot, "t.docx", letter.read_bytes())

    with pytest.raises(TimeoutError):
        trap.accept()


def test_small_pages_are_walked_by_keys(reader: Reader, qtbot: QtBot, tmp_path: Path):
    shown(reader, qtbot, "s.tif", a_scan(tmp_path))

    reader.thumbs.setFocus()
    QTest.keyClick(reader.thumbs, Qt.Key.Key_Down)

    assert reader.pages.page == 1
