"""Two views through which a signed-in person sees people: the directory and the own profile."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Money, Record

VIEW = {"info": {"view": True}}


class DirectoryEntry(Record):
    """What colleagues may know of a person; a User finds only the own entry."""

    __tablename__ = "user_directory"
    __table_args__: Any = VIEW

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str]
    full_name: Mapped[str]
    role: Mapped[str]
    siu: Mapped[bool]
    supervisor: Mapped[bool]
    analyst: Mapped[bool]
    is_active: Mapped[bool]


class Profile(Record):
    """Everything about the signed-in person, and nobody else."""

    __tablename__ = "my_profile"
    __table_args__: Any = VIEW

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str]
    full_name: Mapped[str]
    role: Mapped[str]
    region: Mapped[str | None]
    lines: Mapped[list[str]]
    authority_limit: Mapped[Money]
    siu: Mapped[bool]
    supervisor: Mapped[bool]
    analyst: Mapped[bool]
    is_active: Mapped[bool]
    created_at: Mapped[datetime]
