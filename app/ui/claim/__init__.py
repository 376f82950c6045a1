"""One claim, beside the queue."""
