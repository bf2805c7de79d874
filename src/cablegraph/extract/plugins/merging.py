"""Mentions of taggers from outside put together with those of cablegraph's own.

The same name with the same label is one mention, surer than either, of both origins. A name that touches none is added. Where two names of people,
bodies and places lie across each other, cablegraph's own stays, unless the tagger may override and is surer. Posts, codenames and nationalities lie
across names by nature and stay beside them.
"""

from collections.abc import Iterable
from dataclasses import replace

from cablegraph.model.mention import FoundMention

NAMES = frozenset({"PERSON", "ORG", "PLACE"})
_SUREST = 0.99


def merge_mentions(
    own: Iterable[FoundMention], heard: Iterable[FoundMention], *, override: bool = False
) -> list[FoundMention]:
    """Put the mentions of one tagger from outside beside those that are there, in reading order."""
    kept = {(m.start, m.end, m.label): m for m in own}
    for mention in sorted(heard, key=lambda m: (-m.confidence, m.start - m.end, m.start, m.label)):
        key = (mention.start, mention.end, mention.label)
        if same := kept.get(key):
            sure = min(1 - (1 - same.confidence) * (1 - mention.confidence), _SUREST)
            kept[key] = replace(
                same, confidence=round(max(sure, same.confidence), 4), origin=f"{same.origin}+{mention.origin}"
            )
            continue
        across = [m for m in kept.values() if _clash(m, mention)]
        if across and not (override and all(m.confidence < mention.confidence for m in across)):
            continue
        for m in across:
            del kept[(m.start, m.end, m.label)]
        kept[key] = mention
    return sorted(kept.values(), key=lambda m: (m.start, -m.end, m.label))


def _clash(a: FoundMention, b: FoundMention) -> bool:
    if not (a.start < b.end and b.start < a.end):
        return False
    return a.label == b.label or (a.label in NAMES and b.label in NAMES)
