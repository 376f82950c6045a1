"""The queue as different people ask for it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql

from app.access import Identity
from app.codes import ClaimType, Recommendation, Status
from app.errors import NotAllowed
from app.services.claim_views import ClaimRow
from app.services.claims import ClaimService
from app.services.desk_work import DeskWorkService
from app.services.figures import today
from app.services.queue_filter import (
    Diary,
    Owner,
    Page,
    QueueFilter,
    RiskBand,
    SortKey,
    StatusGroup,
)
from app.services.queue_query import page
from tests.factories import a_claim, a_party, a_person, an_identity
from tests.server import Database
from tests.services.desk import a_scored_claim, statements

MORNING = datetime(2026, 3, 5, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def maya(shared_database: Database) -> Identity:
    return a_person(shared_database, full_name="Maya Chen")


@pytest.fixture(scope="module")
def queue(shared_database: Database, maya: Identity) -> ClaimService:
    """Nine claims in Maya's sight and four out of it."""
    tom = a_person(shared_database, full_name="Tom Reyes")
    for place, score in enumerate((87.25, 52, 52, 12)):
        received = MORNING + timedelta(hours=place)
        claim = a_scored_claim(
            shared_database,
            score,
            submission_date=received,
            amount=Decimal(1000 * (place % 3 + 1)),
            cause=("theft", "collision", "glass", "fire")[place],
            recommendation=("refer_siu", "enhanced_review", "standard_review", "fast_track")[place],
            features={"shared_phone": 2 if place == 0 else 0},
        )
        a_party(shared_database, claim, kind="claimant", name=f"Claimant {'DBCA'[place]}")
    a_claim(shared_database, submission_date=MORNING, policy_number="POL-100%")
    a_claim(shared_database, "submitted", claim_type="property", reported_date="2026-03-30")
    a_scored_claim(shared_database, 61, status="in_review", assigned_to=maya.id)
    a_scored_claim(shared_database, 70, status="siu_review", assigned_to=maya.id)
    a_scored_claim(shared_database, 33, status="approved", assigned_to=maya.id)
    a_scored_claim(shared_database, 99, status="in_review", assigned_to=tom.id)
    a_scored_claim(shared_database, 98, region="south")
    a_scored_claim(shared_database, 97, claim_type="health")
    a_claim(shared_database, "draft", user_id=tom.id)
    return ClaimService(shared_database.sessions_as(maya), maya)


def scores(page: Page) -> list[float | None]:
    return [float(row.score) if row.score is not None else None for row in page.rows]


def test_the_riskiest_claims_come_first_and_unscored_ones_last(queue):
    page = queue.queue(QueueFilter())

    assert scores(page) == [87.25, 70, 61, 52, 52, 12, None, None]


def test_of_equal_risk_the_one_waiting_longer_comes_first(queue):
    page = queue.queue(QueueFilter(risk=RiskBand.MEDIUM, owner=Owner.NOBODY))

    assert [row.received.hour for row in page.rows] == [9, 10]


def test_a_row_carries_what_the_table_shows(queue):
    row = queue.queue(QueueFilter()).rows[0]

    assert row == ClaimRow(
        id=row.id,
        number=row.number,
        policy="POL-4711",
        claimant="Claimant D",
        claim_type=ClaimType.MOTOR,
        cause="theft",
        amount=Decimal("1000.00"),
        currency="GBP",
        status=Status.TRIAGED,
        score=Decimal("87.25"),
        confidence=Decimal("91.00"),
        recommendation=Recommendation.REFER_SIU,
        assigned_to=None,
        owner=None,
        flag="Shared phone",
        received=MORNING,
        version=2,
        sample=False,
        coverage="comprehensive",
    )
    assert row.number.startswith("MOT-2026-")


