"""Real queues of real people over one database, and the keys they press."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from uuid import uuid4

from psycopg2.sql import SQL, Literal
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import Lease, engine
from app.services.assigning import AssignmentService
from app.services.bulk import BulkService
from app.services.claims import ClaimService
from app.services.clocks import ClockService
from app.services.comparing import ComparingService
from app.services.decisions import DecisionService
from app.services.desk_work import DeskWorkService
from app.services.disputes import DisputeService
from app.services.links import LinkService
from app.services.outbox import Outbox
from app.services.presence import PresenceService
from app.services.queue_filter import QueueFilter
from app.services.sending import Outgoing
from app.ui.changes import Changes
from app.ui.compare.page import Evidence
from app.ui.outbox import Postbox
from app.ui.queue.page import QueuePage
from app.ui.tasks import Tasks
from app.ui.views.desk import Views
from app.ui.working import WorkServices
from tests.factories import a_party
from tests.server import Database
from tests.services.desk import a_scored_claim

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desks:
    """Opens queues on one database; each person has a session of their own."""

    def __init__(self, database: Database, tasks: Tasks) -> None:
        self._database, self._tasks = database, tasks
        self._leases: dict[int, Lease] = {}
        self.pages: list[QueuePage] = []

    def open(self, person: Identity, **known: Any) -> QueuePage:
        """Show a queue in a window of its own, ready for keys."""
        page = self.made(person, **known)
        page.resize(1688, 900)
        page.show()
        page.panes()[0].setFocus()
        page.activateWindow()
        QTest.qWaitForWindowActive(page)
        return page

    def made(
        self,
        person: Identity,
        *,
        start: QueueFilter | None = None,
        settings: QSettings | None = None,
        outbox: Outbox | None = None,
        working: bool = False,
        views: Views | None = None,
        place: str = "",
        changes: Changes | None = None,
    ) -> QueuePage:
        sessions = self.sign_in(person)
        changes = changes or Changes()
        outgoing = Outgoing(outbox, sessions, person) if outbox else None
        page = QueuePage(
            ClaimService(sessions, person),
            DecisionService(sessions, person),
            self._tasks,
            changes=changes,
            identity=person,
            start=start,
            settings=settings,
            postbox=Postbox(outgoing, self._tasks, changes) if outgoing else None,
            evidence=Evidence(
                ComparingService(sessions, person),
                DisputeService(sessions, person),
                may_dispute=person.may(Permission.PRECEDENT_DISPUTE),
            ),
            work=work_services(sessions, person) if working else None,
            views=views,
            place=place,
        )
        self.pages.append(page)
        return page

    def sign_in(self, person: Identity) -> "sessionmaker[Session]":
        """Return the person's sessions on the one lease a desktop holds at a time."""
        lease = self.lease_of(person)
        made = self._database._engine(engine(lambda: lease))
        return sessionmaker(made, expire_on_commit=False)

    def lease_of(self, person: Identity) -> Lease:
        if person.id not in self._leases:
            self._leases[person.id] = self._database.lease_as(person)
        return self._leases[person.id]

    def close(self) -> None:
        for page in self.pages:
            page.close()
            page.deleteLater()


def work_services(sessions: "sessionmaker[Session]", person: Identity) -> WorkServices:
    return WorkServices(
        ClockService(sessions, person),
        DeskWorkService(sessions, person),
        AssignmentService(sessions, person),
        PresenceService(sessions, person),
        BulkService(sessions, person),
        LinkService(sessions, person),
    )


def numbers(page: QueuePage) -> list[str]:
    return [claim.number for claim in page.table.rows]


def press(page: QueuePage, keys: str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press keys one after another, wherever the focus is, as a person would."""
    for key in keys:
        QTest.keyClicks(_focused(page), key, modifier)


def press_key(page: QueuePage, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(_focused(page), key, modifier)


def _focused(page: QueuePage) -> QWidget:
    if not page.isActiveWindow():
        page.activateWindow()
        QTest.qWaitForWindowActive(page)
    return page.focusWidget() or page


def an_explanation(*outcomes: str, **changes: Any) -> dict[str, Any]:
    """Return why a claim scored so, with one precedent for each outcome."""
    precedents = [
        {
            "key": str(uuid4()),
            "outcome": outcome,
            "similarity": 0.97 - 0.01 * place,
            "share": 0.04,
            "contribution": 0.04 if outcome == "substantiated" else 0.0,
        }
        for place, outcome in enumerate(outcomes)
    ]
    return {
        "sentence": "2 of the 3 nearest settled claims were substantiated.",
        "voters": 240,
        "prior_share": 0.03,
        "precedents": precedents,
        "factors": [a_factor("Days from loss to report", "19", 0.9)],
    } | changes


def a_factor(label: str, value: str, position: float) -> dict[str, Any]:
    outside = not 0.1 <= position <= 0.3
    place = {"position": position, "low": 0.1, "high": 0.3, "outside": outside}
    return {"label": label, "value": value, **place}


def three_claims(database: Database, **changes: Any) -> list[int]:
    """Insert three scored claims, the riskiest first."""
    return [
        a_claim_of(database, "Oliver Zielinski", 87, amount=Decimal(900), **changes),
        a_claim_of(database, "Hana Fontaine", 55, amount=Decimal(300), **changes),
        a_claim_of(database, "Bram Ghosh", 12, amount=Decimal(600), **changes),
    ]


def many_claims(database: Database, count: int) -> None:
    """Insert claims of distinct scores at once, all like one another."""
    columns = "policy_number, claim_type, amount, status, region, submission_date, cause, coverage"
    dates = "loss_date, reported_date, policy_start"
    database.run(
        f"INSERT INTO claims_claim ({columns}, {dates}, ml_score)"
        f" SELECT {columns}, {dates}, 20 + n / 100.0"
        " FROM claims_claim, generate_series(1, %s) AS n WHERE id = %s",
        count - 1,
        a_claim_of(database, "Oliver Zielinski", 20),
    )


def a_claim_of(database: Database, name: str, score: float, **changes: Any) -> int:
    outcomes = ("substantiated", "substantiated", "cleared")
    changes.setdefault("explanation", an_explanation(*outcomes))
    claim = a_scored_claim(database, score, **changes)
    a_party(database, claim, kind="claimant", name=name)
    return claim


@contextmanager
def outage(database: Database) -> Iterator[None]:
    """Let nobody reach the database for a while."""
    run: Callable[[Any], None] = database.server._run
    run(f"ALTER DATABASE {database.name} ALLOW_CONNECTIONS false")
    end = SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}")
    run(end.format(Literal(database.name)))
    try:
        yield
    finally:
        run(f"ALTER DATABASE {database.name} ALLOW_CONNECTIONS true")
