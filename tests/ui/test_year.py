"""A year with a model: claims arrive, labels lag, the world changes, people act and take back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.ml import TriageModel, bundle
from app.services.account import AccountService
from app.services.audit import AuditService
from app.services.audit_views import AuditEntry
from app.services.directory import Directory
from app.services.drift import DriftService
from app.services.drift_watch import DriftWatch
from app.services.labelled import Labelled, gather
from app.services.models_history import MODEL_KINDS
from app.services.registry import Registry
from app.services.retraining import Retraining, learn
from app.services.trials import Trials
from app.ui.audit.screen import AuditScreen
from app.ui.changes import Changes
from app.ui.drift.screen import DriftScreen
from app.ui.models.screen import ModelsScreen
from app.ui.reasons import ReasonDialog
from app.worker.station import Station
from app.worker.trials import look_after_trial
from tests.factories import a_model
from tests.server import Database
from tests.services.labelled_claims import FIRST
from tests.services.registers import registered, with_code
from tests.services.year import Year
from tests.ui.admins import Entrance
from tests.ui.conftest import RunNow
from tests.ui.forms import click
from tests.worker.stations import a_station

pytestmark = pytest.mark.usefixtures("theme")
CHANGED = 7
HASTE, CAUGHT = "It looks quicker.", "Its trial found the one before better."


class Office:
    """Two administrators at real windows, and the worker's place."""

    def __init__(self, door: Entrance, tasks: RunNow) -> None:
        self._door, self._tasks = door, tasks
        self.ada = door.person("admin", full_name="Ada Whitfield", username="ada")
        self.ben = door.person("admin", full_name="Ben Okafor", username="ben")
        self.station: Station = a_station(door.database)
        self.made: list[QWidget] = []

    def models(self, person: Identity) -> ModelsScreen:
        """Open the versions of models as a person."""
        session = self._door.sign_in(person)
        registry = Registry(sessionmaker(session.engine, expire_on_commit=False), session.identity)
        account = AccountService(session.source, session.identity)
        screen = ModelsScreen(registry, account, self._tasks, Changes(), session.identity)
        self._show(screen)
        return screen

    def drift(self) -> DriftScreen:
        """Open what moved."""
        sessions = self._door.database.sessions_as(self.ada)
        service = DriftService(sessions, self.ada)
        screen = DriftScreen(service, self._tasks, Changes(), self.ada)
        self._show(screen)
        return screen

    def activate(self, version: str, reason: str) -> None:
        """Propose a version at one window and confirm it at another."""
        first, second = self.models(self.ada), self.models(self.ben)
        choose(first, version)
        click(first.pane.model.propose)
        give_reason(first, reason)
        second.refresh()
        click(second.pane.proposal.confirm)

    def audit(self) -> list[AuditEntry]:
        """Return the events of models that the audit shows, the newest first."""
        sessions = self._door.database.sessions_as(self.ada)
        services = AuditService(sessions, self.ada), Directory(sessions, self.ada)
        screen = AuditScreen(*services, self._tasks, Changes(), self.ada)
        self._show(screen)
        assert screen.report
        assert screen.report.faults == ()
        return [entry for entry in screen.table.rows if entry.kind in MODEL_KINDS]

    def close(self) -> None:
        for screen in self.made:
            screen.close()
            screen.deleteLater()

    def _show(self, screen: QWidget) -> None:
        screen.resize(1688, 1000)
        screen.show()
        self.made.append(screen)


@pytest.fixture
def office(door: Entrance, run_now: RunNow) -> Iterator[Office]:
    made = Office(door, run_now)
    yield made
    made.close()


def choose(screen: ModelsScreen, version: str) -> None:
    versions = [model.version for model in screen.table.rows]
    screen.view.choose(versions.index(version))


def give_reason(screen: ModelsScreen, reason: str) -> None:
    (asked,) = [one for one in screen.findChildren(ReasonDialog) if one.isVisible()]
    asked.edit.setPlainText(reason)
    click(asked.act)


def judging(screen: ModelsScreen) -> list[str]:
    return [model.version for model in screen.table.rows if model.judges]


def history(screen: ModelsScreen) -> list[str]:
    """Return what happened, from the first to the last, as the window tells it."""
    rows = range(len(screen.history.rows))
    return [screen.history.index(row, 1).data() for row in rows][::-1]


def put_in_place(database: Database, model: TriageModel) -> None:
    database.run("INSERT INTO ml_engine_bundle VALUES (%s, %s)", model.model_id, bundle.pack(model))
    a_model(database, sha256=model.model_id, lines=["motor"], name="Claims", version="1.0")


