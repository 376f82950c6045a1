"""Letters from their templates: the words are the house's, what a claim says is escaped."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.codes import LetterKind
from app.services.figures import day, today
from app.settings import RESOURCES

HOUSE = "Precedent Claims"
SUBJECTS: dict[LetterKind, str] = {
    LetterKind.ACKNOWLEDGE: "We have received your claim",
    LetterKind.INFORMATION: "We need something from you",
    LetterKind.DELAY: "Your claim takes longer than we wish",
    LetterKind.DECISION: "Our decision on your claim",
}


@dataclass(frozen=True, slots=True)
class LetterView:
    """One letter that was sent."""

    id: int
    kind: LetterKind
    recipient: str
    subject: str
    sent_by: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter before it is sent; `told` is what the claim gives to its template."""

    kind: LetterKind
    recipient: str
    address: str
    subject: str
    words: str
    told: Mapping[str, Any]

    def html(self) -> str:
        """Return the whole letter."""
        lines = [line.strip() for line in self.address.splitlines()]
        own = {
            "recipient": self.recipient,
            "address_lines": [line for line in lines if line],
            "subject": self.subject,
            "paragraphs": [part.strip() for part in self.words.split("\n\n") if part.strip()],
        }
        return rendered(f"{self.kind}.html", {**self.told, **own})

    def with_words(
        self, *, recipient: str, address: str, subject: str, words: str
    ) -> "LetterDraft":
        """Return the letter with other words, recipient, address and subject."""
        return replace(self, recipient=recipient, address=address, subject=subject, words=words)


def rendered(template: str, told: Mapping[str, Any]) -> str:
    """Fill a template of the house; a name it does not know is a fault of ours."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(RESOURCES / "letters"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    common = {"house": HOUSE, "today": day(today())}
    return environment.get_template(template).render({**common, **told})
