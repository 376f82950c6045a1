"""Ten settled claims to practise on: what they looked like, and what they turned out to be."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import TypeAdapter

from app.codes import Outcome
from app.services.claim_views import Fact, ScoreView
from app.settings import ROOT
from app.words import say

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
    words = say(
        "{fitting} of {told} choices fitted how the claims turned out",
        fitting=fitting,
        told=len(told),
    )
    return (
        say("{words}; {asked} times you asked for more.", words=words, asked=asked)
        if asked
        else f"{words}."
    )


def _title(agreed: bool | None) -> str:
    if agreed is None:
        return say("You asked for more")
    return say("It turned out as you decided") if agreed else say("It turned out otherwise")


def _precedents(claim: PracticeClaim) -> str:
    near = claim.score.precedents
    found = sum(one.outcome is Outcome.SUBSTANTIATED for one in near)
    return say(
        "The precedents scored it {score:.0f}: {found} of the {near} nearest settled "
        "claims were substantiated.",
        score=claim.score.score,
        found=found,
        near=len(near),
    )


_OUTCOMES: dict[tuple[Choice, bool], str] = {
    (Choice.APPROVE, False): say("The claim was cleared and paid."),
    (Choice.APPROVE, True): say("The indicators were substantiated after an investigation."),
    (Choice.REFER, True): say("The investigation substantiated the indicators."),
    (Choice.REFER, False): say("The investigation cleared it; the claimant waited for nothing."),
    (Choice.ASK, False): say("The claim was cleared. An approval would have been quicker."),
    (Choice.ASK, True): say(
        "The indicators were substantiated. A referral would have been quicker."
    ),
}
