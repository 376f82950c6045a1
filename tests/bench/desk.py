"""The desk at work: many desks ask, take and hear at once among very many claims.

A desk presses once a second, which is faster than people do; every tenth is a supervisor's.
"""

import argparse
import os
import select as wait_for
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random, uniform
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import sessionmaker

from app.access import Identity
from app.database import engine
from app.services.assigning import AssignmentService
from app.services.changes import Changes
from app.services.claim_views import ClaimRow
from app.services.claims import ClaimService
from app.services.desk_work import DeskWorkService
from app.services.queue_filter import Owner, QueueFilter, SortKey, StatusGroup
from app.ui.queue.kinds import KINDS
from app.ui.queue.table import ClaimTable
from app.ui.queue.view import QueueView
from app.ui.theme import Theme
from tests.factories import a_person
from tests.server import Database, Server
from tests.ui.views import a_row

CLAIMS, DESKS, SCROLLED = 1_000_000, 20, 100_000
TIMES, TAKEN, CHANGED, SCROLLS = 3, 20, 20, 120
PATIENCE, PACE = 20.0, 1.0
PAGE_MS, QUERY_MS, TAKE_MS, HEARD_MS, PAINT_MS = 100, 200, 50, 1000, 16
PLACES = (
    ("queue", QueueFilter(status=StatusGroup.TO_DECIDE)),
    ("mine", QueueFilter(owner=Owner.ME)),
)
FILL = """
    INSERT INTO claims_claim (claim_number, policy_number, claim_type, loss_date, status, region,
                              ml_score, ml_recommendation, submission_date, assigned_to, cause,
                              coverage, description, amount, due_on, due_clock, due_from, due_warn,
                              policy_start, version, queue_name)
    SELECT 'C' || n, 'P' || n %% 300000,
           (ARRAY['motor', 'property', 'health', 'travel'])[1 + k / 5 %% 4],
           current_date - (n %% 700)::int,
           CASE WHEN n %% 10 > 1 THEN 'closed' ELSE
               (ARRAY['triaged', 'in_review', 'pending_info', 'siu_review'])[1 + k / 20 %% 4] END,
           'region ' || k %% 5, n::bigint * 7919 %% 10000 / 100.0,
           (ARRAY['fast_track', 'standard_review', 'enhanced_review', 'refer_siu'])[1 + k / 3 %% 4],
           now() - make_interval(mins => n),
           CASE WHEN k / 20 %% 4 > 0 THEN (%s)[1 + k %% 5 + 5 * (k / 80 %% 40)] END,
           (ARRAY['collision', 'theft', 'fire', 'water'])[1 + k / 7 %% 4], 'comprehensive',
           'like others ' || n, n::bigint * 31 %% 20000,
           CASE WHEN n %% 10 < 2 THEN current_date - 10 + k %% 61 END,
           'decide', current_date - 20, current_date - 12 + k %% 61,
           current_date - 800, 1, 'claimant ' || n
    FROM (SELECT n, n / 10 AS k FROM generate_series(1, %s) n) AS numbered;
    INSERT INTO claims_party (claim_id, kind, name, phone)
    SELECT id, 'claimant', 'Claimant ' || id, '+4477009' || lpad(id::text, 7, '0') FROM claims_claim
"""

Desk = tuple[str, Identity]
_BARRIER: Any = None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--desks", type=int, default=DESKS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        server = Server(Path(place) / "pg")
        try:
            for line in measure(server.create(), asked.claims, asked.desks):
                print(line, flush=True)
        finally:
            server.close()
    print(scrolled())


