"""What arrives is judged: strangers' files are refused or contained, and facts are kept."""

import hashlib
import io
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.codes import DocumentState
from app.errors import BadFile
from app.files.kinds import kind_of
from app.models import DocumentVersion
from app.objects import Bucket, LocalStore, S3Store, Spec, Store
from app.services.rendering import Children
from app.worker.accepting import Verdict, judge
from app.worker.scanner import Scanner, ScannerAway, Unscannable
from tests.clamd import LARGEST, clamd
from tests.hostile import EICAR, Sent, bad, good, mail, pdf, picture
from tests.seaweed import Seaweed
from tests.services import papers


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path / "objects")


@pytest.fixture
def bucket(seaweed: Seaweed) -> S3Store:
    made = S3Store(Bucket(f"hostile-{uuid.uuid4().hex[:8]}"), seaweed.client())
    made.prepare()
    return made


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    with Children() as made:
        yield made


@pytest.fixture(scope="module")
def scanner() -> Iterator[Scanner]:
    with clamd() as made:
        yield made


def arrived(store: Store, sent: Sent) -> DocumentVersion:
    digest = hashlib.sha256(sent.content).hexdigest()
    key = f"claims/{uuid.uuid4()}/{digest}"
    spec = Spec(key, len(sent.content), digest, "application/octet-stream")
    store.put(spec, io.BytesIO(sent.content))
    return DocumentVersion(object_key=key, name=sent.name, sha256=digest, size=spec.size)


def judged(store: LocalStore, children: Children, name: str, content: bytes) -> Verdict:
    return judge(arrived(store, Sent(name, content)), store, children, None)


@pytest.mark.parametrize("sent", good(), ids=lambda sent: sent.name)
def test_whole_files_are_accepted(store: LocalStore, children: Children, sent: Sent):
    verdict = judge(arrived(store, sent), store, children, None)

    assert (verdict.state, verdict.reason) == (DocumentState.CLEAN, None)
    assert verdict.facts["scanned"] is False


@pytest.mark.parametrize("place", ["directory", "bucket"])
def test_every_file_of_the_hostile_corpus_is_refused_or_contained_s28(
    request: pytest.FixtureRequest, children: Children, tmp_path: Path, place: str
):
    store: Store = request.getfixturevalue("store" if place == "directory" else "bucket")
    path, opened = tmp_path / "content", []

    for sent in bad():
        path.write_bytes(sent.content)
        try:
            kind_of(path, sent.name)
        except BadFile:
            continue
        verdict = judge(arrived(store, sent), store, children, None)
        if verdict.state is DocumentState.CLEAN:
            opened.append(sent.name)

    assert opened == []


def test_a_photo_tells_its_camera_its_time_and_its_place(store: LocalStore, children: Children):
    from PIL import ExifTags, Image

    image = Image.open(io.BytesIO(picture(size=(640, 480))))
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "Lumera", "Field 2"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:03:02 10:15:00"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place.update({1: "N", 2: (53.0, 48.0, 0.0), 3: "W", 4: (1.0, 33.0, 0.0)})
    content = io.BytesIO()
    image.save(content, "JPEG", exif=exif)

    verdict = judged(store, children, "a.jpg", content.getvalue())

    told = verdict.facts
    assert (told["camera"], told["taken"]) == ("Lumera Field 2", "2026-03-02T10:15:00")
    assert told["place"] == [53.8, -1.55]
    assert (told["width"], told["height"]) == (640, 480)


def test_a_photo_saved_again_and_shrunk_looks_alike_and_another_does_not(
    store: LocalStore, children: Children
):
    from PIL import Image

    whole = picture(size=(800, 600), seed=5)
    again = io.BytesIO()
    with Image.open(io.BytesIO(whole)) as image:
        image.resize((400, 300)).save(again, "JPEG", quality=40)

    hashes = [
        judged(store, children, "a.jpg", content).photo_hash
        for content in (whole, again.getvalue(), picture(size=(800, 600), seed=6))
    ]

    first, second, other = (number or 0 for number in hashes)
    assert ((first ^ second) & (2**64 - 1)).bit_count() <= 6
    assert ((first ^ other) & (2**64 - 1)).bit_count() > 12


@pytest.mark.parametrize(
    ("text", "likely"),
    [("Invoice 17, payable within 14 days", "invoice"), ("Crime ref 4471", "police_report")],
)
def test_what_a_document_probably_is_is_told_by_its_words(
    store: LocalStore, children: Children, tmp_path: Path, text: str, likely: str
):
    content = papers.a_pdf(tmp_path / "a.pdf", [[text], ["Kind regards"]]).read_bytes()

    assert judged(store, children, "a.pdf", content).facts["looks_like"] == likely


