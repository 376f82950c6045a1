"""The queue of claims and what narrows it."""
