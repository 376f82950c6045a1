"""A claim beside its nearest precedents."""
