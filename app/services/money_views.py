"""What a screen shows of a claim's money: each coverage, its history, what is in the way."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.engine import RowMapping

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One coverage: the level of its reserve, what was paid, and whether that was final."""

    coverage: str
    reserved: Decimal
    paid: Decimal
    final: bool

    @property
    def outstanding(self) -> Decimal:
        """Return what the reserve still holds."""
        return self.reserved - self.paid


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry of the register; `was` is the level of a reserve before it."""

    id: int
    kind: str
    coverage: str
    amount: Decimal
    was: Decimal
    payee: str
    final: bool
    reason: str
    corrects: int | None
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class MoneyView:
    """The register of a claim; `stopped` says why nothing is paid, or is empty."""

    lines: tuple[CoverageLine, ...] = ()
    entries: tuple[EntryView, ...] = ()
    stopped: str = ""
    checked_at: datetime | None = None
    checked_by: str = ""
    letter_left: bool = False
    open_tasks: int = 0

    @property
    def reserved(self) -> Decimal:
        """Return the level of all reserves."""
        return sum((line.reserved for line in self.lines), NOTHING)

    @property
    def paid(self) -> Decimal:
        """Return what was paid in all."""
        return sum((line.paid for line in self.lines), NOTHING)

    @property
    def outstanding(self) -> Decimal:
        """Return what the reserves still hold."""
        return self.reserved - self.paid

    @property
    def final(self) -> bool:
        """Tell whether something was paid and nothing more will be."""
        paid = [line for line in self.lines if line.paid]
        return bool(paid) and all(line.final for line in paid)


def money_view(entries: Iterable[RowMapping], state: RowMapping) -> MoneyView:
    """Return the register from its rows, oldest first, and the claim's own *state*."""
    told = tuple(_entries(entries))
    return MoneyView(
        lines=tuple(_lines(told)),
        entries=tuple(reversed(told)),
        stopped=state["stop_payment"] or "",
        checked_at=state["coverage_checked_at"],
        checked_by=state["checked_by"] or "",
        letter_left=state["letter_left"],
        open_tasks=state["open_tasks"],
    )


def _entries(rows: Iterable[RowMapping]) -> Iterable[EntryView]:
    levels: dict[str, Decimal] = defaultdict(lambda: NOTHING)
    for row in rows:
        coverage, amount = row["coverage"], Decimal(row["amount"])
        yield EntryView(
            id=row["id"],
            kind=row["kind"],
            coverage=coverage,
            amount=amount,
            was=levels[coverage],
            payee=row["payee"] or "",
            final=row["is_final"],
            reason=row["reason"],
            corrects=row["corrects"],
            made_by=row["made_by"] or "Precedent",
            made_at=row["made_at"],
        )
        if row["kind"] == "reserve":
            levels[coverage] = amount


def _lines(entries: tuple[EntryView, ...]) -> Iterable[CoverageLine]:
    for coverage in dict.fromkeys(entry.coverage for entry in entries):
        own = [entry for entry in entries if entry.coverage == coverage]
        reserves = [entry for entry in own if entry.kind == "reserve"]
        payments = [entry for entry in own if entry.kind == "payment"]
        yield CoverageLine(
            coverage=coverage,
            reserved=reserves[-1].amount if reserves else NOTHING,
            paid=sum((entry.amount for entry in payments), NOTHING),
            final=bool(payments) and payments[-1].final,
        )
