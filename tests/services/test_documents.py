"""Documents as a desk sends, lists, opens and restores them, over a real service and database."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.access import Identity
from app.codes import DocumentState, DocumentType
from app.errors import BadFile, Conflict, NotAllowed, NotFound, Refused
from app.services.document_views import MatchView
from app.services.transfers import Altered
from tests.documents import PAGE, Archive, a_file, archive, bucket_archive
from tests.factories import a_claim, a_person
from tests.hostile import pdf, picture
from tests.server import Database


@pytest.fixture(scope="module", params=["directory", "bucket"])
def held(
    request: pytest.FixtureRequest,
    shared_database: Database,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Archive]:
    if request.param == "directory":
        with archive(shared_database, tmp_path_factory.mktemp("objects")) as made:
            yield made
    else:
        seaweed = request.getfixturevalue("seaweed")
        with bucket_archive(shared_database, seaweed, versions=False) as made:
            yield made


@pytest.fixture(scope="module")
def adjuster(shared_database: Database) -> Identity:
    return a_person(shared_database)


@pytest.fixture
def claim(shared_database: Database, adjuster: Identity) -> int:
    return a_claim(shared_database, "in_review", assigned_to=adjuster.id)


def told_of(database: Database, claim: int, kind: str) -> list[dict[str, Any]]:
    statement = "SELECT detail FROM claims_event WHERE claim_id = %s AND kind = %s ORDER BY seq"
    return [detail for (detail,) in database.run(statement, claim, kind)]


def test_a_file_that_was_added_is_listed_checked_and_opened(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    desk = held.desk_of(adjuster)

    added = desk.add(claim, a_file(tmp_path), DocumentType.POLICE_REPORT).document
    checked = held.check()

    (listed,) = desk.list(claim)
    opened = desk.open(listed.newest.id)
    assert added.newest.state is DocumentState.RECEIVED
    assert checked >= 1
    assert (listed.type, listed.newest.name) == (DocumentType.POLICE_REPORT, "report.pdf")
    assert listed.newest.by == adjuster.full_name
    assert opened.data == PAGE


def test_every_opening_is_in_the_claim_s_history(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))
    desk = held.desk_of(adjuster)

    desk.open(version)
    desk.open(version)

    looks = told_of(held.database, claim, "opened")
    assert [look["name"] for look in looks] == ["report.pdf", "report.pdf"]


def test_what_is_not_checked_yet_is_not_opened_s30(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    desk = held.desk_of(adjuster)
    added = desk.add(claim, a_file(tmp_path), DocumentType.PHOTO)

    with pytest.raises(Refused, match="still being checked"):
        desk.open(added.document.newest.id)

    assert told_of(held.database, claim, "opened") == []


@pytest.mark.parametrize("forged", [b"% 2", b"%", b"% much longer"])
def test_an_altered_object_is_never_shown_s29(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path, forged: bytes
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path, content=pdf(b"% 1")))
    held.alter(version, pdf(forged))

    with pytest.raises(Altered, match="altered"):
        held.desk_of(adjuster).open(version)


def test_a_new_version_is_the_newest_and_an_older_one_can_be_restored(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    desk = held.desk_of(adjuster)
    first = desk.add(claim, a_file(tmp_path, "a.pdf"), DocumentType.ESTIMATE).document
    second = a_file(tmp_path, "b.pdf", pdf(b"% 3"))
    held.check()
    held.add_clean(adjuster, claim, second, replaces=first.id)

    restored = desk.restore(first.id, 1, newest=2)

    assert [version.number for version in desk.versions(first.id)] == [3, 2, 1]
    assert desk.open(restored.newest.id).data == PAGE
    assert (restored.newest.name, restored.newest.restored_from) == ("a.pdf", 1)
    acts = [told["act"] for told in told_of(held.database, claim, "document")]
    assert acts == ["added", "clean", "added", "clean", "restored"]


def test_a_restoring_that_overlooks_a_newer_version_is_a_conflict(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    desk = held.desk_of(adjuster)
    document = desk.add(claim, a_file(tmp_path), DocumentType.ESTIMATE).document
    held.check()
    held.add_clean(adjuster, claim, a_file(tmp_path, "b.pdf", pdf(b"% 4")), replaces=document.id)

    with pytest.raises(Conflict, match="newer version"):
        desk.restore(document.id, 1, newest=1)


def test_a_saved_copy_is_the_document(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))

    held.desk_of(adjuster).save(version, tmp_path / "copy.pdf")

    assert (tmp_path / "copy.pdf").read_bytes() == PAGE


def test_an_empty_file_is_not_sent(held: Archive, adjuster: Identity, claim: int, tmp_path: Path):
    with pytest.raises(BadFile, match="empty"):
        held.desk_of(adjuster).add(claim, a_file(tmp_path, content=b""), DocumentType.PHOTO)


def test_a_file_beyond_the_limit_is_refused(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    path = a_file(tmp_path, "large.txt", b"x" * 26 * 2**20)

    with pytest.raises(Refused, match="up to 25 MB"):
        held.desk_of(adjuster).add(claim, path, DocumentType.PHOTO)


def test_a_document_is_out_of_sight_with_its_claim(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    version = held.add_clean(adjuster, claim, a_file(tmp_path))
    (document,) = held.desk_of(adjuster).list(claim)
    stranger = held.desk_of(a_person(held.database))

    assert stranger.list(claim) == ()
    with pytest.raises(NotFound):
        stranger.versions(document.id)
    with pytest.raises(NotFound):
        stranger.open(version)
    with pytest.raises(NotAllowed):
        stranger.add(claim, a_file(tmp_path), DocumentType.PHOTO)


def test_a_user_sees_what_the_user_sent_and_not_what_colleagues_add(
    held: Archive, adjuster: Identity, tmp_path: Path
):
    user = a_person(held.database, "user")
    claim = a_claim(held.database, "in_review", user_id=user.id, assigned_to=adjuster.id)
    own = held.add_clean(user, claim, a_file(tmp_path, "own.pdf"))
    foreign = held.add_clean(adjuster, claim, a_file(tmp_path, "report.pdf", pdf(b"% 5")))
    desk = held.desk_of(user)

    assert [document.newest.name for document in desk.list(claim)] == ["own.pdf"]
    assert desk.open(own).data == PAGE
    with pytest.raises(NotFound):
        desk.open(foreign)


def test_a_file_that_a_stranger_would_hide_something_in_is_not_sent(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    with pytest.raises(BadFile, match="a program"):
        held.desk_of(adjuster).add(
            claim, a_file(tmp_path, "report.pdf", b"MZ" + bytes(99)), DocumentType.PHOTO
        )

    assert held.desk_of(adjuster).list(claim) == ()


def test_what_a_password_protects_is_sent_with_a_word_and_kept_in_quarantine(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    locked = pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 9 0 R")
    desk = held.desk_of(adjuster)

    added = desk.add(claim, a_file(tmp_path, content=locked), DocumentType.INVOICE)
    held.check()

    (listed,) = desk.list(claim)
    assert "password" in added.notice
    assert listed.newest.state is DocumentState.QUARANTINED
    with pytest.raises(Refused, match="quarantine"):
        desk.open(listed.newest.id)


def test_a_photo_used_in_another_claim_is_told_and_what_is_out_of_sight_is_only_counted(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    owner = {"assigned_to": adjuster.id}
    mine = a_claim(held.database, "in_review", **owner)
    hidden = a_claim(held.database, "in_review", assigned_to=a_person(held.database).id)
    whole = picture(size=(640, 480), seed=40 + claim)
    smaller = io.BytesIO()
    with Image.open(io.BytesIO(whole)) as image:
        image.resize((320, 240)).save(smaller, "JPEG", quality=60)
    version = held.add_clean(adjuster, claim, a_file(tmp_path, "a.jpg", whole))
    held.add_clean(adjuster, mine, a_file(tmp_path, "b.jpg", smaller.getvalue()))
    colleague = a_person(held.database, supervisor=True)
    held.add_clean(colleague, hidden, a_file(tmp_path, "c.jpg", whole))

    (match,) = held.desk_of(adjuster).matches(claim)

    number = held.database.value("SELECT claim_number FROM claims_claim WHERE id = %s", mine)
    assert match == MatchView(version, same=True, claims=(number,), hidden=1)


def test_more_documents_than_usual_are_taken_with_a_word(
    held: Archive, adjuster: Identity, claim: int, tmp_path: Path
):
    desk = held.desk_of(adjuster)
    held.database.run("UPDATE claims_document_policy SET per_claim = 1")

    first = desk.add(claim, a_file(tmp_path, "a.pdf"), DocumentType.OTHER)
    second = desk.add(claim, a_file(tmp_path, "b.pdf", pdf(b"% 6")), DocumentType.OTHER)

    held.database.run("UPDATE claims_document_policy SET per_claim = 200")
    assert first.notice == ""
    assert "more than the usual" in second.notice
