"""Group facts come in from a table, by an administrator with a fresh code, and never come out."""

from pathlib import Path

import psycopg2
import pytest

from app.access import Identity
from app.errors import BadFile, CodeNeeded, Invalid, NotAllowed, Refused
from app.services.fairness import FairnessService
from app.services.groups import GroupService, GroupsLoaded
from app.services.registry import Registry
from tests.factories import a_claim, a_person, an_identity
from tests.server import Database, ask
from tests.services.registers import with_code


@pytest.fixture
def ada(database: Database) -> Identity:
    ada = a_person(database, "admin", full_name="Ada Whitfield")
    with_code(database, ada)
    return ada


@pytest.fixture
def service(database: Database, ada: Identity) -> GroupService:
    return GroupService(database.sessions_as(ada), ada)


@pytest.fixture
def numbers(database: Database) -> list[str]:
    claims = [a_claim(database, "triaged") for _ in range(3)]
    found = database.run("SELECT claim_number FROM claims_claim WHERE id = ANY (%s)", claims)
    return [number for (number,) in found]


def a_table(place: Path, *lines: str) -> Path:
    place.write_text("\n".join(lines), "utf-8")
    return place


def kept(database: Database) -> list[tuple[str, str]]:
    found = database.run("SELECT grouping, value FROM claims_group ORDER BY 1, 2")
    return [(grouping, value) for grouping, value in found]


def test_the_facts_of_a_table_are_taken_and_those_without_a_claim_are_counted(
    database, service, numbers, tmp_path
):
    first, second, _ = numbers
    table = a_table(
        tmp_path / "groups.csv",
        "Claim number,Age,Sex,Shoe size",
        f"{first},30 to 44,Women,38",
        f"{second},,Men,44",
        "NO-SUCH-CLAIM,45 to 59,Men,44",
    )

    loaded = service.load(table)

    assert loaded == GroupsLoaded(told=5, taken=3)
    assert loaded.words == "3 of 5 group facts were taken; 2 had no claim here"
    assert kept(database) == [("age", "30 to 44"), ("sex", "Men"), ("sex", "Women")]


def test_what_is_told_later_replaces_what_was_told(database, service, numbers, tmp_path):
    for value in ("30 to 44", "45 to 59"):
        table = a_table(tmp_path / "groups.csv", "claim_number,age", f"{numbers[0]},{value}")
        assert service.load(table).words == "1 group fact was taken"

    assert kept(database) == [("age", "45 to 59")]


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        (("number,age", "A,30 to 44"), Invalid),
        (("claim_number,shoe size", "A,38"), Invalid),
        (("claim_number,age", "A,"), Invalid),
        (("claim_number,age",), BadFile),
    ],
)
def test_a_table_that_tells_no_group_is_refused_in_words(
    database, service, tmp_path, lines: tuple[str, ...], error: type[Exception]
):
    with pytest.raises(error) as raised:
        service.load(a_table(tmp_path / "groups.csv", *lines))

    assert str(raised.value).endswith(".")
    assert kept(database) == []


def test_a_group_with_too_long_a_name_takes_none_of_the_table(database, service, numbers, tmp_path):
    rows = (f"{numbers[0]},Men,30 to 44", f"{numbers[1]},{'x' * 41},30 to 44")

    with pytest.raises(Refused, match="40 letters"):
        service.load(a_table(tmp_path / "groups.csv", "claim_number,sex,age", *rows))

    assert kept(database) == []


def test_without_a_fresh_code_or_as_another_role_nothing_comes_in(
    database, service, ada, numbers, tmp_path
):
    table = a_table(tmp_path / "groups.csv", "claim_number,age", f"{numbers[0]},30 to 44")
    database.run("UPDATE auth.refresh_token SET otp_at = now() - interval '1 hour'")

    with pytest.raises(CodeNeeded):
        service.load(table)
    with pytest.raises(NotAllowed):
        GroupService(database.owner_sessions(), an_identity(analyst=True)).load(table)

    load = "SELECT load_groups('{A}', 'age', '{B}')"
    for connection in (
        database.connect_as(a_person(database, analyst=True, supervisor=True)),
        database.connect_worker(),
    ):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(connection, load)
    assert kept(database) == []


def test_nobody_reads_a_fact_of_one_claim_again(database, service, ada, numbers, tmp_path):
    table = a_table(tmp_path / "groups.csv", "claim_number,age", f"{numbers[0]},30 to 44")
    service.load(table)

    for connection in (database.connect_as(ada), database.connect_worker()):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(connection, "SELECT * FROM claims_group")


def test_who_brings_facts_in_and_who_looks_at_their_figures_is_on_record(
    database, service, ada, numbers, tmp_path
):
    service.load(a_table(tmp_path / "groups.csv", "claim_number,age", f"{numbers[0]},30 to 44"))
    fairness = FairnessService(database.sessions_as(ada), ada)

    for line in ("", "", "health"):
        fairness.look("age", line=line)

    events = database.run(
        "SELECT kind, actor_id, detail - 'since' FROM ml_engine_event ORDER BY id"
    )
    assert events == [
        ("groups_loaded", ada.id, {"grouping": "age", "told": 1, "taken": 1}),
        ("fairness_read", ada.id, {"grouping": "age", "line": ""}),
        ("fairness_read", ada.id, {"grouping": "age", "line": "health"}),
    ]
    assert Registry(database.sessions_as(ada), ada).versions().history == ()
