"""Batch scoring through the real screen: choose, look, score, stop, sort, choose from, export."""

from collections.abc import Iterator
from multiprocessing.connection import wait
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.codes import Recommendation
from app.services.batches import score_file
from app.services.wording import RECOMMENDATION
from app.ui.batch.screen import BatchScreen
from app.ui.batch.table import REJECTED, TITLES
from app.ui.changes import Changes
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.tokens import LIGHT
from tests.factories import an_identity
from tests.services.settled import claims, save_claims, save_model
from tests.ui.conftest import RunNow
from tests.ui.forms import click

ROWS = 600
WRONG = {3: "amount", 7: "delay"}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model(tmp_path_factory.mktemp("model") / "model.bundle")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    frame = claims(ROWS, seed=5)
    for row, column in WRONG.items():
        frame.loc[row, column] = "a lot"
    return save_claims(tmp_path_factory.mktemp("source") / "claims.csv", frame)


@pytest.fixture(scope="module")
def kept(qapp: QApplication, model: Path) -> Iterator[BatchScreen]:
    """One screen for the module, because its process takes a moment to start."""
    tasks = RunNow()
    screen = BatchScreen(tasks, Changes(), an_identity(), model)
    screen.resize(1600, 900)
    yield screen
    screen._desk.close()
    screen.close()
    screen.deleteLater()
    tasks.close()


@pytest.fixture
def screen(kept: BatchScreen, model: Path) -> BatchScreen:
    kept._model, kept.batch, kept._source = model, None, None
    kept.banner.hide()
    kept._go(kept.drop)
    kept.show()
    kept.activateWindow()
    QTest.qWaitForWindowActive(kept)
    return kept


@pytest.fixture
def scored(screen: BatchScreen, source: Path) -> BatchScreen:
    screen.look_at(source)
    click(screen.preview.score)
    return screen


def shown(screen: BatchScreen, column: str) -> list[str]:
    table, place = screen.results.scores, TITLES.index(column)
    return [table.data(table.index(row, place)) for row in range(table.rowCount())]


def click_heading(screen: BatchScreen, column: str) -> None:
    header, place = screen.results.view.horizontalHeader(), TITLES.index(column)
    where = QPoint(header.sectionViewportPosition(place) + 20, 15)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)


def mime_of(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_a_dropped_file_is_looked_at(screen: BatchScreen, source: Path):
    data = mime_of(source)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)

    entering = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(screen.drop, entering)
    QApplication.sendEvent(screen.drop, QDropEvent(QPointF(50, 50), copy, data, left, none))

    assert entering.isAccepted()
    assert screen.preview.isVisible()
    assert screen.preview._name.accessibleName() == "claims.csv"


def test_a_chosen_file_is_looked_at(screen: BatchScreen, source: Path):
    click(screen.drop.choose)
    dialog = screen.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(source))
    dialog.close()

    assert screen.preview.isVisible()
    assert screen.focusWidget() is screen.preview.score


def test_the_preview_says_what_is_read_and_what_is_ignored(screen: BatchScreen, source: Path):
    screen.look_at(source)

    table = screen.preview.table
    told = {table.data(table.index(row, 0)): table.data(table.index(row, 1)) for row in range(8)}
    assert told["policy"] == "Names the claim"
    assert told["amount"] == told["police"] == "Read"
    assert told["age"] == told["outcome"] == "Ignored"
    assert (
        "5 columns read · 2 ignored · scored with the bundled model" in screen.preview._told.text()
    )
    assert screen.preview.score.text().startswith("Score about ")


def test_missing_columns_are_named_and_nothing_can_be_scored(screen: BatchScreen, tmp_path: Path):
    frame = claims(20).drop(columns=["amount", "cause"])
    screen.look_at(save_claims(tmp_path / "poor.csv", frame))

    assert "needs the 2 columns amount, cause" in screen.preview.banner.accessibleName()
    assert not screen.preview.score.isEnabled()
    assert "lacks columns" in screen.preview.score.accessibleDescription()


