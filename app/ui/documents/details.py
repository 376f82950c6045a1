"""The chosen document in more words: what it says of itself, its versions, and where else it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.access import Identity, Permission
from app.errors import AppError
from app.services.document_facts import fact_lines
from app.services.document_views import DocumentView, MatchView, VersionView
from app.services.documents import DocumentService
from app.ui import fonts, words
from app.ui.buttons import ActionButton, Look
from app.ui.cards import Banner, Card
from app.ui.documents.rows import TONES
from app.ui.labels import Elided, Label
from app.ui.tasks import Tasks
from app.words import say, say_n

MOST_FACTS, MOST_VERSIONS, MOST_CLAIMS = 8, 4, 3


class VersionLine(QWidget):
    """One version: which, when, by whom, and the way back to it."""

    def __init__(self) -> None:
        super().__init__()
        self.version: VersionView | None = None
        self._what = Elided("", fonts.SMALL, tabular=True)
        self.restore = ActionButton(say("Restore"), look=Look.GHOST, height=26)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._what, 1)
        row.addWidget(self.restore)

    def show_version(self, version: VersionView, *, newest: bool, may_restore: bool) -> None:
        """Show another version."""
        self.version = version
        came = f"{version.by or 'Precedent'}, {words.clock(version.at)}"
        again = (
            say(", version {restored_from} again", restored_from=version.restored_from)
            if version.restored_from
            else ""
        )
        now = say(", shown now") if newest else ""
        state = "" if version.opens else f" · {TONES[version.state][0]}"
        self._what.set_text(
            say(
                "Version {number}{again}{now} · {came}{state}",
                number=version.number,
                again=again,
                now=now,
                came=came,
                state=state,
            )
        )
        self.restore.setVisible(may_restore and not newest)
        self.restore.explain(None if version.opens else say("This version was not accepted."))
        self.restore.setAccessibleName(say("Restore version {number}", number=version.number))


class DocumentDetails(Card):
    """Tells of one document; a new version may be sent, and an older one be restored."""

    restored = Signal()
    replacing = Signal(object)

    def __init__(self, documents: DocumentService, tasks: Tasks, identity: Identity) -> None:
        self.replace = ActionButton(say("New version"), icon="upload", look=Look.GHOST, height=26)
        super().__init__(say("About this document"), self.replace, gap=6)
        self._documents, self._tasks = documents, tasks
        self._may_restore = identity.may(Permission.DOCUMENT_RESTORE)
        self.document: DocumentView | None = None
        self.used, self.news = Banner("med"), Banner("high")
        self.facts = [
            (Label("", fonts.SMALL, ink="text3"), Elided("", fonts.SMALL))
            for _ in range(MOST_FACTS)
        ]
        self.versions: list[VersionLine] = []
        self.replace.setVisible(identity.may(Permission.DOCUMENT_ADD))
        self.replace.clicked.connect(lambda: self.replacing.emit(self.document))
        self.used.dismiss.hide()
        self._lay_out()
        self.hide()

    def show_document(self, document: DocumentView | None, match: MatchView | None = None) -> None:
        """Tell of another document, or of none."""
        changed = document != self.document
        self.document = document
        self.setVisible(document is not None)
        if document is None:
            return
        self._show_match(match)
        if changed:
            self.news.hide()
            self._show_facts(fact_lines(document.newest.facts))
            self._show_versions((document.newest,))
            if document.versions > 1:
                self._ask_versions(document)

    def _ask_versions(self, document: DocumentView) -> None:
        self._tasks.run(
            self,
            lambda _progress: self._documents.versions(document.id),
            partial(self._arrive, document),
            failed=self._tell,
        )

    def _arrive(self, document: DocumentView, found: tuple[VersionView, ...]) -> None:
        if self.document == document:
            self._show_versions(found)

    def _show_match(self, match: MatchView | None) -> None:
        if match is None:
            self.used.hide()
        else:
            self.used.tell(match_sentence(match))

    def _show_facts(self, lines: Sequence[tuple[str, str]]) -> None:
        for place, (name, value) in enumerate(self.facts):
            told = lines[place] if place < len(lines) else ("", "")
            name.setText(told[0])
            value.set_text(told[1])
            for label in (name, value):
                label.setVisible(bool(told[0]))

    def _show_versions(self, versions: Sequence[VersionView]) -> None:
        shown = versions[:MOST_VERSIONS]
        while len(self.versions) < len(shown):
            line = VersionLine()
            line.restore.clicked.connect(partial(self._restore, line))
            self.versions.append(line)
            self.column.addWidget(line)
        for line, version in zip(self.versions, shown, strict=False):
            newest = version.number == versions[0].number
            line.show_version(version, newest=newest, may_restore=self._may_restore)
        for place, line in enumerate(self.versions):
            line.setVisible(place < len(shown))

    def _restore(self, line: VersionLine) -> None:
        document, version = self.document, line.version
        if document is None or version is None:
            return
        newest = document.newest.number
        self._tasks.run(
            self,
            lambda _progress: self._documents.restore(document.id, version.number, newest=newest),
            lambda _document: self.restored.emit(),
            failed=self._tell,
        )

    def _tell(self, error: Exception) -> None:
        unknown = say("It was not done. Try again.")
        self.news.tell(error.message if isinstance(error, AppError) else unknown)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self.facts):
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        for banner in (self.used, self.news):
            self.column.addWidget(banner)
        self.column.addLayout(grid)


def elsewhere(names: Sequence[str]) -> str:
    """Say which documents of a claim came with other claims as well."""
    if len(names) == 1:
        return say(
            "{names} came with another claim as well. Choose it to see which.", names=names[0]
        )
    shown = ", ".join(names[:MOST_CLAIMS])
    more = len(names) - MOST_CLAIMS
    rest = say(" and {more:,} more", more=more) if more > 0 else ""
    return say(
        "{shown}{rest} came with other claims as well. Choose one to see which.",
        shown=shown,
        rest=rest,
    )


def match_sentence(match: MatchView) -> str:
    """Return where else a content was used, without a judgement of it."""
    what = say("The same file") if match.same else say("A photo like this")
    named = ", ".join(match.claims[:MOST_CLAIMS])
    more = len(match.claims) - MOST_CLAIMS
    others = [
        say_n("claim {named}", "claims {named}", len(match.claims), named=named) if named else "",
        say("{more:,} more", more=more) if more > 0 else "",
        _out_of_sight(match.hidden) if match.hidden else "",
    ]
    return say(
        "{what} came with {names}.", what=what, names=say(" and ").join(filter(None, others))
    )


def _out_of_sight(count: int) -> str:
    return say_n("{n:,} claim out of your sight", "{n:,} claims out of your sight", count)
