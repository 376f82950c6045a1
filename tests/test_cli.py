"""What a person reads when a command fails, and that every command answers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app import cli
from app.errors import AppError, BadFile, BadModel, Invalid
from app.progress import Cancelled

ROOT = Path(cli.__file__).parent.parent


def code_of(error: BaseException) -> int:
    def work() -> int:
        raise error

    return cli.guarded(work)


@pytest.mark.parametrize("command", ["", *(command.name for command in cli.COMMANDS)])
def test_every_command_explains_itself(command: str, capsys):
    with pytest.raises(SystemExit) as leaving:
        cli.main([*command.split(), "--help"])

    assert leaving.value.code == 0
    assert "usage: python -m app" in capsys.readouterr().out


def test_commands_for_the_servers_alone_are_not_listed(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--help"])

    assert "sample" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadFile("Row 3 is bad."), 2),
        (BadModel("The model is damaged."), 2),
        (Invalid("Give a label."), 2),
        (AppError("The disk is full."), 1),
        (KeyboardInterrupt(), 130),
        (Cancelled(), 130),
    ],
)
def test_a_failure_is_one_sentence_and_a_code(error: BaseException, code: int, capsys):
    assert code_of(error) == code

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1


def test_the_unexpected_goes_to_the_log_and_not_to_the_person(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    code = code_of(ZeroDivisionError("inner secret"))

    said = capsys.readouterr().err
    log = Path(said.rsplit(" ", 1)[1].strip().removesuffix("."))
    assert code == 1
    assert "inner secret" not in said
    assert "ZeroDivisionError: inner secret" in log.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["score"], "FILE, --model, --out"),
        (["fly"], "invalid choice: 'fly'"),
        (["evaluate", "f.csv", "--label", "y", "--folds", "1"], "two folds or more"),
        (["--workspace", "a", "--profile", "b"], "not allowed with"),
    ],
)
def test_a_wrong_call_is_answered_in_one_sentence(arguments: list[str], words: str, capsys):
    with pytest.raises(SystemExit) as leaving:
        cli.main(arguments)

    said = capsys.readouterr().err
    assert leaving.value.code == 2
    assert words in said
    assert said.count("\n") == 1


def test_columns_to_drop_may_be_given_together_or_one_by_one():
    parse = cli.build_parser().parse_args

    together = parse(["train", "f", "--label", "y", "--out", "m", "--drop", "a", "b"])
    one_by_one = parse(["train", "f", "--label", "y", "--out", "m", "--drop", "a", "--drop", "b"])

    assert together.drop == one_by_one.drop == ["a", "b"]


def test_a_server_without_a_database_address_says_what_to_set(monkeypatch, capsys):
    monkeypatch.delenv("PRECEDENT_DSN", raising=False)

    code = cli.main(["db", "check"])

    assert code == 1
    assert "PRECEDENT_DSN" in capsys.readouterr().err


def test_the_command_line_starts_without_the_heavy_libraries():
    heavy = ["numpy", "pandas", "sklearn", "scipy", "sqlalchemy", "PySide6", "alembic"]
    program = "import sys, json, app.cli; app.cli.build_parser(); print(json.dumps([*sys.modules]))"

    asked = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True
    )

    assert set(json.loads(asked.stdout)) & set(heavy) == set()
