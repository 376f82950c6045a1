import pickle
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from app.codes import Outcome
from app.errors import BadFile, Invalid
from app.ml import TriageModel
from app.ml.metrics import auc
from app.progress import Cancelled
from tests.ml.settled import settled

NEW, NEW_LABELS = settled(1100, seed=99)


@pytest.fixture(scope="module")
def judged(model):
    return model.judge(NEW, explain=True)


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_a_claims_judgement_has_the_same_bits_in_every_batch(model, judged, size):
    rows = 60 if size < 7 else 1100
    parts = [model.judge(NEW.iloc[s : s + size]) for s in range(0, rows, size)]

    for name in ("score", "probability", "confidence", "recommendation", "precedents", "shares"):
        together = getattr(judged, name)
        joined = np.concatenate([getattr(part, name) for part in parts])
        assert np.array_equal(joined[:rows], together[:rows]), name


def test_the_order_of_claims_does_not_matter(model, judged):
    order = np.random.default_rng(0).permutation(len(NEW))

    assert np.array_equal(model.judge(NEW.iloc[order]).score, judged.score[order])


def test_scores_rank_new_claims(judged):
    assert auc(NEW_LABELS.astype(np.uint8), judged.score) > 0.65


def test_scores_and_their_companions_stay_in_range(judged):
    assert judged.score.min() >= 0
    assert judged.score.max() <= 100
    assert ((judged.probability >= 0) & (judged.probability <= 1)).all()
    assert ((judged.confidence >= 0) & (judged.confidence <= 100)).all()
    assert judged.precedents.shape == judged.shares.shape == (len(NEW), 10)


def test_contributions_and_the_base_rate_sum_to_the_score(judged):
    for place in range(0, len(NEW), 50):
        why = judged.explanation(place)

        points = sum(precedent.contribution for precedent in why.precedents)

        assert points + why.rest + why.prior == pytest.approx(why.score, abs=1e-9)
        assert why.score == judged.score[place]


def test_precedents_are_the_nearest_ten_with_their_share_of_the_vote(judged, model):
    why = judged.explanation(3)

    assert [p.rank for p in why.precedents] == list(range(1, 11))
    assert [p.id for p in why.precedents] == judged.precedents[3].tolist()
    assert [p.share for p in why.precedents] == judged.shares[3].tolist()
    distances = [p.distance for p in why.precedents]
    assert distances == sorted(distances)
    assert why.voters == model.k
    for p in why.precedents:
        assert p.similarity == pytest.approx(1 / (1 + p.distance))
        points = 100 * p.share if p.outcome is Outcome.SUBSTANTIATED else 0
        assert p.contribution == pytest.approx(points)
        substantiated = bool(model.labels[model.ids.index(p.id)])
        assert substantiated == (p.outcome is Outcome.SUBSTANTIATED)


def test_the_sentence_tells_the_vote_without_naming_a_crime(judged, model):
    why = judged.explanation(0)
    found = sum(p.outcome is Outcome.SUBSTANTIATED for p in why.precedents)

    assert judged.substantiated[0] == found
    counted = "All 10" if found == 10 else f"{found or 'None'} of the 10"
    assert why.sentence.startswith(f"{counted} nearest settled claims")
    assert f"({why.score:.0f}% of the vote of all {model.k}" in why.sentence
    assert f"against {100 * why.prior_share:.0f}% among all settled claims" in why.sentence
    assert "fraud" not in why.sentence.lower()


def test_factors_put_values_beside_the_range_of_cleared_claims(model):
    claim = NEW.iloc[[0]].assign(cause="theft", shared_phone="Yes", amount="900000")

    factors = {f.label: f for f in model.judge(claim).explanation(0).factors}

    amount, shared = factors["Amount"], factors["Shared phone"]
    assert (amount.value, amount.position, amount.outside) == ("900,000", 1.0, True)
    assert 0 < amount.low < amount.high < 1
    assert (shared.value, shared.outside) == ("yes", True)
    assert shared.weight > 0
    assert factors["Cause"].outside is False


def test_a_missing_value_is_a_factor_called_not_given(small_model):
    claim = NEW.iloc[[0]].assign(cause="")

    factors = {f.label: f for f in small_model.judge(claim).explanation(0).factors}

    assert factors["Cause"].value == "not given"
    assert factors["Cause"].outside


def test_explanations_are_the_same_asked_for_now_or_later(model, judged):
    later = model.judge(NEW)

    assert later.contributions is None
    assert later.explanation(5) == judged.explanation(5)


def test_a_receipt_reproduces_its_score(model, judged):
    receipts = [judged.receipt(i) for i in range(30)]

    again = model.judge(pd.DataFrame([receipt["features"] for receipt in receipts]))

    assert again.score.tolist() == [receipt["score"] for receipt in receipts]
    assert receipts[0]["model_sha256"] == model.model_id
    assert receipts[0]["data_version"] == model.data_version
    assert set(receipts[0]["versions"]) == {"bundle", "python", "numpy", "pandas"}


def test_a_claim_without_any_fact_is_not_judged(model):
    nothing = pd.DataFrame([dict.fromkeys(model.schema.names, "")])

    found = model.judge(nothing)

    assert found.recommendation.tolist() == ["abstain"]
    assert found.confidence.tolist() == [0.0]
    assert "Too few settled claims are comparable" in found.explanation(0).sentence


def test_a_value_that_cannot_be_read_is_named(model):
    frame = NEW.iloc[:3].assign(amount=["1", "lots", "3"])

    with pytest.raises(Invalid, match="Row 1, column amount: “lots” is not a finite number"):
        model.judge(frame)


def test_a_missing_column_is_named(model):
    with pytest.raises(BadFile, match="needs the column cause"):
        model.judge(NEW.drop(columns="cause"))


def test_no_claims_give_no_judgements(model):
    found = model.judge(NEW.iloc[:0])

    assert len(found) == 0
    assert found.precedents.shape == (0, 10)


def test_judging_can_be_followed_and_stopped(model):
    seen = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        model.judge(NEW, progress=stop)
    assert seen == [(0, 1100), (1024, 1100)]


def test_the_model_travels_to_other_processes(small_model):
    copy = pickle.loads(pickle.dumps(small_model))  # noqa: S301 - our own bytes

    assert np.array_equal(copy.judge(NEW[:5]).score, small_model.judge(NEW[:5]).score)


def test_scoring_needs_neither_scikit_learn_nor_scipy(small_model, tmp_path):
    small_model.save(tmp_path / "model.bundle")
    NEW.head(3).to_csv(tmp_path / "claims.csv", index=False)
    program = f"""
import sys, pandas
from app.ml import TriageModel
frame = pandas.read_csv({str(tmp_path / "claims.csv")!r}, dtype=str)
TriageModel.load({str(tmp_path / "model.bundle")!r}).judge(frame).explanation(0)
print(sorted({{name.split(".")[0] for name in sys.modules}} & {{"sklearn", "scipy", "sqlalchemy"}}))
"""

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_saved_and_loaded_it_is_the_same_model(small_model, tmp_path):
    small_model.save(tmp_path / "model.bundle")

    loaded = TriageModel.load(tmp_path / "model.bundle")

    assert loaded.model_id == small_model.model_id
    assert loaded.schema == small_model.schema
    assert loaded.ids[7] == "claim-7"
    assert np.array_equal(loaded.judge(NEW).score, small_model.judge(NEW).score)
    assert loaded.judge(NEW[:1]).explanation(0) == small_model.judge(NEW[:1]).explanation(0)
