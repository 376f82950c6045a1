"""The people who may sign in, without any secret."""

from datetime import datetime

from sqlalchemy import CheckConstraint, text
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
