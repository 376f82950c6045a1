"""Entries of money, letters and views, each as a sentence of the timeline."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.services import wording
from app.words import amid


def entered(detail: Mapping[str, Any]) -> str:
    """Return what an entry of the register says."""
    return _MONEY[detail["what"]].format_map(_words(detail))


def letter(detail: Mapping[str, Any]) -> str:
    """Return which letter was sent to whom."""
    return f"Sent a letter to {detail['to']}: {_letter(detail['kind'])}"


def viewed(_detail: Mapping[str, Any]) -> str:
    """Return that somebody judged for themselves first; the view itself stays with them."""
    return "Recorded a view before the score was shown"


_MONEY = {
    "reserve": "Set the reserve for {coverage} to {amount}, was {was}: {said}",
    "payment": "Recorded a payment of {amount} to {payee}: {said}",
    "final": "Recorded the final payment of {amount} to {payee}: {said}",
    "correction": "Corrected a payment to {payee} to {amount}, was {was}: {said}",
    "stop": "Stopped payments: {said}",
    "lift": "Let payments go on",
    "coverage": "Checked the coverage",
}


def _words(detail: Mapping[str, Any]) -> dict[str, str]:
    return {
        "coverage": str(detail.get("coverage", "")).replace("_", " "),
        "amount": _sum(detail.get("amount")),
        "was": _sum(detail.get("was")),
        "payee": str(detail.get("payee", "")),
        "said": str(detail.get("said", "")),
    }


def _sum(amount: Any) -> str:
    return f"{Decimal(str(amount or 0)):,.2f}"


def _letter(kind: str) -> str:
    return next(amid(words) for code, words in wording.LETTER.items() if code == kind)
