"""The one rule set for what a claim says: form, batch row and service read it alike."""

import re
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from app.codes import ClaimType
from app.services.choices import CAUSES, COVERAGES
from app.services.days import Day
from app.services.figures import today
from app.services.line_facts import AnyFacts
from app.services.sentences import label
from app.words import say

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)]
Money = Annotated[Decimal, Field(max_digits=12, decimal_places=2)]
OLDEST = 10
ROLES = ("reporter", "policyholder", "claimant", "driver", "third_party", "repairer", "provider")


class Channel(StrEnum):
    """How a claim was reported."""

    PHONE = "phone"
    EMAIL = "email"
    PORTAL = "portal"
    AGENT = "agent"
    WALK_IN = "walk_in"
    BATCH = "batch"


class Authority(StrEnum):
    """Which authority was called to the loss."""

    POLICE = "police"
    FIRE = "fire"
    NONE = "none"
    UNKNOWN = "unknown"


class PartyDraft(BaseModel):
    """A person or firm of the claim; only the name is needed to keep one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    phone: Text = ""
    email: Text = ""
    address_line: Text = ""
    city: Text = ""
    postcode: Text = ""
    country: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = say(
        "United Kingdom"
    )
    relation: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)] = ""

    @field_validator("phone")
    @classmethod
    def _phone_in_e164(cls, typed: str) -> str:
        number = re.sub(r"[\s().-]", "", typed).replace("(0)", "")
        if number.startswith("00"):
            number = "+" + number[2:]
        elif number.startswith("0"):
            number = "+44" + number[1:]
        if number and not re.fullmatch(r"\+[1-9]\d{6,14}", number):
            raise ValueError("Write the phone number with its country code, like +44 7700 900123.")
        return number

    @field_validator("email")
    @classmethod
    def _email_has_shape(cls, typed: str) -> str:
        local, _, domain = typed.rpartition("@")
        if typed and not (local and re.fullmatch(r"[\w-]+(\.[\w-]+)+", domain)):
            raise ValueError("Write the e-mail address like name@example.org.")
        return f"{local}@{domain.lower()}" if typed else ""


class ClaimDraft(BaseModel):
    """What is known of a claim; policy number, claim type and loss date are the least of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    policy_number: Annotated[
        str,
        StringConstraints(
            strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9/ -]{2,49}$"
        ),
    ]
    claim_type: ClaimType
    loss_date: Day
    loss_time: time | None = None
    reported_date: Day | None = None
    how_reported: Channel | None = None
    policy_start: Day | None = None
    policy_expiry: Day | None = None
    policy_changed: Day | None = None
    coverage: Code = ""
    policy_limit: Money | None = None
    deductible: Money | None = None
    cause: Code = ""
    description: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)] = ""
    loss_city: Text = ""
    loss_country: Text = ""
    amount: Money | None = None
    currency: Annotated[str, StringConstraints(to_upper=True, pattern=r"^[A-Za-z]{3}$")] = "GBP"
    authority_contacted: Authority | None = None
    authority_reference: Text = ""
    prior_claims_declared: Annotated[int, Field(ge=0, le=99)] | None = None
    notice_given: bool = False
    region: Text = ""
    reporter: PartyDraft | None = None
    policyholder: PartyDraft | None = None
    claimant: PartyDraft | None = None
    driver: PartyDraft | None = None
    third_party: PartyDraft | None = None
    repairer: PartyDraft | None = None
    provider: PartyDraft | None = None
    witnesses: tuple[PartyDraft, ...] = ()
    facts: Annotated[AnyFacts, Field(discriminator="line")]

    @field_validator("loss_date")
    @classmethod
    def _loss_is_past(cls, day: date) -> date:
        if day > today():
            raise ValueError("Date of loss cannot lie in the future. Correct the date.")
        if day.year < today().year - OLDEST:
            raise ValueError("Date of loss is more than ten years back. Correct the year.")
        return day

    @field_validator("reported_date")
    @classmethod
    def _reported_after_loss(cls, day: date | None, info: ValidationInfo) -> date | None:
        loss = info.data.get("loss_date")
        if day and loss and day < loss:
            raise ValueError("A loss cannot be reported before it happened. Correct one date.")
        if day and day > today():
            raise ValueError("The report date cannot lie in the future. Correct the date.")
        return day

    @field_validator("policy_expiry")
    @classmethod
    def _term_in_order(cls, end: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("policy_start")
        if start and end and end < start:
            raise ValueError("The policy cannot expire before it starts. Correct one of the dates.")
        return end

    @field_validator("cause", "coverage")
    @classmethod
    def _known_to_the_line(cls, code: str, info: ValidationInfo) -> str:
        lists = CAUSES if info.field_name == "cause" else COVERAGES
        known = lists.get(info.data.get("claim_type", ClaimType.MOTOR), {})
        if code and code not in known:
            choices = ", ".join(known)
            raise ValueError(f"{label(info.field_name or '')} must be one of {choices}.")
        return code

    @field_validator("amount", "policy_limit")
    @classmethod
    def _above_zero(cls, money: Decimal | None, info: ValidationInfo) -> Decimal | None:
        if money is not None and money <= 0:
            raise ValueError(
                f"{label(info.field_name or '')} must be above zero. Enter it without a sign."
            )
        return money

    @field_validator("deductible")
    @classmethod
    def _within_limit(cls, money: Decimal | None, info: ValidationInfo) -> Decimal | None:
        limit = info.data.get("policy_limit")
        if money is not None and (money < 0 or (limit is not None and money > limit)):
            raise ValueError("Excess must lie between zero and the policy limit.")
        return money
