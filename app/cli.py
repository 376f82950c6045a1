"""The command line: what can be asked of Precedent, and how a failure is told."""

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from app import commands, file_commands
from app.errors import AppError, BadFile, BadModel, Invalid
from app.progress import Cancelled
from app.settings import MODEL

BAD_INPUT = (BadFile, BadModel, Invalid)


class Parser(argparse.ArgumentParser):
    """A parser that complains in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is, and leave with 2."""
        sentence = message[:1].upper() + message[1:].rstrip(".")
        self.exit(2, f"{sentence}; `{self.prog} --help` shows how.\n")


class Command(NamedTuple):
    """One thing that can be asked for."""

    name: str
    summary: str
    run: Callable[[argparse.Namespace], int]
    describe: Callable[[argparse.ArgumentParser], None]
    listed: bool = True


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    args = build_parser().parse_args(argv)
    return guarded(lambda: int(args.run(args)))


def guarded(work: Callable[[], int]) -> int:
    """Return the code of *work*, telling every failure in one sentence on stderr."""
    try:
        return work()
    except AppError as error:
        _say(error.message)
        return 2 if isinstance(error, BAD_INPUT) else 1
    except (KeyboardInterrupt, Cancelled):
        _say("Stopped.")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - the last line before a person
        _say(f"Something unexpected happened; the details are in {_record(error)}.")
        return 1


def build_parser() -> Parser:
    """Return the parser of every command."""
    parser = Parser(prog="python -m app", description="Claims triage by precedent.")
    parser.set_defaults(run=commands.desktop)
    _describe_desktop(parser)
    adding = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        listed: dict[str, Any] = {"help": command.summary} if command.listed else {}
        inner = adding.add_parser(command.name, description=command.summary, **listed)
        inner.set_defaults(run=command.run)
        command.describe(inner)
    return parser


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _record(error: Exception) -> Path:
    path = _log_directory() / "precedent.log"
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    record = logging.makeLogRecord({"msg": "unexpected error", "levelno": logging.ERROR})
    record.exc_info = (type(error), error, error.__traceback__)
    handler.handle(record)
    handler.close()
    return path


def _log_directory() -> Path:
    from platformdirs import user_log_path

    own = user_log_path("Precedent", appauthor=False)
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir())
    return own if os.access(own, os.W_OK) else Path(tempfile.gettempdir())


def _describe_desktop(parser: argparse.ArgumentParser) -> None:
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--workspace", type=Path, metavar="DIR", help="a workspace of one machine")
    place.add_argument("--profile", type=Path, metavar="FILE", help="a shared installation")


def _describe_tour(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=Path("tour"), metavar="DIR")
    parser.add_argument("--until", default="", metavar="STEP", help="stop after this step")
    parser.add_argument(
        "--workspace", type=Path, metavar="DIR", help="instead of a temporary sample workspace"
    )


def _describe_learning(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="settled claims, CSV or XLSX")
    parser.add_argument("--label", required=True, metavar="COL", help="how each claim ended")
    parser.add_argument(
        "--positive", metavar="V", help="the label's value of claims that were not substantiated"
    )
    parser.add_argument("--id", metavar="COL", help="names the precedents; never a feature")
    parser.add_argument(
        "--drop", nargs="+", action="extend", default=[], metavar="COL", help="never a feature"
    )
    parser.add_argument(
        "--allow-protected", action="store_true", help="learn from personal facts too"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    parser.add_argument(
        "--search", type=_count, default=0, metavar="N", help="try N recipes more, at random"
    )
    parser.add_argument(
        "--severity", action="store_true", help="the label is the amount a claim settled for"
    )


def _describe_train(parser: argparse.ArgumentParser) -> None:
    _describe_learning(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="MODEL")
    parser.add_argument(
        "--verifiable", nargs="+", action="extend", default=[], metavar="COL",
        help="what a person can check: explanations tell what else it could have said",
    )  # fmt: skip
    parser.add_argument("--group", metavar="COL", help="hold the stated rates in each of these")
    parser.add_argument("--sign", type=Path, metavar="KEY", help="an Ed25519 key as PEM")
    parser.set_defaults(verb="train")


def _describe_evaluate(parser: argparse.ArgumentParser) -> None:
    _describe_learning(parser)
    parser.add_argument("--folds", type=_at_least_two, default=5, metavar="N")
    parser.add_argument("--time-column", metavar="COL", help="learn from before, judge after")
    parser.add_argument("--compare", action="store_true", help="measure the usual methods, too")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    parser.set_defaults(verb="evaluate")


def _describe_score(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="claims, CSV or XLSX")
    parser.add_argument("--model", type=Path, required=True, help="a bundle made by train")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="CSV or XLSX")
    parser.add_argument("--explain", action="store_true", help="add the reasons, as JSON")
    parser.add_argument("--trust", type=Path, metavar="KEY", help="whose signature must be there")


