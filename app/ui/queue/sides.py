"""What stands beside the claim: the queue, or the claim's comparison with its precedents."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.claim_views import ClaimRow
from app.ui.compare.page import ComparePage, Evidence
from app.ui.tasks import Tasks


class QueueSides(QStackedWidget):
    """Shows one of the two; the comparison follows the claim on show."""

    def __init__(self, evidence: Evidence | None, tasks: Tasks) -> None:
        super().__init__()
        self.compare = ComparePage(evidence, tasks) if evidence else None

    def hold(self, queue: QWidget) -> None:
        """Put the queue first, the comparison behind it."""
        self.addWidget(queue)
        if self.compare:
            self.addWidget(self.compare)

    @property
    def comparing(self) -> bool:
        """Tell whether the comparison is on show."""
        return self.compare is not None and self.currentWidget() is self.compare

    def begin(self, claim: ClaimRow) -> None:
        """Compare *claim* in place of the queue."""
        if self.compare:
            self.compare.show_claim(claim)
            self.setCurrentWidget(self.compare)
            self.compare.take_focus()

    def follow(self, claim: ClaimRow) -> None:
        """Compare the claim that is on show now, if a comparison is."""
        if self.compare and self.comparing:
            self.compare.show_claim(claim)

    def end(self) -> bool:
        """Show the queue again; tell whether it was not on show."""
        was = self.comparing
        self.setCurrentIndex(0)
        return was

    def take_focus(self) -> bool:
        """Put the focus into the comparison if it is on show; tell whether it is."""
        if self.compare and self.comparing:
            self.compare.take_focus()
            return True
        return False
