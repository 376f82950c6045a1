"""The tables, one file for each noun; the rules that guard them are in alembic/sql."""

from app.models.batch import Batch, StagedClaim
from app.models.claim import Claim
from app.models.document import Document
from app.models.event import Event
from app.models.job import Job
from app.models.lifecycle import LifecycleStep
from app.models.mlmodel import MLModel
from app.models.party import Party
from app.models.person import Person
from app.models.record import Record
from app.models.score import Score
from app.models.secret import (
    Attempt,
    DatabaseSession,
    OneTimeCode,
    Password,
    RefreshToken,
    Secret,
    SigningKey,
)
from app.models.view import DirectoryEntry, Profile

__all__ = [
    "Attempt",
    "Batch",
    "Claim",
    "DatabaseSession",
    "DirectoryEntry",
    "Document",
    "Event",
    "Job",
    "LifecycleStep",
    "MLModel",
    "OneTimeCode",
    "Party",
    "Password",
    "Person",
    "Profile",
    "Record",
    "RefreshToken",
    "Score",
    "Secret",
    "SigningKey",
    "StagedClaim",
]
