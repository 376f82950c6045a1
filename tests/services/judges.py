"""A small real model of settled claims: dear and late ones were substantiated."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from uuid import UUID

from app.ml import TriageModel, train
from app.services.facts import FEATURES, ClaimFacts, features, frame

FIRST = date(2025, 1, 1)


def a_settled_claim(place: int, dice: Random, *, substantiated: bool) -> ClaimFacts:
    loss = FIRST + timedelta(days=place)
    return ClaimFacts(
        claim_type="motor",
        cause=dice.choice(("collision", "theft")),
        amount=Decimal(dice.randrange(500, 3000) + 6000 * substantiated),
        policy_limit=Decimal(24000),
        loss_date=loss,
        reported_date=loss + timedelta(days=dice.randrange(0, 9) + 30 * substantiated),
        policy_start=loss - timedelta(days=dice.randrange(5, 300)),
        links={"phone": dice.randrange(4) * substantiated},
    )


def key(place: int) -> str:
    return str(UUID(int=place))


def train_small(path: Path) -> TriageModel:
    """Save a model of 120 settled claims, every fourth of them substantiated, and return it."""
    dice, places = Random(3), range(120)  # noqa: S311 - a seed, not a secret
    settled = [a_settled_claim(i, dice, substantiated=i % 4 == 0) for i in places]
    model = train(
        frame([features(claim) for claim in settled]),
        [int(i % 4 == 0) for i in places],
        ids=[key(i) for i in places],
        titles={name: feature.label for name, feature in FEATURES.items()},
        seed=1,
    )
    model.save(path)
    return model
