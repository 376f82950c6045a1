"""The documents of the sample portfolio, in the store and in the database."""

import io
from pathlib import Path

import pytest
from PIL import Image

from app.codes import ClaimType
from app.objects import LocalStore, digest_of
from app.sample.documents import documents
from app.sample.loading import load
from app.services.required import needs_of
from tests.sample.portfolios import AS_OF, the_portfolio
from tests.sample.test_loading import SECRET
from tests.server import Database, Server


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> LocalStore:
    return LocalStore(tmp_path_factory.mktemp("objects"))


@pytest.fixture(scope="module")
def loaded(server: Server, store: LocalStore):
    made = server.create()
    assert load(made.owner_dsn, password_hash=SECRET, as_of=AS_OF, store=store)
    yield made
    made.drop()


def test_every_row_has_its_object_and_every_object_its_row(loaded: Database, store: LocalStore):
    rows = dict(loaded.run("SELECT object_key, sha256 FROM claims_document_version"))

    assert set(store.keys()) == set(rows)
    for key, sha256 in rows.items():
        with store.open(key) as content:
            assert digest_of(content) == sha256


def test_documents_stand_for_their_newest_versions(loaded: Database):
    stale = loaded.value(
        "SELECT count(*) FROM claims_document d LEFT JOIN claims_document_version v"
        " ON v.document_id = d.id AND v.number = d.newest"
        " WHERE (d.name, d.file_path, d.status) IS DISTINCT FROM (v.name, v.object_key, v.state)"
    )

    assert stale == 0
    assert loaded.value("SELECT max(newest) FROM claims_document") == 2
    assert loaded.value("SELECT count(DISTINCT claim_id) FROM claims_document") >= 20


def test_the_history_tells_of_the_documents_in_the_order_of_time(loaded: Database):
    added = loaded.value("SELECT count(*) FROM claims_event WHERE kind = 'document'")
    disordered = loaded.value(
        "SELECT count(*) FROM claims_event e JOIN claims_event later USING (claim_id)"
        " WHERE later.seq > e.seq AND later.at < e.at AND later.kind = 'document'"
    )

    assert added == loaded.value("SELECT count(*) FROM claims_document_version")
    assert disordered == 0


def test_one_photo_is_used_in_two_claims(loaded: Database):
    used = loaded.run(
        "SELECT count(DISTINCT claim_id) FROM claims_document_version"
        " WHERE media_type = 'image/jpeg' GROUP BY sha256 HAVING count(*) > 1"
    )

    assert used == [(2,)]


def test_the_recipe_makes_the_same_files_again(tmp_path: Path):
    made = the_portfolio().open
    scores = [float(len(claim.description)) for claim in made]

    first, second = documents(made, scores), documents(made, scores)

    assert [item.content for item in first] == [item.content for item in second]
    assert {item.type for item in first} >= {"photo", "estimate", "police_report", "statement"}


def test_a_photo_tells_when_it_was_taken():
    made = the_portfolio().open
    photo = next(item for item in documents(made, [1.0] * len(made)) if item.type == "photo")

    with Image.open(io.BytesIO(photo.content)) as image:
        taken = image.getexif()[306]

    assert taken.startswith(f"{made[photo.claim].loss_date:%Y:%m:%d}")


def test_notes_lie_on_the_words_they_are_about_and_their_authors_work_here(loaded: Database):
    rows = loaded.run(
        "SELECT a.kind, a.page, jsonb_array_length(a.boxes), u.role FROM claims_annotation a"
        " JOIN claims_document_version v ON (v.document_id, v.number) = (a.document_id, a.number)"
        " AND v.state = 'clean' JOIN auth_user u ON u.id = a.author_id"
    )

    assert {kind for kind, *_ in rows} == {"note", "highlight", "tag"}
    assert all(row[1:] == (0, 1, "staff") for row in rows)
    assert len(rows) == loaded.value("SELECT count(*) FROM claims_annotation") >= 30


def test_what_some_claims_do_without_is_needed_and_did_not_come(loaded: Database):
    rows = loaded.run(
        "SELECT w.document_type, c.claim_type, c.cause, c.amount, w.reason, u.role,"
        " EXISTS (SELECT FROM claims_document d"
        "         WHERE (d.claim_id, d.document_type) = (c.id, w.document_type))"
        " FROM claims_document_waiver w JOIN claims_claim c ON c.id = w.claim_id"
        " JOIN auth_user u ON u.id = w.waived_by"
    )

    assert rows
    for kind, line, cause, amount, reason, role, came in rows:
        assert kind in {need.type for need in needs_of(ClaimType(line), cause, amount)}
        assert (role, came) == ("staff", False)
        assert reason
