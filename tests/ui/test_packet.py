"""The packet of a referral: made by those who investigate, whole, and told in the history."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
from PySide6.QtWidgets import QFileDialog

from app.access import Identity
from app.services.packet import NOT_YOURS
from app.ui.claim.pane import ClaimPane
from app.ui.packet import PacketSaver
from tests.documents import Archive, archive
from tests.factories import a_model, a_person, a_receipt
from tests.server import Database, ask
from tests.services import papers
from tests.ui.conftest import RunNow
from tests.ui.desk import Desks, a_claim_of

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def held(database: Database, tmp_path: Path) -> Iterator[Archive]:
    with archive(database, tmp_path / "objects") as made:
        yield made


@pytest.fixture
def desks(database: Database, run_now: RunNow) -> Iterator[Desks]:
    made = Desks(database, run_now)
    yield made
    made.close()


@pytest.fixture
def ines(database: Database) -> Identity:
    return a_person(database, siu=True, full_name="Ines Duarte")


def referred(database: Database, **changes: object) -> int:
    told = {"siu_status": "referred", "status_reason": "late_report"} | changes
    claim = a_claim_of(
        database, "Oliver Zielinski", 87, status="siu_review", policy_expiry="2026-03-10", **told
    )
    ask(database.connect_worker(), "SELECT record_score(%s, %s)", claim, a_receipt())
    return claim


def make(desks: Desks, held: Archive, person: Identity, tasks: RunNow, path: Path) -> ClaimPane:
    """Press the command on the claim on show and choose a place."""
    page = desks.open(person)
    documents = held.desk_of(person)
    saver = PacketSaver(page.pane, page.desk.packets, documents, tasks)
    saver.make()
    for dialog in page.pane.findChildren(QFileDialog):
        dialog.fileSelected.emit(str(path))
        dialog.close()
    return page.pane


def test_a_packet_holds_cover_score_and_papers_with_their_digests(
    database: Database, desks: Desks, held: Archive, run_now: RunNow, ines, tmp_path: Path
):
    a_model(database)
    claim = referred(database)
    maya = a_person(database)
    database.run("UPDATE claims_claim SET assigned_to = %s WHERE id = %s", maya.id, claim)
    bill = papers.a_pdf(tmp_path / "bill.pdf", [["Parts and labour"]])
    held.add_clean(maya, claim, bill)
    path = tmp_path / "referral.zip"

    make(desks, held, ines, run_now, path)

    with zipfile.ZipFile(path) as packet:
        manifest = json.loads(packet.read("manifest.json"))
        names = [entry["name"] for entry in manifest["files"]]
        assert names == ["packet.pdf", "score.json", "documents/001-bill.pdf"]
        assert set(packet.namelist()) == {*names, "manifest.json"}
        for entry in manifest["files"]:
            assert hashlib.sha256(packet.read(entry["name"])).hexdigest() == entry["sha256"]
        assert manifest["files"][2]["kept_sha256"] == manifest["files"][2]["sha256"]
        assert packet.read("packet.pdf").startswith(b"%PDF")
        assert json.loads(packet.read("score.json"))["receipt"]["features"] == {"amount": 1250.0}


def test_the_cover_speaks_of_indicators_and_accuses_nobody(database: Database, desks: Desks, ines):
    a_model(database)
    claim = referred(database)

    html = desks.open(ines).desk.packets.draft(claim).html

    assert "indicators consistent with the reasons below" in html
    assert "Days from the loss to the policy&#39;s end: 8" in html
    assert "Oliver Zielinski" in html
    assert "fraud" not in html.lower()


def test_making_a_packet_is_told_in_the_history_and_undoes_no_undo(
    database: Database, desks: Desks, ines
):
    a_model(database)
    claim = referred(database)

    page = desks.open(ines)
    page.desk.packets.draft(claim)
    page.pane.refresh()

    told = database.run("SELECT actor_id, detail FROM claims_event WHERE kind = 'exported'")
    assert told == [(ines.id, {"what": "packet"})]
    shown = page.pane.detail
    assert shown is not None
    assert any("packet" in event.text for event in shown.events)


def test_an_adjuster_makes_no_packet_neither_at_the_desk_nor_in_sql(
    database: Database, desks: Desks, held: Archive, run_now: RunNow, tmp_path: Path
):
    a_model(database)
    maya = a_person(database)
    claim = referred(database, assigned_to=maya.id)
    said: list[str] = []
    page = desks.open(maya)
    page.pane.refused.connect(said.append)

    PacketSaver(page.pane, page.desk.packets, held.desk_of(maya), run_now).make()

    assert said == [NOT_YOURS]
    with pytest.raises(psycopg2.Error, match="Investigators and supervisors"):
        ask(database.connect_as(maya), "SELECT begin_packet(%s)", claim)


def test_a_claim_that_was_not_referred_has_no_packet(database: Database):
    lead = a_person(database, supervisor=True)
    claim = a_claim_of(database, "Oliver Zielinski", 87)

    with pytest.raises(psycopg2.Error, match="was not referred"):
        ask(database.connect_as(lead), "SELECT begin_packet(%s)", claim)


def test_the_menu_of_an_investigator_holds_the_packet_with_its_key(
    database: Database, desks: Desks, ines
):
    a_model(database)
    referred(database)
    header = desks.open(ines).pane.header
    made: list[bool] = []

    header.offer_packet(lambda: made.append(True))
    header.show_actions({})
    entry = next(one for one in header.menu().actions() if one.text().startswith("SIU packet"))
    entry.trigger()

    assert entry.text() == "SIU packet\tCtrl Shift P"
    assert header.more.isVisibleTo(header)
    assert made == [True]


def test_the_menu_of_an_adjuster_holds_no_packet(database: Database, desks: Desks):
    a_claim_of(database, "Oliver Zielinski", 87)
    header = desks.open(a_person(database)).pane.header

    assert not [one for one in header.menu().actions() if one.text().startswith("SIU packet")]
