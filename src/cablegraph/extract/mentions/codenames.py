"""Codenames and source numbers, by the patterns of ``data/codenames.yml``.

Knows how a cable announces them ("Source 134992", نام مستعار «...», الملقب ...). Leaves cryptonyms that nothing
announces to the reader. Patterns are data, so that a newsroom can add those of its own trove.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import yaml

from cablegraph.extract.mentions.lexicon import DATA
from cablegraph.model.mention import FoundMention

_SURE: Final = 0.95
_KINDS: Final = ("source", "codename")


def find_codenames(text: str) -> Iterator[FoundMention]:
    """Find source numbers and announced codenames in any of the three languages.

    Yields:
        Mentions with the label CODENAME, first source numbers (origin ``rule:source``), then codenames
        (``rule:codename``), each in reading order.
    """
    for kind, pattern in _load_patterns():
        for m in pattern.finditer(text):
            start, end = m.span("name")
            yield FoundMention(start, end, text[start:end], "CODENAME", _SURE, f"rule:{kind}")


@cache
def _load_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = yaml.safe_load((DATA / "codenames.yml").read_text(encoding="utf-8"))
    return tuple((kind, re.compile(p)) for kind in _KINDS for ps in data[kind].values() for p in ps)
