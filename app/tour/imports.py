"""The tour's step at the import: a file of claims, its columns matched and its rows tried."""

import csv
from datetime import timedelta
from pathlib import Path

from app.services.figures import money, today
from app.tour.guide import Guide, Stuck
from app.ui.imports.screen import ImportScreen
from app.ui.words import plain

ROWS = 240
HEAD = (
    "Our ref",
    "Policy No",
    "Line of business",
    "Date of loss",
    "Peril",
    "Amount claimed",
    "Sum insured",
    "Claimant",
    "Phone",
    "Town",
    "What happened",
    "Adjuster notes",
)
LINE, DAY, AMOUNT, PHONE = 2, 3, 5, 8
WRONG = {
    11: (AMOUNT, "to follow"),
    47: (DAY, "31/02/2026"),
    48: (PHONE, "ask the broker"),
    96: (LINE, "boats"),
    151: (AMOUNT, "-120"),
    203: (DAY, f"{today() + timedelta(days=40):%d %b %Y}"),
}


def imports(guide: Guide, folder: Path) -> str:
    """Match the columns of a broker's file, try its rows, and picture both."""
    source = folder / "broker-march.csv"
    write_claims(source)
    screen = _screen(guide)
    screen.look_at(source)
    guide.wait("the columns", lambda: _came(screen, screen.mapping.isVisible()))
    guide.picture("import-columns", guide.window)
    guide.click(screen.mapping.check)
    guide.wait("the rows to be tried", lambda: _came(screen, screen.trial is not None))
    guide.picture("import-check", guide.window)
    return screen.tried.told.text()


def _screen(guide: Guide) -> ImportScreen:
    guide.window.signed_out.emit()
    screen = guide.enter_as("Supervisor").go("go.import")
    assert isinstance(screen, ImportScreen)  # noqa: S101 - this place has no other screen
    return screen


def _came(screen: ImportScreen, come: bool) -> bool:
    if screen.banner.isVisible():
        raise Stuck(screen.banner.accessibleName())
    return come


def write_claims(path: Path) -> None:
    """Write open claims of the sample portfolio as a broker would, some rows of it wrong."""
    from app.sample.portfolio import portfolio

    open_claims = [
        c for c in portfolio(as_of=today()).open if c.claim_type in {"motor", "property"}
    ]
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(HEAD)
        for place, claim in enumerate(open_claims[:ROWS], start=1):
            row = [
                f"BRK-{48_000 + 7 * place}",
                claim.policy_number,
                plain(claim.claim_type),
                f"{claim.loss_date:%d %b %Y}",
                plain(claim.cause),
                money(claim.amount),
                money(claim.policy_limit),
                next(p.name for p in claim.parties if p.kind == "claimant"),
                next(p.phone or "" for p in claim.parties if p.kind == "claimant"),
                claim.loss_city,
                claim.description,
                "",
            ]
            if place in WRONG:
                column, value = WRONG[place]
                row[column] = value
            rows.writerow(row)
