"""The form of one person: who they are, their role, and what Staff may decide."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.access import Role
from app.codes import ClaimType
from app.services import wording
from app.services.account import Account
from app.services.people import FLAGS, ROLE
from app.ui.fields import Field
from app.ui.intake.choices import Several
from app.ui.intake.editors import Choice, Line, Money
from app.words import say

OWN_ROLE = say("Ask another administrator to change your own role.")
NEW_ROLE = say("A new role ends this person's sessions; they sign in again.")
STAFF_ONLY = ("lines", "authority_limit", "flags")


class PersonForm(QWidget):
    """Fields bound to the values of a person; `edited` tells of every change by hand."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._clean: dict[str, Any] = {}
        self._role = ""
        self.editors: dict[str, Any] = {
            "username": Line("first.last", longest=40),
            "full_name": Line(longest=120),
            "role": Choice(ROLE, unchosen=""),
            "region": Line("north", longest=120),
            "lines": Several({line: wording.CLAIM_TYPE[line] for line in ClaimType}),
            "authority_limit": Money(),
            "flags": Several(FLAGS),
        }
        names = (
            say("User name"),
            say("Full name"),
            say("Role"),
            say("Region"),
            say("Lines"),
            say("Authority limit, £"),
            say("Also works as"),
        )
        pairs = zip(names, self.editors.items(), strict=True)
        self.fields = {field: Field(name, editor) for name, (field, editor) in pairs}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for field, editor in self.editors.items():
            column.addWidget(self.fields[field])
            editor.edited.connect(self._edit)
        self.show_person(None)

    @property
    def changed(self) -> bool:
        """Tell whether anything was edited since the person was shown."""
        return self.values() != self._clean

    def values(self) -> dict[str, Any]:
        """Return what is entered; the user name only of somebody new."""
        shown = {name: editor.read() for name, editor in self.editors.items()}
        if self.fields["username"].isHidden():
            del shown["username"]
        return shown

    def show_person(self, person: Account | None, *, own: bool = False) -> None:
        """Show a person, or with None the empty form of somebody new."""
        self._role = str(person.role) if person else ""
        self.fields["username"].setVisible(person is None)
        for name, value in _shown(person).items():
            self.editors[name].write(value)
        self.editors["role"].setEnabled(not own)
        self.clear()
        if own:
            self.fields["role"].warn(OWN_ROLE)
        self._show_role()
        self.settle()

    def settle(self) -> None:
        """Take what is entered for what is stored."""
        self._clean = self.values()

    def fail(self, problems: Mapping[str, str]) -> bool:
        """Say what is wrong with which field and go to the first; False when it shows none."""
        self.clear()
        wrong = [name for name in self.fields if name in problems]
        for name in wrong:
            self.fields[name].fail(problems[name])
        if wrong:
            self.editors[wrong[0]].setFocus()
        return bool(wrong)

    def clear(self) -> None:
        """Take back what was said about the values."""
        for field in self.fields.values():
            field.clear()

    def begin(self) -> None:
        """Put the focus where the first words go."""
        new = not self.fields["username"].isHidden()
        self.editors["username" if new else "full_name"].setFocus()

    def offer_regions(self, regions: Sequence[str]) -> None:
        """Name the regions there are, as an example of how they are written."""
        self.editors["region"].setPlaceholderText(", ".join(regions) or "north")

    def _edit(self) -> None:
        self.clear()
        self._show_role()
        self.edited.emit()

    def _show_role(self) -> None:
        role = self.editors["role"].read()
        for name in STAFF_ONLY:
            self.fields[name].setVisible(role == Role.STAFF)
        if self._role and role != self._role:
            self.fields["role"].warn(NEW_ROLE)


def _shown(person: Account | None) -> dict[str, Any]:
    if person is None:
        return {
            **dict.fromkeys(("username", "full_name", "region"), ""),
            "role": Role.STAFF,
            "lines": (),
            "authority_limit": "0",
            "flags": (),
        }
    return {
        "username": person.username,
        "full_name": person.full_name,
        "role": person.role,
        "region": person.region or "",
        "lines": person.lines,
        "authority_limit": person.authority_limit,
        "flags": [flag for flag in FLAGS if getattr(person, flag)],
    }
