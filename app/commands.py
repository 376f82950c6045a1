"""What the commands of servers, desktop and maintenance do: one call into one room each."""

import json
import os
import signal
import subprocess
import sys
import threading
from argparse import Namespace
from pathlib import Path
from typing import Any

from app.errors import AppError, Invalid
from app.settings import ROOT, Settings
from app.terminal import counter, tell

BENCH = ROOT / "tests" / "bench"


def desktop(args: Namespace) -> int:
    """Open the desktop on a workspace or a profile."""
    from app.language import begin, stored_settings

    begin(stored_settings())
    from app.main import run_desktop

    return run_desktop(args.workspace, args.profile)


def tour(args: Namespace) -> int:
    """Picture every screen."""
    from app.language import begin

    begin()
    from app.tour import run_tour

    return run_tour(args.out, args.workspace, args.until)


def serve(args: Namespace) -> int:
    """Run the servers of one machine until interrupted."""
    from app.embedded.serve import serve

    def announce(published: dict[str, Any]) -> None:
        line = json.dumps(published) if args.json else f"Serving {args.workspace}"
        print(line, flush=True)

    serve(args.workspace, sample=args.sample, until_idle=args.until_idle, announce=announce)
    return 0


def tokens(args: Namespace) -> int:
    """Run the token service alone."""
    from app.tokens.server import run

    keys = args.keys or Settings.from_environment().token_keys
    if args.add_key:
        return _add_key(keys)
    _end_with_parent()
    objects = args.objects or Settings.from_environment().objects
    run(_dsn(), host=args.host, port=args.port, objects=objects, keys=keys)
    return 0


def worker(args: Namespace) -> int:
    """Run the background jobs alone."""
    from app.worker import run

    _end_with_parent()
    run(_dsn(), seal=args.seal, objects=args.objects)
    return 0


def audit(args: Namespace) -> int:
    """Verify the chains of events and their seals, or write the events to a file."""
    from sqlalchemy.orm import sessionmaker

    from app.access import Identity
    from app.database import engine
    from app.services.audit import AuditService

    checked = engine(_audited(args.workspace))
    try:
        service = AuditService(sessionmaker(checked), Identity.system())
        return _export(service, args.out) if args.what == "export" else _verify(service, args)
    finally:
        checked.dispose()


def retrain(args: Namespace) -> int:
    """Learn anew from the settled claims, and register a candidate if it passes the gate."""
    from app.training_run import train_waiting

    _end_with_parent()
    return train_waiting(
        _audited(args.workspace),
        Settings.from_environment(args.workspace).workspace,
        reason=None if args.waiting else args.reason,
        progress=counter("retrain"),
        tell=print,
    )


def init(args: Namespace) -> int:
    """Make the first administrator of an empty shared installation."""
    from app.tokens.founding import found

    password = found(_dsn(), username=args.username, full_name=args.full_name)
    print(f"{args.username} is the first administrator; the password is good for a day:")
    print(password)
    return 0


def doctor(args: Namespace) -> int:
    """Look at everything a desktop needs, and tell what fails."""
    from app.server_checks import examine_servers
    from app.services.checks import examine

    own = Settings.from_environment(args.workspace).workspace
    checks = (*examine(args.profile, own), *examine_servers())
    for check in checks:
        print(check)
    return 0 if all(check.good for check in checks) else 1


def sample(args: Namespace) -> int:
    """Fill the database with the sample portfolio, or learn the bundled model from it."""
    if args.what == "train":
        from app.sample.training import train_sample

        train_sample(args.out, progress=counter("train"))
        return 0
    from app.objects import store_of
    from app.sample.loading import load

    load(_dsn(), store=store_of(Settings.from_environment().objects))
    return 0


def objects(args: Namespace) -> int:
    """Make the bucket ready for documents, or tell what is wrong with it."""
    from app.objects import Bucket, S3Store

    bucket = Bucket.of(os.environ)
    if bucket is None:
        raise AppError("Set PRECEDENT_S3_BUCKET to the name of the bucket, then try again.")
    store = S3Store(bucket)
    if args.what == "prepare":
        store.prepare()
    faults = store.faults()
    tell(faults or [f"The bucket {bucket.name} keeps documents as it should."])
    return 1 if faults else 0


