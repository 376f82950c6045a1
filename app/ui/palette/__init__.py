"""Everything by its name."""
