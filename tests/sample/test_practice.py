"""The kept practice is what the recipe makes of the sample's settled claims."""

from app.sample.practice import make_practice
from app.services.practice import practice_claims


def test_the_kept_claims_are_those_of_the_recipe():
    made, kept = make_practice(), practice_claims()

    assert [one.number for one in made] == [one.number for one in kept]
    assert [one.outcome for one in made] == [one.outcome for one in kept]
    assert [one.facts for one in made] == [one.facts for one in kept]
    assert [round(float(one.score.score), 3) for one in made] == [
        round(float(one.score.score), 3) for one in kept
    ]
