"""The steps a claim may take, as the database's guards read them."""

from sqlalchemy import Boolean, Identity, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Record


class LifecycleStep(Record):
    """One permitted step, filled from `codes.LIFECYCLE` by the migration."""

    __tablename__ = "lifecycle"
    __table_args__ = (Index("uq_lifecycle_step", "from_status", "to_status", unique=True),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    from_status: Mapped[str | None] = mapped_column(String(20))
    to_status: Mapped[str] = mapped_column(String(20))
    who: Mapped[list[str]]
    compensates: Mapped[bool] = mapped_column(Boolean)
