"""What each job of the worker last did."""

from datetime import datetime

from sqlalchemy import BigInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Record


class Job(Record):
    """A job by its name; `last_error` is None once it has succeeded again."""

    __tablename__ = "worker_job"

    name: Mapped[str] = mapped_column(primary_key=True)
    last_run: Mapped[datetime]
    last_failure: Mapped[datetime | None]
    last_error: Mapped[str | None]
    runs: Mapped[int] = mapped_column(server_default=text("0"))
    failures: Mapped[int] = mapped_column(server_default=text("0"))
    done: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
