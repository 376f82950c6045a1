"""One number for what a click sets off: in the log, in requests and in a comment of each query."""

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from uuid import uuid4

HEADER, TRACE = "X-Request-Id", "PRECEDENT_TRACE"
_TRACE: ContextVar[str] = ContextVar("trace", default="")
_FORM = re.compile(r"[0-9a-f]{8,32}")


def trace() -> str:
    """Return the number of what is being done, or nothing outside of it."""
    return _TRACE.get()


@contextmanager
def tracing(number: str | None = None) -> Iterator[str]:
    """Do something under a number: the one that came with it, if it has the form of one."""
    told = number if number and _FORM.fullmatch(number) else uuid4().hex[:12]
    before = _TRACE.set(told)
    try:
        yield told
    finally:
        _TRACE.reset(before)


def commented(statement: str) -> str:
    """Return a query with the number before it, as the server's own log and views show it."""
    number = trace()
    return f"/*trace={number}*/ {statement}" if number else statement


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON with the number of what was being done."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {"at": at, "level": record.levelname, "logger": record.name}
        told |= {"message": record.getMessage()}
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told | ({"trace": trace()} if trace() else {}), ensure_ascii=False)
