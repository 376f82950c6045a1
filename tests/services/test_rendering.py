import io
import os
import random
import socket
import threading
from pathlib import Path

import psutil
import pytest
from PIL import Image

from app.progress import Cancelled
from app.services import rendering
from app.services.pages.page import MOST_PIXELS, Box, Unreadable
from app.services.rendering import Children, Renderer, Stopped
from tests.services import papers


@pytest.fixture(scope="module")
def children():
    with Children() as started:
        yield started


@pytest.fixture
def opened(children, tmp_path: Path):
    made: list[Renderer] = []

    def open_file(path: Path) -> Renderer:
        made.append(Renderer(path.read_bytes(), children))
        return made[-1]

    yield open_file
    for renderer in made:
        renderer.close()


def mean_colour(picture) -> tuple[int, int, int]:
    image = Image.frombytes(
        "RGB", (picture.width, picture.height), picture.pixels, "raw", "BGRX"
    ).resize((1, 1))
    colour = image.getpixel((0, 0))
    assert isinstance(colour, tuple)
    return (int(colour[0]), int(colour[1]), int(colour[2]))


def test_a_pdf_is_shown_page_by_page(opened, tmp_path: Path):
    pdf = opened(papers.a_pdf(tmp_path / "a.pdf", [["First"], ["Second"]]))

    outline = pdf.outline()
    picture = pdf.paint(1, 2.0)

    assert [tuple(size) for size in outline.sizes] == [(595.0, 842.0)] * 2
    assert (picture.width, picture.height) == (1190, 1684)
    assert mean_colour(picture) > (240, 240, 240)


def test_words_come_in_reading_order_with_their_places(opened, tmp_path: Path):
    pdf = opened(papers.a_pdf(tmp_path / "a.pdf", [["Police report", "No. 17"]]))

    words = pdf.words(0)

    assert [(word.text, word.after) for word in words] == [
        ("Police", " "),
        ("report", "\n"),
        ("No.", " "),
        ("17", "\n"),
    ]
    assert words[0].box.left == pytest.approx(54, abs=2)
    assert words[0].box.bottom == pytest.approx(60, abs=4)
    assert words[2].box.top > words[0].box.bottom


def test_text_is_found_whatever_its_case(opened, tmp_path: Path):
    pdf = opened(papers.a_pdf(tmp_path / "a.pdf", [["Oliver Zielinski signed", "OLIVER"]]))

    found = pdf.find(0, "oliver")

    assert len(found) == 2
    assert found[1][0].top > found[0][0].bottom


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_words_of_a_turned_page_lie_where_they_are_seen(opened, tmp_path: Path, turn: int):
    pdf = opened(papers.a_pdf(tmp_path / "a.pdf", [["Turned"]], on_page=f"/Rotate {turn}"))

    size = pdf.outline().sizes[0]
    box = pdf.words(0)[0].box

    where = {90: (size.width - 60, 54), 180: (size.width - 54, size.height - 60), 270: (60, 0)}
    across = box.right if turn != 270 else box.left
    assert across == pytest.approx(where[turn][0], abs=12)
    assert Box(0, 0, size.width, size.height).right >= box.right
    assert dark_share(pdf, box) > 0.05


def dark_share(renderer: Renderer, box: Box) -> float:
    """Return how much of a box on the first page is not white."""
    picture = renderer.paint(0, 4.0)
    image = Image.frombytes(
        "RGB", (picture.width, picture.height), picture.pixels, "raw", "BGRX"
    ).convert("L")
    part = image.crop(tuple(round(edge * 4) for edge in box))  # type: ignore[arg-type]
    return sum(part.histogram()[:128]) / (part.width * part.height)


def test_every_frame_of_a_scan_is_a_page_of_its_size(opened, tmp_path: Path):
    scan = opened(papers.a_tiff(tmp_path / "scan.tif", 3))

    sizes = scan.outline().sizes

    assert len(sizes) == 3
    assert tuple(sizes[0]) == pytest.approx((306, 396), abs=0.1)
    assert mean_colour(scan.paint(2, 1.0)) == (215, 215, 215)


def test_a_photo_stands_upright(opened, tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 300), "#aa3322").save(tmp_path / "p.jpg", exif=exif)

    photo = opened(tmp_path / "p.jpg")

    assert tuple(photo.outline().sizes[0]) == (225.0, 300.0)
    assert (photo.paint(0, 1.0).width, photo.paint(0, 1.0).height) == (225, 300)
    assert photo.words(0) == ()


