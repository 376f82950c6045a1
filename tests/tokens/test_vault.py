"""The keys outside the database: what is stored is encrypted, bound to its row, and moves on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
import pytest

from app.cli import main
from app.database import engine
from app.errors import AppError
from app.tokens.codes import OneTimeCodes
from app.tokens.hidden import code_row, open_vault
from app.tokens.keys import Access, Keys
from app.tokens.vault import NOTICE, Tampered, Undecipherable, Vault, VaultKey, add_key
from tests.factories import a_person
from tests.server import Database
from tests.token_service import KEY, SECRET, code_of, write_keys
from tests.tokens.test_key_ring import ACCESS

STORED = (
    "SELECT secret FROM auth.otp WHERE secret IS NOT NULL UNION ALL"
    " SELECT pending FROM auth.otp WHERE pending IS NOT NULL UNION ALL"
    " SELECT private_pem FROM auth.signing_key"
)


@pytest.fixture
def served(database: Database):
    made = engine(database.tokens_dsn, pool_size=2)
    yield made
    made.dispose()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tokens.keys"


def stored(database: Database) -> list[str]:
    return [value for (value,) in database.run(STORED)]


def name_of(value: str) -> str:
    return value.split(".")[1]


def yesterday(path: Path) -> None:
    """Let every key of the file be older by what a new one waits."""
    keys = [VaultKey(key.made - NOTICE, key.value) for key in Vault(path).keys]
    path.write_text("".join(key.line for key in keys))


def test_the_first_start_makes_a_key_that_its_owner_alone_may_read(served, path: Path):
    vault = open_vault(served, path)

    assert path.stat().st_mode & 0o777 == 0o600
    assert [len(key.value) for key in vault.keys] == [32]
    assert open_vault(served, path).current.value == vault.current.value


def test_nothing_that_the_service_stores_can_be_read_in_a_copy_of_the_database(
    served, database: Database, path: Path
):
    vault = open_vault(served, path)
    codes, person = OneTimeCodes(served, vault), a_person(database, "admin").id
    Keys(served, vault)
    first = codes.prepare(person, "ada")["secret"]
    codes.confirm(person, pyotp.TOTP(first).now())
    second = codes.prepare(person, "ada")["secret"]

    values = stored(database)

    assert len(values) == 3
    assert {name_of(value) for value in values} == {vault.current.name}
    assert [v for v in values for plain in (first, second, "PRIVATE KEY") if plain in v] == []


def test_what_an_older_version_stored_in_clear_is_encrypted_at_the_next_start(
    served, database: Database, path: Path
):
    person = a_person(database, "admin").id
    database.run("INSERT INTO auth.otp (user_id, secret) VALUES (%s, %s)", person, SECRET)

    vault = open_vault(served, path)

    assert {name_of(value) for value in stored(database)} == {vault.current.name}
    OneTimeCodes(served, vault).use(person, code_of())


def test_without_its_keys_an_encrypted_database_is_not_served(
    served, database: Database, path: Path
):
    Keys(served, open_vault(served, path))
    before = stored(database)
    path.unlink()

    with pytest.raises(AppError, match="Restore that file"):
        open_vault(served, path)
    assert not path.exists()
    with pytest.raises(AppError, match="Restore that file"):
        open_vault(served, write_keys(path))

    assert stored(database) == before


def test_a_value_is_good_in_its_own_row_alone(path: Path):
    vault = Vault(write_keys(path))
    hidden = vault.encrypt(SECRET, row=code_row(1))

    assert vault.decrypt(hidden, row=code_row(1)) == SECRET
    for value, row in ((hidden, code_row(2)), (SECRET, code_row(1)), (hidden[:-4], code_row(1))):
        with pytest.raises(Tampered):
            vault.decrypt(value, row=row)
    with pytest.raises(Undecipherable):
        vault.decrypt("v1.0123456789ab.AAAA", row=code_row(1))


def test_a_secret_that_was_put_into_the_database_opens_nothing(
    served, database: Database, path: Path, expected_log: list[str]
):
    expected_log.append("otp [0-9]+ is not encrypted")
    codes, person = OneTimeCodes(served, open_vault(served, path)), a_person(database).id
    database.run("INSERT INTO auth.otp (user_id, secret) VALUES (%s, %s)", person, SECRET)

    with pytest.raises(Exception, match="one-time code is wrong"):
        codes.use(person, code_of())


def test_a_new_key_encrypts_after_a_day_and_everything_moves_to_it_without_a_restart(
    served, database: Database, path: Path
):
    keys = Keys(served, open_vault(served, path))
    token, (before,) = keys.sign(ACCESS), stored(database)
    added = add_key(path)
    keys.ring._reload()
    (same,) = stored(database)

    yesterday(path)
    keys.ring._reload()

    (after,) = stored(database)
    assert same == before
    assert name_of(after) == added.name != name_of(before)
    assert keys.verify(token) == ACCESS


def test_a_service_finds_a_key_that_came_into_its_file_meanwhile(path: Path):
    behind = Vault(write_keys(path))
    add_key(path)
    yesterday(path)
    hidden = Vault(path).encrypt(SECRET, row=code_row(1))

    assert behind.decrypt(hidden, row=code_row(1)) == SECRET


def test_an_old_key_may_go_once_nothing_is_encrypted_with_it(
    served, database: Database, path: Path
):
    Keys(served, open_vault(served, path))
    added = add_key(path)
    yesterday(path)
    open_vault(served, path)

    path.write_text(added.line)

    Keys(served, open_vault(served, path)).sign(Access(7, "desk", ACCESS.family))
    assert {name_of(value) for value in stored(database)} == {added.name}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [("", "empty"), ("soon", "damaged"), (KEY[:-6], "damaged"), ("2026-01-01 AAAA", "damaged")],
)
def test_a_file_that_holds_no_keys_is_refused_in_a_sentence(
    path: Path, content: str, complaint: str
):
    path.write_text(content)

    with pytest.raises(AppError, match=complaint):
        Vault(path)


def test_the_command_adds_a_key_and_says_from_when_on_it_encrypts(
    path: Path, capsys: pytest.CaptureFixture[str]
):
    write_keys(path)

    code = main(["tokens", "--keys", str(path), "--add-key"])

    told = capsys.readouterr().out
    first, second = Vault(path).keys
    assert code == 0
    assert Vault(path).current == first
    assert abs(second.made - datetime.now(UTC)) < timedelta(minutes=1)
    assert f"{second.made + NOTICE:%d %b %Y, %H:%M} UTC" in told
    assert path.stat().st_mode & 0o777 == 0o600