def test_the_figures_of_the_navigation_do_not_follow_the_filter(queue):
    page = queue.queue(QueueFilter(claim_type=ClaimType.PROPERTY))

    assert page.total == 1
    assert (page.counts.queue, page.counts.mine, page.counts.referred) == (8, 2, 1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (QueueFilter(status=StatusGroup.REFERRED), [70]),
        (QueueFilter(status=StatusGroup.DECIDED), [33]),
        (QueueFilter(status=StatusGroup.WAITING), []),
        (QueueFilter(owner=Owner.ME), [70, 61]),
        (QueueFilter(owner=Owner.ME, status=StatusGroup.ALL), [70, 61, 33]),
        (QueueFilter(owner=Owner.NOBODY), [87.25, 52, 52, 12, None, None]),
        (QueueFilter(owner=Owner.ME_OR_NOBODY), [87.25, 70, 61, 52, 52, 12, None, None]),
        (QueueFilter(claim_type=ClaimType.PROPERTY), [None]),
        (QueueFilter(risk=RiskBand.HIGH), [87.25, 70]),
        (QueueFilter(risk=RiskBand.MEDIUM), [61, 52, 52]),
        (QueueFilter(risk=RiskBand.LOW), [12]),
        (QueueFilter(risk=RiskBand.NOT_SCORED), [None, None]),
        (QueueFilter(text="claimant d"), [87.25]),
        (QueueFilter(text="0%"), [None]),
        (QueueFilter(text="nobody of that name"), []),
        (QueueFilter(text=" pol-47 ", risk=RiskBand.HIGH), [87.25, 70]),
    ],
    ids=str,
)
def test_a_filter_finds_its_claims_and_counts_them(queue, query, found):
    page = queue.queue(query)

    assert scores(page) == found
    assert page.total == len(found)


def test_a_claim_is_found_by_its_number(queue):
    wanted = queue.queue(QueueFilter()).rows[3]

    page = queue.queue(QueueFilter(text=wanted.number.lower()))

    assert page.rows == (wanted,)


def test_a_claim_is_found_by_words_of_what_happened_s22(shared_database, queue):
    wanted = queue.queue(QueueFilter()).rows[2]
    told = "UPDATE claims_claim SET description = 'A heron landed on the bonnet.' WHERE id = %s"
    shared_database.run(told, wanted.id)

    page = queue.queue(QueueFilter(text="bonnet heron"))

    assert [row.id for row in page.rows] == [wanted.id]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", list(SortKey))
def test_pages_follow_one_another_without_gap_or_double(queue, sort, descending):
    query = QueueFilter(status=StatusGroup.ALL, sort=sort, descending=descending)
    whole = queue.queue(query)
    after, rows, pages = None, [], 0

    while pages == 0 or after:
        page = queue.queue(query, after=after, limit=2)
        rows += page.rows
        after, pages = page.after, pages + 1

    assert tuple(rows) == whole.rows
    assert whole.after is None
    assert pages == 5
    assert len({row.id for row in rows}) == whole.total == 9


@pytest.mark.parametrize(
    ("sort", "value"),
    [
        (SortKey.NUMBER, lambda row: row.number),
        (SortKey.CLAIMANT, lambda row: row.claimant.lower()),
        (SortKey.CAUSE, lambda row: row.cause),
        (SortKey.AMOUNT, lambda row: row.amount),
        (SortKey.STATUS, lambda row: row.status),
        (SortKey.OWNER, lambda row: row.owner or ""),
        (SortKey.RECEIVED, lambda row: row.received),
    ],
)
def test_every_column_sorts_both_ways(queue, sort, value):
    up = queue.queue(QueueFilter(sort=sort, descending=False)).rows
    down = queue.queue(QueueFilter(sort=sort, descending=True)).rows

    assert [value(row) for row in up] == sorted(value(row) for row in up)
    assert [value(row) for row in down] == sorted((value(row) for row in down), reverse=True)


def test_suggestions_sort_by_how_much_they_ask_for(queue):
    query = QueueFilter(sort=SortKey.SUGGESTION, descending=True, owner=Owner.NOBODY)

    found = [row.recommendation for row in queue.queue(query).rows]

    assert found == [
        Recommendation.REFER_SIU,
        Recommendation.ENHANCED_REVIEW,
        Recommendation.STANDARD_REVIEW,
        Recommendation.FAST_TRACK,
        None,
        None,
    ]


def test_a_late_report_is_flagged_by_the_measure_of_its_line(queue):
    late = queue.queue(QueueFilter(claim_type=ClaimType.PROPERTY)).rows[0]

    assert late.flag == "Late report"