def db(args: Namespace) -> int:
    """Migrate the database, or tell what is wrong with it."""
    return _upgrade() if args.what == "upgrade" else _check()


def bench(args: Namespace) -> int:
    """Run benchmarks, each in a process of its own, one line each."""
    known = {path.stem: path for path in sorted(BENCH.glob("[!_]*.py"))}
    unknown = [name for name in args.name if name not in known]
    if unknown or not known:
        names = ", ".join(known) or "none in this installation"
        raise Invalid(f"There is no benchmark {', '.join(unknown)}; there are: {names}.")
    codes = [_measure(name, args.data) for name in args.name or known]
    return max(codes)


def _measure(name: str, data: Path | None) -> int:
    place = ["--data", str(data.resolve())] if data else []
    print(f"{name:12}", end="", flush=True)
    command = [sys.executable, "-m", f"tests.bench.{name}", *place]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _end_with_parent() -> None:
    """Stop this child of `serve` when its parent is gone, however it went."""
    if not os.environ.get("PRECEDENT_PARENT_PIPE"):
        return

    def wait() -> None:
        sys.stdin.buffer.read()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


def _dsn() -> str:
    dsn = Settings.from_environment().dsn
    if dsn is None:
        raise AppError("Set PRECEDENT_DSN to the address of the database, then try again.")
    return dsn


def _audited(workspace: Path | None) -> str:
    if workspace is None:
        return _dsn()
    from app.embedded.workspace import Workspace

    try:
        return Workspace(workspace.absolute()).owner.read_text("utf-8").strip()
    except OSError as error:
        raise Invalid(f"{workspace} is not a workspace that is being served.") from error


def _add_key(keys: Path) -> int:
    from app.tokens.vault import NOTICE, add_key

    since = add_key(keys).made + NOTICE
    print(f"{keys} has a new key, which encrypts from {since:%d %b %Y, %H:%M} UTC on.")
    print("Bring the file to every machine with a token service before that.")
    return 0


def _verify(service: Any, args: Namespace) -> int:
    seal = args.seal or Settings.from_environment(args.workspace).seal
    copies = _copied_seals()
    report = service.verify(seal if seal.exists() or not copies else None, copies)
    tell(report.faults)
    found = {0: "no fault", 1: "1 fault"}.get(len(report.faults), f"{len(report.faults):,} faults")
    told = f"{report.events:,} events and {report.heads:,} sealed heads"
    print(f"Checked {told} in {report.seconds:.1f} s: {found}.")
    return 1 if report.faults else 0


def _copied_seals() -> list[tuple[str, bytes]]:
    """Return the copies of seals in the bucket, where objects are locked."""
    from app.objects import Bucket, S3Store
    from app.objects.copies import SealCopies

    bucket = Bucket.of(os.environ)
    return list(SealCopies(S3Store(bucket)).lines()) if bucket and bucket.locked_days else []


def _export(service: Any, out: Path | None) -> int:
    from app.services.audit_views import AuditFilter

    if out is None:
        raise Invalid("Say where to write the events with --out.")
    paper = out.suffix.lower() == ".pdf"
    written = _print_audit(service, out) if paper else service.export(out, AuditFilter())
    print(f"Wrote {written:,} events: {out}")
    return 0


def _print_audit(service: Any, out: Path) -> int:
    """Write the whole audit as a PDF; Qt draws it, with no display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from app.services.audit_views import AuditFilter
    from app.ui import fonts
    from app.ui.audit.pdf import write_pdf

    _ = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    fonts.load()
    about = f"All events · {service.verify().summary}"
    return write_pdf(out, service.each(AuditFilter()), about=about)


def _upgrade() -> int:
    from alembic import command

    command.upgrade(alembic_config(_dsn()), "head")
    return 0


def _check() -> int:
    dsn = _dsn()
    from app.database import engine
    from app.schema_check import check

    checked = engine(dsn)
    try:
        faults = check(checked)
    finally:
        checked.dispose()
    tell(faults or ["The database defends itself as it should."])
    return 1 if faults else 0


def alembic_config(dsn: str) -> Any:
    """Return how the migrations of this tree are run against *dsn*."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(ROOT / "alembic"))
    config.set_main_option("sqlalchemy.url", dsn.replace("%", "%%"))
    return config
