"""How application, database and servers do."""
