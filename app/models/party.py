"""The people and firms around a claim."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.record import Key, Record

KINDS = (
    "reporter",
    "policyholder",
    "claimant",
    "driver",
    "third_party",
    "repairer",
    "witness",
    "provider",
)


class Party(Record):
    """One person or firm in one role; `phone` is in E.164 form, `email` in lower case."""

    __tablename__ = "claims_party"
    __table_args__ = (
        CheckConstraint("kind IN ({})".format(", ".join(f"'{kind}'" for kind in KINDS)), "kind"),
        CheckConstraint("length(city) <= 200 AND length(country) <= 200", "words"),
        Index(None, "claim_id"),
        Index("ix_claims_party_phone", "phone"),
        Index("ix_claims_party_email", text("lower(email)")),
        Index("ix_claims_party_address", text("lower(postcode)"), text("lower(address_line)")),
        Index("ix_claims_party_name", text("lower(name)")),
        Index(
            "ix_claims_party_words",
            text("to_tsvector('simple', name)"),
            postgresql_using="gin",
        ),
    )

    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims_claim.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(254))
    address_line: Mapped[str | None] = mapped_column(String(200))
    city: Mapped[str | None]
    postcode: Mapped[str | None] = mapped_column(String(20))
    country: Mapped[str | None]
    relation: Mapped[str | None] = mapped_column(String(20))