def test_a_file_with_bad_rows_is_scored_and_its_bad_rows_are_told(scored: BatchScreen):
    results = scored.results

    assert results.isVisible()
    assert results.scores.rowCount() == ROWS - len(WRONG)
    assert shown(scored, "Row")[:5] == ["1", "2", "3", "5", "6"]
    assert shown(scored, "Claim")[0] == "P00000"
    click(results.tabs[1])
    rejects = results.rejects
    told = [[rejects.data(rejects.index(row, c)) for c in range(len(REJECTED))] for row in range(2)]
    assert results.rejected_view.isVisible()
    assert told[0] == ["4", "amount", "“a lot” is not a finite number"]
    assert [line[:2] for line in told] == [["4", "amount"], ["8", "delay"]]


def test_the_results_name_what_the_model_did_not_use(scored: BatchScreen):
    assert scored.results.notice.accessibleName() == (
        "2 columns are not used by this model: age, outcome."
    )


def test_a_heading_sorts_and_sorts_the_other_way_round(scored: BatchScreen):
    batch = scored.batch
    assert batch is not None
    click_heading(scored, "Risk")
    falling = [scored.results.scores.row_at(row).score for row in range(20)]
    click_heading(scored, "Risk")
    rising = [scored.results.scores.row_at(row).score for row in range(20)]

    best = np.sort(batch.scores.score)
    assert falling == best[::-1][:20].tolist()
    assert rising == best[:20].tolist()
    assert scored.results.view.currentIndex().row() == 0


def test_rows_that_are_equal_stay_in_the_order_of_the_file(scored: BatchScreen):
    click_heading(scored, "Suggestion")

    table = scored.results.scores
    rows = [table.row_at(place) for place in range(table.rowCount())]
    for code in {row.recommendation for row in rows}:
        numbers = [row.row for row in rows if row.recommendation is code]
        assert numbers == sorted(numbers)


def test_a_suggestion_can_be_looked_at_alone(scored: BatchScreen):
    batch = scored.batch
    assert batch is not None
    code = next(code for code in scored.results.picks if code is not None)

    click(scored.results.picks[code])
    alone = set(shown(scored, "Suggestion"))
    count = scored.results.scores.rowCount()
    click(scored.results.picks[None])

    assert alone == {RECOMMENDATION[code]}
    assert count == (batch.scores.recommendation == str(code)).sum()
    assert scored.results.scores.rowCount() == len(batch.scores)
    assert scored.results.picks[code].accessibleName().endswith(f"{count:,} rows")


def test_only_suggestions_that_occur_are_offered(scored: BatchScreen):
    batch = scored.batch
    assert batch is not None

    offered = {code for code in scored.results.picks if code is not None}

    assert offered == {Recommendation(code) for code in batch.scores.recommendation.tolist()}


