"""One-time codes from a secret at hand, for the people of a sample who have no telephone."""

import time
from collections.abc import Iterator
from math import ceil
from typing import Any

from app.progress import Progress, silent

STEP = 30


def codes(secret: str, waiting: Progress = silent) -> Iterator[str]:
    """Yield the codes that are good now, and after a wait the next: each can be used but once.

    While it waits, *waiting* is told the seconds that have passed and how many it will be.
    """
    import pyotp

    made, now = pyotp.TOTP(secret), int(time.time()) // STEP
    for step in (now - 1, now, now + 1):
        yield made.generate_otp(step)
    seconds = ceil(max(0.0, (now + 1) * STEP - time.time()))
    for passed in range(seconds):
        waiting(passed, seconds)
        time.sleep(1)
    yield made.generate_otp(now + 2)


def accompanied(*, otp_secret: str = "", waiting: Progress = silent, **otp: Any) -> dict[str, Any]:
    """Return what `sign_in` takes beside a password; *waiting* hears of codes waited for."""
    if not otp_secret:
        return otp
    return {"otp": codes(otp_secret, waiting), "otp_secret": otp_secret}
