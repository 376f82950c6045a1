"""What a person is told of, and what of it they want to hear."""

from datetime import datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Text

from app.models.record import Key, Record

NOTICES = (
    "assigned",
    "at_risk",
    "late",
    "back",
    "takeover",
    "answered",
    "approval",
    "decided",
    "mention",
)


class Notice(Record):
    """Something a person is told of: a claim given to them, a clock at risk, a day that came."""

    __tablename__ = "desk_notice"
    __table_args__ = (
        CheckConstraint("kind IN ({})".format(", ".join(f"'{kind}'" for kind in NOTICES)), "kind"),
        Index("ix_desk_notice_unseen", "user_id", "id", postgresql_where=text("seen_at IS NULL")),
        Index("ix_desk_notice_user_id", "user_id", text("id DESC")),
    )

    id: Mapped[Key]
    user_id: Mapped[int] = mapped_column(ForeignKey("auth_user.id"))
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    kind: Mapped[str] = mapped_column(String(20))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    detail: Mapped[str | None]
    seen_at: Mapped[datetime | None]


class NoticeChoice(Record):
    """The kinds a person does not want to hear of, and when the desktop stays quiet."""

    __tablename__ = "desk_notice_choice"
    __table_args__ = (
        CheckConstraint("cardinality(silent) <= 20", "silent"),
        CheckConstraint("pg_column_size(silent) <= 4096", "size"),
    )

    user_id: Mapped[int] = mapped_column(
        ForeignKey("auth_user.id"), primary_key=True, autoincrement=False
    )
    silent: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    desktop: Mapped[bool] = mapped_column(server_default=text("true"))
    quiet_from: Mapped[time] = mapped_column(server_default=text("'18:00'"))
    quiet_until: Mapped[time] = mapped_column(server_default=text("'08:00'"))
