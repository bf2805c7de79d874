"""The passage that proves a fact: document, page, span, quote and checksum.

A citation is checked by reading the text again (``holds``); the checksum is that of the quote, so that neither the text nor
the quote can be changed alone.
"""

from dataclasses import dataclass

from cablegraph.model.ids import text_checksum


@dataclass(frozen=True, slots=True)
class Citation:
    """A half-open span of code points in the extracted text of a document, with the words that stand there.

    ``apart`` says where the document does not show these words as its own (``hidden``, ``deleted``, ``comment``, ``notes``); it is known where answers
    are made for people, and is no part of what is checked.
    """

    document: str
    page: int
    start: int
    end: int
    quote: str
    checksum: str
    apart: str = ""

    def holds(self, text: str) -> bool:
        """Whether the words still stand in the text of the document and match their checksum."""
        return text[self.start : self.end] == self.quote and text_checksum(self.quote) == self.checksum


def cite(document: str, page: int, text: str, start: int, end: int) -> Citation:
    """Cite a span of a document's text.

    Raises:
        ValueError: The span is empty or lies outside the text; a fact without a passage is not stored.
    """
    if not 0 <= start < end <= len(text):
        message = f"Span {start}-{end} lies outside the {len(text)} characters of document {document}."
        raise ValueError(message)
    quote = text[start:end]
    return Citation(document, page, start, end, quote, text_checksum(quote))
