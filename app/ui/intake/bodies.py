"""The forms of the four lines, one shown at a time, and the choice between them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from app.access import Identity
from app.codes import ClaimType
from app.services.wording import CLAIM_TYPE
from app.ui.intake.check import Values
from app.ui.intake.choices import Segment
from app.ui.intake.form import IntakeForm
from app.ui.intake.rail import IntakeRail
from app.words import say


class KindChoice(QWidget):
    """What kind of claim it is, chosen before anything else."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Claim type"))
        self.buttons = {kind: Segment(words) for kind, words in CLAIM_TYPE.items()}
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for kind, button in self.buttons.items():
            button.setAccessibleName(say("Claim type: {text}", text=button.text()))
            button.clicked.connect(lambda _checked=False, chosen=kind: self.chosen.emit(chosen))
            self._group.addButton(button)
            line.addWidget(button)

    def show_kind(self, kind: ClaimType) -> None:
        """Mark the kind that is chosen."""
        self.buttons[kind].setChecked(True)
        self.setFocusProxy(self.buttons[kind])


class IntakeBody(QWidget):
    """The form of one line with the list of what it lacks beside it."""

    def __init__(self, kind: ClaimType) -> None:
        super().__init__()
        self.form = IntakeForm(kind)
        self.rail = IntakeRail(self.form)
        self.form.binder.judged.connect(self.rail.show_check)
        self.rail.wanted.connect(self.form.go_to)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.form, 1)
        line.addWidget(self.rail)
        self.form.binder.judge()


class IntakeBodies(QStackedWidget):
    """One body at a time, made when its line is first chosen; what they share goes with one."""

    edited = Signal()

    def __init__(self, identity: Identity) -> None:
        super().__init__()
        self._made: dict[ClaimType, IntakeBody] = {}
        self._first = next((k for k in ClaimType if k in identity.lines), ClaimType.MOTOR)
        self.shown = self._body(self._first)

    @property
    def kind(self) -> ClaimType:
        """Return the line whose form is shown."""
        return self.shown.form.kind

    def values(self) -> Values:
        """Return what is entered in the form that is shown."""
        return self.shown.form.values()

    def write(self, values: Values) -> None:
        """Show the form of the claim that *values* tell of, and fill it anew."""
        self._show(ClaimType(values.get("claim_type") or self.kind))
        self.shown.form.write(values)

    def switch(self, kind: ClaimType) -> None:
        """Show the form of another line with what was entered and fits it."""
        before = self.values()
        if kind is self.kind:
            return
        self._show(kind)
        bound = self.shown.form.binder.bound
        kept = {name: each.editor.read() for name, each in bound.items()}
        shared = {
            name: value
            for name, value in before.items()
            if name in bound and value not in ("", None, [])
        }
        self.shown.form.write(kept | shared)
        self.edited.emit()

    def _show(self, kind: ClaimType) -> None:
        self.shown = self._body(kind)
        self.setCurrentWidget(self.shown)

    def _body(self, kind: ClaimType) -> IntakeBody:
        if kind not in self._made:
            body = self._made[kind] = IntakeBody(kind)
            body.form.binder.edited.connect(self.edited)
            self.addWidget(body)
        return self._made[kind]
