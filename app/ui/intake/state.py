"""What the intake knows of the claim in hand: its entries, and what of it is stored."""

from typing import Any, NamedTuple

from app.services.claim_draft import ClaimDraft
from app.services.intake import SavedDraft
from app.services.kept_draft import Kept, now
from app.ui.intake.bodies import IntakeBodies
from app.ui.intake.check import Values, flat
from app.words import say

BESIDE = ("region",)
BLANK: tuple[Any, ...] = ("", None, [], False)


class Stored(NamedTuple):
    """The draft on the server that the form changes."""

    id: int
    number: str
    version: int

    @classmethod
    def of(cls, saved: SavedDraft) -> "Stored":
        """Return what is to be remembered of a draft."""
        return cls(saved.id, saved.number, saved.version)


class IntakeState:
    """The claim in the form that is shown."""

    def __init__(self, bodies: IntakeBodies) -> None:
        self._bodies = bodies
        self.stored: Stored | None = None
        self._clean: Values = {}
        self._beside: Values = {}

    @property
    def changed(self) -> bool:
        """Tell whether the form holds what is not saved."""
        return self.entered() != self._clean

    @property
    def words(self) -> str:
        """Return where the claim stands."""
        if self.stored is None:
            return say("Not saved yet")
        return say("Draft {number}", number=self.stored.number) + (
            say(", with changes") if self.changed else ""
        )

    def entered(self) -> Values:
        """Return what is entered, without blanks; the line counts once the claim is stored."""
        told = {n: v for n, v in self._bodies.values().items() if v not in BLANK}
        return told | ({"claim_type": self._bodies.kind} if self.stored else {})

    def fill(self, values: Values, stored: Stored | None) -> None:
        """Show a claim and take it as it is for saved."""
        self.stored = stored
        self._beside = {name: values.get(name) for name in BESIDE}
        self._bodies.write(values)
        self.settle()

    def save(self, saved: SavedDraft) -> None:
        """Take in that the server has what is entered."""
        self.stored = Stored.of(saved)
        self._beside = {name: flat(saved.draft).get(name) for name in BESIDE}
        self.settle()

    def settle(self) -> None:
        """Take what is entered for saved."""
        self._clean = self.entered()

    def known(self) -> dict[str, Any]:
        """Return what the server is told of the draft that is changed."""
        if self.stored is None:
            return {}
        return {"claim_id": self.stored.id, "version": self.stored.version}

    def whole(self, draft: ClaimDraft) -> ClaimDraft:
        """Return the draft with what it holds beside the form."""
        region = self._beside.get("region") or ""
        return draft.model_copy(update={"region": region})

    def kept(self) -> Kept | None:
        """Return what would be lost if the desktop ended now."""
        if not self.changed:
            return None
        told = self._bodies.values() | {n: v for n, v in self._beside.items() if v}
        told |= {"claim_type": str(self._bodies.kind)}
        return Kept(told, now(), *(self.stored or ()))

    def bring_back(self, kept: Kept) -> None:
        """Show what an earlier desktop kept; it still has to be saved."""
        stored = None
        if kept.claim_id is not None and kept.version is not None:
            stored = Stored(kept.claim_id, kept.number, kept.version)
        self.fill(kept.values, stored)
        self._clean = {}
