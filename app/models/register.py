"""The register of a claim's money; each entry is for good, a correction is another one."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Money, Record


class MoneyEntry(Record):
    """A reserve set to a level, or a payment; `corrects` names the payment that a row mends."""

    __tablename__ = "claims_money"
    __table_args__ = (
        CheckConstraint("kind IN ('reserve', 'payment')", "kind"),
        CheckConstraint("CASE kind WHEN 'reserve' THEN amount >= 0 ELSE amount <> 0 END", "amount"),
        CheckConstraint("amount < 'NaN'", "numbers"),
        CheckConstraint("length(reason) <= 4000", "reason"),
        Index(None, "claim_id", "id"),
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id"))
    kind: Mapped[str] = mapped_column(String(10))
    coverage: Mapped[str] = mapped_column(String(40))
    amount: Mapped[Money]
    payee: Mapped[str | None] = mapped_column(String(200))
    is_final: Mapped[bool] = mapped_column(server_default=text("false"))
    reason: Mapped[str]
    corrects: Mapped[int | None] = mapped_column(ForeignKey("claims_money.id"))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("auth_user.id"))
    made_at: Mapped[datetime] = mapped_column(server_default=text("clock_timestamp()"))
