"""The servers of one machine: bundled PostgreSQL and the process that keeps them."""
