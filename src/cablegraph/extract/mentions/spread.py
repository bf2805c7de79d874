"""Pass a name that was found with confidence to its other occurrences in the same text.

Knows exact, whole-word occurrences only, in the same case and spelling. Leaves surnames, titles and other spellings to
the step that links mentions within a document. Trap: a one-word name may be a common word elsewhere, so it needs more
confidence than a longer one, and the same text must not have been read as two kinds of name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from cablegraph.model.mention import FoundMention
from cablegraph.text import Span

NAMES: Final[frozenset[str]] = frozenset({"PERSON", "ORG", "PLACE"})
"""The labels that the taggers learn; the others come from rules and lists."""
_SURE_WORD: Final = 0.9
_SURE_NAME: Final = 0.7
_SHORTEST: Final = 3
_PASSED: Final = 0.9
"""What is left of the confidence in an occurrence that the tagger itself did not see."""


def spread_names(text: str, found: Sequence[FoundMention]) -> list[FoundMention]:
    """Add the unfound occurrences of confidently found names.

    Args:
        text: The text that the mentions stand in.
        found: What was found in it; kept as it is.

    Returns:
        The mentions given, and the added ones with origin ``spread``; names do not overlap.
    """
    best: dict[str, float] = {}
    labels: dict[str, set[str]] = defaultdict(set)
    for mention in found:
        if mention.label in NAMES and len(mention.text) >= _SHORTEST:
            labels[mention.text].add(mention.label)
            best[mention.text] = max(best.get(mention.text, 0.0), mention.confidence)
    taken = cover(text, (m for m in found if m.label in NAMES))
    added: list[FoundMention] = []
    for name in sorted(best, key=lambda n: (-len(n), n)):
        if len(labels[name]) > 1 or best[name] < (_SURE_NAME if " " in name else _SURE_WORD):
            continue
        (label,) = labels[name]
        for m in re.finditer(rf"(?<![\w\u200c]){re.escape(name)}(?![\w\u200c])", text):
            if not is_covered(taken, m.start(), m.end()):
                taken[m.start() : m.end()] = b"\x01" * len(name)
                added.append(FoundMention(*m.span(), name, label, round(best[name] * _PASSED, 4), "spread"))
    return [*found, *added]


def cover(text: str, spans: Iterable[FoundMention | Span]) -> bytearray:
    """Mark the code points of a text that stand inside one of the spans."""
    taken = bytearray(len(text))
    for m in spans:
        taken[m.start : m.end] = b"\x01" * (m.end - m.start)
    return taken


def is_covered(taken: bytearray, start: int, end: int) -> bool:
    """Tell whether any code point from ``start`` up to ``end`` is marked."""
    return taken.find(1, start, end) >= 0
