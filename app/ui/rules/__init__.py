"""Red flags and their records."""
