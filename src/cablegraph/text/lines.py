"""Which line ends part a text, and which only fit it to the page.

Knows headings, header lines ("FM AMEMBASSY ...", "موضوع: ..."), list items, numbered paragraphs, and whether a paragraph was wrapped to
a width: a line was ended on purpose when the next word would still have fitted. Gives blocks: stretches in which a line end is only a space.
The trap: the last line of a wrapped paragraph is short as well, so a short line parts only when another follows it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from cablegraph.text.paragraphs import find_paragraphs
from cablegraph.text.span import Span

_NARROW = 45  # characters; nothing narrower is taken for running text
_UNWRAPPED = 160  # characters; a text with a longer line was not wrapped to a width
_HEADING = 10  # characters; fewer in capitals may be an acronym at the end of a sentence
_FITS = 0.9  # of the paragraph's width: what a line with the next word may reach and still have been ended on purpose
_FITS_CASELESS = 0.75  # where no capital tells that something new begins
_EVEN = 0.8  # of the width that every line but the last of a wrapped paragraph reaches
_ITEM = re.compile(r"\s*(?:[-•●▪◦*–—·]\s|[(\[]?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})[.)\]-](?:\s|\()|[(\[]\w{1,3}[)\]])")
_FIELD = re.compile(
    r"\s*(?:[A-Z][A-Z0-9./ -]{0,24}|[A-Z][\w.]{0,24}(?: [\w.]{1,24}){0,2}|[^\W\d_a-zA-Z][^\n:.،؛]{0,24})\s*:(?:\s|$)"
)
_TERMINAL = re.compile(r"[.!?؟۔…:؛][\"'”’»)\]\s]*\Z")


def find_blocks(text: str) -> Iterator[Span]:
    """Find the stretches of ``text`` that line ends part; spans leave out white space at both ends."""
    unwrapped = any(len(line) > _UNWRAPPED for line in text.split("\n"))
    for paragraph in find_paragraphs(text):
        lines = _find_lines(text, paragraph)
        lengths = [line.end - line.start for line in lines]
        width = max(lengths)
        loose = unwrapped and not (len(lines) > 2 and min(lengths[:-1]) >= _EVEN * width)
        strings = [text[line.start : line.end] for line in lines]
        parting = [_parts(line, following, width, loose=loose) for line, following in pairwise(strings)]
        meant = sum(parting)
        listed = meant > 1 and meant == len(parting) - 1  # only the widest line of a list seems to go on
        start = lines[0].start
        for parts, (line, following), string in zip(parting, pairwise(lines), strings[1:], strict=True):
            if parts or (listed and not string[:1].islower()):
                yield Span(start, line.end)
                start = following.start
        yield Span(start, lines[-1].end)


def _parts(line: str, following: str, width: int, *, loose: bool) -> bool:
    """Whether the line end was meant; ``loose`` says that the lines of this paragraph were not fitted to a width."""
    if width < _NARROW:
        return not following[:1].islower() or bool(_TERMINAL.search(line))
    if _ITEM.match(following) or _FIELD.match(following):
        return True
    if following[:1].islower():
        return False
    if loose or (min(len(line), len(following)) >= _HEADING and line.isupper() != following.isupper()):
        return True
    needed = len(line) + 1 + len(following.split(maxsplit=1)[0])
    return needed < width * (_FITS if following[:1].isupper() else _FITS_CASELESS)


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
