"""Binds the fields of a form to named values, and says at each moment what is said about them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.codes import ClaimType
from app.ui.fields import Field
from app.ui.intake.check import Check, Values, check, wrong_alone
from app.ui.intake.editors import Editor


@dataclass(slots=True)
class Bound:
    """A field with its value; `visited` once it was left, `shown` while it is part of the form."""

    name: str
    group: str
    field: Field
    editor: Editor
    when: Callable[[Values], bool]
    shown: bool = True
    visited: bool = False
    said: tuple[str, str] = ("", "")


class Binder(QObject):
    """Late with blame, early with praise.

    A value is judged when its field is left; while it is wrong, at each keystroke; rules across
    fields when their group is left; what is missing when somebody tried to submit.
    """

    edited = Signal()
    judged = Signal(object)

    def __init__(self, parent: QObject, kind: ClaimType) -> None:
        super().__init__(parent)
        self.kind = kind
        self.bound: dict[str, Bound] = {}
        self.insisting = False
        self._here: Bound | None = None
        self._groups: set[str] = set()
        self._told: dict[str, str] = {}
        self.verdict = Check(None, {}, {}, {})
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def bind(self, name: str, group: str, field: Field, when: Callable[[Values], bool]) -> None:
        """Take in a field whose editor reads and writes the value called *name*."""
        editor = cast("Editor", field.editor)
        self.bound[name] = Bound(name, group, field, editor, when)
        editor.edited.connect(lambda: self._edit(name))

    def values(self) -> Values:
        """Return what is entered in the fields that are part of the form now."""
        everything = {name: bound.editor.read() for name, bound in self.bound.items()}
        return {n: value for n, value in everything.items() if self.bound[n].when(everything)}

    def write(self, values: Mapping[str, Any]) -> None:
        """Fill all fields anew and forget what was said about them."""
        self.insisting = False
        self._groups.clear()
        self._told.clear()
        for name, bound in self.bound.items():
            bound.editor.write(values.get(name))
            bound.visited = False
        self.judge()

    def insist(self) -> None:
        """Say from now on what is missing, too."""
        self.insisting = True
        self._told.clear()
        self.judge()

    def tell(self, problems: Mapping[str, str]) -> None:
        """Show what the server found wrong, until the field is edited."""
        self._told = dict(problems)
        self._show()

    def judge(self) -> None:
        """Check all values and show what may be shown."""
        values = self.values()
        for name, bound in self.bound.items():
            bound.shown = name in values
        self.verdict = check(values, self.kind)
        self._show()
        self.judged.emit(self.verdict)

    def last(self) -> QWidget | None:
        """Return the editor that had the focus last, if it is still part of the form."""
        return self._here.field.editor if self._here and self._here.shown else None

    def _edit(self, name: str) -> None:
        bound = self.bound[name]
        bound.visited = bound.visited and bool(bound.field.problem)
        self._told.pop(name, None)
        self.judge()
        self.edited.emit()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Notice when the focus leaves a field, and when it leaves a group of them."""
        if now is None or _window(now) is not _window(self.parent()):
            return
        here = next((b for b in self.bound.values() if _holds(b.field, now)), None)
        before, self._here = self._here, here
        if before is None or before is here:
            return
        before.visited = True
        if here is None or here.group != before.group:
            self._groups.add(before.group)
        self._show()

    def _show(self) -> None:
        for bound in self.bound.values():
            if bound.field.isHidden() is bound.shown:
                bound.field.setVisible(bound.shown)
            self._say(bound)

    def _say(self, bound: Bound) -> None:
        problem = self._problem(bound)
        remark = self.verdict.unusual.get(bound.name, "")
        heeded = bound.visited or bound.group in self._groups or self.insisting
        said = (problem, "" if problem or not heeded else remark)
        if said == bound.said:
            return
        bound.said = said
        if problem:
            bound.field.fail(problem)
        elif said[1]:
            bound.field.warn(said[1])
        else:
            bound.field.clear()

    def _problem(self, bound: Bound) -> str:
        told = self._told.get(bound.name)
        if told:
            return told
        if self.insisting:
            return self.verdict.open_points.get(bound.name, "")
        wrong = self.verdict.wrong.get(bound.name, "")
        if not wrong or not bound.visited:
            return ""
        if bound.group in self._groups:
            return wrong
        return wrong_alone(bound.name, bound.editor.read(), self.kind)


def _holds(field: QWidget, widget: QWidget) -> bool:
    return field is widget or field.isAncestorOf(widget)


def _window(thing: QObject | None) -> QWidget | None:
    return thing.window() if isinstance(thing, QWidget) else None
