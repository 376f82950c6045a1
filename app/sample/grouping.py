"""Group facts of the sample: to which groups its claimants belong, as chance by the keys has it."""

from collections.abc import Iterable, Sequence
from typing import Any

from app.sample.claim import SampleClaim
from app.sample.copying import copy

GROUPS: dict[str, tuple[tuple[str, int], ...]] = {
    "age": (("18 to 29", 17), ("30 to 44", 29), ("45 to 59", 28), ("60 and over", 26)),
    "sex": (("Men", 51), ("Women", 48), ("Another", 1)),
    "language": (("English", 86), ("Welsh", 6), ("Another", 8)),
}
_TOLD, _WHOLE = 90, 100


def group_facts(cursor: Any, claims: Sequence[SampleClaim], ids: Iterable[int]) -> None:
    """Insert the group facts; of one claim in ten nothing was told."""
    rows = [
        [number, grouping, value]
        for number, claim in zip(ids, claims, strict=True)
        for place, grouping in enumerate(GROUPS)
        if (value := _drawn(claim.precedent_key.int >> (8 * place), GROUPS[grouping]))
    ]
    copy(cursor, "claims_group", ["claim_id", "grouping", "value"], rows)


def _drawn(lot: int, groups: tuple[tuple[str, int], ...]) -> str:
    if lot % 97 * _WHOLE // 97 >= _TOLD:
        return ""
    left = lot % 10_007 * _WHOLE // 10_007
    for value, share in groups:
        if left < share:
            return value
        left -= share
    return ""
