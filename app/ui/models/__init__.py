"""Versions of models, and who judges."""
