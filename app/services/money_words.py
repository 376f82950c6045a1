"""Entries of money, letters and views, each as a sentence of the timeline."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.services import wording
from app.services.stored_words import coded
from app.words import amid, fill, say


def entered(detail: Mapping[str, Any]) -> str:
    """Return what an entry of the register says."""
    return _MONEY[detail["what"]].format_map(_words(detail))


def letter(detail: Mapping[str, Any]) -> str:
    """Return which letter was sent to whom."""
    return say("Sent a letter to {to}: {letter}", to=detail["to"], letter=_letter(detail["kind"]))


def viewed(_detail: Mapping[str, Any]) -> str:
    """Return that somebody judged for themselves first; the view itself stays with them."""
    return say("Recorded a view before the score was shown")


_MONEY = {
    "reserve": say("Set the reserve for {coverage} to {amount}, was {was}: {said}"),
    "payment": say("Recorded a payment of {amount} to {payee}: {said}"),
    "final": say("Recorded the final payment of {amount} to {payee}: {said}"),
    "correction": say("Corrected a payment to {payee} to {amount}, was {was}: {said}"),
    "stop": say("Stopped payments: {said}"),
    "lift": say("Let payments go on"),
    "coverage": say("Checked the coverage"),
}


def _words(detail: Mapping[str, Any]) -> dict[str, str]:
    return {
        "coverage": amid(coded(str(detail.get("coverage", "")))),
        "amount": _sum(detail.get("amount")),
        "was": _sum(detail.get("was")),
        "payee": str(detail.get("payee", "")),
        "said": str(detail.get("said", "")),
    }


def _sum(amount: Any) -> str:
    return fill("{decimal:,.2f}", decimal=Decimal(str(amount or 0)))


def _letter(kind: str) -> str:
    return next(amid(words) for code, words in wording.LETTER.items() if code == kind)
