"""The register of money: reserves, payments and their corrections, and what stops them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select, text, true
from sqlalchemy.orm import Session, aliased, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.errors import Conflict, Invalid
from app.models import Claim, DirectoryEntry, MoneyEntry
from app.services.money_views import MoneyView, money_view
from app.words import say

MOST = Decimal("9999999999.99")
STALE = say("Somebody changed this claim since you opened it. Look at both, then enter it again.")
_RESERVE = text("SELECT set_reserve(:claim, :version, :coverage, :amount, :reason)")
_PAYMENT = text(
    "SELECT record_payment(:claim, :version, :coverage, :amount, :payee, :final, :reason)"
)
_CORRECTION = text("SELECT correct_payment(:claim, :version, :entry, :amount, :reason)")
_STOP = text("SELECT stop_payments(:claim, :version, :reason)")
_COVERAGE = text("SELECT check_coverage(:claim, :version, :reason)")
_checker = aliased(DirectoryEntry)


class RegisterService:
    """Enter money on claims, as the signed-in person.

    Every method takes the version the person saw and returns the claim's new one. It raises
    Conflict when somebody was faster, Refused or NotAllowed with the database's own sentence, and
    Invalid when a needed word is missing. Entries are never changed; a correction is another one.
    """

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions = sessions
        self._identity = identity

    def set_reserve(
        self, claim_id: int, version: int, *, coverage: str, amount: Decimal, reason: str
    ) -> int:
        """Set the reserve of one coverage to a level."""
        _given(amount=amount, reason=reason)
        told = {"coverage": coverage, "amount": amount, "reason": reason.strip()}
        return self._enter(_RESERVE, claim_id, version, told)

    def pay(  # noqa: PLR0913 - what a payment says
        self,
        claim_id: int,
        version: int,
        *,
        coverage: str,
        amount: Decimal,
        payee: str,
        final: bool,
        reason: str,
    ) -> int:
        """Record a payment; the final one releases the rest of the coverage's reserve."""
        _given(amount=amount, payee=payee, reason=reason)
        told = {"coverage": coverage, "amount": amount, "payee": payee.strip(), "final": final}
        return self._enter(_PAYMENT, claim_id, version, told | {"reason": reason.strip()})

    def correct(
        self, claim_id: int, version: int, *, entry: int, amount: Decimal, reason: str
    ) -> int:
        """Say what a payment really was; the difference becomes a row of its own."""
        _given(amount=amount, reason=reason)
        told = {"entry": entry, "amount": amount, "reason": reason.strip()}
        return self._enter(_CORRECTION, claim_id, version, told)

    def stop(self, claim_id: int, version: int, *, reason: str) -> int:
        """Let nothing be paid on the claim, and say why."""
        _given(reason=reason)
        return self._enter(_STOP, claim_id, version, {"reason": reason.strip()})

    def lift(self, claim_id: int, version: int) -> int:
        """Let payments go on; not for the claim's own adjuster."""
        return self._enter(_STOP, claim_id, version, {"reason": ""})

    def check_coverage(self, claim_id: int, version: int, *, note: str = "") -> int:
        """Say that one has checked that the policy covers the loss."""
        return self._enter(_COVERAGE, claim_id, version, {"reason": note.strip() or None})

    def _enter(self, statement: Any, claim_id: int, version: int, told: Mapping[str, Any]) -> int:
        self._identity.require(Permission.CLAIM_DECIDE)
        with translate(), self._sessions.begin() as session:
            return entered(session, statement, claim_id, version, told)


def entered(
    session: Session, statement: Any, claim_id: int, version: int, told: Mapping[str, Any]
) -> int:
    """Run one entry and return the claim's new version; Conflict when the old one is stale."""
    new = session.execute(statement, {"claim": claim_id, "version": version, **told}).scalar()
    if new is None:
        raise Conflict(STALE)
    return int(new)


def check_and_reserve(
    session: Session, claim_id: int, version: int, *, covered: bool, reserve: tuple[str, Decimal]
) -> int:
    """Check the coverage and set the reserve on the way to an approval; return the version."""
    if covered:
        version = entered(session, _COVERAGE, claim_id, version, {"reason": None})
    coverage, amount = reserve
    if amount:
        told = {"coverage": coverage, "amount": amount, "reason": say("Set with the approval")}
        version = entered(session, _RESERVE, claim_id, version, told)
    return version


def release_reserves(session: Session, claim_id: int, version: int) -> int:
    """Bring every reserve down to what was paid and return the version."""
    for line in read_money(session, claim_id).lines:
        if line.outstanding:
            told = {
                "coverage": line.coverage,
                "amount": line.paid,
                "reason": say("Released to close"),
            }
            version = entered(session, _RESERVE, claim_id, version, told)
    return version


def read_money(session: Session, claim_id: int) -> MoneyView:
    """Return the register of a claim in sight."""
    entries = session.execute(
        select(
            MoneyEntry.id,
            MoneyEntry.kind,
            MoneyEntry.coverage,
            MoneyEntry.amount,
            MoneyEntry.payee,
            MoneyEntry.is_final,
            MoneyEntry.reason,
            MoneyEntry.corrects,
            DirectoryEntry.full_name.label("made_by"),
            MoneyEntry.made_at,
        )
        .outerjoin(DirectoryEntry, DirectoryEntry.id == MoneyEntry.made_by)
        .where(MoneyEntry.claim_id == claim_id)
        .order_by(MoneyEntry.id)
    )
    standing = func.claim_standing(Claim.id).table_valued("letter_left", "open_tasks").lateral()
    checked = (Claim.coverage_checked_at, _checker.full_name.label("checked_by"))
    state = session.execute(
        select(Claim.stop_payment, *checked, standing.c.letter_left, standing.c.open_tasks)
        .select_from(Claim)
        .join(standing, true())
        .outerjoin(_checker, _checker.id == Claim.coverage_checked_by)
        .where(Claim.id == claim_id)
    )
    found = state.mappings().one_or_none()
    return money_view(entries.mappings(), found) if found else MoneyView()


_ASKS = {
    "amount": say("Enter the amount, like 1250.00."),
    "payee": say("Say who is paid."),
    "reason": say("Say why, in a few words."),
}


def _given(**told: Any) -> None:
    problems = {
        name: _ASKS[name]
        for name, value in told.items()
        if value is None or (isinstance(value, str) and not value.strip())
    }
    amount = told.get("amount")
    if amount is not None and not (amount.is_finite() and 0 <= amount <= MOST):
        problems["amount"] = say("The amount is between 0 and 9,999,999,999.99.")
    if problems:
        raise Invalid(" ".join(problems.values()), problems)
