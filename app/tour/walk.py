"""Takes the steps of the tour in turn and prints a line for each."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.main import Desktop
from app.opening import opening
from app.tour.account import codes
from app.tour.admin import AdminWalk
from app.tour.batch import batch
from app.tour.desk import DeskWalk
from app.tour.evidence import EvidenceWalk
from app.tour.first import first_run, practice
from app.tour.guide import SIZE, Guide
from app.tour.imports import imports
from app.tour.insight import InsightWalk
from app.tour.intake import intake_motor
from app.tour.intake_lines import intake_lines
from app.tour.judging import JudgingWalk
from app.tour.money import MoneyWalk
from app.tour.offline import OfflineWalk
from app.tour.own import own_desk
from app.tour.papers import PaperWalk
from app.tour.tongues import tongues
from app.tour.working import WorkWalk
from app.ui.crashes import catch_crashes
from app.ui.theme import Choice

STARTING = 900.0


def run_tour(out: Path, workspace: Path | None, until: str = "") -> int:
    """Picture every screen, or those *until* a step; a temporary workspace unless one is given."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="precedent-tour-") as folder:
        place = workspace or Path(folder) / "workspace"
        return _tour(out, place, Path(folder), until, temporary=workspace is None)


def _tour(out: Path, workspace: Path, scratch: Path, until: str, *, temporary: bool) -> int:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nobody makes another kind
    catch_crashes()
    desktop = Desktop(app, opening(workspace, temporary=temporary))
    desktop.theme.choose(Choice.LIGHT)
    guide = Guide(out, app, desktop)
    desk, admin, insight = DeskWalk(guide), AdminWalk(guide), InsightWalk(guide)
    papers = PaperWalk(guide)
    away = OfflineWalk(guide, workspace / "owner.dsn")
    steps: tuple[tuple[str, Callable[[], str]], ...] = (
        ("sign-in", partial(_sign_in, guide)),
        ("queue", desk.queue),
        *tongues(out, workspace),
        ("claim", desk.claim),
        *EvidenceWalk(guide).steps(),
        ("first-run", partial(first_run, guide)),
        ("practice", partial(practice, guide)),
        ("decision", desk.decision),
        ("queue-dark", desk.queue_dark),
        ("undo", desk.take_back),
        *WorkWalk(guide).steps(),
        ("blind", JudgingWalk(guide).blind),
        *MoneyWalk(guide).steps(),
        ("documents", papers.documents),
        ("viewer", papers.viewer),
        ("annotations", papers.annotations),
        ("side-by-side", papers.side_by_side),
        ("redaction", papers.redaction),
        ("checklist", papers.checklist),
        ("quarantine", papers.quarantine),
        ("offline", away.offline),
        ("conflict", away.conflict),
        ("intake-paper", partial(papers.beside_intake, scratch)),
        ("intake-motor", partial(intake_motor, guide)),
        *intake_lines(guide),
        ("batch", partial(batch, guide, scratch)),
        ("codes", partial(codes, guide)),
        ("import", partial(imports, guide, scratch)),
        ("own-desk", partial(own_desk, guide)),
        ("users", admin.users),
        ("sessions", admin.sessions),
        ("audit", admin.audit),
        ("performance", insight.performance),
        ("flags", insight.flags),
        ("trial", insight.trial),
        ("drift", insight.drift),
        ("simulator", insight.simulator),
        ("fairness", insight.fairness),
        ("model-versions", admin.versions),
        ("model-card", admin.card),
        ("monitoring", admin.monitoring),
        ("errors", admin.faults),
    )
    try:
        return _walk(steps, until)
    finally:
        desktop.close()


def _walk(steps: tuple[tuple[str, Callable[[], str]], ...], until: str) -> int:
    for step, take in steps:
        began = time.monotonic()
        try:
            told = take()
        except AppError as error:
            print(f"{step}: {error.message}", file=sys.stderr)
            return 1
        print(f"{step:<13} {told} ({time.monotonic() - began:.1f} s)", flush=True)
        if step == until:
            break
    return 0


def _sign_in(guide: Guide) -> str:
    window = guide.desktop.sign_in
    window.resize(*SIZE)
    guide.desktop.open()
    guide.wait("the workspace to start", lambda: bool(window.grid.cards), STARTING)
    guide.picture("sign-in", window)
    return f"{len(window.grid.cards)} sample people are offered"
