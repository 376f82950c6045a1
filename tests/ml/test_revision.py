import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from app.codes import Outcome
from app.errors import BadModel, Invalid
from app.ml import TriageModel, bundle
from app.ml.archive import NOTHING
from app.ml.revision import add, dispute, effects, erase, relabel, touched, voted
from app.ml.search import Neighbours
from app.ml.vote import cast
from tests.ml.settled import settled

NEW, NEW_LABELS = settled(120, seed=99)


@pytest.fixture(scope="module")
def erased(small_model) -> TriageModel:
    return erase(small_model, "claim-7")


def naive_scores(model: TriageModel, kept: np.ndarray) -> list[float]:
    """The vote of the claims at *kept*, placed as they were and found by looking at each."""
    coordinates = model.place(model.schema.facts(NEW)[0]).coordinates
    placed, labels = model.metric.placed[kept], model.labels[kept]
    scores = []
    for claim in coordinates:
        squared = [sum((a - b) ** 2 for a, b in zip(claim, other, strict=True)) for other in placed]
        order = sorted(range(len(squared)), key=lambda i: (squared[i], i))[: model.k]
        around = Neighbours(np.array([[squared[i] for i in order]]), np.array([order]))
        weights = cast(around, labels, 0.5, wide=model.wide).weights[0].tolist()
        found = sum(w for w, i in zip(weights, order, strict=True) if labels[i])
        scores.append(100 * (found + labels.sum() / len(labels)) / (sum(weights) + 1))
    return scores


def test_after_erasing_scores_are_those_of_a_vote_without_the_claim(small_model, erased):
    kept = np.arange(400) != 7

    assert erased.judge(NEW).score == pytest.approx(naive_scores(small_model, kept), abs=1e-6)


def test_what_follows_from_votes_follows_from_the_others_alone(small_model, erased):
    kept = small_model.labels[np.arange(400) != 7]

    assert erased.prior == kept.mean()
    assert len(erased.conformal.cleared) == (kept == 0).sum()
    assert erased.made["rows"] == 399
    assert "399 settled claims" in erased.card


def test_a_claim_that_was_added_and_erased_leaves_no_trace(small_model):
    added = add(small_model, NEW[:1], NEW_LABELS[:1].tolist(), ids=["late"])

    back = erase(added, "late")

    assert added.data_version != small_model.data_version
    assert back.data_version == small_model.data_version
    assert np.array_equal(back.judge(NEW).score, small_model.judge(NEW).score)
    assert back.calibration == small_model.calibration
    assert back.golden_scores == small_model.golden_scores


def test_nothing_of_an_erased_claim_is_left_in_the_bundle(small_model):
    odd = NEW[:1].assign(amount="123456.789", cause="theft")
    added = add(small_model, odd, [1], ids=["the-erased-one"])

    packed = bundle.pack(erase(added, "the-erased-one"))

    model, _ = bundle.unpack(packed, TriageModel)
    assert 123456.789 in added.archive.numbers
    assert 123456.789 not in model.archive.numbers
    assert "the-erased-one" not in model.ids
    assert "the-erased-one" not in json.dumps([model.golden, model.made, model.notes, model.card])


def test_golden_claims_are_replaced_when_one_of_them_is_erased(small_model):
    amount = small_model.golden[3]["amount"]

    revised = erase(small_model, "claim-3")

    assert amount not in [claim["amount"] for claim in revised.golden]
    assert len(revised.golden) == len(small_model.golden)


def test_an_added_claim_is_its_own_nearest_precedent(small_model):
    added = add(small_model, NEW[:3], [1, 0, 1], ids=["a", "b", "c"])

    judged = added.judge(NEW[:3])

    assert judged.precedents[:, 0].tolist() == ["a", "b", "c"]
    assert judged.explanation(0).precedents[0].outcome is Outcome.SUBSTANTIATED
    assert len(added.labels) == 403


def test_a_revised_model_is_saved_and_loaded_like_any(erased, tmp_path):
    erased.save(tmp_path / "model.bundle")

    loaded = TriageModel.load(tmp_path / "model.bundle")

    assert loaded.data_version == erased.data_version
    assert np.array_equal(loaded.judge(NEW).score, erased.judge(NEW).score)
    assert np.array_equal(erase(loaded, "claim-9").labels, erase(erased, "claim-9").labels)


