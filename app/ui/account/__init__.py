"""What people set up for themselves."""
