"""What `doctor` adds on a machine of the servers: the bucket and the scanner it is told of."""

import pytest

from app.objects import Bucket, S3Store
from app.server_checks import examine_servers
from tests.clamd import clamd
from tests.seaweed import ACCESS, SECRET, Seaweed


@pytest.fixture
def credentials(seaweed: Seaweed, monkeypatch: pytest.MonkeyPatch) -> Seaweed:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", ACCESS)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    return seaweed


def test_a_bucket_that_keeps_documents_passes_and_another_fails(credentials: Seaweed):
    S3Store(Bucket("doctored"), credentials.client()).prepare()
    own = {"PRECEDENT_S3_ENDPOINT": credentials.endpoint, "PRECEDENT_S3_REGION": "us-east-1"}

    (good,) = examine_servers({**own, "PRECEDENT_S3_BUCKET": "doctored"})
    (absent,) = examine_servers({**own, "PRECEDENT_S3_BUCKET": "absent"})

    assert (good.good, good.found) == (True, "doctored keeps documents as it should")
    assert not absent.good


def test_a_scanner_is_asked_whether_it_is_there():
    with clamd() as scanner:
        named = {"PRECEDENT_CLAMD": scanner.address}

        (there,) = examine_servers(named)
    (away,) = examine_servers(named)

    assert (there.good, away.good) == (True, False)
    assert "documents wait until it does" in away.found


def test_a_workstation_is_told_of_neither():
    assert list(examine_servers({})) == []
