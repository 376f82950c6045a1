"""What became of scored claims, counted by the month they came in and their line."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKeyConstraint, Identity, String, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from app.models.record import Record


class Cell(Record):
    """One month of one line, and when it was counted."""

    __tablename__ = "ml_engine_cell"

    month: Mapped[date] = mapped_column(primary_key=True)
    line: Mapped[str] = mapped_column(String(50), primary_key=True)
    counted_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class CellDue(Record):
    """A cell that has changed since; told as often as it did."""

    __tablename__ = "ml_engine_cell_due"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    month: Mapped[date]
    line: Mapped[str] = mapped_column(String(50))


class _OfCell:
    """The keys of a count, which goes when its cell is counted anew."""

    month: Mapped[date] = mapped_column(primary_key=True)
    line: Mapped[str] = mapped_column(String(50), primary_key=True)

    @declared_attr.directive
    def __table_args__(cls) -> tuple[ForeignKeyConstraint]:  # noqa: N805 - a method of the class
        key = ["ml_engine_cell.month", "ml_engine_cell.line"]
        return (ForeignKeyConstraint(["month", "line"], key, ondelete="CASCADE"),)


class CellScore(_OfCell, Record):
    """Claims of one whole score, suggestion and label; `label` is empty where there is none."""

    __tablename__ = "ml_engine_cell_score"

    score: Mapped[int] = mapped_column(primary_key=True)
    recommendation: Mapped[str] = mapped_column(String(20), primary_key=True)
    label: Mapped[str] = mapped_column(String(20), primary_key=True)
    claims: Mapped[int]
    probability: Mapped[float]
    spread: Mapped[float]


class CellDelay(_OfCell, Record):
    """Claims whose outcome took so many days, or is awaited since a day."""

    __tablename__ = "ml_engine_cell_delay"

    day: Mapped[date] = mapped_column(primary_key=True)
    days: Mapped[int] = mapped_column(primary_key=True)
    known: Mapped[bool] = mapped_column(primary_key=True)
    claims: Mapped[int]


class CellDesk(_OfCell, Record):
    """Decided claims of a region, and those decided otherwise than suggested."""

    __tablename__ = "ml_engine_cell_desk"

    region: Mapped[str] = mapped_column(String(100), primary_key=True)
    decided: Mapped[int]
    otherwise: Mapped[int]


class CellRule(_OfCell, Record):
    """Reviewed claims in which a red-flag rule fired, and how many reviews were justified."""

    __tablename__ = "ml_engine_cell_rule"

    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    judged: Mapped[int]
    justified: Mapped[int]
