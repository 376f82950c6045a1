"""The tour's steps of a first start: the few choices, and the practice."""

from app.services.practice import COUNT, Choice
from app.tour.guide import Guide


def first_run(guide: Guide) -> str:
    """Picture the choices of a first start over the queue."""
    dialog = guide.signed_in.welcome()
    guide.picture_over("first-run", guide.window, dialog)
    dialog.reject()
    return "theme, rows, scale and keys, all of which may be left as they are"


def practice(guide: Guide) -> str:
    """Decide three settled claims again, and picture the answer to the third."""
    dialog = guide.signed_in.practise()
    for choice in (Choice.APPROVE, Choice.REFER):
        dialog.choose(choice)
        dialog.go_on()
    dialog.choose(Choice.REFER)
    guide.picture_over("practice", guide.window, dialog)
    dialog.reject()
    return f"3 of {COUNT} settled claims are decided again"
