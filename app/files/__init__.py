"""Tables of claims in and out: CSV of every habit, and workbooks."""

from app.files.reading import Reject, Table, open_table
from app.files.writing import TableWriter, refuse_place

__all__ = ["Reject", "Table", "TableWriter", "open_table", "refuse_place"]
