"""The tour's step in the own account: setting one-time codes up."""

from app.tour.guide import Guide
from app.ui.account.codes import CodesDialog
from app.ui.sessions import SessionsDialog


def codes(guide: Guide) -> str:
    """Begin to set one-time codes up, picture the key, and leave everything as it was."""
    window = guide.window
    window.sessions_asked.emit()
    account = window.findChild(SessionsDialog)
    assert isinstance(account, SessionsDialog)  # noqa: S101 - opened by the signal
    guide.wait("whether codes are set up", account.codes.begin.isEnabled)
    guide.click(account.codes.begin)
    guide.wait("the key", lambda: account.findChild(CodesDialog) is not None)
    dialog = account.findChild(CodesDialog)
    assert isinstance(dialog, CodesDialog)  # noqa: S101 - waited for before
    guide.picture_over("codes", window, dialog)
    dialog.reject()
    account.accept()
    return "a key waits for its first code"
