"""What another person changed on the claim that is open, with both values."""

from app.services import figures, wording
from app.services.claim_views import ClaimDetail, ClaimRow
from app.ui.buttons import ActionButton
from app.ui.cards import Banner
from app.words import say


def differences(old: ClaimRow, new: ClaimRow) -> list[str]:
    """Return each visible difference as "Status: In review, now Approved"."""
    pairs = (
        (say("Status"), wording.STATUS[old.status], wording.STATUS[new.status]),
        (say("Owner"), old.owner or say("nobody"), new.owner or say("nobody")),
        (
            say("Amount"),
            figures.money(old.amount, old.currency),
            figures.money(new.amount, new.currency),
        ),
        (say("Score"), _points(old), _points(new)),
    )
    return [
        say("{name}: {was}, now {now}", name=name, was=was, now=now)
        for name, was, now in pairs
        if was != now
    ]


def _points(claim: ClaimRow) -> str:
    return say("none") if claim.score is None else figures.points(claim.score)


def story(old: ClaimRow, detail: ClaimDetail) -> str:
    """Return who changed the claim and what differs, as one sentence, or nothing."""
    told = differences(old, detail.row)
    if not told:
        return ""
    latest = max(detail.events, key=lambda event: event.at, default=None)
    who = latest.actor if latest else say("A colleague")
    return say("{who} changed this claim. {names}.", who=who, names="; ".join(told))


class ChangeBanner(Banner):
    """Both values, and whether to keep one's own decision or take what is there now."""

    def __init__(self) -> None:
        super().__init__("med")
        self.keep = ActionButton(say("Keep mine"), height=28)
        self.take = self.action
        line = self.layout()
        line.insertWidget(2, self.keep)  # type: ignore[union-attr] # the banner is one line

    def tell_change(self, text: str, *, deciding: bool, possible: bool) -> None:
        """Show *text*; while *deciding*, offer to keep one's decision if it is *possible*."""
        self.tell(text, action=say("Take theirs") if deciding else "")
        self.keep.setVisible(deciding and possible)
