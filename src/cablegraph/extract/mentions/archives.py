"""Titles and codes of archive files ("Country Files, Iran", "POL 27 IRAN"): the places in them are no places spoken of.

Knows how source notes of English editions cite a file, down to the full stop. Leaves the repository before it alone:
the Department of State in "Department of State, Central Files" is a body. Trap: "files" is a common word, so a title is
only read after a capital and before a comma or colon.
"""

import re
from collections.abc import Iterator
from typing import Final

from cablegraph.text import Span

_TITLE: Final = re.compile(
    r"\b(?:[A-Z]\w+ Files?|Files? for \d{4}|Lot \d+ ?[A-Z]+ ?\d+|Box \d+|Job \d+[\w-]*)[,:](?=\s)(?:[^.\n]|\.(?!\s|$)|(?<=Vol)\.)*"
)
_CODE: Final = re.compile(
    r"\b(?:AID|AV|CUL|DEF|ECON|EDU|FN|FT|INCO|LAB|ORG|PET|POL|REF|SOC|STR|UN) (?:\d+(?:[-–]\d+)? )?(?:[A-Z]{2,}[-– ]?)+(?![\w])"
)


def find_file_titles(text: str) -> Iterator[Span]:
    """Find the titles and codes of archive files that a passage in English cites, in no fixed order."""
    for pattern in (_TITLE, _CODE):
        for m in pattern.finditer(text):
            yield Span(*m.span())
