"""Every word has its German: the .ts file is complete and current, and what is loaded is it."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from app import language
from app.settings import ROOT
from app.words import say, say_n, speak, tongue

_spec = importlib.util.spec_from_file_location("extractor", ROOT / ".ci" / "words.py")
assert _spec is not None
assert _spec.loader is not None
extractor = importlib.util.module_from_spec(_spec)
sys.modules["extractor"] = extractor
_spec.loader.exec_module(extractor)

GERMAN = extractor.read(language.WORDS / "de.ts")
# What accuses a person stands nowhere; suspicion is told as indicators.
NEVER = re.compile(r"Betrüger|Betrug bestätigt|betrügerisch|Schwindler", re.IGNORECASE)


@pytest.fixture
def back_to_english():
    yield
    speak(None)


def test_every_text_of_the_code_has_an_entry_and_every_entry_its_text():
    assert set(GERMAN) == extractor.said()


def test_every_entry_is_translated():
    assert [entry.source for entry, forms in GERMAN.items() if not forms] == []


def test_a_translation_fills_in_the_same_fields_as_its_source():
    wrong = [
        (entry.source, form)
        for entry, forms in GERMAN.items()
        for form in forms
        if extractor.places(form) - {"n"} != extractor.places(entry.source) - {"n"}
    ]

    assert wrong == []


def test_a_translation_begins_and_ends_with_the_blanks_of_its_source():
    def around(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]

    assert [
        form
        for entry, forms in GERMAN.items()
        for form in forms
        if around(form) != around(entry.source)
    ] == []


def test_no_translation_accuses_anybody():
    assert [form for forms in GERMAN.values() for form in forms if NEVER.search(form)] == []


def test_the_compiled_file_says_what_the_source_file_says():
    translator = language.translator_of(language.WORDS / "de.qm")
    spoken = {
        entry: tuple(
            translator.translate("Precedent", entry.source, entry.sense or None, n)
            for n in ((1, 2) if entry.plural else (-1,))
        )
        for entry in GERMAN
    }

    assert spoken == GERMAN


@pytest.mark.usefixtures("back_to_english")
def test_german_is_spoken_with_its_plurals_and_signs(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(language.VARIABLE, "de")

    code = language.begin()

    assert (code, tongue()) == ("de", "de")
    assert say("Refer to SIU") == "An SIU verweisen"
    assert say_n("{n:,} claim", "{n:,} claims", 1) == "1 Schaden"
    assert say_n("{n:,} claim", "{n:,} claims", 12345) == "12.345 Schäden"


@pytest.mark.usefixtures("back_to_english")
@pytest.mark.parametrize(("chosen", "code"), [("de", "de"), ("en", "en"), ("xx", "en"), ("", "en")])
def test_the_language_is_the_chosen_one_and_else_that_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, code: str
):
    monkeypatch.delenv(language.VARIABLE, raising=False)
    monkeypatch.setattr(language, "_of_system", lambda: "en")
    settings = QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat)
    settings.setValue(language.CHOICE, chosen)

    assert language.begin(settings) == code


@pytest.mark.parametrize(
    ("source", "said"),
    [("Open", "[Öpéñ~~]"), ("{name:,} of <b>{all}</b>", "[{name:,} öf <b>{all}</b>~]")],
)
def test_the_pseudo_language_keeps_fields_and_marks_and_is_a_third_longer(source: str, said: str):
    assert language.pseudo(source) == said


def test_a_desktop_speaks_german_from_its_first_module_on():
    told = subprocess.run(
        [sys.executable, "-c", _STARTED],
        env=os.environ | {language.VARIABLE: "de", "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.split("\n")[:3] == ["[]", "An SIU verweisen", "Anmelden · Precedent"]


_STARTED = """
import sys
import app.cli
early = [n for n, m in sys.modules.items() if n.startswith("app.") and hasattr(m, "say")]
print([name for name in early if name != "app.words"])
from app.language import begin, dress
begin()
from PySide6.QtWidgets import QApplication
app = QApplication([])
dress(app)
import app.main
from app.services import wording
from app.codes import Action
from app.ui.sign_in import SignInWindow
from app.ui.tasks import Tasks
from app.ui.theme import Theme
theme = Theme(QApplication.instance(), None)
print(wording.ACTION[Action.REFER])
print(SignInWindow(Tasks()).windowTitle())
"""
