"""Bodies that English cables name without saying more: the Army, the Joint Staff, VOA, the Iraqi Air Force.

Knows the list ``data/bodies.yml``. The silver labels of the cables leave such names out more often than not, so the
tagger has learnt to pass them by. Trap: spellings are exact, because "army" and "congress" are common words.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import yaml

from cablegraph.extract.mentions.lexicon import DATA
from cablegraph.model.mention import FoundMention

_SURE: Final = 0.85


def find_bodies(text: str) -> Iterator[FoundMention]:
    """Find listed bodies in a passage in English, in reading order and not overlapping."""
    for m in _load_pattern().finditer(text):
        yield FoundMention(m.start(), m.end(), m.group(), "ORG", _SURE, "list:bodies")


@cache
def _load_pattern() -> re.Pattern[str]:
    data = yaml.safe_load((DATA / "bodies.yml").read_text(encoding="utf-8"))
    peoples = yaml.safe_load((DATA / "nationalities.yml").read_text(encoding="utf-8"))
    nations = [*data["nations"], *(word for row in peoples for word in row["en"])]
    numbered = r"(?:\d+(?:st|nd|rd|th)|" + _any(data["ordinals"]) + ")"
    national = rf"(?:(?:{_any(nations)}|{numbered})\s)?(?:{_any(data['national'])})"
    return re.compile(rf"(?<![\w/-])(?:{national}|{_any(data['known'])})(?![\w/])")


def _any(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=len, reverse=True))
