"""The reader of documents."""
