"""The tables, one file for each noun; the rules that guard them are in alembic/sql."""

from app.models.annotation import Annotation, Reading
from app.models.batch import Batch, ImportRow, StagedClaim
from app.models.blind import Blind, BlindPolicy
from app.models.cell import Cell, CellDelay, CellDesk, CellDue, CellRule, CellScore
from app.models.claim import Claim, queue_due, queue_name, queue_risk
from app.models.clock import Clock, ClockPack, ClockRule, Holiday
from app.models.dispute import Dispute
from app.models.document import (
    Document,
    DocumentCheck,
    DocumentFault,
    DocumentPolicy,
    DocumentVersion,
    DocumentWaiver,
    Opening,
    Upload,
)
from app.models.drift import Alert, DriftReport
from app.models.event import Event
from app.models.fast_track import FastTrackLimit
from app.models.flag import FlagDue, Flagging, FlagRange, RedFlag, RedFlagRule
from app.models.group import Group
from app.models.job import Job
from app.models.letter import Letter
from app.models.lifecycle import LifecycleStep
from app.models.mlmodel import Bundle, Judge, MLModel, ModelEvent, Proposal
from app.models.monitor import FaultGroup, Figure, UsageCount
from app.models.notice import Notice, NoticeChoice
from app.models.party import Party
from app.models.person import Person, PersonEvent
from app.models.record import Record
from app.models.register import MoneyEntry
from app.models.saved_view import LeftPlace, SavedView
from app.models.score import Score, ScoreDue
from app.models.secret import (
    Attempt,
    DatabaseSession,
    OneTimeCode,
    Password,
    RefreshToken,
    Secret,
    SigningKey,
)
from app.models.threshold import Threshold
from app.models.training import Training
from app.models.trial import Shadow, Trial, TrialKey
from app.models.view import DirectoryEntry, Profile
from app.models.working import Capacity, ChecklistItem, DiaryEntry, Presence, Tag, Task

__all__ = [
    "Alert",
    "Annotation",
    "Attempt",
    "Batch",
    "Blind",
    "BlindPolicy",
    "Bundle",
    "Capacity",
    "Cell",
    "CellDelay",
    "CellDesk",
    "CellDue",
    "CellRule",
    "CellScore",
    "ChecklistItem",
    "Claim",
    "Clock",
    "ClockPack",
    "ClockRule",
    "DatabaseSession",
    "DiaryEntry",
    "DirectoryEntry",
    "Dispute",
    "Document",
    "DocumentCheck",
    "DocumentFault",
    "DocumentPolicy",
    "DocumentVersion",
    "DocumentWaiver",
    "DriftReport",
    "Event",
    "FastTrackLimit",
    "FaultGroup",
    "Figure",
    "FlagDue",
    "FlagRange",
    "Flagging",
    "Group",
    "Holiday",
    "ImportRow",
    "Job",
    "Judge",
    "LeftPlace",
    "Letter",
    "LifecycleStep",
    "MLModel",
    "ModelEvent",
    "MoneyEntry",
    "Notice",
    "NoticeChoice",
    "OneTimeCode",
    "Opening",
    "Party",
    "Password",
    "Person",
    "PersonEvent",
    "Presence",
    "Profile",
    "Proposal",
    "Reading",
    "Record",
    "RedFlag",
    "RedFlagRule",
    "RefreshToken",
    "SavedView",
    "Score",
    "ScoreDue",
    "Secret",
    "Shadow",
    "SigningKey",
    "StagedClaim",
    "Tag",
    "Task",
    "Threshold",
    "Training",
    "Trial",
    "TrialKey",
    "Upload",
    "UsageCount",
    "queue_due",
    "queue_name",
    "queue_risk",
]