def test_a_row_is_read_out_with_its_meaning(scored: BatchScreen):
    table = scored.results.scores
    row = table.row_at(0)

    spoken = [
        table.data(table.index(0, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in range(len(TITLES))
    ]

    assert spoken[2].endswith(f"risk, score {row.score:.0f} of 100")
    assert spoken[3] == f"Probability {row.probability:.1%}"
    assert spoken[6] == f"Nearest precedents {sum(row.outcomes)} of 10 substantiated"


def test_the_export_is_what_the_command_line_writes(
    scored: BatchScreen, source: Path, model: Path, tmp_path: Path
):
    score_file(source, model, tmp_path / "command.csv")

    click(scored.results.export)
    dialog = scored.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    suggested = dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(tmp_path / "export"))
    dialog.close()

    assert suggested.endswith("claims.scored.csv")
    assert (tmp_path / "export.csv").read_bytes() == (tmp_path / "command.csv").read_bytes()
    assert (tmp_path / "export.csv.rejected.csv").exists()
    assert scored.results.written.accessibleName() == f"Written to {tmp_path / 'export.csv'}"


class Opened(QObject):
    """Takes the place of the file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.places.append(url.toLocalFile())


def test_the_written_file_is_shown_where_it_lies(scored: BatchScreen, tmp_path: Path):
    manager = Opened()
    QDesktopServices.setUrlHandler("file", manager, "show")  # type: ignore[arg-type]
    scored.export(tmp_path / "export.csv")

    click(scored.results.written.action)
    QDesktopServices.unsetUrlHandler("file")

    assert manager.places == [str(tmp_path)]


def test_an_export_that_cannot_be_written_is_told_and_can_be_repeated(
    scored: BatchScreen, tmp_path: Path
):
    scored.export(tmp_path / "none" / "export.csv")
    told = scored.banner.accessibleName()
    scored.export(tmp_path / "export.csv")

    assert "export.csv cannot be written" in told
    assert scored.results.export.isEnabled()
    assert (tmp_path / "export.csv").exists()


def test_a_cancel_keeps_what_is_scored_and_says_so(screen: BatchScreen, tmp_path: Path):
    frame = pd.concat([claims(4000, seed=5)] * 10)
    screen.look_at(save_claims(tmp_path / "long.csv", frame))
    far: list[str] = []

    def stop(_what: str, done: int, _total: int) -> None:
        if done > 1 and screen.running.stop.isEnabled():
            click(screen.running.stop)
            far.append(screen.running.stop.text())

    screen._changes.batch.connect(stop)
    click(screen.preview.score)
    screen._changes.batch.disconnect(stop)

    batch = screen.batch
    assert batch is not None
    assert far == ["Cancelling…"]
    assert batch.partial
    assert 0 < len(batch.scores) < len(frame)
    assert screen.results.notice.accessibleName().startswith(
        f"Cancelled. {len(batch.scores):,} of about"
    )
    screen.export(tmp_path / "part.csv")
    assert len(pd.read_csv(tmp_path / "part.csv")) == len(batch.scores)


def test_the_progress_is_told_here_and_in_the_status_line(screen: BatchScreen, source: Path):
    told: list[tuple[str, int, int]] = []
    screen._changes.batch.connect(lambda *news: told.append(news))
    screen.look_at(source)

    click(screen.preview.score)

    assert told[0] == ("Scoring claims.csv", 0, 1)
    assert told[-1] == ("", 0, 0)
    screen.running.begin("Scoring claims.csv")
    screen.running.show_progress(1240, 5000)
    assert screen.running.far.text() == "1,240 of 5,000"
    assert screen.running.bar.value() == 1240


def test_the_time_left_is_told_only_after_a_while(
    screen: BatchScreen, monkeypatch: pytest.MonkeyPatch
):
    clock = [100.0]
    monkeypatch.setattr("app.ui.batch.running.time.monotonic", lambda: clock[0])
    screen.running.begin("Scoring claims.csv")
    told = []
    for now, done in ((102.0, 500), (110.0, 1000), (220.0, 1200)):
        clock[0] = now
        screen.running.show_progress(done, 5000)
        told.append(screen.running._left.text())

    assert told == ["", "About 40 s left", "About 6 min left"]


def test_no_progress_is_claimed_before_the_first_row(screen: BatchScreen):
    screen.running.begin("Scoring claims.csv")

    screen.running.show_progress(0, 5000)

    assert screen.running.bar.maximum() == 0
    assert "of" not in screen.running.far.text()


def test_a_file_without_bad_rows_says_that_none_was_rejected(screen: BatchScreen, tmp_path: Path):
    screen.look_at(save_claims(tmp_path / "good.csv", claims(40, seed=5)))
    click(screen.preview.score)

    click(screen.results.tabs[1])

    assert screen.results.none_rejected.isVisible()
    assert [pick.isVisible() for pick in screen.results.picks.values()] == [False] * len(
        screen.results.picks
    )


def test_the_nearest_precedents_are_drawn_as_shapes(scored: BatchScreen, theme: Theme):
    view, table = scored.results.view, scored.results.scores
    place = next(n for n in range(12) if 0 < sum(table.row_at(n).outcomes) < 10)
    where = view.visualRect(table.index(place, 6))

    picture = view.viewport().grab(where).toImage()

    seen = [picture.pixelColor(16 + 15 * n, where.height() // 2).name() for n in range(10)]
    marks = {True: LIGHT.colors["high_mk"].lower(), False: LIGHT.colors["ok_mk"].lower()}
    assert seen == [marks[outcome] for outcome in table.row_at(place).outcomes]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.csv", b"", "empty.csv is empty."),
        ("alone.csv", b"amount,delay\n", "alone.csv has a header but no claims below it."),
        ("broken.xlsx", b"PK\x03\x04 not a workbook", "broken.xlsx"),
        ("twice.csv", b"amount,amount\n1,2\n", "names the column amount twice"),
    ],
)
def test_a_hostile_file_is_refused_in_one_sentence(
    screen: BatchScreen, tmp_path: Path, name: str, content: bytes, told: str
):
    (tmp_path / name).write_bytes(content)

    screen.look_at(tmp_path / name)

    assert told in screen.banner.accessibleName()
    assert screen.drop.isVisible()
    assert screen.batch is None


def test_a_file_that_cannot_be_used_leaves_the_last_results(scored: BatchScreen, tmp_path: Path):
    (tmp_path / "empty.csv").touch()

    scored.look_at(tmp_path / "empty.csv")

    assert scored.banner.isVisible()
    assert scored.results.isVisible()
    assert scored.results.scores.rowCount() == ROWS - len(WRONG)


def test_another_model_reads_the_same_file_again(
    screen: BatchScreen, source: Path, model: Path, tmp_path: Path
):
    other = tmp_path / "other.bundle"
    other.write_bytes(model.read_bytes())
    screen.look_at(source)

    screen.use_model(other)

    assert "scored with other.bundle" in screen.preview._told.text()


def test_a_foreign_model_is_refused_and_the_one_before_stays(
    screen: BatchScreen, source: Path, tmp_path: Path
):
    foreign = tmp_path / "foreign.bundle"
    foreign.write_bytes(b"no model at all")
    screen.look_at(source)

    screen.use_model(foreign)
    told = screen.banner.accessibleName()
    click(screen.preview.score)

    assert told
    assert screen.results.isVisible()
    assert screen.banner.isHidden()


def test_a_file_that_cannot_be_used_leaves_the_one_that_was_looked_at(
    screen: BatchScreen, source: Path, tmp_path: Path
):
    (tmp_path / "empty.csv").touch()
    screen.look_at(source)

    screen.look_at(tmp_path / "empty.csv")
    refused = screen.banner.isVisible()
    click(screen.preview.score)

    assert refused
    assert screen.batch is not None
    assert screen.batch.source == source


@pytest.fixture
def apart(qtbot: QtBot, tasks: Tasks, model: Path, tmp_path: Path) -> BatchScreen:
    """A screen on real threads that has looked at a long file."""
    screen = BatchScreen(tasks, Changes(), an_identity(), model)
    screen.show()
    screen.look_at(save_claims(tmp_path / "long.csv", pd.concat([claims(4000, seed=5)] * 10)))
    qtbot.waitUntil(screen.preview.isVisible, timeout=30_000)
    return screen


def test_a_cancel_before_the_first_row_answers_at_once(qtbot: QtBot, apart: BatchScreen):
    click(apart.preview.score)
    running = apart.running.isVisible()

    click(apart.running.stop)

    assert running
    assert apart.preview.isVisible()
    click(apart.preview.score)
    qtbot.waitUntil(lambda: apart._scored > 0, timeout=30_000)
    apart._changes.batch_cancelled.emit()
    qtbot.waitUntil(apart.results.isVisible, timeout=30_000)
    assert apart.batch is not None
    assert apart.batch.partial
    apart.close()
    apart._desk.close()


def test_a_screen_that_goes_takes_its_process_with_it(qtbot: QtBot, apart: BatchScreen):
    click(apart.preview.score)
    qtbot.waitUntil(lambda: apart._scored > 0, timeout=30_000)
    process = apart._desk._compute._process
    assert process is not None
    sentinel = process.sentinel

    apart.close()
    apart.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert wait([sentinel], timeout=10) == [sentinel]


def test_everything_that_takes_the_focus_has_a_name(scored: BatchScreen):
    results = scored.results

    names = [results.view, results.rejected_view, *results.tabs, results.export, results.other]

    assert all(widget.accessibleName() for widget in names)
    assert scored.drop.accessibleName() == "Drop a CSV or Excel file of claims here"
