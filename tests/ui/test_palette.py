"""The palette and the sheet of shortcuts: everything reachable, under the reader's rights."""

from collections.abc import Iterator, Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity, Role
from app.errors import NotAllowed, Offline
from app.services.claim_views import ClaimRow
from app.services.finding import FindingService
from app.ui.changes import Changes
from app.ui.commands import COMMANDS, bind, command
from app.ui.navigation import Place
from app.ui.palette.entries import CLAIMS, EVERYWHERE, HERE, PLACES, Entry, entries
from app.ui.palette.palette import NOTHING, SEARCHING, Palette
from app.ui.queue.page import QueuePage
from app.ui.shortcut_sheet import ShortcutSheet, grouped
from app.ui.theme import Theme
from app.ui.window import MainWindow
from tests.factories import a_claim, a_party, a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, three_claims
from tests.ui.views import a_row

ADJUSTER = Identity(3, "maya", "Maya Chen", Role.STAFF)


class Screen(QWidget):
    """A screen with two steps, one of which is impossible."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for identifier in ("claim.approve", "claim.refer", "queue.refresh"):
            bind(identifier, self, partial(done.append, identifier), ADJUSTER)

    def subject(self) -> str:
        return "MOT-2026-000001-K"

    def blocked(self, identifier: str) -> str:
        return "Above your authority" if identifier == "claim.approve" else ""


class Found:
    """Stands for the search; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer: Sequence[ClaimRow] | Exception = ()

    def __call__(self, typed: str) -> Sequence[ClaimRow]:
        self.asked.append(typed)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def found() -> Found:
    return Found()


