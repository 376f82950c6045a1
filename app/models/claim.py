"""The claim: what was reported, where it stands and what the last step said."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    Date,
    DateTime,
    FetchedValue,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    String,
    Table,
    Text,
    Uuid,
    func,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column, relationship
from sqlalchemy.types import TypeEngine

from app.codes import ClaimType, Status
from app.models.party import Party
from app.models.record import Key, Money, Record, within_our_age

_OPEN = (
    "status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',"
    " 'pending_approval', 'reopened')"
)
_OWN_STATUS = (
    "CASE WHEN status IN ('siu_review', 'pending_approval') THEN 'in_review' ELSE status END"
)
_DAYS = (
    "loss_date",
    "reported_date",
    "policy_start",
    "policy_expiry",
    "policy_changed",
    "hold_until",
)
_WORDS = (
    "length(description) <= 20000 AND length(region) <= 100 AND length(loss_city) <= 200"
    " AND length(loss_country) <= 200 AND length(authority_reference) <= 200"
    " AND length(status_note) <= 10000 AND length(stop_payment) <= 4000"
)


def desk_only(kind: TypeEngine[Any], *args: Any) -> MappedColumn[Any]:
    """Map a column that a User has no right to: loaded on demand, left out when never set."""
    return mapped_column(kind.evaluates_none(), *args, deferred=True, deferred_group="desk")


def _one_of(column: str, codes: type[ClaimType | Status]) -> CheckConstraint:
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class Claim(Record):
    """A claim; triggers number it, guard its status and bump its version.

    `status_reason`, `status_note`, `status_detail` and `hold_until` belong to the last step and
    are set in the same update as `status`. `own_status` is what a User is told of `status`.
    """

    __tablename__ = "claims_claim"
    __table_args__ = (
        _one_of("claim_type", ClaimType),
        _one_of("status", Status),
        CheckConstraint(
            "authority_contacted IN ('police', 'fire', 'none', 'unknown')", "authority"
        ),
        CheckConstraint("amount >= 0 AND policy_limit >= 0 AND deductible >= 0", "money"),
        CheckConstraint("jsonb_typeof(facts) = 'object'", "facts"),
        CheckConstraint("length(facts ->> 'vin') <= 40", "vin"),
        CheckConstraint("policy_start <= policy_expiry", "policy_dates"),
        CheckConstraint("loss_date <= reported_date", "loss_reported"),
        CheckConstraint(
            "amount < 'NaN' AND policy_limit < 'NaN' AND deductible < 'NaN'", "numbers"
        ),
        CheckConstraint(" AND ".join(map(within_our_age, _DAYS)), "days"),
        CheckConstraint(_WORDS, "words"),
        CheckConstraint(
            "pg_column_size(facts) <= 262144 AND pg_column_size(status_detail) <= 65536", "sizes"
        ),
        CheckConstraint("removed_at IS NULL OR sample", "removed"),
        Index(None, "user_id", "id"),
        Index(
            "ix_claims_claim_assigned_to",
            "assigned_to",
            text("ml_score DESC"),
            text("id DESC"),
            postgresql_where=text("assigned_to IS NOT NULL"),
        ),
        Index(
            "ix_claims_claim_unassigned",
            "region",
            "claim_type",
            text("ml_score DESC"),
            text("id DESC"),
            postgresql_where=text("assigned_to IS NULL"),
        ),
        Index("ix_claims_claim_desk", "region", "claim_type"),
        Index("ix_claims_claim_status", "status", text("ml_score DESC"), text("id DESC")),
        Index(
            "ix_claims_claim_outcome",
            "submission_date",
            postgresql_include=[
                "id",
                "score_id",
                "claim_type",
                "region",
                "status",
                "siu_status",
                "siu_disposition",
                "closed_outcome",
                "last_updated",
                "assigned_to",
                "user_id",
            ],
            postgresql_where=text("submission_date IS NOT NULL"),
        ),
        Index(
            "ix_claims_claim_vin",
            text("(facts ->> 'vin')"),
            postgresql_where=text("(facts ->> 'vin') IS NOT NULL"),
        ),
        Index(
            "ix_claims_claim_provider",
            text("(facts ->> 'provider_id')"),
            "loss_date",
            postgresql_where=text("claim_type = 'health'"),
        ),
        Index("ix_claims_claim_batch", "batch_id", postgresql_where=text("batch_id IS NOT NULL")),
        Index("ix_claims_claim_policy", "policy_number", "loss_date"),
        Index(
            "ix_claims_claim_items",
            literal_column("(facts -> 'items')").label("items"),
            postgresql_using="gin",
            postgresql_ops={"items": "jsonb_path_ops"},
            postgresql_where=text("facts ? 'items'"),
        ),
        Index(
            "ix_claims_claim_text",
            text("to_tsvector('simple', coalesce(description, ''))"),
            postgresql_using="gin",
        ),
        Index(
            "ix_claims_claim_siu",
            "siu_status",
            postgresql_where=text("siu_status IS NOT NULL"),
        ),
    )

    id: Mapped[Key]
    claim_number: Mapped[str] = mapped_column(
        String(50), unique=True, server_default=FetchedValue(), server_onupdate=FetchedValue()
    )
    policy_number: Mapped[str] = mapped_column(String(50))
    claim_type: Mapped[str] = mapped_column(String(50))
    description: Mapped[str | None]
    amount: Mapped[Money | None]
    status: Mapped[str] = desk_only(String(20))
    submission_date: Mapped[datetime | None] = mapped_column(
        server_default=FetchedValue(), server_onupdate=FetchedValue()
    )
    last_updated: Mapped[datetime] = mapped_column(
        server_default=text("now()"), server_onupdate=FetchedValue()
    )
    user_id: Mapped[int | None] = mapped_column(
        ForeignKey("auth_user.id"), server_default=FetchedValue()
    )
    assigned_to: Mapped[int | None] = mapped_column(
        ForeignKey("auth_user.id"), server_default=FetchedValue()
    )
    ml_score: Mapped[Decimal | None] = desk_only(Numeric(5, 2))
    ml_confidence: Mapped[Decimal | None] = desk_only(Numeric(5, 2))
    ml_recommendation: Mapped[str | None] = desk_only(String(20))

    version: Mapped[int] = mapped_column(
        server_default=FetchedValue(), server_onupdate=FetchedValue()
    )
    region: Mapped[str | None] = mapped_column(server_default=FetchedValue())
    loss_date: Mapped[date]
    loss_time: Mapped[time | None]
    reported_date: Mapped[date | None]
    how_reported: Mapped[str | None] = mapped_column(String(20))
    cause: Mapped[str | None] = mapped_column(String(40))
    coverage: Mapped[str | None] = mapped_column(String(40))
    currency: Mapped[str] = mapped_column(String(3), server_default=text("'GBP'"))
    policy_limit: Mapped[Money | None]
    deductible: Mapped[Money | None]
    policy_start: Mapped[date | None]
    policy_expiry: Mapped[date | None]
    policy_changed: Mapped[date | None]
    prior_claims_declared: Mapped[int | None]
    authority_contacted: Mapped[str | None] = mapped_column(String(10))
    authority_reference: Mapped[str | None]
    loss_city: Mapped[str | None]
    loss_country: Mapped[str | None]
    notice_given: Mapped[bool] = mapped_column(server_default=text("false"))
    facts: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    precedent_key: Mapped[UUID] = mapped_column(
        unique=True, server_default=text("gen_random_uuid()")
    )
    score_id: Mapped[int | None] = desk_only(
        Integer(), ForeignKey("ml_engine_score.id", use_alter=True)
    )
    status_reason: Mapped[str | None] = desk_only(String(40))
    status_note: Mapped[str | None] = desk_only(Text())
    status_detail: Mapped[dict[str, Any] | None] = desk_only(JSONB())
    hold_until: Mapped[date | None] = mapped_column(
        server_default=FetchedValue(), server_onupdate=FetchedValue()
    )
    siu_status: Mapped[str | None] = desk_only(String(20))
    siu_disposition: Mapped[str | None] = desk_only(String(20))
    closed_outcome: Mapped[str | None] = desk_only(String(20))
    review_outcome: Mapped[str | None] = desk_only(String(20))
    coverage_checked_at: Mapped[datetime | None] = desk_only(DateTime(timezone=True))
    coverage_checked_by: Mapped[int | None] = desk_only(Integer(), ForeignKey("auth_user.id"))
    stop_payment: Mapped[str | None] = desk_only(Text())
    sample: Mapped[bool] = mapped_column(server_default=text("false"))
    removed_at: Mapped[datetime | None] = desk_only(DateTime(timezone=True))
    batch_id: Mapped[UUID | None] = desk_only(Uuid())
    own_status: Mapped[str | None] = mapped_column(String(20), Computed(_OWN_STATUS))
    diary_until: Mapped[date | None] = desk_only(Date())
    due_on: Mapped[date | None] = desk_only(Date())
    due_clock: Mapped[str | None] = desk_only(String(20))
    due_from: Mapped[date | None] = desk_only(Date())
    due_warn: Mapped[date | None] = desk_only(Date())

    parties: Mapped[list[Party]] = relationship(order_by=Party.id)

    __mapper_args__: Any = {  # noqa: RUF012 - a directive of the mapper, never changed
        "version_id_col": version,
        "version_id_generator": False,
        "eager_defaults": True,
    }


# Columns of the table that no claim carries: with them, every insert would ask for their values,
# which a User may not read.
queue_due: Column[date] = Column(
    "queue_due", Date, Computed("coalesce(due_on, '9999-12-31'::date)")
)
queue_risk: Column[int] = Column(
    "queue_risk", Integer, Computed("(-100 * coalesce(ml_score, -1))::integer")
)
queue_name: Column[str] = Column("queue_name", Text, nullable=False, server_default=text("''"))
_TABLE = cast("Table", Claim.__table__)
for _column in (queue_due, queue_risk, queue_name):
    _TABLE.append_column(_column)
_PLACE = (queue_due, queue_risk, _TABLE.c.id)
Index("ix_claims_claim_due", *_PLACE, postgresql_where=text(_OPEN))
Index(
    "ix_claims_claim_desk_due",
    _TABLE.c.region,
    _TABLE.c.claim_type,
    *_PLACE,
    postgresql_where=text(_OPEN),
)
Index("ix_claims_claim_open_name", queue_name, postgresql_where=text(_OPEN))
Index("ix_claims_claim_open_risk", -queue_risk, postgresql_where=text(_OPEN))
Index(
    "ix_claims_claim_open_amount",
    func.coalesce(_TABLE.c.amount, text("0")),
    postgresql_where=text(_OPEN),
)
Index(
    "ix_claims_claim_open_received",
    func.coalesce(_TABLE.c.submission_date, _TABLE.c.last_updated),
    postgresql_where=text(_OPEN),
)
Index(
    "ix_claims_claim_free",
    _TABLE.c.region,
    *_PLACE,
    postgresql_where=text("assigned_to IS NULL AND status = 'triaged'"),
)
Index(
    "ix_claims_claim_free_due",
    _TABLE.c.region,
    _TABLE.c.claim_type,
    *_PLACE,
    postgresql_where=text(f"assigned_to IS NULL AND {_OPEN}"),
)
Index(
    "ix_claims_claim_diary",
    _TABLE.c.diary_until,
    postgresql_where=text("diary_until IS NOT NULL"),
)
Index(
    "ix_claims_claim_own_due",
    _TABLE.c.assigned_to,
    *_PLACE,
    postgresql_where=text(f"assigned_to IS NOT NULL AND {_OPEN}"),
)
