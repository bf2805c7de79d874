"""Paragraphs, as blank lines part them.

Knows only blank lines and form feeds; lines inside a paragraph are :mod:`cablegraph.text.sentences`' business. The trap: a line
of spaces or of invisible controls is blank too.
"""

import re
from collections.abc import Iterator

from cablegraph.text.span import Span

_BLANK = r"[^\S\n\f\u2029]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
_PARAGRAPH = re.compile(
    rf"(?:(?:{_BLANK})*+[\n\f\u2029])*+(?:{_BLANK})*+(?P<body>(?:[^\n\f\u2029]++|\n(?!(?:{_BLANK})*+(?:[\n\f\u2029]|\Z)))+)"
)


def find_paragraphs(text: str) -> Iterator[Span]:
    """Find the paragraphs of ``text``; spans leave out white space at both ends and are never empty."""
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span("body")
        body = text[start:end]
        end = start + len(body.rstrip())
        start = end - len(text[start:end].lstrip())
        if start < end:
            yield Span(start, end)
