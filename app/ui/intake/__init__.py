"""The form that a claim comes in by."""
