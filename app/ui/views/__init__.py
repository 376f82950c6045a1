"""A person's saved views."""
