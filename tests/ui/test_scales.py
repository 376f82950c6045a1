"""What holds of words at one scale holds at every scale that a person can choose."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.ui.display import SCALES

ROOT = Path(__file__).resolve().parents[2]
HELD = "tests/ui/test_clipping.py"


@pytest.mark.parametrize("scale", SCALES[1:])
def test_words_are_whole_when_everything_is_larger(scale: int):
    chosen = "cut" if scale == SCALES[-1] else "dialogs"
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider"]

    done = subprocess.run(
        [*command, "-k", chosen, HELD],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": str(scale / 100)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-3000:]
