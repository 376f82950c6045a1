"""What an administrator enters about a person: read, checked, and compared with what is stored."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from app.access import Role
from app.errors import Invalid
from app.services.account import Account
from app.services.people import changes, read_person

ENTERED: dict[str, Any] = {
    "username": "nora.newton",
    "full_name": "  Nora   Newton ",
    "role": "staff",
    "region": " north ",
    "lines": ["travel", "motor"],
    "authority_limit": "5000",
    "flags": ["siu"],
}


def an_account(**facts: Any) -> Account:
    told: dict[str, Any] = {
        "id": 7,
        "username": "nora.newton",
        "full_name": "Nora Newton",
        "role": Role.STAFF,
        "region": "north",
        "lines": ("motor", "travel"),
        "authority_limit": Decimal("5000.00"),
        "siu": True,
        "supervisor": False,
        "analyst": False,
        "is_active": True,
        "created_at": datetime(2026, 1, 1, tzinfo=UTC),
        "one_time_codes": False,
        "temporary_password": False,
    }
    return Account(**told | facts)


def problems(**changed: Any) -> dict[str, str]:
    with pytest.raises(Invalid) as error:
        read_person(ENTERED | changed)
    return error.value.problems


def test_what_is_entered_is_read_as_the_fields_of_an_account():
    told = read_person(ENTERED)

    assert told == {
        "username": "nora.newton",
        "full_name": "Nora Newton",
        "role": Role.STAFF,
        "region": "north",
        "lines": ("motor", "travel"),
        "authority_limit": Decimal("5000.00"),
        "siu": True,
        "supervisor": False,
        "analyst": False,
    }


@pytest.mark.parametrize("role", ["user", "admin"])
def test_only_staff_keep_lines_authority_and_flags(role: str):
    told = read_person(ENTERED | {"role": role, "authority_limit": "much", "region": ""})

    assert (told["lines"], told["authority_limit"], told["siu"]) == ((), Decimal(0), False)
    assert told["region"] is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", "N"),
        ("username", "Nora Newton"),
        ("username", ".nora"),
        ("username", "n" * 41),
        ("full_name", "   "),
        ("full_name", "n" * 121),
        ("full_name", "Nora\x00Newton"),
        ("region", " "),
        ("lines", []),
        ("lines", ["marine"]),
        ("authority_limit", "much"),
        ("authority_limit", "-1"),
        ("authority_limit", "1.005"),
        ("authority_limit", "NaN"),
        ("authority_limit", "10000000000"),
    ],
)
def test_a_wrong_value_is_named_in_a_sentence(field: str, value: Any):
    told = problems(**{field: value})

    assert list(told) == [field]
    assert told[field].endswith(".")


def test_every_wrong_field_is_named_at_once():
    told = problems(username="", full_name="", region="", lines=[])

    assert set(told) == {"username", "full_name", "region", "lines"}


def test_only_what_differs_is_sent():
    told = read_person(ENTERED | {"region": "south", "flags": []})

    assert changes(an_account(), told) == {"region": "south", "siu": False}
    assert changes(an_account(region="south", siu=False), told) == {}
