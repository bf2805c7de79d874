"""Files to readings: which files lie in a folder, what kind each is, its text page by page, and what lies inside it.

Knows formats, OCR and the tricks of hostile files. Storing and queueing what comes out is left to ``workbench``; what the text says to ``extract``.
"""

from cablegraph.ingest.confine import limit_process
from cablegraph.ingest.read import OCR_WAITS, read_file
from cablegraph.ingest.readers import READERS, reader_versions
from cablegraph.ingest.render import render_page
from cablegraph.ingest.tools import tool_versions
from cablegraph.ingest.walk import FoundFile, walk

__all__ = [
    "OCR_WAITS",
    "READERS",
    "FoundFile",
    "limit_process",
    "read_file",
    "reader_versions",
    "render_page",
    "tool_versions",
    "walk",
]
