"""The sample portfolio in a database."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import timedelta

import pytest

from app.errors import AppError
from app.ml import TriageModel
from app.ml.sequential import weigh
from app.sample.claim import SampleClaim
from app.sample.habits import turn_to_portal
from app.sample.loading import HASH, load
from app.sample.training import CHALLENGER, EARLIER, LEANER, YEAR
from app.services.facts import ClaimFacts, features
from app.services.why import precedent_keys
from app.settings import MODEL
from app.worker.replay import replay_scores
from tests.sample.portfolios import AS_OF, features_of, the_portfolio
from tests.server import Database, Server
from tests.worker.stations import a_station

SECRET = "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA"


def of_last_year() -> list[SampleClaim]:
    since = AS_OF - timedelta(days=YEAR)
    return [claim for claim in the_portfolio().settled if claim.submission_date.date() >= since]


@pytest.fixture(scope="module")
def loaded(server: Server):
    made = server.create()
    assert load(made.owner_dsn, password_hash=SECRET, as_of=AS_OF) is True
    yield made
    made.drop()


def lately(claims: Sequence[SampleClaim]) -> list[SampleClaim]:
    """Return open claims as they are loaded: about half of them came in by the portal."""
    turned = deepcopy([*claims])
    turn_to_portal(turned)
    return turned


def test_all_of_the_portfolio_arrives(loaded: Database):
    made = the_portfolio()

    told = loaded.run("SELECT status <> 'closed', count(*) FROM claims_claim GROUP BY 1 ORDER BY 1")
    assert told == [(False, len(made.settled)), (True, len(made.open))]
    parties = sum(len(claim.parties) for claim in (*made.settled, *made.open))
    assert loaded.value("SELECT count(*) FROM claims_party") == parties
    assert loaded.value("SELECT bool_and(sample AND notice_given) FROM claims_claim")


def test_a_second_loading_does_nothing(loaded: Database):
    counted = "SELECT (SELECT count(*) FROM claims_claim), (SELECT count(*) FROM auth_user)"
    before = loaded.run(counted)

    assert load(loaded.owner_dsn, password_hash=SECRET, as_of=AS_OF) is False

    assert loaded.run(counted) == before


def test_links_counted_by_the_database_are_those_of_the_recipe(loaded: Database):
    made = the_portfolio()
    linked = [claim for claim in made.settled if len(claim.links) >= 3]

    for claim in (*made.settled[::400], *linked[::12], *made.open[::25]):
        found = loaded.run(
            "SELECT l.kind, l.claims FROM claims_claim c, claim_links(c.id) l"
            " WHERE c.precedent_key = %s",
            str(claim.precedent_key),
        )
        assert dict(found) == claim.links


def test_features_read_back_from_the_database_are_those_the_model_learned(loaded: Database):
    made = the_portfolio()
    chosen = {
        str(claim.precedent_key): claim
        for claim in (*made.settled[::300], *lately(made.open[::20]))
    }

    from sqlalchemy import select

    from app.models import Claim

    with loaded.owner_sessions().begin() as session:
        rows = session.scalars(select(Claim).where(Claim.precedent_key.in_(chosen))).all()
        for row in rows:
            claim = chosen[str(row.precedent_key)]
            assert features(ClaimFacts.of(row, claim.links.items())) == features_of(claim)
    assert len(rows) == len(chosen)


def test_the_scores_of_open_claims_hold_in_the_workers_replay(loaded: Database):
    station = a_station(loaded)

    while replay_scores(station):
        pass

    told = loaded.run("SELECT verified, count(*) FROM ml_engine_score GROUP BY 1")
    assert told == [(True, len(the_portfolio().open) + len(of_last_year()))]


def test_a_claims_score_is_that_of_its_score_row(loaded: Database):
    differing = loaded.value(
        "SELECT count(*) FROM claims_claim c LEFT JOIN ml_engine_score s ON s.id = c.score_id"
        " WHERE c.status <> 'closed' AND NOT app.is_hidden(c.id) AND ("
        " (s.claim_id, s.score, s.confidence) IS DISTINCT FROM (c.id, c.ml_score, c.ml_confidence)"
        " OR c.ml_recommendation NOT IN (s.recommendation, app.suggestion(c.claim_type, s)))"
    )

    assert differing == 0


def test_the_blind_claims_among_the_fresh_ones_show_no_score(loaded: Database):
    ((hidden, shown),) = loaded.run(
        "SELECT count(*), count(*) FILTER (WHERE c.ml_score IS NOT NULL OR c.score_id IS NOT NULL)"
        " FROM claims_claim c JOIN ml_engine_blind b ON b.claim_id = c.id WHERE b.hidden"
    )

    assert hidden > 5
    assert shown == 0


def test_the_precedents_of_a_score_are_settled_claims_in_the_database(loaded: Database):
    (explanation,) = loaded.run("SELECT explanation FROM ml_engine_score ORDER BY score DESC")[0]
    keys = [str(key) for key in precedent_keys(explanation)]

    found = loaded.value(
        "SELECT count(*) FROM claims_claim WHERE status = 'closed'"
        " AND precedent_key = ANY (%s::uuid[])",
        keys,
    )
    assert found == len(keys) == 10


def test_the_bundled_model_judges_after_one_and_before_another(loaded: Database):
    told = loaded.run("SELECT sha256, status, version FROM ml_engine_mlmodel ORDER BY version")

    places = (EARLIER, LEANER, MODEL.name, CHALLENGER)
    seals = [TriageModel.load(MODEL.with_name(name)).model_id for name in places]
    states = ["retired", "retired", "active", "candidate"]
    assert told == list(zip(seals, states, ["0.9", "0.9-lean", "1.0", "1.1"], strict=True))


def test_a_leaner_model_ran_in_the_shadow_until_it_was_surely_behind(loaded: Database):
    columns = "verdict, ending, looks, began_at, ended_at"
    (verdict, ending, looks, began, ended) = loaded.run(f"SELECT {columns} FROM ml_engine_trial")[0]

    won, of = looks[-1]["won"], looks[-1]["of"]
    assert verdict == "worse"
    assert f"right on {won}" in ending
    assert weigh(won, of).leads == -1
    assert all(weigh(look["won"], look["of"]).leads == 0 for look in looks[:-1])
    assert (ended - began).days == 7 * len(looks)
    late = loaded.value(
        "SELECT count(*) FROM ml_engine_shadow h JOIN ml_engine_trial t ON t.id = h.trial_id"
        " JOIN claims_claim c ON c.id = h.claim_id WHERE c.submission_date > t.ended_at"
    )
    assert late == 0


def test_the_model_before_judged_the_claims_of_the_last_year_unseen(loaded: Database):
    judged = loaded.run(
        "SELECT c.precedent_key::text FROM ml_engine_score s"
        " JOIN claims_claim c ON c.id = s.claim_id"
        " JOIN ml_engine_mlmodel m ON m.id = s.model_id WHERE m.version = '0.9'"
    )

    keys = {key for (key,) in judged}
    assert keys == {str(claim.precedent_key) for claim in of_last_year()}
    assert not keys & {*TriageModel.load(MODEL.with_name(EARLIER)).ids}


def test_settled_claims_have_one_event_and_open_ones_their_whole_history(loaded: Database):
    counted = (
        "SELECT min(n), max(n) FROM (SELECT count(e.id) AS n FROM claims_claim c"
        " LEFT JOIN claims_event e ON e.claim_id = c.id AND e.kind <> 'money'"
        " WHERE c.status = %s GROUP BY c.id) AS told"
    )

    assert loaded.run(counted, "closed") == [(1, 1)]
    assert loaded.run(counted, "triaged") == [(3, 3)]
    assert loaded.run(counted, "in_review") == [(4, 4)]
    assert loaded.run(counted, "siu_review") == [(5, 5)]


def test_the_last_event_of_status_says_where_a_claim_stands(loaded: Database):
    differing = loaded.value(
        "SELECT count(*) FROM claims_claim c JOIN LATERAL (SELECT to_status, actor_id"
        " FROM claims_event e WHERE e.claim_id = c.id AND e.kind = 'status'"
        " ORDER BY id DESC LIMIT 1) AS last ON true"
        " WHERE last.to_status <> c.status"
        " OR c.assigned_to IS NOT NULL AND last.actor_id IS DISTINCT FROM c.assigned_to"
    )

    assert differing == 0


def test_settled_claims_belong_to_nobody_so_that_their_region_may_read_them(loaded: Database):
    told = loaded.run(
        "SELECT count(assigned_to), avg((region = 'north')::int) > 0.85 FROM claims_claim"
        " WHERE status = 'closed'"
    )

    assert told == [(0, True)]


def test_every_person_has_the_one_password(loaded: Database):
    told = loaded.run("SELECT hash, count(*) FROM auth.password GROUP BY hash")

    assert told == [(SECRET, len(the_portfolio().people))]


def test_without_a_password_nothing_is_loaded(database: Database, monkeypatch):
    monkeypatch.delenv(HASH, raising=False)

    with pytest.raises(AppError, match=HASH):
        load(database.owner_dsn)

    assert database.value("SELECT count(*) FROM auth_user") == 0
