"""The work on claims through real windows: notes, diary, tags, tasks, marks, assignment."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.access import Identity
from app.services.desk_work import DeskWorkService
from app.services.figures import today
from app.services.queue_filter import Diary, QueueFilter
from app.ui.bulk import BulkDialog
from app.ui.decision.fields import Entry
from app.ui.forecast import ForecastDialog
from app.ui.queue.kinds import KINDS, Kind, all_kinds
from app.ui.queue.page import QueuePage
from tests.factories import a_person
from tests.server import Database
from tests.ui.conftest import RunNow
from tests.ui.desk import CONTROL, Desks, numbers, press, press_key, three_claims

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(database, full_name="Samir Haddad", supervisor=True)


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


def shown(page: QueuePage) -> int:
    assert page.pane.claim is not None
    return page.pane.claim.id


def dialog_of(page: QueuePage) -> BulkDialog:
    return next(found for found in page.findChildren(BulkDialog) if found.isVisible())


def write(entry: Entry, text: str) -> None:
    editor = entry.field.editor
    assert isinstance(editor, QLineEdit)
    editor.setText(text)


def outcomes(dialog: BulkDialog) -> list[str]:
    table = dialog.table
    items = [table.item(row, 2) for row in range(table.rowCount())]
    return [item.text() for item in items if item]


def test_a_note_is_written_by_keys_and_stands_in_the_file(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "M")
    press(page, "Called her at noon.")
    press_key(page, Qt.Key.Key_Return, CONTROL)

    notes = DeskWorkService(database.sessions_as(maya), maya).of(shown(page)).notes
    assert [(note.author, note.text) for note in notes] == [("Maya Chen", "Called her at noon.")]
    assert page.work.claim.tab_page.notes.lines[0]._text.text() == "Called her at noon."
    assert page.work.claim.slot.form is None
    assert "noted" in page.toast.text


def test_a_note_without_words_stays_open_and_says_what_is_missing(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "M")
    press_key(page, Qt.Key.Key_Return, CONTROL)

    form = page.work.claim.slot.form
    assert form is not None
    assert form.entries["words"].field.problem == "Write what the file should keep."


def test_letters_in_a_note_decide_nothing(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "M")
    press(page, "arid")

    assert page.pane.slot.form() is None
    assert database.value("SELECT count(*) FROM claims_claim WHERE status <> 'triaged'") == 0


def test_a_claim_put_away_leaves_the_queue_and_h_brings_it_back(database, maya, desks):
    first, *_rest = three_claims(database, assigned_to=maya.id, status="in_review")
    page = desks.open(maya, working=True)

    press(page, "H")
    form = page.work.claim.slot.form
    form.entries["reason"].field.editor.setText("The garage answers then.")
    form.submit()
    away = numbers(page)
    press(page, "H")

    assert len(away) == 2
    assert len(numbers(page)) == 3
    assert shown(page) == first
    kinds = "SELECT kind FROM claims_event WHERE claim_id = %s ORDER BY seq"
    assert [kind for (kind,) in database.run(kinds, first) if kind == "diary"] == ["diary"] * 2


def test_a_chip_and_the_search_find_what_h_put_away(database, maya, desks):
    first, *_rest = three_claims(database, assigned_to=maya.id, status="in_review")
    page = desks.open(maya, working=True)
    press(page, "H")
    form = page.work.claim.slot.form
    form.entries["reason"].field.editor.setText("The garage answers then.")
    form.submit()

    page.head.filters.set_value(kind_of("diary"), Diary.PUT_AWAY)
    chip = page.head.filters.chips[-1].accessibleName()
    by_chip = [row.id for row in page.table.rows]
    page.head.filters.set_value(kind_of("diary"), Diary.READY)
    page.head.search.setText("Zielinski")
    page.head.search.search()
    by_words = [row.id for row in page.table.rows]

    assert by_chip == by_words == [first]
    assert chip == "Filter Put away: Only these"


def kind_of(field: str, page: QueuePage | None = None) -> Kind:
    kinds = all_kinds(page.offers.known) if page else KINDS
    return next(kind for kind in kinds if kind.field == field)


def test_what_the_server_refuses_is_said_in_the_form(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "H")
    form = page.work.claim.slot.form
    form.entries["reason"].field.editor.setText("Later")
    form.submit()

    assert "Take it first" in form.banner.accessibleName()
    assert form.send.isEnabled()


def test_claims_put_away_are_found_by_their_filter(database, maya, desks):
    first, *_rest = three_claims(database, assigned_to=maya.id, status="in_review")
    work = DeskWorkService(database.sessions_as(maya), maya)
    work.put_away(first, today() + timedelta(days=3), "Later")

    page = desks.open(maya, start=QueueFilter(diary=Diary.PUT_AWAY), working=True)

    assert [row.id for row in page.table.rows] == [first]
    assert page.work.claim.tab_page.diary.accessibleName().startswith("Put away until")


def test_a_tag_is_set_and_taken_off_by_the_same_key(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)

    for _ in range(2):
        press(page, "T", SHIFT)
        page.work.claim.slot.form.entries["tag"].field.editor.setText("Storm Ina")
        page.work.claim.slot.form.submit()

    assert page.work.claim.work.tags == ()
    assert database.value("SELECT count(*) FROM claims_event WHERE kind = 'tag'") == 2


def test_the_checklist_is_begun_and_a_task_ticked_off(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "Y")
    page.work.claim.tab_page.tasks.lines[0].box.click()

    tasks = page.work.claim.work.tasks
    assert len(tasks) == 5
    assert [task.done_by for task in tasks if task.done] == ["Maya Chen"]
    assert [tab.text() for tab in page.pane.body.tabs if tab.isChecked()] == ["Work"]


def test_a_task_is_added_with_its_day(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "M", SHIFT)
    page.work.claim.slot.form.entries["title"].field.editor.setText("Ask for photos")
    page.work.claim.slot.form.submit()

    assert [task.title for task in page.work.claim.work.tasks] == ["Ask for photos"]


def test_the_next_claim_is_taken_and_shown_with_one_key(database, maya, desks):
    first, *_rest = three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "W")

    assert shown(page) == first
    assert database.value("SELECT assigned_to FROM claims_claim WHERE id = %s", first) == maya.id
    assert page.toast.text.endswith("is yours now")


def test_when_nothing_waits_the_key_says_so(maya, desks):
    page = desks.open(maya, working=True)

    press(page, "W")

    assert page.head.notice.accessibleName().startswith("Nothing waits for you")


def test_marked_claims_are_tagged_together_after_a_preview(database, maya, desks):
    first, second, third = three_claims(database)
    DeskWorkService(database.sessions_as(maya), maya).tag(first, "storm")
    page = desks.open(maya, working=True)

    press(page, "X")
    press(page, "J", SHIFT)
    press(page, "T", SHIFT)
    dialog = dialog_of(page)
    write(dialog.entries["tag"], "Storm")
    dialog.preview()
    told = outcomes(dialog)
    dialog.apply()

    assert page.work.bar._count.text() == "2 marked"
    assert told == ["Has this tag already", "Gets the tag storm"]
    tagged = database.run("SELECT claim_id FROM claims_tag WHERE tag = 'storm' ORDER BY claim_id")
    assert tagged == [(first,), (second,)]
    assert third not in page.table.marked


def test_marked_claims_of_others_are_not_put_away(database, maya, desks):
    mine, other, _free = three_claims(database)
    database.run(
        "UPDATE claims_claim SET assigned_to = %s, status = 'in_review' WHERE id = %s",
        maya.id,
        mine,
    )
    page = desks.open(maya, working=True)

    page.table.mark(mine, on=True)
    page.table.mark(other, on=True)
    press(page, "H")
    dialog = dialog_of(page)
    told = outcomes(dialog)
    write(dialog.entries["reason"], "The storm")
    dialog.apply()

    assert "Belongs to nobody" in told
    away = database.run("SELECT id FROM claims_claim WHERE diary_until IS NOT NULL")
    assert away == [(mine,)]


def test_no_decision_is_offered_for_many(database, lead, desks):
    page = desks.open(lead, working=True)

    assert set(page.work.bar.buttons) == {"claim.assign", "claim.tag", "claim.snooze"}


def test_clearing_takes_the_marks_and_the_bar_away(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)
    press(page, "X")
    marked = page.work.bar.isVisible()

    page.work.bar.clear.click()

    assert marked
    assert page.work.bar.isHidden()
    assert page.table.marked == set()


def test_a_supervisor_shares_out_claims_to_who_carries_least(database, maya, lead, desks):
    busy = a_person(database, full_name="Tom Reyes")
    three_claims(database)
    for _ in range(4):
        three_claims(database, assigned_to=busy.id, status="in_review")
    page = desks.open(lead, working=True)
    for row in page.table.rows:
        page.table.mark(row.id, on=row.assigned_to is None)

    press(page, "O")
    dialog = dialog_of(page)
    dialog.apply()

    assert dialog.table.rowCount() == 3
    owners = database.run(
        "SELECT assigned_to FROM claims_claim WHERE status = 'triaged' ORDER BY id"
    )
    assert {owner for (owner,) in owners} == {maya.id, lead.id}


def test_an_adjuster_has_no_key_to_assign(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "O")

    assert page.findChildren(BulkDialog) == []
    assert "claim.assign" not in page.work.bar.buttons


def test_the_forecast_is_shown_with_its_key(maya, desks):
    page = desks.open(maya, working=True)

    press(page, "F", SHIFT)

    (dialog,) = page.findChildren(ForecastDialog)
    assert dialog.isVisible()
    assert dialog.summary.text().startswith("Nothing is late. 0 more fall due")


def test_who_works_on_a_claim_is_named_and_work_is_taken_over(database, maya, lead, desks):
    claim, *_rest = three_claims(database, assigned_to=maya.id, status="in_review")
    theirs = desks.open(maya, working=True)
    theirs.work.attendance._arrive()
    page = desks.open(lead, working=True)
    page.work.attendance._arrive()
    held = page.pane.bar.reason.text()
    told = page.work.attendance.bar.accessibleName()

    press(page, "L")
    theirs.work.attendance.hear(frozenset({claim}))

    assert told.startswith("Maya Chen is working on this since ")
    assert held.endswith("Take over with L.")
    assert page.work.attendance.bar.accessibleName().startswith("Maya Chen is looking")
    assert theirs.work.attendance.bar.accessibleName().startswith("Samir Haddad is working on")


def test_who_only_looks_is_named_and_holds_nobody_up(database, maya, lead, desks):
    three_claims(database)
    first = desks.open(maya, working=True)
    first.work.attendance._arrive()
    page = desks.open(lead, working=True)

    page.work.attendance._arrive()

    bar = page.work.attendance.bar
    assert bar.accessibleName() == "Maya Chen is looking at this claim too."
    assert page.pane._blocked() == ""


def test_closing_the_claim_leaves_it(database, maya, desks):
    three_claims(database)
    page = desks.open(maya, working=True)
    page.work.attendance._arrive()
    there = database.value("SELECT count(*) FROM claims_presence")

    page.pane.hide()

    assert there == 1
    assert database.value("SELECT count(*) FROM claims_presence") == 0


def named_notes(database: Database) -> list[tuple[str, str]]:
    query = "SELECT u.full_name, n.kind FROM desk_notice n JOIN auth_user u ON u.id = n.user_id"
    return [(name, kind) for name, kind in database.run(query)]


def test_an_at_sign_offers_colleagues_and_the_chosen_one_is_told(database, maya, lead, desks):
    three_claims(database)
    page = desks.open(maya, working=True)
    press(page, "M")
    press(page, "Ask @ham")
    none = page.focusWidget().completer.popup().isVisible()
    for _letter in "ham":
        press_key(page, Qt.Key.Key_Backspace)
    press(page, "samir")
    popup = page.focusWidget().completer.popup()
    offered = [popup.model().index(n, 0).data() for n in range(popup.model().rowCount())]

    QTest.keyClick(popup, Qt.Key.Key_Return)
    press(page, "about the tow.")
    press_key(page, Qt.Key.Key_Return, CONTROL)

    notes = DeskWorkService(database.sessions_as(maya), maya).of(shown(page)).notes
    assert not none
    assert offered == [f"Samir Haddad  @{lead.username}"]
    assert notes[0].text == f"Ask @{lead.username} about the tow."
    assert named_notes(database) == [("Samir Haddad", "mention")]


def test_an_address_in_a_note_offers_nobody(database, maya, lead, desks):
    three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "M")
    press(page, "Wrote to rita@s")

    assert not page.focusWidget().completer.popup().isVisible()


def test_escape_closes_the_list_of_colleagues_and_keeps_the_note(database, maya, lead, desks):
    three_claims(database)
    page = desks.open(maya, working=True)
    press(page, "M")
    press(page, "Ask @s")

    QTest.keyClick(page.focusWidget().completer.popup(), Qt.Key.Key_Escape)

    assert not page.focusWidget().completer.popup().isVisible()
    assert page.work.claim.slot.form.words()["words"] == "Ask @s"


def test_chips_of_a_colleague_a_tag_and_a_region_find_their_claims(database, maya, lead, desks):
    first, second, _third = three_claims(database)
    database.run("UPDATE claims_claim SET assigned_to = %s WHERE id = %s", maya.id, first)
    DeskWorkService(database.sessions_as(lead), lead).tag(second, "glass")
    page = desks.open(lead, working=True)

    found = {}
    for field, value in (("colleague", maya.id), ("tag", "glass"), ("region", "north")):
        page.head.filters.set_value(kind_of(field, page), value)
        found[field] = [row.id for row in page.table.rows]
        page.head.filters.set_value(kind_of(field, page), None)

    assert page.offers.known.regions == ("north",)
    assert found["colleague"] == [first]
    assert found["tag"] == [second]
    assert len(found["region"]) == 3
