"""The filter chips and the search: by mouse, by key, and in words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.access import Role
from app.codes import ClaimType
from app.services.directory import Person
from app.services.queue_filter import Diary, Owner, QueueFilter, RiskBand, StatusGroup
from app.services.queue_offers import Offered
from app.ui.queue.filters import FilterBar
from app.ui.queue.kinds import KINDS
from app.ui.queue.search import SearchBox
from app.ui.theme import Choice, Theme


@pytest.fixture
def bar(theme: Theme) -> Iterator[FilterBar]:
    bar = FilterBar()
    bar.show_query(QueueFilter(owner=Owner.ME, risk=RiskBand.HIGH))
    bar.show()
    yield bar
    for menu in bar.findChildren(QMenu):
        menu.close()
    bar.close()
    bar.deleteLater()


@pytest.fixture
def search(theme: Theme) -> Iterator[SearchBox]:
    search = SearchBox()
    search.resize(300, 34)
    search.show()
    yield search
    search.close()
    search.deleteLater()


def names(bar: FilterBar) -> list[str]:
    return [chip.accessibleName() for chip in bar.chips]


def asked(bar: FilterBar) -> list[QueueFilter]:
    queries: list[QueueFilter] = []
    bar.changed.connect(queries.append)
    return queries


def test_the_chips_are_the_query(bar: FilterBar):
    assert names(bar) == ["Filter Status: Open", "Filter Owner: Me", "Filter Risk: High"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_removes_a_chip(bar: FilterBar, key: Qt.Key):
    queries = asked(bar)

    QTest.keyClick(bar.chips[2], key)

    assert queries == [QueueFilter(owner=Owner.ME)]


def test_a_click_on_the_cross_removes_a_chip(bar: FilterBar):
    queries, chip = asked(bar), bar.chips[1]

    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 14))

    assert queries == [QueueFilter(risk=RiskBand.HIGH)]


def test_a_click_on_the_chip_offers_its_values_with_the_present_one_checked(bar: FilterBar):
    QTest.mouseClick(bar.chips[2], Qt.MouseButton.LeftButton, pos=QPoint(12, 14))

    menu = bar.findChildren(QMenu)[-1]
    offered = [(action.text(), action.isChecked()) for action in menu.actions()]
    assert offered == [
        ("Any", False),
        ("High", True),
        ("Medium", False),
        ("Low", False),
        ("Not scored", False),
    ]


def test_a_value_from_the_menu_changes_the_query(bar: FilterBar):
    queries = asked(bar)

    bar.open_menu()
    types = next(menu for menu in bar.findChildren(QMenu) if menu.title() == "Type")
    next(action for action in types.actions() if action.text() == "Travel").trigger()

    assert queries == [QueueFilter(owner=Owner.ME, risk=RiskBand.HIGH, claim_type=ClaimType.TRAVEL)]


def test_everything_can_be_filtered_by_every_value(bar: FilterBar):
    offered = {kind.field: {kind.none, *kind.values} for kind in KINDS}

    assert offered["status"] == set(StatusGroup)
    assert offered["owner"] == set(Owner)
    assert offered["claim_type"] == {None, *ClaimType}
    assert offered["risk"] == {None, *RiskBand}


def test_removing_the_last_chip_leaves_none(bar: FilterBar):
    bar.show_query(QueueFilter(status=StatusGroup.ALL))

    assert names(bar) == []


def test_letters_are_searched_for_shortly_after_the_last_one(search: SearchBox):
    searched: list[str] = []
    search.searched.connect(searched.append)

    QTest.keyClicks(search, "zie")
    waiting, nothing_yet = search._timer.isActive(), list(searched)
    search._timer.timeout.emit()

    assert waiting
    assert nothing_yet == []
    assert searched == ["zie"]


def test_enter_searches_at_once_and_leaves(search: SearchBox):
    searched: list[str] = []
    left: list[bool] = []
    search.searched.connect(searched.append)
    search.left.connect(lambda: left.append(True))

    QTest.keyClicks(search, " POL-10 ")
    QTest.keyClick(search, Qt.Key.Key_Return)

    assert searched == ["POL-10"]
    assert left == [True]
    assert not search._timer.isActive()


def test_escape_forgets_the_search(search: SearchBox):
    searched: list[str] = []
    search.searched.connect(searched.append)

    QTest.keyClicks(search, "abc")
    QTest.keyClick(search, Qt.Key.Key_Escape)

    assert search.text() == ""
    assert searched == [""]


def test_the_key_of_the_search_is_shown_until_one_writes(search: SearchBox):
    before = search._key.isVisible()

    QTest.keyClicks(search, "a")

    assert before
    assert not search._key.isVisible()


def test_the_mark_of_the_search_follows_the_theme(search: SearchBox, theme: Theme):
    light = search.grab().toImage()

    theme.choose(Choice.DARK)
    QApplication.processEvents()

    assert search.grab().toImage() != light
    assert len(search.actions()) == 1


def test_what_is_put_away_needs_no_chip_until_it_is_asked_for(bar: FilterBar):
    queries = asked(bar)

    bar.open_menu()
    away = next(menu for menu in bar.findChildren(QMenu) if menu.title() == "Put away")
    offered = [action.text() for action in away.actions()]
    away.actions()[1].trigger()

    assert offered == ["Left out", "Only these", "Shown as well"]
    assert queries[0].diary is Diary.PUT_AWAY


OFFERED = Offered(
    colleagues=(Person(7, "lena", "Lena Lead", Role.STAFF),),
    tags=("glass", "total loss"),
    regions=("north",),
)


def values_of(bar: FilterBar, title: str) -> list[str]:
    bar.open_menu()
    menu = next(menu for menu in bar.findChildren(QMenu) if menu.title() == title)
    return [action.text() for action in menu.actions()]


def test_colleagues_tags_and_regions_are_offered_as_they_are_known(bar: FilterBar):
    before = [menu.title() for menu in bar.findChildren(QMenu)]
    bar.offer(OFFERED)

    assert "Colleague" not in before
    assert values_of(bar, "Colleague") == ["Any", "Lena Lead"]
    assert values_of(bar, "Tag") == ["Any", "glass", "total loss"]
    assert values_of(bar, "Region") == ["Any", "north"]


def test_a_tag_a_region_and_a_colleague_stand_as_chips_in_words(bar: FilterBar):
    bar.offer(OFFERED)
    query = QueueFilter(status=StatusGroup.ALL, colleague=7, tag="glass", region="north")

    bar.show_query(query)

    assert names(bar) == [
        "Filter Colleague: Lena Lead",
        "Filter Tag: glass",
        "Filter Region: north",
    ]


def test_a_chip_of_what_is_offered_no_more_still_has_its_word(bar: FilterBar):
    bar.show_query(QueueFilter(status=StatusGroup.ALL, colleague=99, tag="gone"))

    assert names(bar) == ["Filter Colleague: A colleague", "Filter Tag: gone"]


def test_a_colleague_takes_the_place_of_me_as_the_owner(bar: FilterBar):
    bar.offer(OFFERED)
    queries = asked(bar)

    values_of(bar, "Colleague")
    menu = next(menu for menu in bar.findChildren(QMenu) if menu.title() == "Colleague")
    menu.actions()[1].trigger()

    assert queries == [QueueFilter(risk=RiskBand.HIGH, colleague=7)]