def measure(database: Database, claims: int, desks: int) -> Iterator[str]:
    """Fill the database, let the desks work, and return lines of figures."""
    people = [
        a_person(
            database,
            full_name=f"Person {n * 7919 % 200:03d}",
            region=f"region {n % 5}",
            lines=frozenset({"motor", "property"}),
            supervisor=n % 10 == 9,
        )
        for n in range(200)
    ]
    fill = "SET session_replication_role = replica;" + FILL
    database.run(fill, [person.id for person in people], claims)
    database.run("VACUUM ANALYZE claims_claim, claims_party")
    working = people[:desks]
    known = [
        (database.server.dsn(database.name, database.lease_as(one).user), one) for one in working
    ]
    context = get_context("spawn")
    with context.Pool(desks, _meet, (context.Barrier(desks),)) as pool:
        yield f"{claims:,} claims, {desks} desks"
        yield from told(pool.map(ask_all, known, chunksize=1))
        yield handed_out(pool.map(take, known, chunksize=1))
        marked = database.run(
            "SELECT id FROM claims_claim WHERE region = 'region 0' AND claim_type = 'motor'"
            " AND status = 'triaged' AND assigned_to IS NULL LIMIT %s",
            CHANGED,
        )
        claims_changed = tuple(claim for (claim,) in marked)
        listening = [(dsn, one, claims_changed, n == 0) for n, (dsn, one) in enumerate(known)]
        yield heard(pool.map(hear, listening, chunksize=1))


def ask_all(desk: Desk) -> dict[str, list[float]]:
    """Ask for each page, filter and order that the screen offers; return milliseconds."""
    service = ClaimService(_sessions(desk[0]), desk[1])
    times: dict[str, list[float]] = defaultdict(list)
    service.queue(QueueFilter())
    _BARRIER.wait()
    for _ in range(TIMES):
        for name, query in shuffled(offered(desk[1].region or "")):
            _pause()
            times[name].append(_timed(partial(service.queue, query))[0])
    return times


def shuffled(asked: Iterable[tuple[str, QueueFilter]]) -> list[tuple[str, QueueFilter]]:
    """Return the queries in an order of this desk's own, so that desks differ in what they ask."""
    found = list(asked)
    Random(os.getpid()).shuffle(found)  # noqa: S311 - an order, not a secret
    return found


def offered(region: str) -> Iterator[tuple[str, QueueFilter]]:
    """Yield every query that one press on the screen leads to."""
    for name, query in PLACES:
        yield f"page of {name}", query
    start = PLACES[0][1]
    for kind in KINDS:
        for value in (kind.none, *kind.values):
            change: dict[str, Any] = {kind.field: value}
            yield f"filter {kind.field} {value}", replace(start, **change)
    for field, made in {"colleague": 17, "tag": "glass", "region": region}.items():
        chosen: dict[str, Any] = {field: made}
        yield f"filter {field}", replace(start, **chosen)
    for key in SortKey:
        for falling in (False, True):
            ordered = replace(start, sort=key, descending=falling)
            yield f"sort {key} {'down' if falling else 'up'}", ordered


def take(desk: Desk) -> list[tuple[float, int]]:
    """Take the next claim again and again."""
    service = AssignmentService(_sessions(desk[0]), desk[1])
    _BARRIER.wait()
    found = []
    for _ in range(TAKEN):
        _pause()
        found.append(_timed(service.take_next))
    return [(spent, row.id) for spent, row in found if row]


def hear(desk: tuple[str, Identity, tuple[int, ...], bool]) -> list[tuple[int, float]]:
    """Return when each claim was changed, at the desk that changes, or heard of, at the others."""
    dsn, person, claims, changes = desk
    if changes:
        work = DeskWorkService(_sessions(dsn), person)
        _BARRIER.wait()
        return [_changed(work, claim) for claim in claims]
    with Changes(dsn) as source:
        _until(lambda: source.poll().everything)
        _BARRIER.wait()
        seen: dict[int, float] = {}
        end = time.monotonic() + PATIENCE
        while len(seen) < len(claims) and time.monotonic() < end:
            wait_for.select([source.fileno()], [], [], 0.2)
            for claim in source.poll().ids & set(claims):
                seen.setdefault(claim, time.time())
    return list(seen.items())


