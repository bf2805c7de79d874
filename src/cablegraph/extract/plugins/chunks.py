"""A long text in pieces that a tagger can take, cut between sentences."""

from collections.abc import Iterator

from cablegraph.text import Span, find_sentences


def iter_chunks(text: str, longest: int, language: str | None = None) -> Iterator[Span]:
    """Spans that cover every sentence of a text in order, none longer than ``longest`` code points; a longer sentence is cut at its last space."""
    start = end = 0
    for first, last in find_sentences(text, language):
        if last - start > longest and end > start:
            yield Span(start, end)
            start = first
        if end <= start:
            start = first
        while last - start > longest:
            cut = text.rfind(" ", start + 1, start + longest)
            cut = cut if cut > start else start + longest
            yield Span(start, cut)
            start = cut
        end = last
    if end > start:
        yield Span(start, end)
