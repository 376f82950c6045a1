"""The documents of a claim."""
