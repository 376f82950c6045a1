"""The places at which models are watched and chosen, put together for one signed-in person."""

from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.services.account import AccountService
from app.services.drift import DriftService
from app.services.fairness import FairnessService
from app.services.fast_track import FastTrackService
from app.services.groups import GroupService
from app.services.monitoring import MonitorService
from app.services.performance import PerformanceService
from app.services.registry import Registry
from app.services.rules import RuleService
from app.services.session import Session
from app.services.thresholds import Thresholds
from app.services.trials import Trials
from app.ui.changes import Changes
from app.ui.drift.screen import DriftScreen
from app.ui.fairness import FairnessScreen
from app.ui.faults import FaultsScreen
from app.ui.models.screen import ModelsScreen
from app.ui.monitoring.screen import MonitoringScreen
from app.ui.navigation import Place
from app.ui.performance import PerformanceScreen
from app.ui.rules.screen import RulesScreen
from app.ui.simulator.screen import SimulatorScreen
from app.ui.tasks import Tasks
from app.ui.trials.screen import TrialsScreen
from app.words import say

INSIGHT, ADMIN = say("Insight"), say("Admin")


def insight_places(
    sessions: sessionmaker[Database], session: Session, tasks: Tasks, changes: Changes
) -> list[Place]:
    """Return the places; who may go where is decided by their commands."""
    identity = session.identity
    account = AccountService(session.source, identity)
    registry = Registry(sessions, identity)
    fairness, groups = FairnessService(sessions, identity), GroupService(sessions, identity)
    trials, thresholds = Trials(sessions, identity), Thresholds(sessions, identity)
    performance = PerformanceService(sessions, identity)
    rules, limits = RuleService(sessions, identity), FastTrackService(sessions, identity)
    drift = DriftService(sessions, identity)
    return [
        Place("go.performance", INSIGHT, lambda: PerformanceScreen(performance, tasks, identity)),
        Place("go.rules", INSIGHT, lambda: RulesScreen(rules, limits, tasks, identity)),
        Place("go.drift", INSIGHT, lambda: DriftScreen(drift, tasks, changes, identity)),
        Place(
            "go.models",
            INSIGHT,
            lambda: ModelsScreen(registry, account, tasks, changes, identity),
        ),
        Place(
            "go.trials",
            INSIGHT,
            lambda: TrialsScreen(trials, registry, account, tasks, changes, identity),
        ),
        Place(
            "go.simulator",
            INSIGHT,
            lambda: SimulatorScreen(thresholds, account, tasks, changes, identity),
        ),
        Place(
            "go.fairness",
            INSIGHT,
            lambda: FairnessScreen(fairness, groups, account, tasks, identity),
        ),
    ]


def watch_places(sessions: sessionmaker[Database], identity: Identity, tasks: Tasks) -> list[Place]:
    """Return the places at which the installation itself is watched."""
    service = MonitorService(sessions, identity)
    return [
        Place("go.monitoring", ADMIN, lambda: MonitoringScreen(service, tasks, identity)),
        Place("go.errors", ADMIN, lambda: FaultsScreen(service, tasks, identity)),
    ]
