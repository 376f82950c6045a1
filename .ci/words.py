"""Bring resources/words up to date: collect what the code says, keep what is translated, compile.

Run it after a string was added or changed, translate what is unfinished, run it again.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "resources" / "words"
CONTEXT = "Precedent"
SAYING = {"say": 1, "mark": 1, "Feature": 1, "say_n": 2, "mark_n": 2}
MODELS = ("line_facts", "line_tables", "claim_draft")
CODED = ("app/codes.py", "app/services/line_codes.py")
_RAISED = re.compile(r"RAISE (?:EXCEPTION )?'((?:[^']|'')+)'")
_PLACES = re.compile(r"\{(\w+)[^{}]*\}")


class Entry(NamedTuple):
    """One text to translate; *sense* tells apart what English has one word for."""

    source: str
    sense: str = ""
    plural: bool = False


def said(root: Path = ROOT) -> set[Entry]:
    """Return everything that the code says to a person."""
    found: set[Entry] = set()
    for path in sorted((root / "app").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        found.update(_spoken(tree))
        if path.relative_to(root).as_posix() in CODED:
            found.update(_codes(tree))
        if path.parent.name == "services" and path.stem in MODELS:
            found.update(_fields(tree))
    for path in sorted((root / "alembic" / "sql").glob("*.sql")):
        told = (text.replace("''", "'") for text in _RAISED.findall(path.read_text("utf-8")))
        found.update(Entry(text) for text in told if "%" not in text)
    return found


def _spoken(tree: ast.Module) -> Iterator[Entry]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            taken = SAYING.get(node.func.id)
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            if taken and len(texts) >= taken:
                sense = "".join(map(str, texts[1:2])) if node.func.id == "say" else ""
                yield Entry(str(texts[taken - 1]), sense, plural=taken > 1)


def _codes(tree: ast.Module) -> Iterator[Entry]:
    """Yield the codes that are read as words: escape_of_water as Escape of water."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(ast.unparse(b) == "StrEnum" for b in node.bases):
            for line in node.body:
                if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant):
                    yield Entry(str(line.value.value).replace("_", " ").capitalize())


def _fields(tree: ast.Module) -> Iterator[Entry]:
    """Yield the names of fields, which are read as words where a form has no other for them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    yield Entry(line.target.id.replace("_", " ").capitalize())


def places(text: str) -> set[str]:
    """Return the names of the fields in *text*."""
    return set(_PLACES.findall(text))


def read(path: Path) -> dict[Entry, tuple[str, ...]]:
    """Return the translations of a .ts file; an unfinished one is empty."""
    if not path.exists():
        return {}
    found = {}
    for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
        plural = message.get("numerus") == "yes"
        entry = Entry(message.findtext("source", ""), message.findtext("comment", ""), plural)
        forms = [form.text or "" for form in message.iter("numerusform")]
        forms = forms or [message.findtext("translation", "")]
        done = message.find("translation[@type]") is None and all(forms)
        found[entry] = tuple(forms) if done else ()
    return found


def write(path: Path, language: str, told: dict[Entry, tuple[str, ...]]) -> None:
    """Write a .ts file, sorted, so that two changes seldom meet."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en_GB")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for entry, forms in sorted(told.items()):
        message = ET.SubElement(context, "message", {"numerus": "yes"} if entry.plural else {})
        ET.SubElement(message, "source").text = entry.source
        if entry.sense:
            ET.SubElement(message, "comment").text = entry.sense
        translation = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
        if entry.plural:
            for form in forms or ("", ""):
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0] if forms else ""
    ET.indent(root, " ")
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        + ET.tostring(root, encoding="unicode")
        + "\n",
        "utf-8",
    )


def main() -> int:
    """Bring every language up to date and say what is still to translate."""
    entries, left = said(), 0
    for path in sorted(WORDS.glob("*.ts")):
        known = read(path)
        told = {entry: known.get(entry, ()) for entry in entries}
        write(path, path.stem, told)
        subprocess.run(
            [str(Path(sys.executable).with_name("pyside6-lrelease")), "-silent", str(path)],
            check=True,
        )
        unfinished = sorted(entry.source for entry, forms in told.items() if not forms)
        left += len(unfinished)
        print(f"{path.name}: {len(told)} texts, {len(unfinished)} to translate")
        print("".join(f"  {source!r}\n" for source in unfinished[:20]), end="")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
