"""One-time codes from a secret at hand, for the people of a sample who have no telephone."""

import time
from collections.abc import Iterator

STEP = 30


def codes(secret: str) -> Iterator[str]:
    """Yield the codes that are good now, and after a wait the next: each can be used but once."""
    import pyotp

    made, now = pyotp.TOTP(secret), int(time.time()) // STEP
    for step in (now - 1, now, now + 1):
        yield made.generate_otp(step)
    time.sleep(max(0.0, (now + 1) * STEP - time.time()))
    yield made.generate_otp(now + 2)
