"""The documents of a claim beside the queue: listed, added, opened, held back, side by side."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageDraw
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.codes import DocumentState, DocumentType
from app.services.document_cache import CacheFigures, DocumentCache
from app.services.rendering import Children
from app.ui.documents.adding import guess
from app.ui.documents.rows import at_hand, size_words
from app.ui.tasks import Tasks
from app.ui.viewer.select import Selection
from tests.documents import Archive, archive
from tests.server import Database
from tests.services import papers
from tests.ui.desk import a_claim_of, press, press_key
from tests.ui.reading import Opened, reading

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with Children() as started:
        yield started


@pytest.fixture
def held(database: Database, tmp_path: Path) -> Iterator[Archive]:
    with archive(database, tmp_path / "objects") as made:
        yield made


@pytest.fixture
def keeping(tmp_path: Path) -> DocumentCache:
    return DocumentCache(tmp_path / "kept", b"k" * 32)


@pytest.fixture
def opened(
    held: Archive,
    tasks: Tasks,
    children: Children,
    keeping: DocumentCache,
    tmp_path: Path,
    qtbot: QtBot,
    theme,
) -> Iterator[Opened]:
    held.keeping = keeping
    with reading(held, tasks, children, tmp_path, qtbot) as made:
        yield made


def test_documents_are_listed_with_type_state_and_who_sent_them(opened: Opened):
    opened.came("Statement.pdf")

    opened.look()

    (document,) = opened.side.tab.rows.rows
    told = [opened.side.tab.rows.index(0, column).data() for column in range(3)]
    assert document.newest.state is DocumentState.CLEAN
    assert told[0].startswith("Statement.pdf, Statement · ")
    assert told[1:] == ["Accepted", "Maya Chen, just now"]


def test_nothing_is_asked_for_before_somebody_looks(opened: Opened):
    assert opened.side.tab.claim_id is None


def test_the_documents_of_the_next_claim_are_at_hand_while_somebody_reads(
    opened: Opened, keeping: DocumentCache
):
    later = a_claim_of(opened.archive.database, "Ada Lindqvist", 12)
    path = papers.a_pdf(opened.folder / "Next.pdf", [["Next"]])
    opened.archive.add_clean(opened.maya, later, path)
    opened.page.feed.refresh()
    opened.qtbot.waitUntil(lambda: len(opened.page.table.rows) == 2)

    opened.look()

    opened.qtbot.waitUntil(lambda: keeping.figures().held == 1)


def test_how_well_the_documents_at_hand_serve_is_told_in_words():
    fresh = at_hand(CacheFigures(0, 0, 0, 0))
    used = at_hand(CacheFigures(3, 1, 2, 340_000))

    assert fresh == "0 kept on this computer, 0 bytes"
    assert used == "2 kept on this computer, 340 kB; 75% of 4 looks needed no transfer"


def test_a_claim_without_documents_says_how_to_add_some(opened: Opened):
    opened.look()

    assert opened.side.tab.empty.isVisible()


def test_documents_are_filtered_by_words_and_by_type(opened: Opened):
    opened.came("Statement.pdf")
    opened.came("Police.pdf", DocumentType.POLICE_REPORT)
    opened.look()
    tab = opened.side.tab

    tab.search.setText("poli")
    by_word = opened.names
    tab.search.clear()
    tab.kind.setCurrentIndex(tab.kind.findData(DocumentType.STATEMENT))

    assert by_word == ["Police.pdf"]
    assert opened.names == ["Statement.pdf"]
    assert tab.count.text() == "1 of 2"


def test_v_opens_the_first_document_in_place_of_the_queue_and_esc_brings_it_back(opened: Opened):
    opened.came("Statement.pdf")

    press(opened.page, "v")
    reader = opened.reads("Statement.pdf")

    assert reader.isVisible()
    assert not opened.page.view.isVisible()
    assert opened.page.pane.isVisible()
    press_key(opened.page, Qt.Key.Key_Escape)
    assert opened.page.view.isVisible()
    assert reader.feed is None


def test_brackets_go_from_document_to_document_and_round(opened: Opened):
    for name in ("One.pdf", "Two.pdf"):
        opened.came(name)
    press(opened.page, "v")
    opened.reads("Two.pdf")

    press(opened.page, "]")
    opened.reads("One.pdf")
    press(opened.page, "]")
    opened.reads("Two.pdf")
    press(opened.page, "[")

    opened.reads("One.pdf")
    chosen = opened.side.tab.chosen()
    assert chosen
    assert chosen.newest.name == "One.pdf"


def test_two_documents_stand_side_by_side_and_each_has_its_keys(opened: Opened):
    for name in ("One.pdf", "Two.pdf"):
        opened.came(name)
    press(opened.page, "v")
    first = opened.reads("Two.pdf")

    press_key(opened.page, Qt.Key.Key_Backslash, CONTROL)
    second = opened.reads("One.pdf", 1)
    before = first.pages.zoom
    press_key(opened.page, Qt.Key.Key_Plus, CONTROL)

    assert first.isVisible()
    assert second.isVisible()
    assert first.pages.zoom == before
    assert second.pages.zoom > before
    press_key(opened.page, Qt.Key.Key_W, CONTROL)
    assert not second.isVisible()
    assert opened.page.pane.isVisible()


def test_what_is_held_back_says_why_and_is_never_fetched(opened: Opened):
    opened.came("Letter.pdf")
    opened.archive.database.run(
        "UPDATE claims_document_version SET state = 'quarantined', reason = 'a phishing message'"
    )
    opened.look()

    opened.side.tab.choose(opened.side.tab.rows.rows[0].id)
    told = opened.side.tab.reason.accessibleName()
    press(opened.page, "v")

    reader = opened.side.desk.readers[0]
    opened.qtbot.waitUntil(reader.empty.isVisible)
    assert told == "In quarantine: a phishing message"
    assert "In quarantine. a phishing message" in reader.empty._text.text()
    assert reader.paper is None
    looks = "SELECT count(*) FROM claims_opening"
    assert opened.archive.database.value(looks) == 0


def test_dropped_files_are_added_as_what_their_names_say(opened: Opened):
    opened.look()
    tab = opened.side.tab
    files = [
        papers.a_pdf(opened.folder / "Police report.pdf"),
        opened.folder / "IMG_1.jpg",
    ]
    files[1].write_bytes(papers.a_jpeg())
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in files])

    tab.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    opened.qtbot.waitUntil(lambda: len(opened.names) == 2)
    kinds = {document.newest.name: document.type for document in tab.rows.rows}
    assert kinds == {
        "Police report.pdf": DocumentType.POLICE_REPORT,
        "IMG_1.jpg": DocumentType.PHOTO,
    }
    assert not tab.adding.isVisible()


def test_files_are_added_by_dialog_as_a_chosen_type(opened: Opened, monkeypatch):
    opened.look()
    tab = opened.side.tab
    path = papers.a_pdf(opened.folder / "scan.pdf")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    tab.sent_as.setCurrentIndex(tab.sent_as.findData(DocumentType.INVOICE))

    tab.add_button.click()

    opened.qtbot.waitUntil(lambda: opened.names == ["scan.pdf"])
    assert tab.rows.rows[0].type is DocumentType.INVOICE
    assert tab.rows.rows[0].newest.state is DocumentState.RECEIVED


def test_a_file_that_is_not_accepted_is_told_in_a_sentence(opened: Opened, expected_log):
    opened.look()
    (opened.folder / "empty.pdf").write_bytes(b"")

    opened.side.tab.send([opened.folder / "empty.pdf"])

    news = opened.side.tab.adding.news
    opened.qtbot.waitUntil(news.isVisible)
    assert news.accessibleName() == "empty.pdf: The file is empty. Choose another one."


def test_stopping_forgets_the_files_that_wait(opened: Opened):
    opened.look()
    adding = opened.side.tab.adding
    paths = [papers.a_pdf(opened.folder / f"{number}.pdf") for number in range(3)]

    opened.side.tab.send(paths)
    adding.stop.click()

    assert "was not added" in adding.news.accessibleName()
    assert not adding._waiting


def test_chosen_text_is_highlighted_beside_the_file(opened: Opened):
    opened.came("Statement.pdf")
    press(opened.page, "v")
    reader = opened.reads("Statement.pdf")
    opened.qtbot.waitUntil(lambda: bool(reader.feed and 0 in reader.feed.words))
    reader.pages.selection = Selection((0, 0), (0, 0))

    press_key(opened.page, Qt.Key.Key_H, CONTROL)

    opened.qtbot.waitUntil(lambda: len(reader.pages.marks) == 1)
    kept = opened.archive.database.run("SELECT kind, text, page FROM claims_annotation")
    assert kept == [("highlight", "Hello", 0)]


def test_a_copy_is_saved_and_told(opened: Opened, monkeypatch):
    opened.came("Statement.pdf")
    press(opened.page, "v")
    reader = opened.reads("Statement.pdf")
    target = opened.folder / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    press_key(opened.page, Qt.Key.Key_E, CONTROL)

    opened.qtbot.waitUntil(reader.notice.isVisible)
    assert target.read_bytes() == (opened.folder / "Statement.pdf").read_bytes()
    assert reader.notice.accessibleName() == "A copy was saved as copy.pdf."


def test_pages_are_printed_as_pictures(opened: Opened, tmp_path: Path):
    from PySide6.QtPrintSupport import QPrinter

    from app.ui.viewer.print import print_document

    opened.came("Statement.pdf")
    press(opened.page, "v")
    reader = opened.reads("Statement.pdf")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))

    print_document(reader, opened.side.desk._tasks, printer)

    opened.qtbot.waitUntil(lambda: "sent to the printer" in reader.notice.accessibleName())
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_a_photo_that_came_with_another_claim_is_told_on_the_tab(opened: Opened):
    other = a_claim_of(opened.archive.database, "Ada Lindqvist", 12)
    photo = a_photo(opened.folder / "dent.jpg")
    smaller = opened.folder / "again.jpg"
    Image.open(photo).resize((300, 200)).save(smaller, quality=70)
    opened.archive.add_clean(opened.maya, other, photo)
    opened.archive.add_clean(opened.maya, opened.claim, smaller)
    number = opened.archive.database.value(
        "SELECT claim_number FROM claims_claim WHERE id = %s", other
    )

    opened.look()
    opened.qtbot.waitUntil(opened.side.tab.used.isVisible)
    opened.side.tab.view.choose(0)

    told = "again.jpg came with another claim as well. Choose it to see which."
    assert opened.side.tab.used.accessibleName() == told
    used = opened.side.tab.details.used
    assert used.isVisible()
    assert used.accessibleName() == f"A photo like this came with claim {number}."


def test_what_a_photo_says_of_itself_stands_below_the_list(opened: Opened):
    photo = a_photo(opened.folder / "dent.jpg", taken="2026:10:03 14:05:00", camera="Aurora 7")
    opened.archive.add_clean(opened.maya, opened.claim, photo)

    opened.look()
    opened.side.tab.view.choose(0)

    facts = [
        (name.text(), value.toolTip() or value.text())
        for name, value in opened.side.tab.details.facts
        if name.isVisible()
    ]
    assert facts == [("Taken", "03 Oct 2026, 14:05"), ("Camera", "Aurora 7")]


def test_a_new_version_is_sent_and_the_older_one_is_restored_at_a_click(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
):
    opened.came("Estimate.pdf", DocumentType.ESTIMATE, text="First")
    opened.look()
    opened.side.tab.view.choose(0)
    details = opened.side.tab.details
    later = papers.a_pdf(opened.folder / "Later.pdf", [["Second"]])
    chosen = lambda *_: ([str(later)], "")  # noqa: E731 - what the dialog answers
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)

    details.replace.click()
    opened.qtbot.waitUntil(lambda: opened.names == ["Later.pdf"])
    opened.qtbot.waitUntil(lambda: len(details.versions) == 2)
    details.versions[1].restore.click()

    opened.qtbot.waitUntil(lambda: opened.names == ["Estimate.pdf"])
    opened.qtbot.waitUntil(lambda: len(details.versions) == 3)
    (document,) = opened.side.tab.documents
    assert (document.versions, document.newest.restored_from) == (3, 1)
    assert [line.restore.isVisible() for line in details.versions] == [False, True, True]


def test_the_same_file_twice_is_taken_and_told(opened: Opened):
    opened.came("Report.pdf")
    opened.look()
    twin = opened.folder / "Copy of the report.pdf"
    twin.write_bytes((opened.folder / "Report.pdf").read_bytes())

    opened.side.tab.send([twin])

    news = opened.side.tab.adding.news
    opened.qtbot.waitUntil(news.isVisible)
    assert news.accessibleName() == "The same file is here already as Report.pdf."
    opened.qtbot.waitUntil(lambda: len(opened.names) == 2)


def test_an_altered_document_says_so_and_is_not_shown_s29(opened: Opened):
    opened.came("Statement.pdf")
    version = opened.archive.database.value("SELECT id FROM claims_document_version")
    opened.archive.alter(version, papers.a_pdf(opened.folder / "x.pdf", [["Forged"]]).read_bytes())
    opened.look()

    press(opened.page, "v")

    reader = opened.side.desk.readers[0]
    opened.qtbot.waitUntil(lambda: "altered" in reader.empty._text.text())
    assert reader.paper is None


def a_photo(path: Path, *, taken: str = "", camera: str = "") -> Path:
    """Write a photo with something in it, and what its camera says."""
    image = Image.linear_gradient("L").resize((600, 400)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for place in range(0, 600, 60):
        draw.ellipse((place, place // 2, place + 90, place // 2 + 70), fill=(place // 3, 90, 30))
    exif = Image.Exif()
    if taken:
        exif[ExifTags.Base.DateTime], exif[ExifTags.Base.Model] = taken, camera
    image.save(path, quality=90, exif=exif)
    return path


def test_news_of_the_claim_brings_its_new_documents(opened: Opened):
    opened.came("One.pdf")
    opened.look()
    opened.came("Two.pdf")

    opened.page._changes.claims.emit(frozenset({opened.claim}))

    opened.qtbot.waitUntil(lambda: opened.names == ["Two.pdf", "One.pdf"])


def test_names_tell_types_and_sizes_are_words():
    assert guess(Path("Garage ESTIMATE.pdf")) is DocumentType.ESTIMATE
    assert guess(Path("x.heic")) is DocumentType.PHOTO
    assert guess(Path("x.pdf")) is DocumentType.OTHER
    assert [size_words(size) for size in (12, 48_200, 5_240_000)] == ["12 bytes", "48 kB", "5.2 MB"]
