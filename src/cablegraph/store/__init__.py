"""The case on disk: originals, database, full-text index, migrations.

The only room that speaks SQL. Functions take an open connection and leave transactions to their caller.
"""

from cablegraph.store.archive import Archive, Stored
from cablegraph.store.case import Case, create_case, open_case
from cablegraph.store.index import Entry, FullText, is_current

__all__ = ["Archive", "Case", "Entry", "FullText", "Stored", "create_case", "is_current", "open_case"]