def test_of_a_document_whose_words_say_nothing_and_of_a_photo_nothing_is_suggested(
    store: LocalStore, children: Children, tmp_path: Path
):
    content = papers.a_pdf(tmp_path / "a.pdf", [["Hello"], ["Invoice"]]).read_bytes()

    said = [
        judged(store, children, name, content).facts
        for name, content in (("a.pdf", content), ("a.jpg", picture()))
    ]

    assert not any("looks_like" in facts for facts in said)


def test_a_blank_picture_looks_like_no_other(store: LocalStore, children: Children):
    from PIL import Image

    blank = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(blank, "PNG")

    assert judged(store, children, "a.png", blank.getvalue()).photo_hash is None


def test_a_pdf_tells_who_made_it_and_what_it_holds(store: LocalStore, children: Children):
    script = b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"
    content = pdf(b"/Producer(Paint Pro)/CreationDate(D:20260302101500Z)", catalog=script)
    told = content.replace(b"<</Length 52>>stream\n", b"<<").replace(b"\nendstream", b">>")
    content = told.replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 4 0 R")

    verdict = judged(store, children, "a.pdf", content)

    assert verdict.state is DocumentState.CLEAN
    assert verdict.facts["producer"] == "Paint Pro"
    assert verdict.facts["created"] == "2026-03-02T10:15:00"
    assert verdict.facts["holds"] == ["scripts"]


def test_an_e_mail_that_carries_a_program_is_quarantined(store: LocalStore, children: Children):
    verdict = judged(store, children, "a.eml", mail(("invoice.pdf", b"MZ" + bytes(99))))

    assert verdict.state is DocumentState.QUARANTINED
    assert verdict.reason == "it carries a program"
    assert verdict.facts["attachments"] == ["invoice.pdf"]


def test_what_a_password_protects_is_quarantined_with_the_reason(
    store: LocalStore, children: Children
):
    locked = pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 9 0 R")

    verdict = judged(store, children, "a.pdf", locked)

    assert verdict.state is DocumentState.QUARANTINED
    assert "password" in (verdict.reason or "")


def test_what_is_missing_or_altered_in_the_store_is_quarantined_s29(
    store: LocalStore, children: Children, tmp_path: Path
):
    version = arrived(store, Sent("a.pdf", pdf()))
    name = tmp_path / "objects" / "keys" / version.object_key

    name.write_bytes(pdf() + b"\n")
    altered = judge(version, store, children, None)
    name.unlink()
    missing = judge(version, store, children, None)

    assert {altered.state, missing.state} == {DocumentState.QUARANTINED}
    assert altered.reason == "its content is not what was sent"
    assert missing.reason == "its content is missing from the store"


def test_the_scanner_finds_what_it_has_a_signature_of_s30(
    store: LocalStore, children: Children, scanner: Scanner
):
    infected = judge(arrived(store, Sent("a.txt", EICAR)), store, children, scanner)
    clean = judge(arrived(store, Sent("a.txt", b"plain words")), store, children, scanner)

    assert infected.state is DocumentState.QUARANTINED
    assert infected.reason == "the virus scanner found Own-Eicar.UNOFFICIAL"
    assert clean.state is DocumentState.CLEAN
    assert clean.facts["scanned"] is True


def test_what_is_too_large_for_the_scanner_is_quarantined_s30(
    store: LocalStore, children: Children, scanner: Scanner
):
    large = Sent("a.txt", b"x" * (LARGEST + 1) * 2**20)

    with pytest.raises(Unscannable, match="too large"):
        scanner.scan(io.BytesIO(large.content))
    verdict = judge(arrived(store, large), store, children, scanner)

    assert verdict.state is DocumentState.QUARANTINED


def test_without_an_answer_of_the_scanner_nothing_is_accepted_s30(
    store: LocalStore, children: Children, tmp_path: Path
):
    version = arrived(store, Sent("a.txt", b"plain words"))

    for address in (str(tmp_path / "nothing.ctl"), "127.0.0.1:9"):
        with pytest.raises(ScannerAway):
            judge(version, store, children, Scanner(address))


def test_the_scanner_is_where_the_environment_says():
    assert Scanner.of({}) is None
    assert Scanner.of({"PRECEDENT_CLAMD": "/run/clamd.ctl"}) == Scanner("/run/clamd.ctl")
