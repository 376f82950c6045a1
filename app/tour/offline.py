"""The tour's steps without a database: decisions wait, others go on, and both meet again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Self

import psycopg2
from psycopg2.extensions import make_dsn, parse_dsn
from psycopg2.sql import SQL, Identifier
from PySide6.QtCore import Qt
from sqlalchemy.orm import sessionmaker

from app.codes import Status
from app.errors import NotFound
from app.main import Desktop
from app.services.claim_views import ClaimRow
from app.services.claims import ClaimService
from app.services.decisions import DecisionService
from app.services.figures import today
from app.services.session import Session, sign_in
from app.tour.guide import Guide, Stuck
from app.ui.decision.form import DecisionForm
from app.ui.outbox_dialog import ClashCard, OutboxDialog
from app.ui.queue.page import QueuePage

NOTE = "The phone number stands in an earlier claim of somebody else."
PATIENCE = 60.0


class Colleague:
    """Somebody at another desktop, whom an outage of this one does not stop."""

    def __init__(self, session: Session) -> None:
        self._session = session
        sessions = sessionmaker(session.engine, expire_on_commit=False)
        self.claims = ClaimService(sessions, session.identity)
        self.decisions = DecisionService(sessions, session.identity)

    @classmethod
    def enter(cls, desktop: Desktop, username: str) -> Self:
        """Sign somebody of the sample in."""
        place = desktop.place
        assert place is not None  # noqa: S101 - somebody signed in there
        found: dict[str, Any] = next(u for u in place.users if u["username"] == username)
        return cls(sign_in(place.token_url, username, found["password"]))

    def sees(self, claim: ClaimRow) -> bool:
        """Tell whether the claim is among those they may see."""
        try:
            self.claims.detail(claim.id)
        except NotFound:
            return False
        return True

    def leave(self) -> None:
        """Sign out."""
        self._session.close()


class OfflineWalk:
    """Decides while the database is away, and settles what others did meanwhile."""

    def __init__(self, guide: Guide, owner: Path) -> None:
        self._guide, self._owner = guide, owner
        self._colleagues: list[Colleague] = []
        self._mine: ClaimRow | None = None
        self._theirs: ClaimRow | None = None

    def offline(self) -> str:
        """Let two decisions wait while there is no database, and picture the second."""
        page = self._page()
        same, other = self._enter("maya"), self._enter("samir")
        first, second = self._two_free_claims(page, other)
        mine = same.claims.take(first.id, first.version)
        self._choose(page, mine)
        with self._outage():
            self._approve_later(page, mine)
            self._refer_later(page, second)
            self._mine = _busy_meanwhile(same, mine)
            self._theirs = other.claims.take(second.id, second.version)
        return f"{mine.number} and {second.number} wait in the outbox"

    def conflict(self) -> str:
        """Picture both sides when the connection is back, and take theirs."""
        work = self._guide.desktop.work
        self._guide.wait("the refusals", lambda: _refused(work) == len(self._colleagues), PATIENCE)
        self._guide.click(self._guide.window.status.outbox)
        dialog = self._guide.window.findChild(OutboxDialog)
        assert isinstance(dialog, OutboxDialog)  # noqa: S101 - opened by the click
        self._guide.wait("both sides", lambda: _clashes(dialog) == len(self._colleagues))
        dialog.resize(760, 620)
        self._guide.picture_over("conflict", self._guide.window, dialog)
        for held in work.kept.postbox.held():
            card = self._card_of(dialog, held.id)
            self._guide.click(card.take)
            self._guide.wait("it to be settled", partial(_gone, work, held.id))
        dialog.accept()
        self._give_back()
        return "2 decisions met the work of others; theirs stands"

    def _card_of(self, dialog: OutboxDialog, identifier: str) -> ClashCard:
        def found() -> list[ClashCard]:
            cards = [card for card in dialog.cards if isinstance(card, ClashCard)]
            return [c for c in cards if c.held.id == identifier and c.take.isVisible()]

        self._guide.wait("the decision in the outbox", lambda: bool(found()))
        return found()[0]

    def _enter(self, username: str) -> Colleague:
        colleague = Colleague.enter(self._guide.desktop, username)
        self._colleagues.append(colleague)
        return colleague

    def _two_free_claims(self, page: QueuePage, other: Colleague) -> list[ClaimRow]:
        rows = (r for r in page.table.rows if r.status is Status.TRIAGED and not r.assigned_to)
        found = [row for row, _ in zip((r for r in rows if other.sees(r)), range(2), strict=False)]
        if len(found) < 2:  # noqa: PLR2004 - one for each kind of conflict
            raise Stuck("There are no two claims that nobody owns.")
        return found

    def _approve_later(self, page: QueuePage, claim: ClaimRow) -> None:
        form = self._begin(page, Qt.Key.Key_A)
        self._guide.press(form.entries["covered"].field.editor, Qt.Key.Key_Space)
        self._keep(page, claim, form)

    def _refer_later(self, page: QueuePage, claim: ClaimRow) -> None:
        self._choose(page, claim)
        form = self._begin(page, Qt.Key.Key_R)
        self._guide.press(form.entries["reason"].field.editor, Qt.Key.Key_3)
        self._guide.type(form.entries["note"].field.editor, NOTE)
        self._keep(page, claim, form, picture="offline")

    def _begin(self, page: QueuePage, key: Qt.Key) -> DecisionForm:
        self._guide.press(page.view, key)
        self._guide.wait("the form of the decision", lambda: page.pane.slot.form() is not None)
        form = page.pane.slot.form()
        assert form is not None  # noqa: S101 - waited for before
        return form

    def _keep(
        self, page: QueuePage, claim: ClaimRow, form: DecisionForm, *, picture: str = ""
    ) -> None:
        """Send in vain, take the offer to send later, and picture it on the way if asked."""
        self._guide.press(form.send, Qt.Key.Key_Return)
        self._guide.wait("the offer to send it later", form.banner.later.isVisible)
        if picture:
            self._guide.wait("the desktop to notice", lambda: not self._guide.window.status.online)
            self._guide.picture(picture, self._guide.window)
        self._guide.click(form.banner.later)
        self._guide.wait("it to be kept", lambda: bool(page.desk.waiting(claim.id)))

    def _choose(self, page: QueuePage, claim: ClaimRow) -> None:
        def shown() -> bool:
            detail = page.pane.detail
            return (
                detail is not None
                and detail.row.id == claim.id
                and detail.row.version >= claim.version
            )

        self._guide.wait("the claim in the queue", lambda: page.table.row_of(claim.id) is not None)
        page.view.choose(page.table.row_of(claim.id) or 0)
        self._guide.wait("the claim to be shown as it is now", shown)

    def _give_back(self) -> None:
        """Leave the claims as they were found."""
        for colleague, claim in zip(self._colleagues, (self._mine, self._theirs), strict=True):
            if claim:
                colleague.claims.release(claim.id, claim.version)
            colleague.leave()

    def _page(self) -> QueuePage:
        page = self._guide.window.go("go.queue")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        self._guide.wait("the claim beside the queue", lambda: page.pane.detail is not None)
        return page

    @contextmanager
    def _outage(self) -> Iterator[None]:
        """Keep new connections out, and end those of this desktop alone."""
        owner = self._owner.read_text("utf-8").strip()
        name = Identifier(parse_dsn(owner)["dbname"])
        role = self._guide.desktop.work.session.source().user
        connection = psycopg2.connect(make_dsn(owner, dbname="postgres"))
        connection.autocommit = True
        order = SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s"
        try:
            with connection.cursor() as cursor:
                cursor.execute(order.format(name, SQL("false")))
                cursor.execute(end, (role,))
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute(order.format(name, SQL("true")))
            connection.close()


def _busy_meanwhile(same: Colleague, claim: ClaimRow) -> ClaimRow:
    """Ask and resume on the person's other desktop, so that the version moves on."""
    asked = same.decisions.ask(
        claim.id,
        claim.version,
        what="The invoice of the repair",
        of_whom="The repairer",
        until=today() + timedelta(days=14),
    )
    return same.decisions.resume(asked.id, asked.version)


def _refused(work: Any) -> int:
    return sum(bool(held.problem) for held in work.kept.postbox.held())


def _gone(work: Any, identifier: str) -> bool:
    return not any(held.id == identifier for held in work.kept.postbox.held())


def _clashes(dialog: OutboxDialog) -> int:
    return sum(isinstance(card, ClashCard) for card in dialog.cards)