@pytest.fixture
def palette(
    qtbot: QtBot, theme: Theme, run_now: RunNow, done: list[str], found: Found
) -> Iterator[Palette]:
    places = [
        Place("go.queue", "Work", partial(Screen, done)),
        Place("go.mine", "Work", partial(Screen, done)),
    ]
    window = MainWindow(ADJUSTER, places, Changes(), theme, workplace="Northgate")
    palette = Palette(window, run_now, found, lambda claim: done.append(f"claim {claim}"))
    bind("app.palette", window, palette.open, ADJUSTER)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    QTest.keyClick(window.screen_shown, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    yield palette
    palette.close_palette()


def offered(palette: Palette) -> list[tuple[str, str]]:
    return [(one.section, one.title) for one in palette.lines.lines if isinstance(one, Entry)]


def press(palette: Palette, key: Qt.Key) -> None:
    QTest.keyClick(palette.line, key)


def search_now(palette: Palette) -> None:
    palette._timer.timeout.emit()


def test_ctrl_k_offers_the_claim_s_actions_first_then_places_then_the_rest(palette: Palette):
    sections = list(dict.fromkeys(section for section, _ in offered(palette)))

    assert palette.isVisible()
    assert palette.line.hasFocus()
    assert sections == ["Actions on MOT-2026-000001-K", HERE, PLACES, EVERYWHERE]


def test_what_is_typed_begins_words_of_what_is_found(palette: Palette):
    QTest.keyClicks(palette.line, "re")

    titles = [title for _, title in offered(palette)]
    assert titles == ["Refer to SIU", "Refresh"]


def test_enter_does_what_is_chosen_and_gives_the_focus_back(palette: Palette, done: list[str]):
    QTest.keyClicks(palette.line, "refer")

    press(palette, Qt.Key.Key_Return)

    window = palette.window()
    assert isinstance(window, MainWindow)
    assert (done, palette.isVisible()) == (["claim.refer"], False)
    assert window.screen_shown.hasFocus()


def test_what_cannot_be_done_now_says_why_and_does_nothing(palette: Palette, done: list[str]):
    QTest.keyClicks(palette.line, "approve")

    press(palette, Qt.Key.Key_Return)

    entry = palette.view.entry()
    assert entry
    assert (entry.reason, done, palette.isVisible()) == ("Above your authority", [], True)


def test_a_place_is_gone_to(palette: Palette):
    QTest.keyClicks(palette.line, "my claims")

    press(palette, Qt.Key.Key_Return)

    window = palette.window()
    assert isinstance(window, MainWindow)
    assert window.windowTitle().startswith("My claims")


def test_claims_are_searched_after_a_moment_and_stand_last(palette: Palette, found: Found):
    found.answer = (a_row(number="MOT-2026-000042-R", claimant="Joanna Pereira"),)
    QTest.keyClicks(palette.line, "re")
    before = list(found.asked)

    search_now(palette)

    assert (before, found.asked) == ([], ["re"])
    assert offered(palette)[-1] == (CLAIMS, "MOT-2026-000042-R")


def test_while_claims_are_searched_it_says_so(palette: Palette):
    QTest.keyClicks(palette.line, "pereira")

    assert palette.lines.lines[-1] == SEARCHING


def test_an_answer_to_what_is_no_longer_typed_is_dropped(palette: Palette, found: Found):
    QTest.keyClicks(palette.line, "per")

    palette._arrive("pe", (a_row(),))

    assert not any(section == CLAIMS for section, _ in offered(palette))


def test_a_claim_that_was_found_is_opened(palette: Palette, found: Found, done: list[str]):
    found.answer = (a_row(id=77),)
    QTest.keyClicks(palette.line, "#0000")
    search_now(palette)

    press(palette, Qt.Key.Key_Return)

    assert done == ["claim 77"]


def test_a_greater_than_sign_asks_for_commands_only(palette: Palette, found: Found):
    QTest.keyClicks(palette.line, ">ref")

    assert ("Actions on MOT-2026-000001-K", "Refer to SIU") in offered(palette)
    assert found.asked == []


def test_a_number_sign_asks_for_claims_only(palette: Palette, found: Found):
    QTest.keyClicks(palette.line, "#42")

    search_now(palette)

    assert found.asked == ["#42"]
    assert offered(palette) == []
    assert palette.lines.lines == [NOTHING]


def test_tab_narrows_to_commands_to_numbers_and_back(palette: Palette):
    QTest.keyClicks(palette.line, "re")
    seen = []

    for _ in range(3):
        press(palette, Qt.Key.Key_Tab)
        seen.append(palette.line.text())

    assert seen == [">re", "#re", "re"]


def test_arrows_walk_past_the_headings_and_around(palette: Palette):
    first = palette.view.entry()
    press(palette, Qt.Key.Key_Up)
    last = palette.view.entry()

    press(palette, Qt.Key.Key_Down)

    assert last != first
    assert palette.view.entry() == first


def test_escape_leads_back_without_doing_anything(palette: Palette, done: list[str]):
    press(palette, Qt.Key.Key_Escape)

    assert (palette.isVisible(), done) == (False, [])


def test_ctrl_k_again_closes_it(palette: Palette):
    QTest.keyClick(palette.line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    assert not palette.isVisible()


def test_without_a_connection_it_still_offers_commands_and_says_why_no_claims(
    palette: Palette, found: Found
):
    found.answer = Offline("The server cannot be reached.")
    QTest.keyClicks(palette.line, "re")

    search_now(palette)

    assert palette.lines.lines[-1] == (
        "Claims cannot be searched now: The server cannot be reached."
    )
    assert len(offered(palette)) == 2


def test_letters_typed_there_are_no_keys_of_the_desk(palette: Palette, done: list[str]):
    QTest.keyClicks(palette.line, "ra")

    assert (palette.line.text(), done) == ("ra", [])


def test_a_screen_reader_hears_a_line_with_its_keys_and_its_reason(palette: Palette):
    index = palette.lines.index(2)

    said = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Approve, Above your authority, shortcut A"


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


def reachable(page: QueuePage) -> set[str]:
    return {one.objectName() for one in page.actions()}


def test_every_action_of_the_queue_is_reachable_by_the_palette(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)

    titles = {entry.title for entry in entries(page, page, ())}

    assert titles == {command(identifier).title for identifier in reachable(page)}
    assert {"claim.approve", "claim.compare", "queue.filter"} <= reachable(page)


def test_a_step_that_is_impossible_in_the_claim_s_state_says_so(
    database: Database, maya: Identity, desks: Desks
):
    three_claims(database)
    page = desks.open(maya)

    told = {entry.title: entry.reason for entry in entries(page, page, ())}

    assert told["Take"] == ""
    assert told["Release"]


def test_claims_are_found_by_name_number_and_policy_among_those_in_sight(
    database: Database, maya: Identity
):
    mine, hidden = a_claim(database, policy_number="POL-77"), a_claim(database, region="south")
    for claim in (mine, hidden):
        a_party(database, claim, kind="claimant", name="Joanna Pereira")
    number = database.value("SELECT claim_number FROM claims_claim WHERE id = %s", mine)
    find = FindingService(database.sessions_as(maya), maya).find

    found = [[row.id for row in find(typed)] for typed in ("perei", f"#{number[-8:]}", "pol-77")]

    assert found == [[mine], [mine], [mine]]


def test_after_a_number_sign_names_are_not_searched(database: Database, maya: Identity):
    claim = a_claim(database)
    a_party(database, claim, kind="claimant", name="Joanna Pereira")

    assert FindingService(database.sessions_as(maya), maya).find("#pereira") == ()


def test_a_user_searches_no_queue(database: Database):
    owen = a_person(database, "user")

    with pytest.raises(NotAllowed):
        FindingService(database.sessions_as(owen), owen).find("perei")


def test_the_sheet_lists_every_key_the_person_has_and_no_other(theme: Theme, qtbot: QtBot):
    claimant = Identity(1, "owen", "Owen Price", Role.USER)
    parent = QWidget()
    qtbot.addWidget(parent)

    sheet = ShortcutSheet(claimant, parent)

    said = {label.accessibleName() for label in sheet.findChildren(QLabel)}
    assert "New claim: N" in said
    assert not any(words.startswith("Approve") for words in said)


@pytest.mark.parametrize("role", [Role.USER, Role.STAFF, Role.ADMIN])
def test_every_allowed_command_with_a_key_stands_in_one_group_of_the_sheet(role: Role):
    person = Identity(1, "p", "P", role, siu=True, supervisor=True, analyst=True)

    listed = [known.id for members in grouped(person).values() for known in members]

    expected = {known.id for known in COMMANDS if known.keys and known.allowed(person)}
    assert (len(listed), set(listed)) == (len(expected), expected)