def test_a_dispute_tells_whose_judgement_would_change_and_by_how_much(small_model, erased):
    frame = NEW.set_axis([f"open-{i}" for i in range(len(NEW))])

    found = dispute(small_model, "claim-7", frame)

    before, after = small_model.judge(frame), erased.judge(frame)
    moves = [abs(effect.after - effect.before) for effect in found]
    rows = [effect.row for effect in found]
    assert moves == sorted(moves, reverse=True)
    for place, row in enumerate(frame.index):
        same = round(before.score[place], 2) == round(after.score[place], 2)
        same &= before.recommendation[place] == after.recommendation[place]
        assert (row in rows) != same
    assert dict(zip(rows, [e.after for e in found], strict=True))[rows[0]] == pytest.approx(
        after.score[frame.index.get_loc(rows[0])]
    )


def test_a_changed_outcome_moves_scores_towards_it(small_model):
    judged = small_model.judge(NEW)
    cleared = next(i for i in judged.precedents[:, 0] if not small_model.labels[int(i[6:])])

    revised = relabel(small_model, cleared, Outcome.SUBSTANTIATED)

    near = voted(small_model, cleared, NEW)
    assert (revised.judge(NEW).score[near] > judged.score[near]).all()
    assert revised.data_version != small_model.data_version
    assert all(effect.after > effect.before for effect in effects(small_model, revised, NEW[near]))


def test_voters_are_those_whose_leaving_changes_the_weights(small_model):
    places = small_model.place(small_model.schema.facts(NEW)[0]).around.places

    assert voted(small_model, "claim-7", NEW).tolist() == (places == 7).any(1).tolist()


def test_receipts_in_whose_vote_a_claim_took_part_are_found(small_model):
    judged = small_model.judge(NEW)
    receipts = [judged.receipt(place) for place in range(len(NEW))]
    expected = np.flatnonzero(voted(small_model, "claim-7", NEW)).tolist()

    found = touched(small_model, "claim-7", receipts)

    assert found == expected
    assert len(expected) > sum("claim-7" in receipt["precedents"] for receipt in receipts) > 0


def test_receipts_of_other_models_are_found_by_the_precedents_they_name(small_model):
    receipts = [
        {"model_sha256": "other", "precedents": ["claim-1", "claim-7"], "features": {}},
        {"model_sha256": "other", "precedents": ["claim-1"], "features": {}},
    ]

    assert touched(small_model, "claim-7", receipts) == [0]


def test_a_claim_that_never_voted_cannot_be_erased(small_model):
    with pytest.raises(Invalid, match="No settled claim of this model is called nobody"):
        erase(small_model, "nobody")


@pytest.mark.parametrize(
    ("frame", "labels", "ids", "reason"),
    [
        (NEW[:1], [1], ["claim-7"], "votes once only"),
        (NEW[:2], [1, 0], ["x", "x"], "votes once only"),
        (NEW[:1], [2], ["x"], "needs an id and a label"),
        (NEW[:2], [1], ["x", "y"], "needs an id and a label"),
        (NEW[:1].assign(amount="lots"), [1], ["x"], "column amount: “lots”"),
    ],
)
def test_claims_that_cannot_join_are_refused(small_model, frame, labels, ids, reason):
    with pytest.raises(Invalid, match=reason):
        add(small_model, frame, labels, ids=ids)


def test_both_outcomes_must_be_left(small_model):
    only_one = np.zeros_like(small_model.labels)
    only_one[5] = 1

    with pytest.raises(Invalid, match="Both outcomes must be left"):
        erase(replace(small_model, labels=only_one), "claim-5")


def test_a_model_without_the_facts_of_its_claims_cannot_be_revised(small_model):
    with pytest.raises(BadModel, match="please train it again"):
        erase(replace(small_model, archive=NOTHING), "claim-7")


def test_notes_that_quote_a_row_go_with_the_first_erasure(small_model):
    noted = replace(small_model, notes=("Row 7, column amount: “x” is not.", "age is left out."))

    assert erase(noted, "claim-7").notes == ("age is left out.",)


def test_an_empty_addition_changes_nothing(small_model):
    none = add(small_model, pd.DataFrame(columns=NEW.columns), [], ids=[])

    assert none.data_version == small_model.data_version
