"""What moved since the models learned, as analysts and administrators see it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import Alert, DirectoryEntry, DriftReport, MLModel
from app.services.charts import Chart
from app.services.drift_charts import chart_of, distance_chart, prevalence_chart, trend_chart

SHOWN = 200


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact then and now; *cause* says why it is worth a look, if it is."""

    name: str
    label: str
    index: float
    noise: float
    gap: float | None
    likely: float | None
    missing: tuple[float, float]
    unseen: float
    cause: str | None
    told: dict[str, Any]

    def charts(self, months: tuple[str, ...]) -> tuple[Chart, Chart]:
        """Return then and now by level, and the index month by month."""
        return chart_of(self.label, self.told), trend_chart(self.label, self.told, months)


@dataclass(frozen=True, slots=True)
class AlertView:
    """One thing that moved, and how many claims are behind it."""

    id: int
    model: str
    kind: str
    subject: str
    told: str
    state: str
    raised_at: datetime
    ended_at: datetime | None
    settled_by: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class ReportView:
    """The last comparison for one model."""

    model: str
    at: datetime
    learned: date | None
    claims: int
    reference: int
    months: tuple[str, ...]
    facts: tuple[FactView, ...]
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """The reports of the models, newest first, and the alerts: the open ones before the others."""

    reports: tuple[ReportView, ...]
    alerts: tuple[AlertView, ...]


class DriftService:
    """Reads reports and alerts; administrators settle alerts."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self._identity = sessions, identity

    def look(self) -> Drift:
        """Return the last report of each model and the alerts."""
        self._identity.require(Permission.MODEL_READ)
        with translate(), self._sessions.begin() as session:
            return Drift(_reports(session), _alerts(session))

    def settle(self, alert: int, reason: str) -> None:
        """Put an alert away, saying what was found out; it comes again only after it was over."""
        self._identity.require(Permission.MODEL_ACTIVATE)
        with translate(), self._sessions.begin() as session:
            session.execute(
                text("SELECT settle_alert(:alert, :reason)"), {"alert": alert, "reason": reason}
            )


def _reports(session: Session) -> tuple[ReportView, ...]:
    newest = select(func.max(DriftReport.id)).group_by(DriftReport.model_id)
    rows = session.execute(
        select(DriftReport, MLModel.name, MLModel.version)
        .join(MLModel, MLModel.id == DriftReport.model_id)
        .where(DriftReport.id.in_(newest))
        .order_by(MLModel.is_active.desc(), DriftReport.at.desc())
    )
    return tuple(_report(row, f"{name} {version}") for row, name, version in rows)


def _report(row: DriftReport, model: str) -> ReportView:
    told = row.report
    return ReportView(
        model=model,
        at=row.at,
        learned=date.fromisoformat(told["learned"]) if told["learned"] else None,
        claims=told["claims"],
        reference=told["reference"],
        months=tuple(told["months"]),
        facts=tuple(_fact(one) for one in told["features"]),
        charts=(prevalence_chart(told["outcomes"]), distance_chart(told["distance"])),
    )


def _fact(told: dict[str, Any]) -> FactView:
    return FactView(
        name=told["name"],
        label=told["label"],
        index=told["index"],
        noise=told["noise"],
        gap=told["gap"],
        likely=told["likely"],
        missing=(told["missing"][0], told["missing"][1]),
        unseen=told["unseen"],
        cause=told["cause"],
        told=told,
    )


def _alerts(session: Session) -> tuple[AlertView, ...]:
    rows = session.execute(
        select(Alert, MLModel.name, MLModel.version, DirectoryEntry.full_name)
        .join(MLModel, MLModel.id == Alert.model_id)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Alert.settled_by)
        .order_by((Alert.state == "open").desc(), Alert.raised_at.desc(), Alert.id)
        .limit(SHOWN)
    )
    return tuple(
        AlertView(
            id=alert.id,
            model=f"{name} {version}",
            kind=alert.kind,
            subject=alert.subject,
            told=alert.told,
            state=alert.state,
            raised_at=alert.raised_at,
            ended_at=alert.ended_at,
            settled_by=person,
            claims=len(alert.claims),
        )
        for alert, name, version, person in rows
    )
