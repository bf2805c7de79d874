"""Names that the form of a telegram gives away: the place of an embassy in its header, and the signer's surname on its last line.

A tagger reads "FM EMBASSY TELL MARWAN" as it reads any capitals. The header tells more: what follows an embassy, a consulate or a station there is a
place, wherever else in the document it stands. The trap: a header may hold only "EMBASSY", or a country that is no one place; both are let be.
"""

import re
from collections.abc import Iterator, Sequence

from cablegraph.model.header import Header
from cablegraph.model.mention import FoundMention
from cablegraph.text import find_words

_MISSION = re.compile(
    r"\b(?:AM)?(?:EMBASSY|CONSULATE(?: GENERAL)?|CONSUL|LEGATION|STATION|MISSION)(?:\s+(?:IN|AT))?\s+"
    r"(?P<place>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})",
    re.IGNORECASE,
)
_NOT_A_PLACE = re.compile(r"(?:PRIORITY|IMMEDIATE|ROUTINE|FLASH|NIACT|INFO|TO|OF|FOR|AND)\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"\n[ \t]*(?P<name>[A-Z][A-Z'’-]{2,})[ \t.]*\s*\Z")
_SURE = 0.9


def header_places(header: Header) -> frozenset[str]:
    """The places that the header names as seats of missions, as written there."""
    out = set()
    for field in ("from", "to", "info"):
        for found in _MISSION.finditer(header.text_of(field) or ""):
            words = []
            for word in found["place"].split():
                if _NOT_A_PLACE.match(word):
                    break
                words.append(word)
            if words:
                out.add(" ".join(words))
    return frozenset(out)


def find_places(text: str, places: frozenset[str]) -> Iterator[FoundMention]:
    """Every occurrence of the places in a text, in capitals or in the usual spelling."""
    for place in sorted(places, key=lambda p: (-len(p), p)):
        for found in re.finditer(rf"(?<!\w){re.escape(place)}(?!\w)", text, re.IGNORECASE):
            if found[0][:1].isupper():
                yield FoundMention(found.start(), found.end(), found[0], "PLACE", _SURE, "rule:header-place")


def find_signature(text: str, header: Header) -> FoundMention | None:
    """The surname in capitals that ends a telegram; None where the document is none or its last line is more than a name."""
    if header.text_of("type") not in {"telegram", "airgram"}:
        return None
    found = _SIGNATURE.search(text)
    if found is None or sum(1 for _ in find_words(text)) < 20:
        return None
    start, end = found.span("name")
    return FoundMention(start, end, found["name"], "PERSON", _SURE, "rule:signature")


def put_over(mentions: Sequence[FoundMention], sure: Sequence[FoundMention]) -> list[FoundMention]:
    """The mentions with surer ones in place of those names of people and places that they touch; bodies and posts round them stay."""
    taken: list[FoundMention] = []
    for m in sure:
        if not any(m.start < o.end and o.start < m.end for o in taken):
            taken.append(m)
    bodies = [m for m in mentions if m.label == "ORG"]
    taken = [m for m in taken if not any(o.start <= m.start and m.end <= o.end for o in bodies)]
    kept = [
        m
        for m in mentions
        if m.label not in {"PERSON", "PLACE"} or not any(m.start < o.end and o.start < m.end for o in taken)
    ]
    return sorted([*kept, *taken], key=lambda m: (m.start, -m.end, m.label))
