"""Words pass through one seam: English by itself, and as a tongue says, writes and names them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.words import Tongue, amid, fill, mark, mark_n, say, say_n, speak, tongue

TOLD = {
    ("{n:,} claims", "", 1): "{n:,} Schaden",
    ("{n:,} claims", "", 2): "{n:,} Schäden",
    ("{n:,} claims", "", 1234): "{n:,} Schäden",
    ("Open", "", -1): "Offen",
    ("Open", "verb", -1): "Öffnen",
    ("Due {day:%d %b}", "", -1): "Fällig am {day:%d. %b}",
    ("{share:.1%} of {amount:,.2f}", "", -1): "{share:.1%} von {amount:,.2f}",
}
MONTHS = ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.")


@pytest.fixture
def german() -> Iterator[None]:
    names = (("%b", (*MONTHS, "Dez.")), ("%a", ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")))
    speak(Tongue("de", lambda *key: TOLD.get(key, ""), ",", ".", "\u00a0%", names))
    yield
    speak(None)


def test_without_a_tongue_words_are_said_as_they_are_written():
    assert (tongue(), say("Open"), say("Open", "verb")) == ("en", "Open", "Open")


def test_without_a_tongue_braces_stay_when_there_is_nothing_to_fill_in():
    assert say("{name} waits") == "{name} waits"
    assert say("{name} waits", name="Maya") == "Maya waits"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 claims"), (1, "1 claim"), (1234, "1,234 claims")]
)
def test_english_has_one_form_for_one_and_another_for_all_else(count: int, words: str):
    assert say_n("{n:,} claim", "{n:,} claims", count) == words


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("count", "words"), [(1, "1 Schaden"), (1234, "1.234 Schäden")])
def test_a_tongue_has_its_own_forms_and_its_own_signs(count: int, words: str):
    assert say_n("{n:,} claim", "{n:,} claims", count) == words


@pytest.mark.usefixtures("german")
def test_a_sense_tells_apart_what_english_has_one_word_for():
    assert (say("Open"), say("Open", "verb"), tongue()) == ("Offen", "Öffnen", "de")


@pytest.mark.usefixtures("german")
def test_what_has_no_translation_is_said_in_english():
    assert say("Nobody translated {this}", this="that") == "Nobody translated that"


@pytest.mark.usefixtures("german")
def test_dates_are_named_as_the_tongue_names_months():
    assert say("Due {day:%d %b}", day=date(2026, 3, 5)) == "Fällig am 05. März"
    assert fill("{at:%a, %H:%M}", at=datetime(2026, 3, 5, 14, 30, tzinfo=UTC)) == "Do, 14:30"


@pytest.mark.usefixtures("german")
def test_numbers_are_written_with_the_signs_of_the_tongue():
    told = say("{share:.1%} of {amount:,.2f}", share=0.125, amount=Decimal("12345.6"))

    assert told == "12,5\u00a0% von 12.345,60"


@pytest.mark.usefixtures("german")
def test_only_english_writes_words_small_inside_a_sentence():
    assert amid("Rechnung") == "Rechnung"


@pytest.mark.parametrize(("words", "inside"), [("Invoice", "invoice"), ("VIN", "VIN"), ("", "")])
def test_english_writes_words_small_inside_a_sentence_but_not_initials(words: str, inside: str):
    assert amid(words) == inside


def test_what_is_marked_stays_the_text_that_is_translated_later():
    assert mark("Invoice") == "Invoice"
    assert mark_n("{n} day", "{n} days") == ("{n} day", "{n} days")
