"""Paragraphs, as blank lines part them.

Knows only blank lines and form feeds; lines inside a paragraph are :mod:`cablegraph.text.sentences`' business. The trap: a line
of spaces or of invisible controls is blank too.
"""

import re
from collections.abc import Iterator

from cablegraph.text.span import Span

_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_GAP = re.compile(rf"[\f\u2029]|\n(?:(?:[^\S\n\f\u2029]|[{_INVISIBLE}])*+[\n\f\u2029])++")
_EDGE = re.compile(rf"[\s{_INVISIBLE}]*+")


def find_paragraphs(text: str) -> Iterator[Span]:
    """Find the paragraphs of ``text``; spans leave out white space at both ends and are never empty."""
    position = 0
    for gap in _GAP.finditer(text):
        yield from _trim(text, position, gap.start())
        position = gap.end()
    yield from _trim(text, position, len(text))


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    edge = _EDGE.match(text, start, end)
    start = edge.end() if edge is not None else start
    if start < end:
        yield Span(start, start + len(text[start:end].rstrip()))