def told(desks: list[dict[str, list[float]]]) -> Iterator[str]:
    """Return the pages, then the slowest of the filters and orders."""
    together: dict[str, list[float]] = defaultdict(list)
    for times in desks:
        for name, spent in times.items():
            together[name] += spent
    last = {name: p95(spent) for name, spent in together.items()}
    for name in [name for name in last if name.startswith("page")]:
        yield figure(f"{name}, p95", last.pop(name), PAGE_MS)
    slowest = sorted(last, key=lambda name: -last[name])
    every = [spent for name in last for spent in together[name]]
    yield figure("filters and orders together, p95", p95(every), QUERY_MS)
    yield figure(f"the slowest of {len(last)}, {slowest[0]}, p95", last[slowest[0]], QUERY_MS)
    yield "next slowest: " + ", ".join(f"{name} {last[name]:.0f} ms" for name in slowest[1:6])


def figure(name: str, spent: float, most: int) -> str:
    """Return a figure beside its target."""
    return f"{name}: {spent:.1f} ms, target {most:,} ms, {'met' if spent <= most else 'MISSED'}"


def handed_out(desks: list[list[tuple[float, int]]]) -> str:
    """Return how fast claims were taken, and whether one was taken twice."""
    all_of_it = [one for desk in desks for one in desk]
    claims = [claim for _spent, claim in all_of_it]
    twice = len(claims) - len(set(claims))
    spent = p95([spent for spent, _claim in all_of_it])
    return f"{figure('get-next, p95', spent, TAKE_MS)}; {len(claims)} taken, {twice} twice"


def heard(desks: list[list[tuple[int, float]]]) -> str:
    """Return how soon the other desks heard of a change."""
    made = dict(desks[0])
    waits = [1000 * (at - made[claim]) for desk in desks[1:] for claim, at in desk if claim in made]
    missed = len(made) * (len(desks) - 1) - len(waits)
    told = figure("change heard, p95", p95(waits), HEARD_MS)
    return f"{told}; at {len(desks) - 1} desks, {missed} missed"


def scrolled() -> str:
    """Scroll through very many rows of a shown window and return the median of a repaint."""
    app = QApplication.instance() or QApplication([])
    theme = Theme(app)  # type: ignore[arg-type] # nobody makes another kind
    table = ClaimTable()
    view = QueueView(table)
    table.replace(map(_row, range(SCROLLED)), complete=True)
    view.resize(1100, 900)
    view.show()
    QTest.qWaitForWindowExposed(view)
    bar, times, pictures = view.verticalScrollBar(), [], set()
    for step in range(1, SCROLLS + 1):
        bar.setValue(step * bar.maximum() // SCROLLS)
        times.append(_timed(view.viewport().repaint)[0])
        shown = view.screen().grabWindow(view.winId()).toImage()
        pictures.add(hash(bytes(shown.constBits())))
    view.close()
    del theme
    told = figure(
        f"repaint while {SCROLLED:,} rows scroll, median", statistics.median(times), PAINT_MS
    )
    return f"{told}; {len(pictures)} of {SCROLLS} pictures differ"


def _row(n: int) -> ClaimRow:
    score, amount = Decimal(n * 7919 % 10000) / 100, Decimal(n * 31 % 20000)
    return a_row(id=n, claimant=f"Claimant {n}", score=score, amount=amount)


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else sum(times)


def _meet(barrier: Any) -> None:
    global _BARRIER  # noqa: PLW0603 - a barrier reaches a process of a pool no other way
    _BARRIER = barrier


def _sessions(dsn: str) -> Any:
    return sessionmaker(engine(dsn, pool_size=1), expire_on_commit=False)


def _changed(work: DeskWorkService, claim: int) -> tuple[int, float]:
    work.note(claim, "Called, nobody answered.")
    made = time.time()
    time.sleep(0.1)
    return claim, made


def _pause() -> None:
    time.sleep(PACE * uniform(0.5, 1.5))  # noqa: S311 - a pause, not a secret


def _timed(act: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    found = act()
    return 1000 * (time.perf_counter() - began), found


def _until(come: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not come() and time.monotonic() < end:
        time.sleep(0.05)


if __name__ == "__main__":
    main()
