"""The job that scores open claims anew when another model judges, so that desks go on meanwhile."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context

from app.services.rescoring import Rescoring, Waiting
from app.worker.station import Station

BATCH, MOST = 1_000, 20_000


def rescore(station: Station) -> int:
    """Score what is due, some hundred in each transaction, and count it.

    While a batch is judged, the one before is written and the next one read. A claim that somebody
    works on stays due.
    """
    rescoring = Rescoring(station.sessions, station.scoring.bundles)
    done, due = 0, rescoring.due(0, BATCH)
    writing: Future[int] | None = None
    with ThreadPoolExecutor(2) as others:
        while done < MOST and due:
            after = max(claim for waiting in due for claim in waiting.ids)
            ahead = others.submit(copy_context().run, rescoring.due, after, BATCH)
            judged = [(waiting, rescoring.judged(waiting)) for waiting in due]
            done += writing.result() if writing else 0
            writing = others.submit(copy_context().run, _write, rescoring, judged)
            due = ahead.result()
        return done + (writing.result() if writing else 0)


def _write(rescoring: Rescoring, judged: Sequence[tuple[Waiting, list[dict[str, object]]]]) -> int:
    return sum(rescoring.record(waiting, receipts) for waiting, receipts in judged)
