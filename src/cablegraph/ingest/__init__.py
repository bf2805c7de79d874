"""Files to readings: which files lie in a folder, what kind each is, its text page by page, and what lies inside it.

Knows formats, OCR and the tricks of hostile files. Storing and queueing what comes out is left to ``workbench``; what the text says to ``extract``.
"""

from cablegraph.ingest.budget import Budget, start_budget
from cablegraph.ingest.confine import confine_process, describe_protection, end_leftovers, find_protection, limit_memory
from cablegraph.ingest.read import OCR_WAITS, read_file
from cablegraph.ingest.readers import READERS, reader_versions
from cablegraph.ingest.render import render_page
from cablegraph.ingest.split import find_missing_parts
from cablegraph.ingest.threads import MessageLinks, ThreadedMessage, find_threads
from cablegraph.ingest.tools import tool_versions
from cablegraph.ingest.walk import FoundFile, walk

__all__ = [
    "OCR_WAITS",
    "READERS",
    "Budget",
    "FoundFile",
    "MessageLinks",
    "ThreadedMessage",
    "confine_process",
    "describe_protection",
    "end_leftovers",
    "find_missing_parts",
    "find_protection",
    "find_threads",
    "limit_memory",
    "read_file",
    "reader_versions",
    "render_page",
    "start_budget",
    "tool_versions",
    "walk",
]
