"""Cells of a file as the entries of a claim: amounts, codes and days in their usual spellings."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from app.codes import ClaimType
from app.services.choices import CAUSES, COVERAGES
from app.services.claim_draft import ROLES
from app.services.import_columns import SEVERAL

if TYPE_CHECKING:
    import pandas as pd

_MONEY = frozenset({"amount", "policy_limit", "deductible", "facts.estimate_amount"}) | {
    "facts.probable_total",
    "facts.prepaid",
    "facts.refunds",
}


def values_of(
    cells: Mapping[str, str], mapping: Mapping[str, str], months_first: frozenset[str]
) -> dict[str, Any]:
    """Return the nested values that a draft is read from, as the cells of a row tell them."""
    values: dict[str, Any] = {}
    flat = {mapping[name]: cell.strip() for name, cell in cells.items() if mapping.get(name)}
    kind = _code(flat.get("claim_type", ""))
    for name, cell in flat.items():
        column = next(c for c, target in mapping.items() if target == name)
        told = _month_first(cell) if column in months_first else cell
        part, _, inner = name.partition(".")
        if inner:
            values.setdefault(part, {})[inner] = _value(name, told, kind)
        else:
            values[name] = _value(name, told, kind)
    return values


def _value(name: str, cell: str, kind: str) -> Any:
    if name in SEVERAL:
        return [_code(part) if name == "facts.impact_points" else part for part in _parts(cell)]
    if name in _MONEY:
        return plain_amount(cell)
    if name in {"cause", "coverage"} and kind in set(ClaimType):
        return _listed(cell, (CAUSES if name == "cause" else COVERAGES)[ClaimType(kind)])
    if name in _CODED:
        return _code(cell)
    return cell


_CODED = frozenset(
    {"claim_type", "authority_contacted"}
    | {f"{role}.relation" for role in ROLES}
    | {
        f"facts.{name}"
        for name in (
            "accident_type",
            "purpose_of_use",
            "fault_rating",
            "body",
            "property_type",
            "occupancy",
            "alarm",
            "locks",
            "fire_origin",
            "visit_type",
            "care_type",
            "accident_related",
        )
    }
)


def plain_amount(cell: str) -> str:
    """Return an amount with its currency sign and separators taken out, or the cell as it is."""
    bare = re.sub(r"^(?:GBP|USD|EUR)|[£$€\s]|(?:GBP|USD|EUR)$", "", cell)
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+,\d{1,2}", bare):
        return bare.replace(".", "").replace(",", ".")
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})*(?:\.\d*)?|-?\d+(?:\.\d*)?", bare):
        return bare.replace(",", "")
    return cell


def _listed(cell: str, known: Mapping[str, str]) -> str:
    words = {text.casefold(): code for code, text in known.items()}
    return words.get(cell.casefold(), _code(cell))


def _code(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def _parts(cell: str) -> list[str]:
    return [part for part in re.split(r"[;,|\s]+", cell) if part]


def months_first(frame: "pd.DataFrame", mapping: Mapping[str, str]) -> Iterator[str]:
    """Yield the columns whose days are written month before day, as far as the first rows show."""
    from app.ml.reading import date_order

    for column, target in mapping.items():
        if "date" in target or target.startswith("policy_"):
            told = frame[column][frame[column].str.contains("/")] if target else frame[column][:0]
            if len(told) and date_order(told, preferred="dmy") == "mdy":
                yield column


def _month_first(cell: str) -> str:
    return re.sub(r"^(\d{1,2})/(\d{1,2})/(\d{4})$", r"\3-\1-\2", cell)
