"""What an administrator enters about a person, checked as the token service will check it."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from app.access import Role
from app.codes import ClaimType
from app.errors import Invalid
from app.services.account import Account
from app.words import say

FLAGS: dict[str, str] = {
    "supervisor": say("Supervisor"),
    "siu": say("SIU investigator"),
    "analyst": say("Analyst"),
}
ROLE: dict[Role, str] = {
    Role.USER: say("User: submits claims and sees their own"),
    Role.STAFF: say("Staff: decides claims of a region and its lines"),
    Role.ADMIN: say("Admin: manages people, models and the audit"),
}
LONGEST_NAME = 120
MOST_AUTHORITY = Decimal("9999999999.99")
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
_NOBODYS: dict[str, Any] = {"lines": (), "authority_limit": Decimal(0)} | dict.fromkeys(
    FLAGS, False
)
_WRONG_USERNAME = say(
    "Use 2 to 40 lower-case letters, digits, dots, dashes or underscores, "
    "beginning with a letter or a digit."
)


def read_person(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an Account as *values* say, or raise Invalid with a sentence for each.

    `username` is read where it is given; only Staff keep lines, authority and flags.
    """
    role = Role(values["role"])
    told: dict[str, Any] = {
        "full_name": " ".join(str(values["full_name"]).split()),
        "role": role,
        "region": str(values["region"]).strip() or None,
    }
    if "username" in values:
        told["username"] = str(values["username"]).strip()
    told |= _of_staff(values) if role is Role.STAFF else _NOBODYS
    problems = _problems(told)
    if problems:
        raise Invalid(say("Correct the fields that are marked."), problems)
    return told


def changes(account: Account, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of *told* differs from the person as they are."""
    return {name: value for name, value in told.items() if getattr(account, name) != value}


def _of_staff(values: Mapping[str, Any]) -> dict[str, Any]:
    lines = {str(line) for line in values["lines"]}
    return {
        "lines": tuple(str(line) for line in ClaimType if line in lines),
        "authority_limit": _amount(str(values["authority_limit"])),
        **{flag: flag in values["flags"] for flag in FLAGS},
    }


def _amount(text: str) -> Decimal | None:
    try:
        amount = Decimal(text or "0")
    except InvalidOperation:
        return None
    fits = amount.is_finite() and 0 <= amount <= MOST_AUTHORITY
    return amount.quantize(Decimal("0.01")) if fits and amount == round(amount, 2) else None


def _problems(told: Mapping[str, Any]) -> dict[str, str]:
    name, staff = told["full_name"], told["role"] is Role.STAFF
    wrong = {
        "username": "username" in told and not _USERNAME.fullmatch(told["username"]),
        "full_name": not name or len(name) > LONGEST_NAME or not name.isprintable(),
        "region": staff and not told["region"],
        "lines": staff and not told["lines"],
        "authority_limit": told["authority_limit"] is None,
    }
    return {field: _SENTENCES[field] for field, is_wrong in wrong.items() if is_wrong}


_SENTENCES = {
    "username": _WRONG_USERNAME,
    "full_name": say(
        "Enter a name of at most {longest_name} characters.", longest_name=LONGEST_NAME
    ),
    "region": say("Enter a region; without one, Staff see no unassigned claims."),
    "lines": say("Choose at least one line; without one, Staff see no unassigned claims."),
    "authority_limit": say("Enter an amount of at most two decimal places, like 5,000.00."),
}
