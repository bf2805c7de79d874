"""From the text of a document to facts with citations: header, mentions, dates, referents, relations.

Public: :func:`extract_document`, which does all of it for one document and is what a worker process calls; the parts stand in the packages
beside it.
"""

from cablegraph.extract.document import EXTRACT_VERSION, extract_document

__all__ = ["EXTRACT_VERSION", "extract_document"]
