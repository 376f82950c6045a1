"""Notes beside documents."""
