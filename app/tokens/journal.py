"""What the service tells about itself: lines of JSON and counters, with nothing secret in them."""

import json
import logging
import threading
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from app.tracing import trace

log = logging.getLogger(__name__)

_HELP = {
    "sign_ins": "Sign-ins by how they ended.",
    "refreshes": "Exchanges of refresh tokens by how they ended.",
    "leases": "Database logins handed out.",
    "sessions_ended": "Sessions ended by their owner or an administrator.",
    "people_changed": "People made, changed or reset.",
    "uploads": "Documents that arrived, by how it ended.",
    "documents": "Documents handed out, by how it ended.",
    "requests": "Requests by the class of their answer.",
}


class Journal:
    """Counts events by their outcome and logs them by number of person; no names, no secrets."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._lock = threading.Lock()

    def tell(self, event: str, outcome: str = "done", **figures: Any) -> None:
        """Count an event and log it."""
        self.count(event, outcome)
        told = {"trace": trace()} if trace() else {}
        told |= {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event}
        log.info("%s", json.dumps({**told, "outcome": outcome, **figures}))

    def count(self, event: str, outcome: str) -> None:
        """Count an event that is not worth a line."""
        with self._lock:
            self._counts[event, outcome] += 1

    def metrics(self, gauges: dict[str, int]) -> str:
        """Return the counters and *gauges* in the text format of Prometheus."""
        with self._lock:
            counts = sorted(self._counts.items())
        lines = []
        for event, words in _HELP.items():
            name = f"precedent_tokens_{event}_total"
            lines += [f"# HELP {name} {words}", f"# TYPE {name} counter"]
            lines += [f'{name}{{outcome="{o}"}} {n}' for (e, o), n in counts if e == event]
        for gauge, value in gauges.items():
            name = f"precedent_tokens_{gauge}"
            lines += [f"# TYPE {name} gauge", f"{name} {value}"]
        return "\n".join(lines) + "\n"
