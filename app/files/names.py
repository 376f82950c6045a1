"""Names of files from elsewhere, made harmless without losing what they say."""

import re

LONGEST = 120
_HARMFUL = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")


def safe_name(name: str) -> str:
    """Return a name that is no path, no device of Windows and reads in the order it is written."""
    plain = _HARMFUL.sub("_", name).strip().rstrip(". ")
    if not plain.strip("._ "):
        return "document"
    if _RESERVED.fullmatch(plain) or plain.startswith("."):
        plain = f"_{plain}"
    stem, dot, end = plain.rpartition(".")
    if len(plain) > LONGEST and dot and len(end) < LONGEST // 4:
        return f"{stem[: LONGEST - len(end) - 1]}.{end}"
    return plain[:LONGEST]
