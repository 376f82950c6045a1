"""The people who may sign in, without any secret."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, FetchedValue, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Money, Record


class Person(Record):
    """A person; leased roles read it only through the views of `view.py`."""

    __tablename__ = "auth_user"
    __table_args__ = (
        CheckConstraint("role IN ('user', 'staff', 'admin')", name="role"),
        CheckConstraint("authority_limit >= 0 AND authority_limit < 'NaN'", "authority_limit"),
    )

    id: Mapped[Key]
    username: Mapped[str] = mapped_column(unique=True)
    full_name: Mapped[str]
    role: Mapped[str]
    region: Mapped[str | None]
    lines: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    authority_limit: Mapped[Money] = mapped_column(server_default=text("0"))
    siu: Mapped[bool] = mapped_column(server_default=text("false"))
    supervisor: Mapped[bool] = mapped_column(server_default=text("false"))
    analyst: Mapped[bool] = mapped_column(server_default=text("false"))
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class PersonEvent(Record):
    """What was done to a person's account, by whom; never changed, each chained to the last."""

    __tablename__ = "person_event"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('added', 'changed', 'disabled', 'enabled', 'reset', 'password', 'codes',"
            " 'session_ended', 'reused')",
            "kind",
        ),
        CheckConstraint("pg_column_size(detail) <= 65536", "size"),
        Index(
            "uq_person_event_prev_hash",
            "prev_hash",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )

    seq: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, server_default=FetchedValue()
    )
    at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))
    actor_id: Mapped[int | None]
    kind: Mapped[str] = mapped_column(String(20))
    person_id: Mapped[int]
    detail: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    prev_hash: Mapped[bytes | None]
    hash: Mapped[bytes] = mapped_column(server_default=FetchedValue())
