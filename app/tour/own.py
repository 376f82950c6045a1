"""The tour's step as somebody who hands claims in: what is asked, and the answer to it."""

from app.tour.guide import Guide
from app.ui.submissions import SubmissionsScreen


def own_desk(guide: Guide) -> str:
    """Begin to answer what was asked on an own claim, and picture it."""
    guide.window.signed_out.emit()
    screen = guide.enter_as("Submits claims").go("go.submissions")
    assert isinstance(screen, SubmissionsScreen)  # noqa: S101 - this place has no other screen
    pane = screen.pane
    assert pane is not None  # noqa: S101 - signed in with a desk of their own
    guide.wait("the own claims", lambda: len(screen.table.rows) > 0)
    asked = next(n for n, claim in enumerate(screen.table.rows) if "need" in claim.status)
    screen.view.choose(asked)
    guide.wait("what is asked", pane.request.isVisible)
    guide.type(pane.request.editor, "The three receipts are attached as one file.")
    guide.picture("own-desk", guide.window)
    return f"{len(screen.table.rows)} own claims, one of which waits for an answer"
