"""Which line ends part a text, and which only fit it to the page.

Knows headings, header lines ("FM AMEMBASSY ...", "موضوع: ..."), list items and numbered paragraphs, and the width that a
paragraph is wrapped to. Gives blocks: stretches in which a line end is only a space. The trap: the last line of a wrapped paragraph is short
as well, so a short line parts only when another line follows it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from cablegraph.text.paragraphs import find_paragraphs
from cablegraph.text.span import Span

_NARROW = 45  # characters; nothing narrower is taken for running text
_SHORT = 0.62  # of the paragraph's width; a shorter line was ended on purpose
_ITEM = re.compile(r"\s*(?:[-•●▪◦*–—·]\s|[(\[]?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})[.)\]-](?:\s|\()|[(\[]\w{1,3}[)\]])")
_FIELD = re.compile(
    r"\s*(?:[A-Z][A-Z0-9./ -]{0,24}|[A-Z][\w.]{0,24}(?: [\w.]{1,24}){0,2}|[^\W\d_a-zA-Z][^\n:.،؛]{0,24})\s*:(?:\s|$)"
)
_TERMINAL = re.compile(r"[.!?؟۔…:؛][\"'”’»)\]\s]*\Z")


def find_blocks(text: str) -> Iterator[Span]:
    """Find the stretches of ``text`` that line ends part; spans leave out white space at both ends."""
    for paragraph in find_paragraphs(text):
        lines = _find_lines(text, paragraph)
        width = max(line.end - line.start for line in lines)
        start = lines[0].start
        for line, following in pairwise(lines):
            if _parts(text[line.start : line.end], text[following.start : following.end], width):
                yield Span(start, line.end)
                start = following.start
        yield Span(start, lines[-1].end)


def _parts(line: str, following: str, width: int) -> bool:
    if width < _NARROW:
        return not following[:1].islower() or bool(_TERMINAL.search(line))
    if _ITEM.match(following) or _FIELD.match(following):
        return True
    if len(line) < width * _SHORT and not following[:1].islower():
        return True
    return line.isupper() != following.isupper()


def _find_lines(text: str, paragraph: Span) -> list[Span]:
    lines = []
    position = paragraph.start
    for raw in text[paragraph.start : paragraph.end].split("\n"):
        stripped = raw.strip()
        if stripped:
            start = position + len(raw) - len(raw.lstrip())
            lines.append(Span(start, start + len(stripped)))
        position += len(raw) + 1
    return lines
