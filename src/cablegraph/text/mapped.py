"""A cleaned text that remembers where each of its characters stood in the original.

Knows how positions travel both ways; how a text is cleaned is :mod:`cablegraph.text.normalise`'s business. Only the places
where lengths differ are kept (``edits``), so the map of an unchanged text is empty. The trap: several original characters
may stand behind one cleaned character and the reverse, so going there and back widens a span to whole pieces, never narrows it.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from cablegraph.text.span import Span


@dataclass(frozen=True, slots=True)
class Edits:
    """Stretches whose length changed, in reading order; parallel columns, positions in code points.

    ``original[original_starts[i]:original_ends[i]]`` became ``text[mapped_starts[i]:mapped_ends[i]]``. Between two
    stretches, characters stand one for one.
    """

    original_starts: tuple[int, ...] = ()
    original_ends: tuple[int, ...] = ()
    mapped_starts: tuple[int, ...] = ()
    mapped_ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MappedText:
    """``text`` came from ``original``; spans of one can be turned into spans of the other."""

    original: str
    text: str
    edits: Edits = field(default_factory=Edits, repr=False)

    def to_original(self, start: int, end: int) -> Span:
        """Return the original span behind ``text[start:end]``.

        Characters deleted at either side are left out, except vowel signs, which belong to the letter before them.
        An empty span gives an empty span.

        Raises:
            ValueError: When the span does not lie within ``text``.
        """
        _check(start, end, len(self.text))
        edits = self.edits
        opening = _start_of(start, edits.mapped_starts, edits.mapped_ends, edits.original_starts, edits.original_ends)
        if start == end:
            return Span(opening, opening)
        closing = _end_of(end, edits.mapped_starts, edits.mapped_ends, edits.original_ends)
        return Span(opening, closing)

    def to_mapped(self, start: int, end: int) -> Span:
        """Return the span of ``text`` that ``original[start:end]`` became; empty when all of it was deleted.

        Raises:
            ValueError: When the span does not lie within ``original``.
        """
        _check(start, end, len(self.original))
        edits = self.edits
        opening = _start_of(start, edits.original_starts, edits.original_ends, edits.mapped_starts, edits.mapped_ends)
        if start == end:
            return Span(opening, opening)
        closing = _end_of(end, edits.original_starts, edits.original_ends, edits.mapped_ends)
        return Span(opening, closing)


def _check(start: int, end: int, length: int) -> None:
    if not 0 <= start <= end <= length:
        raise ValueError(f"Span {start}-{end} does not lie within a text of {length} characters.")


def _start_of(
    position: int,
    here_starts: tuple[int, ...],
    here_ends: tuple[int, ...],
    there_starts: tuple[int, ...],
    there_ends: tuple[int, ...],
) -> int:
    """Where, over there, the character that begins at ``position`` begins: past whatever was deleted before it."""
    found = bisect_right(here_starts, position) - 1
    if found < 0:
        return position
    if here_starts[found] <= position < here_ends[found]:
        return there_starts[found]
    return there_ends[found] + position - here_ends[found]


def _end_of(
    position: int, here_starts: tuple[int, ...], here_ends: tuple[int, ...], there_ends: tuple[int, ...]
) -> int:
    """Where, over there, the character that ends at ``position`` ends: before whatever was deleted after it."""
    last = position - 1
    found = bisect_right(here_starts, last) - 1
    if found < 0:
        return position
    if last < here_ends[found]:
        return there_ends[found]
    return there_ends[found] + position - here_ends[found]
