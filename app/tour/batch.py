"""The tour's step at the batch: a file of claims, scored row by row."""

from datetime import date
from pathlib import Path

from app.tour.guide import Guide, Stuck
from app.ui.batch.screen import BatchScreen

ROWS, WRONG_ROW = 600, 17
RISK = 2


def batch(guide: Guide, folder: Path) -> str:
    """Score a file of open claims, with one row that cannot be read, and picture the results."""
    source = folder / "open-claims.csv"
    write_claims(source)
    screen = guide.window.go("go.batch")
    assert isinstance(screen, BatchScreen)  # noqa: S101 - this place has no other screen
    screen.look_at(source)
    guide.wait("the file to be read", lambda: _came(screen, screen.preview.isVisible()))
    guide.click(screen.preview.score)
    guide.wait("the file to be scored", lambda: _came(screen, screen.batch is not None))
    guide.sort(screen.results.view, RISK)
    guide.picture("batch", guide.window)
    made = screen.batch
    assert made is not None  # noqa: S101 - waited for before
    return f"{len(made.scores):,} rows are scored and {made.rejected} rejected"


def _came(screen: BatchScreen, come: bool) -> bool:
    if screen.banner.isVisible():
        raise Stuck(screen.banner.accessibleName())
    return come


def write_claims(path: Path) -> None:
    """Write open claims of the sample portfolio as a file, one amount of it misspelt."""
    from app.sample.portfolio import portfolio
    from app.sample.training import features_of

    claims = portfolio(as_of=date(2026, 1, 1)).open[:ROWS]
    facts = features_of(claims)
    facts.insert(0, "claim_number", [f"NM-{100_000 + 37 * n}" for n in range(len(facts))])
    facts["amount"] = facts["amount"].astype(str)
    facts.loc[facts.index[WRONG_ROW], "amount"] = "four thousand"
    facts.to_csv(path, index=False)
