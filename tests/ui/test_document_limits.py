"""The rules for documents as an administrator sets them, and whom they then bind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.access import Identity
from app.codes import DocumentType
from app.errors import NotAllowed, Refused
from app.services.document_views import DocumentLimits
from app.services.documents import DocumentService
from app.services.transfers import Transfers
from app.ui.display import Display
from app.ui.documents.limits import DocumentRules
from app.ui.keymap import Keymap
from app.ui.settings_dialog import SettingsDialog
from app.ui.tasks import Tasks
from tests.documents import Archive, a_file, archive
from tests.factories import a_claim, a_person
from tests.server import Database

MIB = 2**20


@pytest.fixture
def held(database: Database, tmp_path: Path) -> Iterator[Archive]:
    with archive(database, tmp_path / "objects") as made:
        yield made


@pytest.fixture
def ruth(database: Database) -> Identity:
    return a_person(database, "admin")


@pytest.fixture
def rules(held: Archive, ruth: Identity, run_now: Tasks, theme, qtbot: QtBot) -> DocumentRules:
    made = DocumentRules(held.desk_of(ruth), run_now)
    qtbot.addWidget(made)
    return made


def choose(rules: DocumentRules, size: int) -> None:
    place = rules.largest.findData(size)
    rules.largest.setCurrentIndex(place)
    rules.largest.activated.emit(place)


def test_the_rules_are_shown_as_they_are(rules: DocumentRules):
    assert rules.largest.currentText() == "25 MB"
    assert rules.largest.itemText(rules.largest.count() - 1) == "2 GB"
    assert rules.per_claim.value() == 200
    assert rules.kept.isChecked()


def test_a_larger_limit_holds_at_once_for_whoever_adds(
    rules: DocumentRules, held: Archive, tmp_path: Path
):
    adjuster = a_person(held.database)
    claim = a_claim(held.database, "in_review", assigned_to=adjuster.id)
    large = a_file(tmp_path, "large.txt", b"x" * 26 * MIB)
    with pytest.raises(Refused, match="up to 25 MB"):
        held.desk_of(adjuster).add(claim, large, DocumentType.OTHER)

    choose(rules, 2048 * MIB)

    added = held.desk_of(adjuster).add(claim, large, DocumentType.OTHER)
    assert added.document.newest.size == 26 * MIB
    assert held.desk_of(adjuster).limits().largest == 2**31


def test_number_and_keeping_are_set_as_well(rules: DocumentRules, held: Archive, ruth: Identity):
    rules.per_claim.setValue(50)
    rules.kept.setChecked(False)

    assert held.desk_of(ruth).limits() == DocumentLimits(25 * MIB, 50, kept_on_desks=False)


def test_a_failure_is_told_and_the_rules_are_shown_as_they_are(
    rules: DocumentRules, held: Archive, ruth: Identity
):
    held.database.run("UPDATE auth_user SET role = 'staff' WHERE id = %s", ruth.id)

    rules.per_claim.setValue(7)

    assert rules.news.isVisibleTo(rules)
    assert rules.per_claim.value() == 200


def test_nobody_else_sets_them(held: Archive):
    adjuster = a_person(held.database)
    limits = DocumentLimits(25 * MIB, 50, kept_on_desks=True)
    desk = DocumentService(
        held.database.sessions_as(adjuster), adjuster, Transfers(held.session_of(adjuster))
    )

    with pytest.raises(NotAllowed):
        desk.set_limits(limits)


def test_settings_have_a_page_for_them_where_they_are_given(
    held: Archive, run_now: Tasks, theme, ruth: Identity, tmp_path: Path, qtbot: QtBot
):
    rules = DocumentRules(held.desk_of(ruth), run_now)

    settings = QSettings(str(tmp_path / "desktop.ini"), QSettings.Format.IniFormat)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SettingsDialog(
        theme, Display(settings), Keymap(ruth, settings), ruth, parent, rules=rules
    )

    dialog.tabs[-1].click()

    assert dialog.pages.currentWidget() is rules
