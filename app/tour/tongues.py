"""The tour's pictures in another language: a desktop speaks one, so each has its own process."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.language import GERMAN, PSEUDO, VARIABLE
from app.settings import ROOT
from app.tour.guide import Stuck


def tongues(out: Path, workspace: Path) -> tuple[tuple[str, Callable[[], str]], ...]:
    """Return the steps that picture the queue in German and in the pseudo-language."""
    wanted = (("queue-german", GERMAN), ("queue-pseudo", PSEUDO))
    return tuple(
        (name, partial(_queue_in, code, out / f"{name}.png", workspace)) for name, code in wanted
    )


def _queue_in(code: str, picture: Path, workspace: Path) -> str:
    """Walk to the queue in a desktop that speaks *code*, and keep its picture."""
    with tempfile.TemporaryDirectory(prefix="precedent-tongue-") as folder:
        asked = ("tour", "--out", folder, "--workspace", str(workspace), "--until", "queue")
        walked = subprocess.run(
            [sys.executable, "-m", "app", *asked],
            cwd=ROOT,
            env=os.environ | {VARIABLE: code},
            capture_output=True,
            text=True,
            check=False,
        )
        if walked.returncode:
            raise Stuck(walked.stderr.strip())
        picture.write_bytes((Path(folder) / "queue.png").read_bytes())
    return walked.stdout.strip().splitlines()[-1]
