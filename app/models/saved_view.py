"""Views of the queue that people keep, and how each of them left it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record

_SMALL = "jsonb_typeof(query) = 'object' AND length(query::text) <= 2000"


class SavedView(Record):
    """A query under a name; with a region its staff see it too, each with their own claims."""

    __tablename__ = "desk_view"
    __table_args__ = (
        CheckConstraint(_SMALL, "query"),
        Index("uq_desk_view_name", "owner_id", text("lower(name)"), unique=True),
        Index("ix_desk_view_region", "region", postgresql_where=text("region IS NOT NULL")),
    )

    id: Mapped[Key]
    owner_id: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    name: Mapped[str] = mapped_column(String(60))
    query: Mapped[dict[str, Any]] = mapped_column(JSONB)
    region: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class LeftPlace(Record):
    """The query with which a person left a queue."""

    __tablename__ = "desk_place"
    __table_args__ = (CheckConstraint(_SMALL, "query"),)

    user_id: Mapped[int] = mapped_column(
        ForeignKey("auth_user.id"), primary_key=True, autoincrement=False
    )
    place: Mapped[str] = mapped_column(String(40), primary_key=True)
    query: Mapped[dict[str, Any]] = mapped_column(JSONB)