@pytest.mark.usefixtures("queue")
def test_a_page_takes_two_statements(shared_database, maya):
    engine = shared_database.engine_as(maya)
    service = ClaimService(shared_database.sessions_as(maya), maya)
    service._sessions.configure(bind=engine)

    with statements(engine) as sent:
        service.queue(QueueFilter(text="claimant", owner=Owner.ME_OR_NOBODY))

    assert len(sent) == 2


@pytest.mark.parametrize("owner", [Owner.ME, Owner.NOBODY, Owner.ME_OR_NOBODY])
def test_a_queue_is_found_by_index_under_row_level_security(shared_database, maya, owner):
    statement = page(QueueFilter(owner=owner, claim_type=ClaimType.MOTOR), maya, None, 200)
    dialect: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    compiled = statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True})

    with shared_database.connect_as(maya).cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        cursor.execute(f"EXPLAIN {compiled}")
        plan = "\n".join(line for (line,) in cursor.fetchall())

    assert "Seq Scan on claims_claim  (cost" not in plan


@pytest.mark.usefixtures("queue")
def test_investigators_see_referred_claims_of_every_region(shared_database):
    sam = a_person(shared_database, siu=True, region="west")

    page = ClaimService(shared_database.sessions_as(sam), sam).queue(QueueFilter())

    assert page.total == page.counts.referred


@pytest.mark.usefixtures("queue")
def test_a_supervisor_sees_the_desk_with_all_its_owners(shared_database):
    lead = a_person(shared_database, supervisor=True)

    page = ClaimService(shared_database.sessions_as(lead), lead).queue(QueueFilter())

    assert {row.owner for row in page.rows} == {None, "Maya Chen", "Tom Reyes"}


@pytest.mark.usefixtures("queue")
def test_an_administrator_reads_every_region_and_line(shared_database):
    admin = a_person(shared_database, "admin")

    page = ClaimService(shared_database.sessions_as(admin), admin).queue(QueueFilter())

    assert {98, 97, 99} <= set(scores(page))


def test_a_user_has_no_queue(shared_database):
    user = an_identity("user")

    with pytest.raises(NotAllowed, match="Ask an administrator"):
        ClaimService(shared_database.owner_sessions(), user).queue(QueueFilter())


@pytest.fixture
def away(database: Database) -> tuple[ClaimService, int, Identity]:
    """A claim of Maya's that is put away for three days, beside one that is not."""
    maya = a_person(database, full_name="Maya Chen")
    a_claim(database, "in_review", assigned_to=maya.id)
    claim = a_claim(database, "in_review", assigned_to=maya.id)
    sessions = database.sessions_as(maya)
    until = today() + timedelta(days=3)
    DeskWorkService(sessions, maya).put_away(claim, until, "The garage answers then.")
    return ClaimService(sessions, maya), claim, maya


def test_what_is_put_away_is_left_out_and_found_by_its_filter(away):
    service, claim, _maya = away

    left, found, both = (service.queue(QueueFilter(diary=diary)) for diary in Diary)

    assert [row.id for row in found.rows] == [claim]
    assert claim not in {row.id for row in left.rows}
    assert (left.total, found.total, both.total) == (1, 1, 2)
    assert left.counts.mine == 1
    assert found.rows[0].flag.startswith("Put away until")


def test_a_search_finds_what_is_put_away(database, away):
    service, claim, _maya = away
    number = database.value("SELECT claim_number FROM claims_claim WHERE id = %s", claim)

    page = service.queue(QueueFilter(text=number))

    assert [row.id for row in page.rows] == [claim]


def test_a_claim_put_away_is_back_on_its_day_before_the_worker_wakes_it(database, away):
    service, claim, _maya = away
    database.run("UPDATE claims_claim SET diary_until = %s WHERE id = %s", today(), claim)

    ready, away_still = (
        {row.id for row in service.queue(QueueFilter(diary=diary)).rows}
        for diary in (Diary.READY, Diary.PUT_AWAY)
    )

    assert claim in ready
    assert claim not in away_still
