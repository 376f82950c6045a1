"""A file of this computer that is read before it belongs to a claim."""

from pathlib import Path

from app.errors import BadFile
from app.files.kinds import kind_of
from app.services.documents import SHOWN_AT_MOST
from app.words import say


def read_paper(path: Path) -> bytes:
    """Return the content of a file that could be added to a claim; BadFile says why not."""
    try:
        kind_of(path, path.name)
        size = path.stat().st_size
        if size > SHOWN_AT_MOST:
            raise BadFile(say("This file is too large to be shown. Open another one."))
        return path.read_bytes()
    except OSError as error:
        raise BadFile(
            say("{name} cannot be read: {strerror}.", name=path.name, strerror=error.strerror)
        ) from error