def test_a_photo_of_a_phone_is_shown(opened, tmp_path: Path):
    (tmp_path / "p.heic").write_bytes(papers.HEIC)

    photo = opened(tmp_path / "p.heic")

    red, green, blue = mean_colour(photo.paint(0, 1.0))
    assert tuple(photo.outline().sizes[0]) == (48.0, 36.0)
    assert red > 180
    assert max(green, blue) < 60


def test_an_email_is_told_without_its_scripts_and_pictures(opened, tmp_path: Path):
    (tmp_path / "m.eml").write_bytes(papers.MAIL)

    mail = opened(tmp_path / "m.eml")
    text = " ".join(word.text for word in mail.words(0))

    assert "Estimate for the repair" in text
    assert "From: Hana Fontaine" in text
    assert "estimate.pdf" in text
    assert "asks for 1,240 pounds." in text
    assert "alert" not in text
    assert "tracker" not in text


def test_a_letter_and_a_workbook_are_told_as_text(opened, tmp_path: Path):
    import xlsxwriter

    papers.a_docx(tmp_path / "l.docx", ["Dear Sir", "My car was stolen."])
    with xlsxwriter.Workbook(tmp_path / "w.xlsx") as book:
        sheet = book.add_worksheet("Items")
        sheet.write_row(0, 0, ["Item", "Price"])
        sheet.write_row(1, 0, ["Bicycle", 450])

    letter, workbook = opened(tmp_path / "l.docx"), opened(tmp_path / "w.xlsx")

    assert letter.find(0, "my car was stolen")
    assert [word.text for word in workbook.words(0)] == [
        "Items",
        "Item",
        "Price",
        "Bicycle",
        "450",
    ]


def test_long_text_goes_on_over_pages(opened, tmp_path: Path):
    (tmp_path / "t.txt").write_text("\n".join(f"line {n}" for n in range(200)), "utf-8")

    text = opened(tmp_path / "t.txt")

    assert len(text.outline().sizes) == 5
    assert text.find(4, "line 199")


