"""Which language the desktop speaks: chosen once, before anything that has words is loaded."""

import os
from math import ceil
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from app.settings import RESOURCES
from app.words import Tongue, speak, tongue

CHOICE = "display/language"
VARIABLE = "PRECEDENT_LANGUAGE"
ENGLISH, GERMAN, PSEUDO = "en", "de", "pseudo"
NAMES = {ENGLISH: "English", GERMAN: "Deutsch"}
WORDS = RESOURCES / "words"
_CONTEXT = "Precedent"
_LETTERS = str.maketrans("aeiouycnszAEIOUYCNSZ", "áéíöüýçñšžÁÉÍÖÜÝÇÑŠŽ")
_LONGER = 0.35
_HELD: list[QTranslator] = []


def stored_settings() -> QSettings:
    """Return the settings of the person at this computer."""
    from platformdirs import user_config_path

    path = user_config_path("Precedent", appauthor=False) / "desktop.ini"
    return QSettings(str(path), QSettings.Format.IniFormat)


def begin(settings: QSettings | None = None) -> str:
    """Speak as the environment says, else as was chosen, else as the system does; say which."""
    chosen = os.environ.get(VARIABLE) or (str(settings.value(CHOICE, "")) if settings else ENGLISH)
    code = chosen if chosen in {ENGLISH, GERMAN, PSEUDO} else _of_system()
    if code == GERMAN:
        speak(_german())
    elif code == PSEUDO:
        speak(Tongue(PSEUDO, lambda source, _sense, _n: pseudo(source)))
    else:
        speak(None)
    return code


def dress(app: QCoreApplication) -> None:
    """Let Qt's own dialogs and editors speak the language, too."""
    if tongue() != GERMAN:
        return
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    own = QTranslator(app)
    if own.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(own)
    for translator in _HELD:
        app.installTranslator(translator)


def pseudo(source: str) -> str:
    """Return *source* in brackets, with accents and a third longer, its {fields} as they are."""
    parts, inside, letters = [], 0, 0
    for letter in source:
        inside += (letter in "{<") - (letter in "}>")
        letters += not inside and letter.isalpha()
        parts.append(letter if inside else letter.translate(_LETTERS))
    return f"[{''.join(parts)}{'~' * ceil(_LONGER * letters)}]"


def translator_of(path: Path) -> QTranslator:
    """Return the translator of a compiled .qm file."""
    translator = QTranslator()
    if not translator.load(str(path)):
        raise FileNotFoundError(path)
    return translator


def _of_system() -> str:
    return GERMAN if QLocale.system().name().startswith(GERMAN) else ENGLISH


def _german() -> Tongue:
    translator = translator_of(WORDS / "de.qm")
    _HELD[:] = [translator]
    locale = QLocale(QLocale.Language.German, QLocale.Country.Germany)

    def translate(source: str, sense: str, n: int) -> str:
        return translator.translate(_CONTEXT, source, sense or None, n) or ""

    return Tongue(
        GERMAN,
        translate,
        point=locale.decimalPoint(),
        group=locale.groupSeparator(),
        percent="\u00a0%",
        names=_names(locale),
    )


def _names(locale: QLocale) -> tuple[tuple[str, tuple[str, ...]], ...]:
    short, long = QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat
    months = [tuple(locale.monthName(m, form) for m in range(1, 13)) for form in (short, long)]
    days = [tuple(locale.dayName(d, form) for d in range(1, 8)) for form in (short, long)]
    return (("%b", months[0]), ("%B", months[1]), ("%a", days[0]), ("%A", days[1]))
