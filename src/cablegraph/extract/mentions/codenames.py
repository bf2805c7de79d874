"""Codenames and source numbers, by the patterns of ``data/codenames.yml``.

Knows how a cable announces them ("Source 134992", نام مستعار «...», الملقب ...). Leaves cryptonyms that nothing
announces to the reader. Patterns are data, so that a newsroom can add those of its own trove.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import yaml

from .found import FoundMention, Label
from .lexicon import DATA

_SURE: Final = 0.95
_LABELS: Final[tuple[Label, ...]] = ("SOURCE", "CODENAME")


def find_codenames(text: str) -> Iterator[FoundMention]:
    """Find source numbers and announced codenames in any of the three languages, each label in reading order."""
    for label, pattern in _load_patterns():
        for m in pattern.finditer(text):
            start, end = m.span("name")
            yield FoundMention(start, end, text[start:end], label, _SURE, "rule:codenames")


@cache
def _load_patterns() -> tuple[tuple[Label, re.Pattern[str]], ...]:
    data = yaml.safe_load((DATA / "codenames.yml").read_text(encoding="utf-8"))
    return tuple((label, re.compile(p)) for label in _LABELS for ps in data[label].values() for p in ps)
