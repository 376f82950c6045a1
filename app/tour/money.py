"""The tour's steps over money and letters: the register, two who enter at once, a letter."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt

from app.codes import Action, Status
from app.services.queue_filter import StatusGroup
from app.tour.guide import Guide, Stuck
from app.tour.offline import Colleague
from app.ui.claim.money import MoneyPage
from app.ui.letters.dialog import LetterDialog
from app.ui.queue.kinds import KINDS
from app.ui.queue.page import QueuePage

MORE, OWN = Decimal(35), Decimal(60)
WHY = "The paint has to be mixed anew"
THEIRS = "The workshop raised its estimate"
WORDS = "Your repairer may begin at once. Please keep the invoice."


class MoneyWalk:
    """Walks through the own claims of an adjuster."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        """Return the steps in their order, by the names of their pictures."""
        return (("money", self.money), ("letter", self.letter), ("merge", self.merge))

    def money(self) -> str:
        """Look at the register of a claim that was approved, and picture it."""
        page = self._page(StatusGroup.DECIDED)
        self._choose(page, {Status.APPROVED, Status.SETTLED})
        self._guide.click(page.pane.body.tabs[1])
        self._guide.picture("money", self._guide.window)
        detail = page.pane.detail
        return f"{len(detail.money.entries) if detail else 0} entries stand in the register"

    def letter(self) -> str:
        """Write the letter on the decision, picture it with its pages, and drop it."""
        page = self._page(StatusGroup.DECIDED)
        dialog = page.pane.write_letter()
        assert isinstance(dialog, LetterDialog)  # noqa: S101 - a claim is on show
        self._guide.wait("the draft of the letter", lambda: dialog.draft is not None)
        self._guide.type(dialog.words.field.editor, WORDS)
        self._guide.wait("its pages", lambda: bool(dialog.preview.pages) and dialog.settled)
        self._guide.picture_over("letter", self._guide.window, dialog)
        pages = len(dialog.preview.pages)
        dialog.reject()
        return f"{pages} page is shown as it will be printed"

    def merge(self) -> str:
        """Enter a reserve while a colleague enters one, and picture both sides."""
        page = self._page(StatusGroup.OPEN)
        self._choose(page, {Status.IN_REVIEW})
        detail = page.pane.detail
        assert detail is not None  # noqa: S101 - waited for before
        row, money = detail.row, page.pane.money
        self._guide.click(page.pane.body.tabs[1])
        money.begin("reserve")
        self._fill(money, row.amount + OWN)
        colleague = Colleague.enter(self._guide.desktop, "samir")
        colleague.decisions.register.set_reserve(
            row.id, row.version, coverage=row.coverage, amount=row.amount + MORE, reason=THEIRS
        )
        form = money.form
        if form:
            self._guide.press(form.send, Qt.Key.Key_Return)
        self._guide.wait("both sides", lambda: money.merge is not None)
        self._guide.picture("merge", self._guide.window)
        money.drop()
        colleague.leave()
        return f"{row.number} has two reserves to choose between"

    def _fill(self, money: MoneyPage, amount: Decimal) -> None:
        form = money.form
        assert form is not None  # noqa: S101 - begun before
        self._guide.type(form.entries["amount"].field.editor, f"{amount:.2f}")
        self._guide.type(form.entries["reason"].field.editor, WHY)

    def _page(self, status: StatusGroup) -> QueuePage:
        page = self._guide.window.go("go.mine")
        assert isinstance(page, QueuePage)  # noqa: S101 - this place has no other screen
        self._show(page, "status", status)
        return page

    def _show(self, page: QueuePage, field: str, value: StatusGroup) -> None:
        kind = next(kind for kind in KINDS if kind.field == field)
        page.head.filters.set_value(kind, value)

    def _choose(self, page: QueuePage, wanted: set[Status]) -> None:
        def rows() -> list[int]:
            found = enumerate(page.table.rows)
            return [n for n, row in found if row.status in wanted and not row.hidden]

        self._guide.wait("such a claim", lambda: bool(rows()))
        page.view.choose(rows()[0])

        def shown() -> bool:
            detail = page.pane.detail
            return detail is not None and detail.row.status in wanted

        self._guide.wait("the claim", shown)
        if page.pane.detail and Action.APPROVE not in page.pane.detail.actions:
            raise Stuck("This person enters no money.")