def test_a_burnt_page_keeps_nothing_of_what_was_there(opened, tmp_path: Path):
    pdf = opened(papers.a_pdf(tmp_path / "a.pdf", [["Secret"]]))
    box = pdf.words(0)[0].box

    width, height, jpeg = pdf.burn(0, 2.0, [box])

    burnt = Image.open(io.BytesIO(jpeg)).convert("L")
    inside = burnt.crop((box.left * 2, box.top * 2, box.right * 2, box.bottom * 2))
    assert (width, height) == burnt.size == (1190, 1684)
    assert sum(inside.histogram()[30:]) == 0
    assert sum(burnt.histogram()[250:]) > 0


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.pdf", b"", "is empty"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj", "damaged or incomplete"),
        ("cut.jpg", papers.a_jpeg()[:300], "damaged or incomplete"),
        ("cut.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "damaged or incomplete"),
        ("cut.docx", b"PK\x03\x04" + bytes(64), "damaged or incomplete"),
        ("program.pdf", b"MZ\x90\x00\x03" + bytes(64), "This kind of file is not shown"),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(opened, tmp_path, name, content, told):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(Unreadable, match=told):
        opened(tmp_path / name).paint(0, 1.0)


def test_a_file_with_a_password_is_told_as_such(opened, tmp_path: Path):
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -44>>"
    path = papers.a_pdf(tmp_path / "p.pdf", [["Locked"]])
    raw = path.read_bytes().replace(b"trailer<<", f"trailer<<{lock}/ID[<01><01>]".encode())
    path.write_bytes(raw)

    with pytest.raises(Unreadable, match="password"):
        opened(path).outline()


def test_an_enormous_page_is_shown_small(opened, tmp_path: Path):
    pdf = opened(papers.a_pdf(tmp_path / "big.pdf", [["Big"]], size=(2_000_000, 2_000_000)))

    size = pdf.outline().sizes[0]
    picture = pdf.paint(0, 4.0)

    assert max(size) <= 14_400
    assert picture.width * picture.height <= MOST_PIXELS


def test_a_picture_of_too_many_pixels_is_refused(opened, tmp_path: Path):
    with pytest.raises(Unreadable, match="30,000 × 30,000 pixels"):
        opened(papers.a_png_claiming(tmp_path / "huge.png", 30_000)).outline()


def test_an_archive_that_explodes_is_refused(opened, tmp_path: Path):
    with pytest.raises(Unreadable, match="unpacks to far more"):
        opened(papers.a_zip_bomb(tmp_path / "bomb.docx")).outline()


def test_a_bomb_costs_a_bounded_process_and_the_next_page_comes_from_another(opened, tmp_path):
    bomb = opened(papers.a_flate_bomb(tmp_path / "bomb.pdf"))
    bomb.outline()
    first = bomb._child._process.pid

    try:
        picture = bomb.paint(0, 1.0)
    except Unreadable:
        picture = None

    assert picture is None or picture.width == 595
    assert bomb.outline().sizes
    assert bomb._child._process.pid != first or picture is not None


def test_a_file_without_end_is_given_up(opened, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(rendering, "SECONDS", 1.0)
    endless = opened(papers.an_endless_pdf(tmp_path / "endless.pdf"))
    endless.outline()

    with pytest.raises(Stopped, match="takes too long"):
        endless.paint(0, 1.0)

    assert endless.outline().sizes


def test_a_process_that_dies_is_replaced(opened, tmp_path: Path):
    pdf = opened(papers.a_pdf(tmp_path / "a.pdf"))
    pdf.outline()
    psutil.Process(pdf._child._process.pid).kill()

    with pytest.raises(Stopped, match="stopped the process"):
        pdf.paint(0, 1.0)

    assert pdf.paint(0, 1.0).width == 595


def test_a_cancel_ends_work_that_never_looks_up(opened, tmp_path: Path):
    endless = opened(papers.an_endless_pdf(tmp_path / "endless.pdf"))
    endless.outline()
    looks = []

    def stop(done: int, total: int) -> None:
        looks.append(done)
        if len(looks) > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        endless.paint(0, 1.0, stop)

    assert endless.outline().sizes


def test_closing_ends_what_is_under_way(opened, tmp_path: Path):
    endless = opened(papers.an_endless_pdf(tmp_path / "endless.pdf"))
    endless.outline()
    told: list[Exception] = []

    def ask() -> None:
        try:
            endless.paint(0, 1.0)
        except Unreadable as error:
            told.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    while not endless._turn.locked():
        pass
    endless.close()
    asking.join(10)

    assert [type(error) for error in told] == [Stopped]
    with pytest.raises(Stopped, match="was closed"):
        endless.outline()


def test_a_process_that_worked_long_makes_room_for_a_fresh_one(opened, tmp_path, monkeypatch):
    monkeypatch.setattr(rendering, "RECYCLED_AFTER", 3)
    pdf = opened(papers.a_pdf(tmp_path / "a.pdf"))

    used = set()
    for _ in range(12):
        pdf.paint(0, 0.2)
        used.add(pdf._child._process.pid)

    assert len(used) >= 3


def test_nothing_in_a_file_is_followed(opened, tmp_path: Path):
    with socket.socket() as trap:
        trap.bind(("127.0.0.1", 0))
        trap.listen()
        trap.settimeout(0.2)
        address = f"http://127.0.0.1:{trap.getsockname()[1]}/"
        mark = tmp_path / "touched"
        script = f"/OpenAction<</S/JavaScript/JS(app.launchURL\\('{address}'\\))>>"
        launch = (
            f"/AA<</O<</S/Launch/F({mark})/Next<</S/URI/URI({address})>>>>>>"
            f"/Annots[<</Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI({address})>>>>]"
        )
        path = papers.a_pdf(tmp_path / "js.pdf", [["Click"]], extra=script, on_page=launch)

        opened(path).paint(0, 1.0)

        with pytest.raises(TimeoutError):
            trap.accept()
    assert not mark.exists()


def test_the_process_holds_no_secret_room_and_writes_no_file(opened, tmp_path: Path):
    pdf = opened(papers.a_pdf(tmp_path / "a.pdf"))
    pdf.outline()

    loaded = {
        Path(part.path).name for part in psutil.Process(pdf._child._process.pid).memory_maps()
    }
    assert not any("psycopg" in name or "Qt6" in name or "cyextension" in name for name in loaded)


SEEDS = range(36)


def test_mutated_files_are_shown_or_refused_and_the_desk_lives(opened, tmp_path: Path):
    path = papers.a_pdf(tmp_path / "good.pdf", [["One", "Two"], ["Three"]])
    good = path.read_bytes()
    shown = refused = 0
    for seed in SEEDS:
        dice = random.Random(seed)  # noqa: S311 - a repeatable mutation
        raw = bytearray(good)
        for _ in range(dice.randint(1, 40)):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        cut = raw[: dice.randint(len(raw) // 2, len(raw))] if seed % 3 == 0 else raw
        (tmp_path / "bad.pdf").write_bytes(cut)
        renderer = opened(tmp_path / "bad.pdf")
        try:
            renderer.paint(0, 0.5)
            renderer.words(0)
            shown += 1
        except Unreadable as error:
            refused += error.message.endswith(".")
        renderer.close()

    assert shown + refused == len(SEEDS)
    assert shown
    assert refused
    assert psutil.pid_exists(os.getpid())
