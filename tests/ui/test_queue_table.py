"""The model behind the queue: what it says, and how it changes without losing one's place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.codes import Recommendation, Status
from app.services.claim_views import ClaimRow
from app.ui.queue.table import COLUMNS, ROOT, ClaimTable
from tests.ui.views import a_row

Role = Qt.ItemDataRole


def a_table(*rows: ClaimRow) -> ClaimTable:
    table = ClaimTable()
    table.replace(rows, complete=True)
    return table


def spoken(row: ClaimRow) -> dict[str, str]:
    table = a_table(row)
    return {
        column.title: table.index(0, place).data(Role.AccessibleTextRole)
        for place, column in enumerate(COLUMNS)
    }


def ids(table: ClaimTable) -> list[int]:
    return [row.id for row in table.rows]


def test_every_cell_can_be_read_aloud():
    said = spoken(a_row(number="MOT-2026-000123-K"))

    assert said == {
        "Risk": "High risk, score 87 of 100",
        "Claim": "MOT-2026-000123-K, policy POL-10956121",
        "Claimant": "Oliver Zielinski, Late report",
        "Type": "Theft, Motor",
        "Amount": "£18,087.50",
        "Suggestion": "Refer",
        "Due": "No clock runs",
        "Status": "In review, Maya Chen",
        "Received": "6 h ago",
    }


def test_a_claim_without_score_owner_or_flag_is_read_so():
    said = spoken(a_row(score=None, recommendation=None, owner=None, flag="", sample=True))

    assert said["Risk"] == "Not scored yet"
    assert said["Suggestion"] == "None yet"
    assert said["Status"] == "In review, unassigned"
    assert said["Claimant"] == "Oliver Zielinski"
    assert said["Claim"].endswith(", sample")


def test_an_abstention_is_told_as_no_comparable_claims():
    said = spoken(a_row(recommendation=Recommendation.ABSTAIN))

    assert said["Suggestion"] == "No comparable claims"


def test_the_word_fraud_is_nowhere():
    words = " ".join(" ".join(spoken(a_row(recommendation=r)).values()) for r in Recommendation)

    assert "fraud" not in words.lower()


def test_more_is_only_asked_for_and_only_while_there_is_more():
    table, asked = ClaimTable(), []
    table.replace([a_row()], complete=False)
    table.more_wanted.connect(lambda: asked.append(True))

    can = table.canFetchMore(ROOT)
    table.fetchMore(ROOT)
    table.append([a_row()], complete=True)

    assert can
    assert asked == [True]
    assert len(table.rows) == 2
    assert not table.canFetchMore(ROOT)


def test_a_claim_that_moved_to_a_later_page_is_not_shown_twice():
    first, second = a_row(), a_row()
    table = a_table(first)

    table.append([first, second], complete=True)

    assert ids(table) == [first.id, second.id]


def test_an_update_touches_one_row():
    rows = [a_row(), a_row(), a_row()]
    table, touched = a_table(*rows), []
    table.dataChanged.connect(lambda a, b: touched.append((a.row(), b.row())))

    table.update(replace(rows[1], status=Status.APPROVED))
    table.update(a_row())

    assert touched == [(1, 1)]
    assert table.rows[1].status is Status.APPROVED


def test_a_merge_that_changes_nothing_says_nothing():
    rows = [a_row(), a_row()]
    table, told = a_table(*rows), []
    for signal in (table.dataChanged, table.rowsInserted, table.rowsRemoved, table.rowsMoved):
        signal.connect(lambda *_what: told.append(True))

    table.merge(list(rows), complete=True)

    assert told == []


@pytest.mark.parametrize("wanted", [[0, 1], [1, 0, 2], [3, 4], [4, 2, 3, 0], []])
def test_a_merge_ends_with_what_the_server_said(wanted: list[int]):
    rows = [a_row() for _ in range(5)]
    table = a_table(*rows[:3])

    table.merge([rows[n] for n in wanted], complete=False)

    assert ids(table) == [rows[n].id for n in wanted]
    assert not table.complete


POOL = [a_row() for _ in range(9)]
some = st.lists(st.sampled_from(range(len(POOL))), unique=True)


@given(before=some, after=some)
def test_whatever_changes_the_view_follows_every_claim_that_stayed(
    before: list[int], after: list[int]
):
    table = a_table(*(POOL[n] for n in before))
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    places = {POOL[n].id: QPersistentModelIndex(table.index(r, 0)) for r, n in enumerate(before)}

    table.merge([POOL[n] for n in after], complete=True)

    stayed = {POOL[n].id: r for r, n in enumerate(after) if n in before}
    assert ids(table) == [POOL[n].id for n in after]
    assert {key: index.row() for key, index in places.items() if index.isValid()} == stayed
    del tester
