"""Trials of a challenger: asked for, begun, looked at and ended."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session, aliased, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import DirectoryEntry, MLModel, Trial
from app.services.charts import Axis, Chart, Point, Series, day_number
from app.services.trial_report import TrialReport, report
from app.words import say

_FIGURES = text("SELECT trial_figures(:trial)")
_HISTORY = 50


@dataclass(frozen=True, slots=True)
class TrialView:
    """One trial; it waits for a second person until `began_at`, and runs until `ended_at`."""

    id: int
    kind: str
    champion: str
    challenger: str
    lines: tuple[str, ...]
    share: float
    longest: int
    reason: str
    asked_by: int
    asker: str
    asked_at: datetime
    began_at: datetime | None
    ended_at: datetime | None
    verdict: str | None
    ending: str
    looks: tuple[dict[str, Any], ...] = field(default=())

    @property
    def state(self) -> str:
        """Return whether it waits, runs or has ended."""
        if self.ended_at:
            return self.verdict or "stopped"
        return "running" if self.began_at else "waits"

    @property
    def days(self) -> int:
        """Return for how many days it has run."""
        if self.began_at is None:
            return 0
        return ((self.ended_at or datetime.now(UTC)) - self.began_at).days


@dataclass(frozen=True, slots=True)
class TrialDetail:
    """A trial with what it has found."""

    trial: TrialView
    report: TrialReport
    chart: Chart


class Trials:
    """Read trials, and take the steps that administrators take."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self._identity = sessions, identity

    def all(self) -> tuple[TrialView, ...]:
        """Return the trials from the newest."""
        self._identity.require(Permission.MODEL_READ)
        with translate(), self._sessions.begin() as session:
            return read_trials(session)

    def detail(self, trial: TrialView) -> TrialDetail:
        """Return what a trial has found by now; counts alone leave the database."""
        self._identity.require(Permission.MODEL_READ)
        with translate(), self._sessions.begin() as session:
            found = session.execute(_FIGURES, {"trial": trial.id}).scalar_one()
        return TrialDetail(trial, report(trial.kind, trial.share, found), evidence_chart(trial))

    def ask(
        self,
        challenger: int,
        *,
        kind: str,
        lines: tuple[str, ...] = (),
        share: float,
        longest: int,
        reason: str,
    ) -> None:
        """Begin a trial in the shadow, or ask for one that gives the challenger a share."""
        self._step(
            "ask_trial(:challenger, :kind, :lines, :share, :longest, :reason)",
            challenger=challenger,
            kind=kind,
            lines=[*lines],
            share=share,
            longest=longest,
            reason=reason,
        )

    def confirm(self, trial: int) -> None:
        """Begin a trial that another administrator asked for."""
        self._step("confirm_trial(:trial)", trial=trial)

    def end(self, trial: int, reason: str) -> None:
        """Stop a trial, or drop one that has not begun."""
        self._step("end_trial(:trial, :reason)", trial=trial, reason=reason)

    def _step(self, call: str, **given: Any) -> None:
        self._identity.require(Permission.MODEL_ACTIVATE)
        with translate(), self._sessions.begin() as session:
            session.execute(text(f"SELECT {call}"), given)


def read_trials(session: Session, *, running: bool = False) -> tuple[TrialView, ...]:
    """Return the trials from the newest, or only the one that runs."""
    champion, challenger = aliased(MLModel), aliased(MLModel)
    wanted = (
        select(Trial, champion, challenger, DirectoryEntry.full_name)
        .join(champion, champion.id == Trial.champion_id)
        .join(challenger, challenger.id == Trial.challenger_id)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Trial.asked_by)
        .order_by(Trial.id.desc())
        .limit(_HISTORY)
    )
    if running:
        wanted = wanted.where(Trial.open.is_(True), Trial.began_at.is_not(None))
    return tuple(_view(*row) for row in session.execute(wanted))


def _view(trial: Trial, champion: MLModel, challenger: MLModel, asker: str | None) -> TrialView:
    return TrialView(
        id=trial.id,
        kind=trial.kind,
        champion=f"{champion.name} {champion.version}",
        challenger=f"{challenger.name} {challenger.version}",
        lines=tuple(trial.lines),
        share=trial.share,
        longest=trial.longest,
        reason=trial.reason,
        asked_by=trial.asked_by or 0,
        asker=asker or "",
        asked_at=trial.asked_at,
        began_at=trial.began_at,
        ended_at=trial.ended_at,
        verdict=trial.verdict,
        ending=trial.ending or "",
        looks=tuple(trial.looks),
    )


def evidence_chart(trial: TrialView) -> Chart:
    """Draw the confidence sequence over the days of the trial against the share of equals."""
    points = tuple(
        Point(
            day_number(datetime.fromisoformat(look["at"]).date()),
            look["share"],
            look["low"],
            look["high"],
            look["of"],
        )
        for look in trial.looks
    )
    shadow = trial.kind == "shadow"
    about = (
        say("The challenger's share of the claims on which the two differ and one was right")
        if shadow
        else say("The challenger's share of the suggested referrals that were substantiated")
    )
    return Chart(
        "evidence",
        say("Evidence, day by day"),
        say(
            "{about}. The band may be read every day; the trial ends once it leaves the line.",
            about=about,
        ),
        Axis(say("Day"), "day"),
        Axis(say("Share"), "percent", 1.0),
        (Series(say("Challenger's share"), points),),
        level=0.5 if shadow else trial.share,
        empty=say("The worker has not looked at this trial yet."),
    )
