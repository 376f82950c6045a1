"""Why a claim scored as it did: the score, its nearest settled claims and its own facts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.codes import Recommendation
from app.services.claim_views import FactorView, ScoreView
from app.ui import fonts
from app.ui.cards import Card
from app.ui.chips import RiskChip
from app.ui.claim.pictures import Key, Nearest, RangeBar, Ruler
from app.ui.labels import Elided, Label
from app.ui.painting import Shape
from app.ui.tokens import Token
from app.words import say, tongue

UNSCORED = say("Not scored yet. The score appears here as soon as it is made.")
NEVER_SCORED = say("This claim was decided without a score.")


class FactorRow:
    """One fact against the range of cleared claims: name, value, picture."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self._label = Label("", fonts.SMALL, ink="text2", wrap=True)
        self._value = Label("", fonts.SMALL, fonts.STRONG, tabular=True)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = RangeBar()
        self._widgets: tuple[QWidget, ...] = (self._label, self._value, self._bar)
        for column, widget in enumerate(self._widgets):
            grid.addWidget(widget, row, column)

    def show_factor(self, factor: FactorView | None) -> None:
        """Show a factor, or nothing when the claim has fewer."""
        if factor:
            self._label.setText(factor.label)
            self._value.setText(factor.value)
            self._bar.show_factor(factor)
        for widget in self._widgets:
            widget.setVisible(factor is not None)


class Factors(QWidget):
    """The facts that tell most, each against the range of most cleared claims."""

    ROOM = 6

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("This claim against most cleared claims"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, 166)
        grid.setColumnMinimumWidth(1, 66)
        grid.setColumnStretch(2, 1)
        self._rows = [FactorRow(grid, row) for row in range(self.ROOM)]

    def show_factors(self, factors: tuple[FactorView, ...]) -> None:
        """Show the first factors there is room for."""
        shown = factors[: self.ROOM]
        for row, factor in zip(self._rows, shown, strict=False):
            row.show_factor(factor)
        for row in self._rows[len(shown) :]:
            row.show_factor(None)


class ScoreCard(Card):
    """The panel "Why this score"."""

    def __init__(self) -> None:
        self._source = Elided("", fonts.NOTE, 450, "text3", tabular=True)
        self._source.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._source.setMinimumWidth(1)
        super().__init__(say("Why this score"), self._source, gap=12)
        self._number = Label("", fonts.FIGURE, 700, tabular=True)
        self._chip = RiskChip()
        self._ruler = Ruler()
        self._sentence = Label("", fonts.SMALL, ink="text2", wrap=True)
        self._nearest = Nearest()
        self._last = Label("", fonts.TINY, fonts.MEDIUM, "text3")
        self._factors = Factors()
        self._unscored = Label(UNSCORED, fonts.SMALL, ink="text2", wrap=True)
        self._body = QWidget()
        self._lay_out()
        self.column.addWidget(self._body)
        self.column.addWidget(self._unscored)

    def show_score(self, score: ScoreView | None, *, expected: bool) -> None:
        """Show another score, or that there is none, and whether one is *expected*."""
        self._unscored.setText(UNSCORED if expected else NEVER_SCORED)
        self._body.setVisible(score is not None)
        self._unscored.setVisible(score is None)
        if score is None:
            self._source.set_text("")
            return
        self._source.set_text(_source(score))
        self._number.setText(f"{score.score:.0f}")
        self._number.setAccessibleName(say("Score {score:.0f} of 100", score=score.score))
        self._chip.show_score(float(score.score), words=True)
        self._ruler.show_score(float(score.score))
        self._sentence.setText(score.sentence)
        self._nearest.show_outcomes(tuple(precedent.outcome for precedent in score.precedents))
        self._last.setText(say("{ordinal} closest", ordinal=_ordinal(len(score.precedents))))
        self._factors.show_factors(score.factors)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        top = QGridLayout()
        top.setHorizontalSpacing(16)
        top.setVerticalSpacing(4)
        top.setColumnMinimumWidth(0, 102)
        top.setColumnStretch(1, 1)
        top.addLayout(self._figure(), 0, 0)
        top.addWidget(self._ruler, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._chip, 1, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._sentence, 1, 1, Qt.AlignmentFlag.AlignTop)
        body.addLayout(top)
        nearest = QVBoxLayout()
        nearest.setSpacing(4)
        nearest.addWidget(self._nearest)
        nearest.addLayout(_outcome_legend(self._last))
        body.addLayout(nearest)
        body.addWidget(self._factors)
        body.addLayout(_factor_legend())

    def _figure(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._number)
        line.addWidget(Label("/ 100", fonts.SMALL, ink="text3"))
        line.addStretch()
        return line


def _source(score: ScoreView) -> str:
    model = (
        score.model if score.model.startswith("Model") else say("Model {model}", model=score.model)
    )
    if score.recommendation is Recommendation.ABSTAIN:
        return say("{model} · no comparable claims", model=model)
    voters = say("{voters:,} precedents vote", voters=score.voters)
    return say(
        "{model} · {voters} · confidence {confidence:.0f}",
        model=model,
        voters=voters,
        confidence=score.confidence,
    )


def _ordinal(number: int) -> str:
    if tongue() != "en":
        return f"{number}."
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"
    return f"{number}{ending}"


def _outcome_legend(last: Label) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(4)
    line.addWidget(Label(say("closest"), fonts.TINY, fonts.MEDIUM, "text3"))
    line.addStretch()
    _explain(line, say("substantiated"), "high_mk", "triangle")
    line.addSpacing(10)
    _explain(line, say("cleared"), "ok_mk", "circle")
    line.addStretch()
    line.addWidget(last)
    return line


def _factor_legend() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(4)
    _explain(line, say("range of most cleared claims"), "border_strong", None)
    line.addSpacing(8)
    _explain(line, say("this claim, outside"), "high_mk", "diamond")
    line.addSpacing(8)
    _explain(line, say("this claim, inside"), "low_mk", "circle")
    line.addStretch()
    return line


def _explain(line: QHBoxLayout, text: str, ink: Token, shape: Shape | None) -> None:
    line.addWidget(Key(ink, shape))
    label = Elided(text, fonts.TINY, fonts.MEDIUM, "text3")
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    label.setMinimumWidth(1)
    line.addWidget(label)
