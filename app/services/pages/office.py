"""Letters and workbooks as text: their words and cells, never their macros, fields or links."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import accumulate
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from app.services.pages.page import Unreadable
from app.services.pages.pdf import BROKEN
from app.services.pages.text import EDGE, Line, Style, TextBook, widths
from app.words import say

MOST_BYTES = 200_000_000
MOST_ROWS, MOST_COLUMNS = 5_000, 40
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTER, _BOOK = "word/document.xml", "xl/workbook.xml"


def open_office(data: bytes) -> TextBook:
    """Return a DOCX or XLSX file as pages."""
    try:
        with ZipFile(BytesIO(data)) as file:
            parts = {info.filename: info.file_size for info in file.infolist()}
            if sum(parts.values()) > MOST_BYTES:
                raise Unreadable(
                    say(
                        "The file unpacks to far more than it should, so it is not opened. "
                        "Ask for it in another form."
                    )
                )
            if _LETTER in parts:
                return TextBook(_letter(file))
    except BadZipFile as error:
        raise Unreadable(BROKEN) from error
    if _BOOK in parts:
        return _workbook(data)
    raise Unreadable(
        say("The file is an archive, not a letter or a workbook, so it is not opened.")
    )


def _letter(file: ZipFile) -> Iterator[Line]:
    with file.open(_LETTER) as content:
        row: list[str] | None = None
        walk = ET.iterparse(content, ("start", "end"))  # noqa: S314 - no entity is fetched
        for event, element in walk:
            if event == "start":
                row = [] if element.tag == f"{_W}tr" else row
            elif element.tag == f"{_W}tr":
                yield Line("   ".join(row or []))
                row = None
            elif element.tag == f"{_W}tc" and row is not None:
                row.append(_said(element))
            elif element.tag == f"{_W}p" and row is None:
                yield Line(_said(element), _style(element))
                element.clear()


def _said(element: ET.Element) -> str:
    said = {f"{_W}tab": "    ", f"{_W}br": " ", f"{_W}cr": " "}
    pieces = (
        part.text or "" if part.tag == f"{_W}t" else said.get(part.tag, "")
        for part in element.iter()
    )
    return "".join(pieces).strip()


def _style(paragraph: ET.Element) -> Style:
    named = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = named.get(f"{_W}val", "") if named is not None else ""
    if name == "Title":
        return Style.TITLE
    return Style.STRONG if name.startswith("Heading") else Style.PLAIN


def _workbook(data: bytes) -> TextBook:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    lines: list[Line] = []
    widest = 0.0
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(nrows=MOST_ROWS + 1)
        told = [[_cell(value) for value in row[:MOST_COLUMNS]] for row in rows]
        wide = widths(told[:200])
        widest = max(widest, sum(wide))
        lines += _sheet(name, told, wide)
    return TextBook(lines, width=widest + 2 * EDGE)


def _sheet(name: str, rows: Sequence[Sequence[str]], wide: Sequence[float]) -> Iterator[Line]:
    places = tuple(accumulate(wide, initial=EDGE))[:-1]
    yield Line(name, Style.TITLE)
    for number, row in enumerate(rows[:MOST_ROWS]):
        style = Style.PLAIN if number else Style.STRONG
        if any(row):
            yield Line(style=style, cells=tuple(row), places=places[: len(row)])
        else:
            yield Line()
    if len(rows) > MOST_ROWS:
        yield Line(
            say("Only the first {most_rows:,} rows are shown.", most_rows=MOST_ROWS), Style.FAINT
        )
    yield Line()


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\n", " ")
