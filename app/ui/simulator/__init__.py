"""The last year replayed for another threshold."""
