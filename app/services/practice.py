"""Ten settled claims to practise on: what they looked like, and what they turned out to be."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import TypeAdapter

from app.codes import Outcome
from app.services.claim_views import Fact, ScoreView
from app.settings import ROOT

COUNT = 10
PRACTICE = ROOT / "resources" / "practice.json"


class Choice(StrEnum):
    """What a person does with a claim in the practice."""

    APPROVE = "approve"
    REFER = "refer"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class PracticeClaim:
    """A claim as it stood before anybody knew its outcome; nothing of it is stored anywhere."""

    number: str
    title: str
    description: str
    facts: tuple[Fact, ...]
    score: ScoreView
    outcome: Outcome


CLAIMS = TypeAdapter(tuple[PracticeClaim, ...])


def practice_claims() -> tuple[PracticeClaim, ...]:
    """Return the ten claims in the order of the practice."""
    return CLAIMS.validate_json(PRACTICE.read_bytes())


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said after a choice: what the precedents said, and what the claim turned out to be.

    `agreed` is None where the choice was to ask, which is neither right nor wrong.
    """

    agreed: bool | None
    title: str
    precedents: str
    outcome: str


def feedback(claim: PracticeClaim, choice: Choice) -> Feedback:
    """Compare a choice with the outcome, and say what could have told."""
    found = claim.outcome is Outcome.SUBSTANTIATED
    agreed = None if choice is Choice.ASK else (choice is Choice.REFER) is found
    return Feedback(agreed, _title(agreed), _precedents(claim), _OUTCOMES[choice, found])


def summary(told: list[Feedback]) -> str:
    """Say how often the choices fitted how the claims turned out."""
    fitting = sum(one.agreed is True for one in told)
    asked = sum(one.agreed is None for one in told)
    words = f"{fitting} of {len(told)} choices fitted how the claims turned out"
    return f"{words}; {asked} times you asked for more." if asked else f"{words}."


def _title(agreed: bool | None) -> str:
    if agreed is None:
        return "You asked for more"
    return "It turned out as you decided" if agreed else "It turned out otherwise"


def _precedents(claim: PracticeClaim) -> str:
    near = claim.score.precedents
    found = sum(one.outcome is Outcome.SUBSTANTIATED for one in near)
    return (
        f"The precedents scored it {claim.score.score:.0f}: {found} of the {len(near)} nearest"
        " settled claims were substantiated."
    )


_OUTCOMES: dict[tuple[Choice, bool], str] = {
    (Choice.APPROVE, False): "The claim was cleared and paid.",
    (Choice.APPROVE, True): "The indicators were substantiated after an investigation.",
    (Choice.REFER, True): "The investigation substantiated the indicators.",
    (Choice.REFER, False): "The investigation cleared it; the claimant waited for nothing.",
    (Choice.ASK, False): "The claim was cleared. An approval would have been quicker.",
    (Choice.ASK, True): "The indicators were substantiated. A referral would have been quicker.",
}
