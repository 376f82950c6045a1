"""What is stored in English is said in the language of the desktop."""

from collections.abc import Iterator

import pytest

from app.language import VARIABLE, begin
from app.ml.explanation import ABSTAINING, sentence
from app.services.stored_words import coded, stored_sentence, stored_value
from app.words import speak

VALUES = ["£2,738", "78%", "12.5%", "255 days", "1 day", "0.25", "Cancellation", "not given"]


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(VARIABLE, "de")
    begin()
    yield
    speak(None)


@pytest.mark.parametrize("value", VALUES)
def test_in_english_a_stored_value_stays_as_it_is(value: str):
    assert stored_value(value) == value


@pytest.mark.usefixtures("german")
def test_a_stored_value_is_written_as_the_language_writes():
    assert [stored_value(value) for value in VALUES] == [
        "£2.738",
        "78\u00a0%",
        "12,5\u00a0%",
        "255 Tage",
        "1 Tag",
        "0,25",
        "Stornierung",
        "nicht angegeben",
    ]


@pytest.mark.parametrize(("found", "shown"), [(0, 10), (1, 10), (10, 10), (3, 7)])
def test_the_vote_is_told_as_it_was_stored_in_english(found: int, shown: int):
    told = sentence(found, shown, 12.4, 301, 0.1)

    assert stored_sentence(told) == told


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("found", "shown", "begins"),
    [(0, 10, "0 der 10 "), (1, 10, "1 der 10 "), (10, 10, "10 der 10 "), (3, 7, "3 der 7 ")],
)
def test_the_vote_is_said_again_with_its_figures(found: int, shown: int, begins: str):
    told = stored_sentence(sentence(found, shown, 12.4, 301, 0.1) + ABSTAINING)

    assert told.startswith(
        f"{begins}nächsten regulierten Schäden erhärteten sich (12 % der Stimmen"
    )
    assert told.endswith("daher gibt die Maschine keine Empfehlung.")


@pytest.mark.usefixtures("german")
def test_a_sentence_of_another_shape_stays_as_it_is():
    assert stored_sentence("Something else was found.") == "Something else was found."


def test_a_code_is_written_as_a_person_would_write_it():
    assert (coded("escape_of_water"), coded("")) == ("Escape of water", "")
