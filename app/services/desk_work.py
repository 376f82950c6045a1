"""Notes, tags, tasks and the diary of a claim."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import TextClause, select, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.models import DiaryEntry, DirectoryEntry, Event, Tag, Task
from app.services.work_words import OBSERVED
from app.words import say

_NOTE = text("SELECT add_note(:claim, :words, :contact)")
_TAG = text("SELECT tag_claim(:claim, :tag, :put)")
_TASK = text("SELECT add_task(:claim, :title, :due)")
_CHECKLIST = text("SELECT start_checklist(:claim)")
_FINISH = text("SELECT finish_task(:task, :done)")
_PUT_AWAY = text("SELECT put_away(:claim, :until, :reason)")
_BRING_BACK = text("SELECT bring_back(:claim)")


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note in the file; `contact` says how the claimant was reached, or is None."""

    at: datetime
    author: str
    text: str
    contact: str | None


@dataclass(frozen=True, slots=True)
class TaskView:
    """Something to do on the claim."""

    id: int
    title: str
    due: date | None
    done: bool
    done_by: str | None


@dataclass(frozen=True, slots=True)
class DiaryView:
    """Until when the claim is put away, why and by whom."""

    until: date
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class ClaimWork:
    """All of it on one claim; the newest note first, open tasks before those done."""

    notes: tuple[NoteView, ...] = ()
    tags: tuple[str, ...] = ()
    tasks: tuple[TaskView, ...] = ()
    diary: DiaryView | None = None


class DeskWorkService:
    """Write and read the work on claims, as the signed-in person.

    Every method raises NotAllowed on a claim out of sight and Refused, in words, on what the
    database does not take; then nothing was changed.
    """

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def of(self, claim_id: int) -> ClaimWork:
        """Return the notes, tags, tasks and diary entry of a claim."""
        self._identity.require(Permission.QUEUE_READ)
        with translate(), self._sessions.begin() as session:
            return ClaimWork(
                notes=_notes(session, claim_id),
                tags=tuple(session.scalars(_tags(claim_id))),
                tasks=_tasks(session, claim_id),
                diary=_diary(session, claim_id),
            )

    def tags(self) -> tuple[str, ...]:
        """Return the tags in use on the claims within reach, and those that red flags look at."""
        self._identity.require(Permission.QUEUE_READ)
        used = select(Tag.tag).distinct().order_by(Tag.tag).limit(100)
        with translate(), self._sessions.begin() as session:
            found = session.scalars(used).all()
        return tuple(sorted({*found, *OBSERVED}))

    def note(self, claim_id: int, words: str, *, contact: str | None = None) -> None:
        """Put a dated note in the file; one of a contact meets the clocks that ask for it."""
        self._write(_NOTE, claim=claim_id, words=words.strip(), contact=contact)

    def tag(self, claim_id: int, tag: str, *, put: bool = True) -> None:
        """Put a tag on a claim, or take it off."""
        self._write(_TAG, claim=claim_id, tag=tag, put=put)

    def add_task(self, claim_id: int, title: str, due: date | None = None) -> int:
        """Set something to do and return its id."""
        return int(self._write(_TASK, claim=claim_id, title=title, due=due))

    def start_checklist(self, claim_id: int) -> int:
        """Set the tasks of the claim's line and return how many were added."""
        return int(self._write(_CHECKLIST, claim=claim_id))

    def finish_task(self, task_id: int, *, done: bool = True) -> None:
        """Tick a task off, or open it again."""
        self._write(_FINISH, task=task_id, done=done)

    def put_away(self, claim_id: int, until: date, reason: str) -> None:
        """Take a claim out of the queues until a day; its clocks run on."""
        self._write(_PUT_AWAY, claim=claim_id, until=until, reason=reason)

    def bring_back(self, claim_id: int) -> None:
        """Bring a claim back before its day."""
        self._write(_BRING_BACK, claim=claim_id)

    def _write(self, statement: TextClause, **told: Any) -> Any:
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            return session.scalar(statement, told)


def _notes(session: Session, claim_id: int) -> tuple[NoteView, ...]:
    query = (
        select(Event.at, DirectoryEntry.full_name, Event.note, Event.detail)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Event.actor_id)
        .where(Event.claim_id == claim_id, Event.kind == "note")
        .order_by(Event.seq.desc())
    )
    return tuple(
        NoteView(at, name or say("A colleague"), words or "", (detail or {}).get("contact"))
        for at, name, words, detail in session.execute(query)
    )


def _tags(claim_id: int) -> Any:
    return select(Tag.tag).where(Tag.claim_id == claim_id).order_by(Tag.tag)


def _tasks(session: Session, claim_id: int) -> tuple[TaskView, ...]:
    query = (
        select(Task, DirectoryEntry.full_name)
        .outerjoin(DirectoryEntry, DirectoryEntry.id == Task.done_by)
        .where(Task.claim_id == claim_id)
        .order_by(Task.done_at.is_not(None), Task.due_on.nulls_last(), Task.id)
    )
    return tuple(
        TaskView(task.id, task.title, task.due_on, task.done_at is not None, name)
        for task, name in session.execute(query)
    )


def _diary(session: Session, claim_id: int) -> DiaryView | None:
    query = (
        select(DiaryEntry.until, DiaryEntry.reason, DirectoryEntry.full_name)
        .join(DirectoryEntry, DirectoryEntry.id == DiaryEntry.set_by)
        .where(DiaryEntry.claim_id == claim_id, DiaryEntry.ended_at.is_(None))
    )
    found = session.execute(query).one_or_none()
    return DiaryView(*found) if found else None
