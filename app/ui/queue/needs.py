"""The checklist of the claim on show: asking for what is missing, and saying what a document is."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.access import Permission
from app.codes import Action, DocumentType
from app.errors import AppError
from app.services import wording
from app.services.document_views import DocumentView
from app.services.required import suggested
from app.ui.checklist import ChecklistPage
from app.ui.commands import bind, command
from app.ui.papers import Papers
from app.ui.tasks import Tasks
from app.ui.viewer.reader import Reader
from app.words import amid, say

if TYPE_CHECKING:
    from app.ui.claim.pane import ClaimPane
    from app.ui.queue.papers import PaperSide

KEPT = say("The type was not changed. Try again.")
NONE = say("Choose a document first, then press the key again.")


class PaperNeeds(QObject):
    """Puts the checklist beside the files and joins it to the steps and letters of the claim."""

    def __init__(self, side: "PaperSide", papers: Papers, tasks: Tasks, pane: "ClaimPane") -> None:
        super().__init__(side)
        self._side, self._service, self._tasks, self._pane = side, papers.needs, tasks, pane
        self._may_type = papers.identity.may(Permission.CLAIM_TRIAGE)
        self.page = ChecklistPage(papers.needs, tasks)
        self.button = side.pages.add(say("Checklist"), self.page)
        self.page.opened.connect(self._open)
        self.page.asked.connect(self.ask)
        self.page.lettered.connect(lambda asked: pane.write_letter(asked=asked))
        self.page.counted.connect(self._count)
        side.tab.likely.chosen.connect(self.set_kind)
        for reader in side.desk.readers:
            reader.ready.connect(lambda one=reader: self._watch(one))
        bind("document.checklist", side.host, self.show, papers.identity)
        bind("document.ask", side.host, self._ask_from_key, papers.identity)
        bind("document.kind", side.host, self.choose_kind, papers.identity)

    def show(self) -> None:
        """Turn to the checklist."""
        self._pane.show()
        self._side.heading.click()
        self.button.click()
        self._side.follow()
        self.page.view.setFocus()

    def ask(self, names: tuple[str, ...]) -> None:
        """Begin the step that asks for what is missing, with its words in place."""
        self._pane.act(Action.ASK)
        form = self._pane.slot.form()
        if form and form.action is Action.ASK:
            editor: Any = form.entries["what"].field.editor
            if not editor.toPlainText():
                editor.setPlainText(_listed(names))

    def choose_kind(self) -> QMenu | None:
        """Offer the types for the document that is read or chosen; the likely one first."""
        document = self._document()
        if document is None or not self._may_type:
            self._side.tell(NONE)
            return None
        menu = QMenu(say("What this document is"), self._side.host)
        menu.setAccessibleName(say("What this document is"))
        likely = self._likely(document)
        for kind in sorted(DocumentType, key=lambda one: one is not likely):
            menu.addAction(self._choice(menu, document, kind, likely=kind is likely))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._side.tab.view.mapToGlobal(QPoint(24, 48)))
        return menu

    def set_kind(self, document: DocumentView, kind: DocumentType) -> None:
        """Say what a document is."""

        def done(_result: object) -> None:
            self._side.tab.refresh()
            self.page.refresh()

        self._tasks.run(
            self,
            lambda _told: self._service.set_type(document.id, kind),
            done,
            failed=lambda error: self._side.tell(
                error.message if isinstance(error, AppError) else KEPT
            ),
        )

    def _choice(
        self, menu: QMenu, document: DocumentView, kind: DocumentType, *, likely: bool
    ) -> QAction:
        name = wording.DOCUMENT_TYPE[kind]
        act = QAction(say("&{name} (likely)", name=name) if likely else f"&{name}", menu)
        act.setCheckable(True)
        act.setChecked(kind is document.type)
        act.triggered.connect(lambda _on=False: self.set_kind(document, kind))
        return act

    def _document(self) -> DocumentView | None:
        side = self._side
        read = side.desk.open_in[side.desk.active] if side.shown else None
        return read or side.tab.chosen()

    def _likely(self, document: DocumentView) -> DocumentType | None:
        for reader, held in zip(self._side.desk.readers, self._side.desk.open_in, strict=True):
            if held and held.id == document.id and reader.feed:
                return suggested(_first_page(reader))
        return document.likely

    def _watch(self, reader: Reader) -> None:
        """Suggest a type once the first page of a document without one is known."""
        if reader.feed:
            reader.feed.worded.connect(lambda page: self._suggest(reader) if page == 0 else None)

    def _suggest(self, reader: Reader) -> None:
        held = self._side.desk.open_in[self._side.desk.readers.index(reader)]
        kind = suggested(_first_page(reader))
        if held and kind and held.type is DocumentType.OTHER and self._may_type:
            name = amid(wording.DOCUMENT_TYPE[kind])
            key = command("document.kind").keycap
            reader.notice.tell(
                say(
                    "This looks like a document of the type {name}. {key} says so.",
                    name=name,
                    key=key,
                )
            )

    def _open(self, document_id: int) -> None:
        known = {document.id: document for document in self._side.tab.documents}
        if document_id in known:
            self._side.open(known[document_id])

    def _ask_from_key(self) -> None:
        if self._pane.claim and self.page.claim_id == self._pane.claim.id:
            self.page.ask_for_missing()
        else:
            self.show()

    def _count(self, missing: int) -> None:
        self.button.show_count(say("{missing:,} missing", missing=missing) if missing else "")


def _first_page(reader: Reader) -> str:
    words = reader.feed.words.get(0, ()) if reader.feed else ()
    return " ".join(word.text for word in words)


def _listed(names: tuple[str, ...]) -> str:
    first, *rest = (amid(name) for name in names)
    last = say(" and {pop}", pop=rest.pop()) if rest else ""
    return say("Please send: {names}{last}.", names=", ".join((first, *rest)), last=last)
