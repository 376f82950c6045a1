"""Charts on screen: painted, walked by keyboard, read as a table and saved."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.services.charts import Axis, Chart, Point, Series
from app.services.performance import PerformanceService
from app.ui.charts.card import ChartCard
from app.ui.performance import PerformanceScreen
from tests.factories import a_person
from tests.server import Database
from tests.services.settled_scores import an_outcome
from tests.test_desktop import nameless
from tests.ui.forms import choose

pytestmark = pytest.mark.usefixtures("theme")

CHART = Chart(
    "example",
    "Example",
    "What there is to see.",
    Axis("Day", "count"),
    Axis("Share", "percent"),
    (
        Series("First", (Point(1, 0.1), Point(2, 0.4, 0.3, 0.5, 12))),
        Series("Second", (Point(1, 0.2),), "dots", "high"),
    ),
)


@pytest.fixture
def card(qapp) -> Iterator[ChartCard]:
    made = ChartCard("Example")
    made.show_chart(CHART)
    made.resize(480, 340)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_keys_walk_over_points_and_series_and_each_is_spoken(card):
    spoken: list[str] = []
    card.view.pointed.connect(spoken.append)

    for key in ("Right", "Right", "Right", "Down", "Up", "End", "Home"):
        QTest.keyClick(card.view, getattr(Qt.Key, f"Key_{key}"))

    assert spoken == [
        "First: 1, 10%",
        "First: 2, 40% (30% to 50%), 12 claims",
        "Second: 1, 20%",
        "First: 1, 10%",
        "First: 2, 40% (30% to 50%), 12 claims",
        "First: 1, 10%",
    ]
    assert card.view.accessibleName() == "Example, chart"


def test_the_pointer_finds_what_is_nearest(card):
    plane_right = QPoint(card.view.width() - 20, card.view.height() // 2)

    QTest.mouseMove(card.view, plane_right)
    card.view.mouseMoveEvent(_move(plane_right))

    assert card.pointed.text().startswith("First: 2")


def _move(where: QPoint):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    none = Qt.MouseButton.NoButton
    place = QPointF(where)
    plain = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, plain)


def test_the_same_is_there_as_a_table(card):
    card.as_table.click()

    rows = [
        [card.table.item(row, column).text() for column in range(card.table.columnCount())]
        for row in range(card.table.rowCount())
    ]
    assert rows[1] == ["First", "2", "40%", "30%", "50%", "12"]
    assert card.table.isVisible()
    assert not card.view.isVisible()


def test_a_chart_is_saved_as_a_picture_or_as_figures(card, tmp_path):
    told: list[str] = []
    card.told.connect(told.append)

    card.write(tmp_path / "example.png")
    card.write(tmp_path / "example.csv")
    card.write(tmp_path / "nowhere" / "example.png")

    picture = QImage(str(tmp_path / "example.png"))
    assert picture.width() == 2 * card.view.width()
    colors = {picture.pixel(x, y) for x in range(0, 900, 7) for y in range(0, 400, 7)}
    assert len(colors) > 3
    assert (tmp_path / "example.csv").exists()
    assert told[:2] == ["Saved example.png", "Saved example.csv"]
    assert "cannot be written" in told[2]


def test_an_empty_chart_says_why(card):
    card.show_chart(Chart("e", "Example", "", Axis("x"), Axis("y"), (), empty="Nothing yet."))

    QTest.keyClick(card.view, Qt.Key.Key_Right)
    card.view.grab()

    assert card.view.accessibleDescription() == "Nothing yet."
    assert card.view.told() == ""


@pytest.fixture
def screen(database: Database, run_now) -> Iterator[PerformanceScreen]:
    for number in range(30):
        an_outcome(database, 3.0 * number, "substantiated" if number > 20 else "cleared")
    admin = a_person(database, "admin")
    service = PerformanceService(database.sessions_as(admin), admin)
    made = PerformanceScreen(service, run_now, admin)
    made.resize(1688, 1000)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_the_charts_are_counted_over_what_is_asked_for(screen):
    before = screen.head.about.text()

    choose(screen.line, "Health")

    assert before.startswith("30 scored claims")
    assert screen.head.about.text().startswith("0 scored claims")
    assert [pane.accessibleName() for pane in screen.panes()][-2:] == ["Line of business", "Time"]
    assert nameless(screen) == []


def test_a_failure_is_told_and_tried_again(screen, database):
    database.run("ALTER VIEW claim_label RENAME TO away")
    screen.refresh()
    assert screen.notice.isVisible()

    database.run("ALTER VIEW away RENAME TO claim_label")
    screen.notice.action.click()

    assert not screen.notice.isVisible()