def _describe_estimate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="claims, CSV or XLSX")
    parser.add_argument("--model", type=Path, required=True, help="made by train --severity")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="CSV or XLSX")
    parser.add_argument("--trust", type=Path, metavar="KEY", help="whose signature must be there")


def _describe_revise(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL", help="a bundle made by train")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--erase", nargs="+", metavar="ID", help="claims that shall not vote")
    what.add_argument("--dispute", metavar="ID", help="tell whose scores this claim moves")
    what.add_argument("--add", type=Path, dest="file", metavar="FILE", help="claims to join")
    parser.add_argument("--out", type=Path, metavar="MODEL", help="where the revised model goes")
    parser.add_argument("--among", type=Path, metavar="FILE", help="the claims to look at")
    parser.add_argument("--label", metavar="COL", help="how each claim of --add ended")
    parser.add_argument("--positive", metavar="V", help="as for train")
    parser.add_argument("--id", metavar="COL", help="names the claims of --add")
    parser.set_defaults(drop=[])


def _describe_replay(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a file written by score")
    parser.add_argument("--model", type=Path, required=True, help="the bundle that scored it")


def _describe_serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workspace", type=Path, required=True, metavar="DIR")
    parser.add_argument("--sample", action="store_true", help="fill it with the sample portfolio")
    parser.add_argument("--json", action="store_true", help="announce the address as JSON")
    parser.add_argument("--until-idle", action="store_true", help=argparse.SUPPRESS)


def _describe_tokens(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8443)
    _describe_objects(parser)
    parser.add_argument(
        "--keys", type=Path, metavar="FILE", help="what the database is encrypted with"
    )
    parser.add_argument("--add-key", action="store_true", help="add one to the file, and end")


def _describe_nothing(_parser: argparse.ArgumentParser) -> None:
    pass


def _describe_worker(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--seal", type=Path, metavar="FILE", help="where heads are sealed, outside the database"
    )
    _describe_objects(parser)


def _describe_objects(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--objects", type=Path, metavar="DIR", help="where documents lie when no bucket is set up"
    )


def _describe_retrain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workspace", type=Path, metavar="DIR", help="of one machine, being served"
    )
    parser.add_argument("--reason", default="", metavar="TEXT", help="kept with the training")
    parser.add_argument("--waiting", action="store_true", help="only take a training that waits")


def _describe_audit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["verify", "export"])
    parser.add_argument(
        "--workspace", type=Path, metavar="DIR", help="of one machine, being served"
    )
    parser.add_argument("--seal", type=Path, metavar="FILE", help="the worker's seal file")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="where export writes, CSV, XLSX or PDF"
    )


def _describe_db(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["upgrade", "check"])


def _describe_bucket(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["prepare", "check"])


def _describe_init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--username", required=True, metavar="NAME", help="to sign in with")
    parser.add_argument("--full-name", required=True, metavar="NAME", help="as others read it")


def _describe_sample(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["load", "train"])
    parser.add_argument("--out", type=Path, default=MODEL, help="where train writes the bundle")


def _describe_bench(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="*", metavar="NAME", help="all of them by default")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the public data sets are")


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("give 0 or more")
    return number


def _at_least_two(text: str) -> int:
    number = int(text)
    if number < 2:  # noqa: PLR2004 - one fold would leave nothing to learn from
        raise argparse.ArgumentTypeError("give two folds or more")
    return number


COMMANDS = (
    Command("tour", "picture every screen of the real windows", commands.tour, _describe_tour),
    Command("train", "make a model from settled claims", file_commands.train, _describe_train),
    Command("evaluate", "measure a model honestly", file_commands.evaluate, _describe_evaluate),
    Command("score", "score a file of claims", file_commands.score, _describe_score),
    Command("estimate", "estimate amounts for a file", file_commands.estimate, _describe_estimate),
    Command("revise", "change which claims vote", file_commands.revise, _describe_revise),
    Command("replay", "reproduce the scores of a file", file_commands.replay, _describe_replay),
    Command("serve", "run the servers of one machine", commands.serve, _describe_serve),
    Command("tokens", "run the token service alone", commands.tokens, _describe_tokens),
    Command(
        "objects", "prepare or check the bucket of documents", commands.objects, _describe_bucket
    ),
    Command("worker", "run the background jobs alone", commands.worker, _describe_worker),
    Command("retrain", "learn anew from settled claims", commands.retrain, _describe_retrain),
    Command("audit", "verify or export what happened", commands.audit, _describe_audit),
    Command("init", "make the first administrator", commands.init, _describe_init),
    Command("doctor", "look at what a desktop needs", commands.doctor, _describe_desktop),
    Command("db", "migrate or check the database", commands.db, _describe_db),
    Command(
        "sample",
        "fill the database, or make the bundled model",
        commands.sample,
        _describe_sample,
        listed=False,
    ),
    Command("bench", "measure this machine", commands.bench, _describe_bench),
)
