"""Files of claims that come in row by row."""
