"""What users of such desks complained of, each with the behaviour that answers it here."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.access import Identity
from app.codes import ClockKind, LetterKind, Status
from app.services.desk_work import DeskWorkService
from app.services.due import Due, DueState
from app.services.figures import today
from app.services.import_columns import guesses
from app.services.letters import LetterService
from app.services.queue_filter import QueueFilter, StatusGroup
from app.ui.bulk import BulkDialog
from app.ui.due import TONES
from app.ui.forecast import ForecastDialog
from app.ui.queue.page import QueuePage
from app.ui.shortcut_sheet import ShortcutSheet
from app.worker.diary import bring_back
from tests.factories import a_party, a_person
from tests.server import Database
from tests.services.desk import steps_of, version_of
from tests.ui.conftest import RunNow
from tests.ui.desk import CONTROL, Desks, a_claim_of, press, press_key, three_claims
from tests.worker.stations import a_station

pytestmark = pytest.mark.usefixtures("theme")
SHIFT = Qt.KeyboardModifier.ShiftModifier
EVERYTHING = QueueFilter(status=StatusGroup.ALL)


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(
        database, full_name="Lena Lead", supervisor=True, authority_limit=Decimal(50000)
    )


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    opened = Desks(database, run_now)
    yield opened
    opened.close()


def words_in(widget: QWidget) -> str:
    labels = (label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
    return " | ".join(label.accessibleName() or label.text() for label in labels)


def reason_of(page: QueuePage, name: str) -> str:
    return page.pane.money.buttons[name].accessibleDescription()


def test_a_score_comes_with_what_drove_it_and_what_is_normal_jube_109(database, maya, desks):
    a_claim_of(database, "Oliver Zielinski", 87)

    page = desks.open(maya)

    told = words_in(page.pane.body)
    assert "2 of the 3 nearest settled claims were substantiated" in told
    assert "Days from loss to report" in told
    assert page.pane.detail.score.probability == 0.4
    assert [one.share for one in page.pane.detail.score.precedents] == [0.04, 0.04, 0.04]


def test_a_clock_warns_first_and_is_late_after_its_day_and_a_forecast_tells_thehive_56(
    database, maya, desks
):
    due = Due(ClockKind.DECIDE, today() - timedelta(8), today(), today() + timedelta(1))
    states = [due.state(today() + timedelta(n)) for n in (-1, 0, 1, 2)]
    page = desks.open(maya, working=True)

    press(page, "F", SHIFT)

    assert states == [DueState.FINE, DueState.SOON, DueState.TODAY, DueState.LATE]
    assert TONES[DueState.SOON] != TONES[DueState.LATE]
    assert page.findChildren(ForecastDialog)[0].summary.text().startswith("Nothing is late.")


def test_a_claim_put_away_comes_back_on_its_day_by_itself_thehive_815(database, maya, desks):
    first, *_rest = three_claims(database, assigned_to=maya.id, status="in_review")
    page = desks.open(maya, working=True)
    press(page, "H")
    form = page.work.claim.slot.form
    form.entries["reason"].field.editor.setText("The garage answers then.")
    form.submit()
    away = page.table.row_of(first)

    database.run("UPDATE claims_claim SET diary_until = current_date WHERE id = %s", first)
    database.run("UPDATE claims_diary SET until = current_date WHERE claim_id = %s", first)
    bring_back(a_station(database))
    page.hear(frozenset({first}))

    assert away is None
    assert page.table.row_of(first) is not None
    kinds = database.run("SELECT kind FROM desk_notice WHERE user_id = %s", maya.id)
    assert ("back",) in kinds


def test_nothing_is_closed_without_saying_what_the_review_came_to_thehive_1182(
    database, maya, desks
):
    claim = a_claim_of(database, "Oliver", 40, status="settled", assigned_to=maya.id)
    page = desks.open(maya, start=EVERYTHING)

    press(page, "C", SHIFT)
    form = page.pane.slot.form()
    form.submit()

    assert "Choose a reason" in form.entries["outcome"].field.problem
    assert steps_of(database, claim) == []


def test_many_claims_are_handed_on_at_once_after_a_look_and_none_is_decided_thehive_1182(
    database, maya, lead, desks
):
    three_claims(database)
    page = desks.open(lead, working=True)
    for row in page.table.rows:
        page.table.mark(row.id, on=True)

    press(page, "O")
    dialog = page.findChildren(BulkDialog)[0]
    dialog.preview()
    before = database.value("SELECT count(*) FROM claims_claim WHERE assigned_to IS NULL")
    dialog.apply()

    assert (before, dialog.table.rowCount()) == (3, 3)
    assert database.run("SELECT DISTINCT status FROM claims_claim") == [("triaged",)]


def test_who_else_works_on_a_claim_is_seen_and_nothing_overwritten_sormas_2647(
    database, maya, lead, desks
):
    claim = a_claim_of(database, "Oliver", 87, status="in_review", assigned_to=maya.id)
    theirs = desks.open(maya, working=True)
    theirs.work.attendance._arrive()
    page = desks.open(lead, working=True)
    page.work.attendance._arrive()
    seen = page.work.attendance.bar.accessibleName()
    press(theirs, "R2")
    database.run("UPDATE claims_claim SET amount = 7, version = version + 1 WHERE id = %s", claim)

    theirs.pane.slot.form().submit()

    assert seen.startswith("Maya Chen is working on this since ")
    assert [row.field.name for row in theirs.pane.slot.merge.rows] == ["status", "amount"]
    assert steps_of(database, claim) == []


def test_work_goes_to_who_carries_least_and_is_at_the_desk_caseflow_1691(
    database, maya, lead, desks
):
    away = a_person(database, full_name="Abe Away")
    three_claims(database)
    present = "INSERT INTO claims_presence (user_id, claim_id, seen_at) VALUES (%s, %s, now())"
    some = database.value("SELECT min(id) FROM claims_claim")
    for person in (maya, lead):
        database.run(present, person.id, some)
    page = desks.open(lead, working=True)
    page.table.mark(page.table.rows[0].id, on=True)

    press(page, "O")
    page.findChildren(BulkDialog)[0].apply()

    owner = database.value("SELECT assigned_to FROM claims_claim WHERE assigned_to IS NOT NULL")
    assert owner in {maya.id, lead.id}
    assert owner != away.id


def test_ten_small_claims_are_less_work_than_ten_large_ones_frappe_3180(
    database, maya, lead, desks
):
    for _ in range(10):
        a_claim_of(database, "Small", 5, assigned_to=maya.id, amount=Decimal(90))
    large = a_person(database, full_name="Tom Large")
    for _ in range(10):
        told = {"assigned_to": large.id, "amount": Decimal(50000)}
        a_claim_of(database, "Large", 95, **told)
    page = desks.open(lead, working=True)

    loads = {load.name: load for load in page.work._services.assigning.loads()}

    assert (loads["Maya Chen"].claims, loads["Tom Large"].claims) == (10, 10)
    assert loads["Tom Large"].effort == 3 * loads["Maya Chen"].effort


def test_notes_tags_and_the_sheet_of_keys_need_no_mouse_caseflow_1852(database, maya, desks):
    claim, *_rest = three_claims(database)
    page = desks.open(maya, working=True)

    press(page, "M")
    press(page, "Called her at noon.")
    press_key(page, Qt.Key.Key_Return, CONTROL)
    press(page, "T", SHIFT)
    press(page, "glass")
    press_key(page, Qt.Key.Key_Return)
    sheet = ShortcutSheet(maya, page)

    work = DeskWorkService(database.sessions_as(maya), maya).of(claim)
    assert ([note.text for note in work.notes], work.tags) == (["Called her at noon."], ("glass",))
    assert "Add note" in words_in(sheet)
    sheet.close()


def test_a_letter_says_the_steps_what_is_open_and_what_has_come_va_gov_42904(database, maya, desks):
    ask = {"what": "the repair invoice", "of_whom": "the claimant"}
    claim = a_claim_of(
        database,
        "Oliver",
        40,
        status="pending_info",
        assigned_to=maya.id,
        status_detail=ask,
        hold_until=today() + timedelta(9),
    )
    database.run(
        "INSERT INTO claims_document (claim_id, document_type, name, status)"
        " VALUES (%s, 'photo', 'Front.jpg', 'clean')",
        claim,
    )
    letters = LetterService(database.sessions_as(maya), maya)

    first = letters.draft(claim, LetterKind.ACKNOWLEDGE).html()
    asked = letters.draft(claim, LetterKind.INFORMATION).html()

    assert first.index("A claims adjuster reads") < first.index("A person decides")
    assert "The repair invoice" in asked
    assert f"Photo “Front.jpg”, on {today().day}" in asked.replace("on 0", "on ")


def test_what_claims_share_is_a_table_read_by_keys_shift_network(database, maya, desks):
    first, second, _third = three_claims(database, facts={"line": "motor"})
    database.run("UPDATE claims_party SET phone = NULL")
    for claim in (first, second):
        a_party(database, claim, kind="driver", phone="+447700900555")
    page = desks.open(maya, working=True)

    press(page, "U")
    row = page.work.links.content.rows[0]
    row.setFocus()
    press_key(page, Qt.Key.Key_Space)

    assert "Hana Fontaine" in row.accessibleName() or page.pane.claim.id == second
    assert page.pane.claim.id == second


def test_nothing_is_paid_before_a_reserve_is_set_guidewire_payments(database, maya, desks):
    a_claim_of(database, "Oliver", 40, status="approved", assigned_to=maya.id, reserve=None)

    page = desks.open(maya, start=EVERYTHING)

    assert reason_of(page, "payment") == "Set a reserve first."
    assert not page.pane.money.buttons["payment"].isEnabled()


def test_what_is_above_one_s_authority_needs_a_second_person_guidewire_authority(
    database, maya, lead, desks
):
    claim = a_claim_of(
        database, "Oliver", 40, status="in_review", assigned_to=maya.id, amount=Decimal(9000)
    )
    mine = desks.open(maya)
    press(mine, "A")
    refused = mine.head.notice.accessibleName()
    press(mine, "A", SHIFT)
    if mine.pane.slot.form():
        mine.pane.slot.form().submit()
    hers = desks.open(lead)
    press(hers, "A")

    assert "authority" in refused
    assert steps_of(database, claim) == [
        ("in_review", "pending_approval"),
        ("pending_approval", "approved"),
    ]


def test_a_closed_claim_is_opened_again_with_a_reason_not_entered_anew_guidewire_reopen(
    database, maya, desks
):
    claim = a_claim_of(
        database,
        "Oliver",
        40,
        status="closed",
        assigned_to=maya.id,
        closed_outcome="paid_full",
    )
    page = desks.open(maya, start=EVERYTHING)
    number = page.pane.claim.number

    press(page, "R", SHIFT)
    form = page.pane.slot.form()
    form.submit()
    refused = form.entries["note"].field.problem or form.entries["reason"].field.problem
    form.entries["reason"].field.editor.choose(0)
    form.entries["note"].field.editor.setPlainText("The invoice came.")
    form.submit()

    assert refused
    assert steps_of(database, claim) == [("closed", "reopened")]
    assert page.pane.claim.number == number
    assert page.pane.claim.status is Status.REOPENED


def test_a_queue_leaves_as_a_file_that_comes_in_again_five_sigma(database, maya, desks, tmp_path):
    three_claims(database)
    page = desks.open(maya)
    path = tmp_path / "claims.csv"

    page.exporting.write(path)

    columns = path.read_text("utf-8-sig").splitlines()[0].split(",")
    known = {name: target for name, target in guesses(columns).items() if target}
    assert known["policy"] == "policy_number"
    assert {"claimant.name", "claim_type", "amount", "cause", "currency"} <= set(known.values())
    assert version_of(database, page.table.rows[0].id) == page.table.rows[0].version
