"""The tour's steps over how the models judge, as an administrator."""

from PySide6.QtCore import Qt

from app.tour.guide import Guide
from app.ui.drift.screen import DriftScreen
from app.ui.fairness import FairnessScreen
from app.ui.performance import PerformanceScreen
from app.ui.rules.screen import RulesScreen
from app.ui.simulator.screen import SimulatorScreen
from app.ui.trials.screen import TrialsScreen


class InsightWalk:
    """Walks through the screens that watch models."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def performance(self) -> str:
        """Look at the charts of the last year, at one point of one, and picture them."""
        screen = self._guide.window.go("go.performance")
        assert isinstance(screen, PerformanceScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the charts", lambda: screen.shown is not None)
        view = screen.grid.cards["gains"].view
        self._guide.press(view, Qt.Key.Key_Down)
        self._guide.picture("performance", self._guide.window)
        shown = screen.shown
        assert shown is not None  # noqa: S101 - waited for before
        return f"{shown.labelled:,} of {shown.claims:,} scored claims have an outcome"

    def flags(self) -> str:
        """Look at the red-flag rules, choose one that was on trial, and picture them."""
        screen = self._guide.window.go("go.rules")
        assert isinstance(screen, RulesScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the rules", lambda: bool(screen.table.rows))
        tried = [n for n, rule in enumerate(screen.table.rows) if len(rule.versions) > 1]
        screen.view.choose(tried[-1] if tried else 0)
        self._guide.picture("flags", self._guide.window)
        return f"{len(screen.table.rows)} rules, each with its version and its precision"

    def trial(self) -> str:
        """Look at the trial that runs, and picture what it has found."""
        screen = self._guide.window.go("go.trials")
        assert isinstance(screen, TrialsScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("what the trial found", lambda: screen.detail is not None)
        self._guide.picture("trial", self._guide.window)
        found = screen.detail
        assert found is not None  # noqa: S101 - waited for before
        return f"{found.trial.challenger}: {found.report.words}"

    def drift(self) -> str:
        """Wait until the worker has compared, look at what moved, and picture it."""
        screen = self._guide.window.go("go.drift")
        assert isinstance(screen, DriftScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the comparison", lambda: bool(screen.shown and screen.shown.reports))
        self._guide.picture("drift", self._guide.window)
        open_ones = sum(alert.state == "open" for alert in screen.alerts.rows)
        alerts = "1 alert is open" if open_ones == 1 else f"{open_ones} alerts are open"
        return f"{len(screen.facts.rows)} facts are compared, {alerts}"

    def simulator(self) -> str:
        """Replay the year of one line for a lower threshold, and picture it."""
        screen = self._guide.window.go("go.simulator")
        assert isinstance(screen, SimulatorScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the year replayed", lambda: screen.shown is not None)
        self._guide.picture("simulator", self._guide.window)
        shown = screen.shown
        assert shown is not None  # noqa: S101 - waited for before
        return f"{shown.replayed.claims:,} claims of a year are replayed"

    def fairness(self) -> str:
        """Look at the three measures by age, and picture them."""
        screen = self._guide.window.go("go.fairness")
        assert isinstance(screen, FairnessScreen)  # noqa: S101 - this place has no other screen
        self._guide.wait("the counts by group", lambda: screen.shown is not None)
        self._guide.picture("fairness", self._guide.window)
        shown = screen.shown
        assert shown is not None  # noqa: S101 - waited for before
        return f"{shown.claims:,} claims are compared in {shown.groups} groups"
