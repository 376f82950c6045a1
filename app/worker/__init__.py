"""Background jobs, one file each, run by one process that nobody signs in to."""

from app.worker.loop import run

__all__ = ["run"]
