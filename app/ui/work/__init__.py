"""Notes, tasks and tags of a claim."""
