"""Charts that can be read by keyboard and as a table."""
