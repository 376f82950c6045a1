"""Views under a name: whose they are, who reads them, and what they find for each reader."""

import pytest

from app.access import Identity
from app.codes import ClaimType
from app.errors import NotAllowed, Refused
from app.services.queue_filter import (
    AmountBand,
    Diary,
    DueBand,
    Owner,
    Period,
    QueueFilter,
    RiskBand,
    SortKey,
    StatusGroup,
)
from app.services.saved_views import SavedViews, as_json, query_of
from tests.factories import a_claim, a_person, an_identity
from tests.server import Database
from tests.services.desk import a_scored_claim, statements

RISKY = QueueFilter(risk=RiskBand.HIGH, sort=SortKey.AMOUNT, descending=True)


@pytest.fixture
def maya(database: Database) -> Identity:
    return a_person(database, full_name="Maya Chen")


@pytest.fixture
def lead(database: Database) -> Identity:
    return a_person(database, full_name="Samir Haddad", supervisor=True)


def views_of(database: Database, person: Identity) -> SavedViews:
    return SavedViews(database.sessions_as(person), person)


def test_a_view_is_read_again_as_it_was_saved(database, maya):
    query = QueueFilter(
        status=StatusGroup.ALL,
        owner=Owner.NOBODY,
        claim_type=ClaimType.MOTOR,
        risk=RiskBand.LOW,
        due=DueBand.WEEK,
        amount=AmountBand.LARGE,
        received=Period.MONTH,
        diary=Diary.ANY,
        colleague=7,
        tag="garage",
        region="north",
        text="Zielinski",
        sort=SortKey.RECEIVED,
        descending=True,
    )
    views = views_of(database, maya)

    saved = views.save("Quiet motor", query)

    (view,) = views.all()
    assert (view.id, view.name, view.query, view.by) == (saved, "Quiet motor", query, "")


def test_every_view_is_counted_by_one_statement_with_its_worst_risk(database, maya):
    for score in (88, 74, 12):
        a_scored_claim(database, score)
    a_claim(database)
    views = views_of(database, maya)
    for name, risk in (("High", RiskBand.HIGH), ("Low", RiskBand.LOW), ("None", None)):
        views.save(name, QueueFilter(risk=risk))
    views.save("Travel", QueueFilter(claim_type=ClaimType.TRAVEL))
    engine = database.engine_as(maya)
    views._sessions.configure(bind=engine)

    with statements(engine) as sent:
        found = {view.name: (view.count, view.worst) for view in views.all()}

    assert ["set_config" in one for one in sent] == [False, True, False]
    assert found == {
        "High": (2, RiskBand.HIGH),
        "Low": (1, RiskBand.LOW),
        "None": (4, RiskBand.HIGH),
        "Travel": (0, RiskBand.NOT_SCORED),
    }


def test_a_view_shared_by_a_supervisor_finds_each_reader_s_own_claims(database, maya, lead):
    a_claim(database, "in_review", assigned_to=a_person(database).id)
    a_claim(database)
    views_of(database, lead).save("The desk", QueueFilter(), shared=True)

    (mine,) = views_of(database, maya).all()
    (theirs,) = views_of(database, lead).all()

    assert (mine.by, mine.shared, mine.count) == ("Samir Haddad", True, 1)
    assert (theirs.by, theirs.count) == ("", 2)


def test_a_view_is_private_to_its_owner_and_its_region(database, maya, lead):
    views_of(database, maya).save("Mine", RISKY)
    views_of(database, lead).save("The desk", RISKY, shared=True)
    elsewhere = a_person(database, region="south")

    found = views_of(database, elsewhere).all()

    assert found == ()


def test_only_a_supervisor_shares_a_view(database, maya):
    with pytest.raises(NotAllowed, match="Only a supervisor shares"):
        views_of(database, maya).save("Everybody", RISKY, shared=True)


def test_a_view_is_changed_and_deleted_by_its_owner_alone(database, maya, lead):
    views = views_of(database, lead)
    view = views.save("The desk", RISKY, shared=True)
    others = views_of(database, maya)

    for attempt in (lambda: others.save("Mine", RISKY, view=view), lambda: others.drop(view)):
        with pytest.raises(NotAllowed, match="Only who made a view"):
            attempt()
    views.save("My desk", QueueFilter(owner=Owner.ME), view=view)

    (changed,) = views.all()
    assert (changed.name, changed.query.owner, changed.shared) == ("My desk", Owner.ME, False)
    views.drop(view)
    assert views.all() == ()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "1 to 60 characters"),
        ("x" * 61, "1 to 60 characters"),
        (" the DESK ", "of this name already"),
    ],
)
def test_a_name_that_cannot_be_kept_is_refused_with_the_mend(database, maya, name, told):
    views = views_of(database, maya)
    views.save("The desk", RISKY)

    with pytest.raises(Refused, match=told):
        views.save(name, RISKY)


def test_nobody_keeps_more_views_than_are_counted(database, maya):
    views = views_of(database, maya)
    for number in range(30):
        views.save(f"View {number}", RISKY)

    with pytest.raises(Refused, match="Delete one"):
        views.save("One more", RISKY)


def test_a_search_too_long_to_keep_is_refused(database, maya):
    with pytest.raises(Refused, match="too large"):
        views_of(database, maya).save("Long", QueueFilter(text="word " * 500))


def test_a_claimant_keeps_no_views(database):
    views = SavedViews(database.sessions_as(a_person(database)), an_identity("user"))

    with pytest.raises(NotAllowed):
        views.all()


def test_what_another_release_knew_is_left_out():
    kept = query_of({"risk": "purple", "moon": "full", "tag": 3, "owner": "me"})

    assert kept == QueueFilter(owner=Owner.ME)
    assert as_json(kept) == '{"owner": "me"}'


def test_a_queue_is_found_again_as_its_person_left_it(database, maya, lead):
    views = views_of(database, maya)

    views.leave("go.queue", RISKY)
    views.leave("go.queue", QueueFilter(owner=Owner.ME))
    views.leave("go.mine", RISKY)

    assert views.left() == {"go.queue": QueueFilter(owner=Owner.ME), "go.mine": RISKY}
    assert views_of(database, lead).left() == {}
