"""Group facts brought in from a table: they go into the database and never come out of it again."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ARRAY, Text, bindparam, text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.database import translate
from app.errors import Invalid
from app.files.reading import open_table
from app.services.fairness import GROUPINGS
from app.words import say, say_n

NUMBER = "claim_number"
HEADINGS = f"{NUMBER}, {', '.join(GROUPINGS)}"
_LOAD = text("SELECT load_groups(:numbers, :grouping, :values)").bindparams(
    bindparam("numbers", type_=ARRAY(Text)), bindparam("values", type_=ARRAY(Text))
)


@dataclass(frozen=True, slots=True)
class GroupsLoaded:
    """How many facts there were in the table, and how many of them found their claim."""

    told: int
    taken: int

    @property
    def words(self) -> str:
        """Return what came of it."""
        left = self.told - self.taken
        if not left:
            return say_n("{n:,} group fact was taken", "{n:,} group facts were taken", self.taken)
        return say(
            "{taken:,} of {told:,} group facts were taken; {left:,} had no claim here",
            taken=self.taken,
            told=self.told,
            left=left,
        )


class GroupService:
    """Brings in group facts for administrators who have shown a code of the last minutes."""

    def __init__(self, sessions: sessionmaker[Session], identity: Identity) -> None:
        self._sessions, self._identity = sessions, identity

    def load(self, path: Path) -> GroupsLoaded:
        """Take the facts of a CSV file or workbook, all or none; what a claim had is replaced.

        Raises BadFile or Invalid for a table that cannot be used, CodeNeeded without a fresh code.
        """
        self._identity.require(Permission.GROUPS_LOAD)
        facts = _facts(path)
        taken = 0
        with translate(), self._sessions.begin() as session:
            for grouping, told in facts.items():
                numbers, values = (list(column) for column in zip(*told, strict=True))
                given = {"numbers": numbers, "grouping": grouping, "values": values}
                taken += session.scalar(_LOAD, given) or 0
        return GroupsLoaded(sum(len(told) for told in facts.values()), taken)


def _facts(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Return for each grouping which claim has which value; the last of several stands."""
    table = open_table(path)
    columns = {name.strip().lower().replace(" ", "_"): name for name in table.columns}
    known = [grouping for grouping in GROUPINGS if grouping in columns]
    if NUMBER not in columns or not known:
        raise Invalid(
            say(
                "The table needs {number} and another of these columns: {columns}.",
                number=NUMBER,
                columns=HEADINGS,
            )
        )
    found: dict[str, dict[str, str]] = {grouping: {} for grouping in known}
    for chunk in table.chunks():
        for grouping in known:
            pairs = chunk[[columns[NUMBER], columns[grouping]]].itertuples(index=False)
            told = ((str(number).strip(), str(value).strip()) for number, value in pairs)
            found[grouping] |= {number: value for number, value in told if number and value}
    told_of = {grouping: list(told.items()) for grouping, told in found.items() if told}
    if not told_of:
        raise Invalid(say("The table tells no group of any claim."))
    return told_of
