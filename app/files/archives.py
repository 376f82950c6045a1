"""Office documents as the archives they are: looked at within limits before anybody unpacks one."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from app.errors import BadFile
from app.words import say

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200 * 2**20
MOST_RATIO = 100
_SMALL = 2**20
_MAIN = ("word/document.xml", "xl/workbook.xml")
_MACROS = re.compile(r"(?i)vbaproject\.bin|/macrosheets/|activex|\.(exe|dll|js|vbs|bat|cmd|scr)$")
_ARCHIVE = re.compile(r"(?i)\.(zip|7z|rar|gz|tar|jar|docm|xlsm)$")
_LOCKED = 0x1
_BOMB = say("The archive unpacks to far more than it holds, as a bomb does.")


def office_kind(path: Path) -> str:
    """Return the main part of a Word document or a workbook; raise BadFile for all else."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _looked_at(archive, path.stat().st_size)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise BadFile(say("The archive is damaged. Ask for it to be sent again.")) from error


def _looked_at(archive: zipfile.ZipFile, size: int) -> str:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise BadFile(say("The archive has too many parts for a document."))
    names = {entry.filename for entry in entries}
    fault = next(_faults(entries), None)
    if fault:
        raise BadFile(fault)
    main = next((part for part in _MAIN if part in names), None)
    if main is None or "[Content_Types].xml" not in names:
        raise BadFile(say("An archive is not accepted. Send the files that are in it."))
    _measure(archive, entries, size)
    return main


def _faults(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        yield say("The archive holds two parts of one name, which no document does.")
    for entry in entries:
        place = PurePosixPath(entry.filename.replace("\\", "/"))
        if place.is_absolute() or ".." in place.parts or ":" in entry.filename:
            yield say("The archive holds a part that points out of it, which no document does.")
        if entry.flag_bits & _LOCKED:
            yield say("The archive is protected by a password. Ask for a copy without one.")
        if _MACROS.search(entry.filename):
            yield say("The document carries macros or programs, which are not accepted.")
        if _ARCHIVE.search(entry.filename):
            yield say("The document carries another archive, which is not accepted.")
        if entry.file_size > _SMALL and entry.file_size > MOST_RATIO * entry.compress_size:
            yield _BOMB


def _measure(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], size: int) -> None:
    """Unpack every part without keeping it: what the archive says of its sizes may be a lie."""
    if sum(entry.compress_size for entry in entries) > size:
        raise BadFile(say("The archive's parts overlap, as those of a bomb do."))
    unpacked = 0
    for entry in entries:
        with archive.open(entry) as part:
            while piece := part.read(2**18):
                unpacked += len(piece)
                if unpacked > MOST_UNPACKED:
                    raise BadFile(
                        say("The archive unpacks to far more than a document, as a bomb does.")
                    )
