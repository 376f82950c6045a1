"""Files are what they contain, whatever their name says."""

from pathlib import Path

import pytest

from app.errors import BadFile
from app.files.kinds import HEIC, MSG, TXT, XLSX, Locked, kind_of
from app.files.names import safe_name
from tests.hostile import Sent, bad, good, pdf, word, workbook


def looked_at(folder: Path, sent: Sent):
    path = folder / "content"
    path.write_bytes(sent.content)
    return kind_of(path, sent.name)


@pytest.mark.parametrize("sent", good(), ids=lambda sent: sent.name)
def test_whole_files_of_the_kinds_that_are_accepted_are_known(tmp_path: Path, sent: Sent):
    kind = looked_at(tmp_path, sent)

    assert sent.name.lower().endswith(kind.ends)


def test_a_workbook_and_a_heic_picture_and_an_outlook_message_are_known(tmp_path: Path):
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
    name = "__substg1.0_0037001F".encode("utf-16-le")
    message = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + name

    assert looked_at(tmp_path, Sent("a.xlsx", workbook())) is XLSX
    assert looked_at(tmp_path, Sent("a.heic", heic)) is HEIC
    assert looked_at(tmp_path, Sent("a.msg", message)) is MSG


@pytest.mark.parametrize("name", ["report", "report.doc", "page.pdf", "", "..", "con"])
def test_text_is_text_only_under_the_name_of_text(tmp_path: Path, name: str):
    with pytest.raises(BadFile):
        looked_at(tmp_path, Sent(name, b"plain words"))


def test_text_in_any_alphabet_is_text(tmp_path: Path):
    for encoding in ("utf-8", "utf-16", "cp1252"):
        assert looked_at(tmp_path, Sent("a.txt", "Grüße, naïve £40".encode(encoding))) is TXT


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (Sent("a.pdf", b""), "empty"),
        (Sent("report.pdf", b"MZ" + bytes(99)), "a program"),
        (Sent("report.jpg", pdf()), "a PDF, but its name says a JPEG"),
        (Sent("a.docx", word(("word/vbaProject.bin", b"x"))), "macros"),
        (Sent("a.docx", word(("../x", b"x"))), "points out of it"),
        (Sent("a.docx", word(("word/media/a", b"\0" * 9_000_000))), "as a bomb does"),
        (Sent("a.pdf", pdf()[:-30]), "incomplete"),
    ],
    ids=lambda value: value.name if isinstance(value, Sent) else value,
)
def test_a_refusal_says_what_is_wrong(tmp_path: Path, sent: Sent, said: str):
    with pytest.raises(BadFile, match=said):
        looked_at(tmp_path, sent)


def test_what_a_password_protects_is_told_apart(tmp_path: Path):
    locked = pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 9 0 R")
    package = "EncryptedPackage".encode("utf-16-le")
    office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + package

    for sent in (Sent("a.pdf", locked), Sent("a.docx", office)):
        with pytest.raises(Locked, match="password"):
            looked_at(tmp_path, sent)


def test_a_part_that_lies_about_its_size_is_measured(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("app.files.archives.MOST_UNPACKED", 100)

    with pytest.raises(BadFile, match="bomb"):
        looked_at(tmp_path, Sent("a.docx", word()))


def test_the_corpus_has_more_than_two_hundred_files_that_differ():
    files = list(bad())

    assert len({content for _, content in files}) > 100
    assert len(set(files)) > 200


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", ".._.._etc_passwd"),
        ("..\\evil.pdf", ".._evil.pdf"),
        ("con.pdf", "_con.pdf"),
        ("LPT1", "_LPT1"),
        ("COM¹.txt", "_COM¹.txt"),
        ("a\u202efdp.exe", "a_fdp.exe"),
        ("a\x00b.pdf", "a_b.pdf"),
        ("C:\\x.pdf", "C__x.pdf"),
        ("report.pdf. . ", "report.pdf"),
        ("...", "document"),
        ("", "document"),
        (".bashrc", "_.bashrc"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("y" * 300, "y" * 120),
    ],
)
def test_a_name_becomes_harmless(name: str, safe: str):
    made = safe_name(name)

    assert made.lstrip("_") == safe.lstrip("_")
    assert "/" not in made
    assert not made.startswith(".")
