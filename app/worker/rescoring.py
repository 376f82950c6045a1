"""The job that scores open claims anew when another model judges, so that desks go on meanwhile."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context

from app.services.rescoring import Rescoring, Waiting
from app.worker.station import Station

BATCH, MOST = 1_000, 20_000


def rescore(station: Station) -> int:
    """Score what is due, some hundred in each transaction, and count it.

    A batch is written while the next is judged. A claim that somebody works on stays due.
    """
    rescoring = Rescoring(station.sessions, station.scoring.bundles)
    done, after = 0, 0
    writing: Future[int] | None = None
    with ThreadPoolExecutor(1) as writer:
        while done < MOST and (due := rescoring.due(after, BATCH)):
            judged = [(waiting, rescoring.judged(waiting)) for waiting in due]
            done += writing.result() if writing else 0
            writing = writer.submit(copy_context().run, _write, rescoring, judged)
            after = max(claim for waiting in due for claim in waiting.ids)
        return done + (writing.result() if writing else 0)


def _write(rescoring: Rescoring, judged: Sequence[tuple[Waiting, list[dict[str, object]]]]) -> int:
    return sum(rescoring.record(waiting, receipts) for waiting, receipts in judged)