def turned_over(settled: Labelled) -> Labelled:
    """Return the claims with every outcome told wrongly: a model of them is a bad one."""
    return replace(settled, outcomes=[1 - outcome for outcome in settled.outcomes])


def test_a_year_from_the_first_model_to_one_that_is_taken_back(
    database: Database, office: Office, tmp_path: Path
):
    year = Year(database)
    year.before(150)
    station = office.station
    settled = gather(station.sessions)
    put_in_place(database, learn(settled))
    watch = DriftWatch(station.sessions, station.scoring.bundles)

    raised = {month: month_passes(year, watch, month) for month in range(1, 13)}

    assert not any(raised[month] for month in range(1, CHANGED))
    noticed = office.drift()
    subjects = {alert.subject: alert.told for alert in noticed.alerts.rows}
    assert {"amount", "days_to_report", "cause"} <= set(subjects)
    assert "say “sinkhole”, which no earlier claim said" in subjects["cause"]
    assert first_alert(database) in (CHANGED, CHANGED + 1)

    retraining = Retraining(station.sessions, tmp_path / "trainings", station.scoring.bundles)
    retraining.ask("Drift was noticed.")
    candidate = retraining.run(retraining.take() or 0)

    gate = database.value("SELECT detail FROM ml_engine_event WHERE kind = 'registered'")
    assert candidate
    assert gate["gain_low"] > 0
    version = database.value("SELECT version FROM ml_engine_mlmodel WHERE id = %s", candidate)
    office.activate(version, "Knows the changed claims.")
    assert judging(office.models(office.ada)) == [version]

    bad = registered(database, learn(turned_over(gather(station.sessions))), version="9.9")
    office.activate("9.9", HASTE)
    again = office.models(office.ada)
    choose(again, version)
    click(again.pane.model.retire)
    verdict = tried_beside(database, office, year, challenger=candidate)

    assert verdict == "better"
    window = office.models(office.ben)
    assert judging(window) == ["9.9"]
    click(window.pane.rollback)
    give_reason(window, CAUGHT)
    assert judging(window) == [version]
    assert bad != candidate
    told = history(window)
    assert told[-2:] == ["Trial ended", "Rolled back"]
    assert [kind for kind in told if kind in {"Proposed", "Activated", "Rolled back"}] == [
        *("Proposed", "Activated") * 2,
        "Rolled back",
    ]
    assert "Drift noticed" in told
    assert_in_order(office, version)


def assert_in_order(office: Office, version: str) -> None:
    """Find each step of the year in the audit, by whom, in its order."""
    ada, ben = office.ada.full_name, office.ben.full_name
    wanted = [
        ("alert", None, "Claims 1.0"),
        ("registered", None, f"Claims {version}"),
        ("proposed", ada, f"Claims {version}"),
        ("activated", ben, f"Claims {version}"),
        ("proposed", ada, "Claims 9.9"),
        ("activated", ben, "Claims 9.9"),
        ("trial_began", ada, f"Claims {version}"),
        ("trial_ended", None, f"Claims {version}"),
        ("rolled_back", ben, "Claims 9.9"),
    ]
    steps = [(entry.kind, entry.actor, entry.number) for entry in reversed(office.audit())]
    found = [steps.index(step) if step in steps else -1 for step in wanted]
    assert found == sorted(found), steps
    assert found[0] >= 0, steps


def month_passes(year: Year, watch: DriftWatch, month: int) -> int:
    """Let the claims of a month arrive and its labels come, and look what moved."""
    year.month(month, changed=month >= CHANGED)
    (one,) = watch.judging()
    raised = watch.look(one, now=FIRST + timedelta(days=30 * month)) or 0
    year.note(month)
    return raised


def first_alert(database: Database) -> int:
    """Return the month whose look raised the first alert."""
    months: Any = database.value("SELECT min(month) FROM alerted")
    return int(months)


def tried_beside(database: Database, office: Office, year: Year, *, challenger: int) -> str:
    """Try the model before in the shadow of the one that judges, until the trial has a verdict."""
    sessions = database.sessions_as(office.ada)
    with_code(database, office.ada)
    trials = Trials(sessions, office.ada)
    asked = {"kind": "shadow", "share": 1.0, "longest": 60, "reason": "Was the one before better?"}
    trials.ask(challenger, lines=("motor",), **asked)  # type: ignore[arg-type]
    year.month(13, changed=True, claims=240)
    year.labels(date(2027, 1, 1))
    while look_after_trial(office.station):
        pass
    return trials.all()[0].state
