"""The keys of a queue and what each does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.access import Identity, Permission
from app.codes import Action
from app.ui.commands import bind
from app.words import say

if TYPE_CHECKING:
    from app.ui.queue.page import QueuePage

READING = (("J", ""), ("K", say("move")))
DECIDING = (
    *READING,
    ("A", say("approve")),
    ("R", say("refer")),
    ("I", say("ask")),
    ("Z", say("undo")),
)


def hints_for(identity: Identity) -> tuple[tuple[str, str], ...]:
    """Return the keys that the status line shows to a person."""
    return DECIDING if identity.may(Permission.CLAIM_TRIAGE) else READING


def bind_keys(page: "QueuePage", identity: Identity) -> None:
    """Give the queue the commands that the person may ever use in it."""
    acts: dict[str, Callable[[], object]] = {
        "claim.next": lambda: page.choice.step(1),
        "claim.previous": lambda: page.choice.step(-1),
        "claim.open": page.open_claim,
        "claim.back": page.back,
        "claim.undo": page.decisions.undo,
        "claim.more": page.pane.header.open_more,
        "queue.search": page.search_queue,
        "claim.letter": page.pane.write_letter,
        "view.export": page.exporting.ask,
        "queue.filter": page.head.filters.open_menu,
        "queue.refresh": page.feed.refresh,
    }
    for action in set(Action) - {Action.UNDO}:
        acts[f"claim.{action}"] = partial(page.decisions.begin, action)
    if page.sides.compare:
        acts["claim.compare"] = page.compare
    for identifier, act in acts.items():
        bind(identifier, page, act, identity)
