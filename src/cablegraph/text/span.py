"""A half-open stretch of one named text, counted in code points.

Knows nothing of what the stretch means. The trap: a span is only worth something together with the text that it counts
in; a span of a normalised text must go through its :class:`~cablegraph.text.mapped.MappedText` before it is cited.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """From ``start`` (inclusive) to ``end`` (exclusive), both from 0, in code points."""

    start: int
    end: int
