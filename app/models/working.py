"""Work on claims: who is at them, what waits, what is to be done, and who is told of it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKey, Index, String, text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record, within_our_age


class Presence(Record):
    """A person at a claim, seen lately; `working_since` is the soft lock."""

    __tablename__ = "claims_presence"
    __table_args__ = (Index(None, "user_id"), {"prefixes": ["UNLOGGED"]})

    claim_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    since: Mapped[datetime] = mapped_column(server_default=text("now()"))
    seen_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    working_since: Mapped[datetime | None]


class Capacity(Record):
    """How many open claims a person takes on; nobody's is without limit."""

    __tablename__ = "desk_capacity"
    __table_args__ = (CheckConstraint("most BETWEEN 1 AND 9999", "most"),)

    user_id: Mapped[int] = mapped_column(
        ForeignKey("auth_user.id"), primary_key=True, autoincrement=False
    )
    most: Mapped[int]
    set_by: Mapped[int | None] = mapped_column(
        ForeignKey("auth_user.id"), server_default=FetchedValue()
    )
    set_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class DiaryEntry(Record):
    """Until when a claim was put away, and why."""

    __tablename__ = "claims_diary"
    __table_args__ = (
        Index(None, "claim_id"),
        Index(
            "uq_claims_diary_running",
            "claim_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    until: Mapped[date]
    reason: Mapped[str]
    set_by: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    set_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    ended_at: Mapped[datetime | None]


class Tag(Record):
    """A word of the desk on a claim, in lower case."""

    __tablename__ = "claims_tag"
    __table_args__ = (Index("ix_claims_tag_tag", "tag", "claim_id"),)

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(String(40), primary_key=True)
    set_by: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    set_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class ChecklistItem(Record):
    """A task that every claim of a line has, due so many days after the list was begun."""

    __tablename__ = "desk_checklist"
    __table_args__ = (Unique("line", "place"),)

    id: Mapped[Key]
    line: Mapped[str] = mapped_column(String(50))
    place: Mapped[int]
    title: Mapped[str]
    days: Mapped[int]


class Task(Record):
    """Something to do on a claim; open while `done_at` is None."""

    __tablename__ = "claims_task"
    __table_args__ = (
        Unique("claim_id", "checklist_id"),
        CheckConstraint(within_our_age("due_on"), "due_on"),
        Index("ix_claims_task_open", "claim_id", postgresql_where=text("done_at IS NULL")),
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    title: Mapped[str] = mapped_column(String(200))
    due_on: Mapped[date | None]
    made_by: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    made_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    checklist_id: Mapped[int | None] = mapped_column(ForeignKey("desk_checklist.id"))
    done_at: Mapped[datetime | None]
    done_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
