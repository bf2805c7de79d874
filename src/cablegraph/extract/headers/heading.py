"""The heading that an edition prints above a document: '84. Telegram 908 From the Embassy in X to the Department of State, City, May 2, 1960'.

It names type, number, sender, addressee, and in some volumes place and date. The trap is the word 'to', which also stands inside offices:
'the Ambassador to X', 'the Special Assistant to the President'; so the cut falls at the first 'to' that does not hang on such a noun.
"""

import re
from dataclasses import dataclass

from cablegraph.extract.headers.markings import find_type

TAKES_TO = frozenset(
    [
        "ambassador",
        "delegation",
        "mission",
        "representative",
        "representatives",
        "assistant",
        "assistants",
        "adviser",
        "advisers",
        "advisor",
        "advisors",
        "envoy",
        "envoys",
        "minister",
        "counselor",
        "counsellor",
        "counsel",
        "observer",
        "observers",
        "delegate",
        "delegates",
        "commissioner",
        "emissary",
        "chargé",
        "liaison",
        "secretary",
        "aide",
        "deputy",
        "delegations",
        "missions",
        "member",
        "attaché",
    ]
)
NUMBERED = re.compile(
    r"(?:memorandum|estimate|telegram|airgram|despatch|dispatch|directive|cable|report|brief|telegramme|message)s?\s+"
    r"(?:No\.?\s*)?(?P<number>(?:(?!From|Prepared|Between|For|Of|On|To|The|With|By)[A-Z][A-Za-z]+\s)?(?:[A-Z]{1,6}\s?[-–—]\s?)?\d[\w./–—-]*)",
    re.IGNORECASE,
)
FIRST = re.compile(r"\A\s*(?:(?P<edition>\d{1,4})\.\s+)(?P<heading>[^\n]{4,600})")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = rf"(?:(?:{MONTH}\s+\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?,\s+\d{{4}})|(?:\d{{1,2}}\s+{MONTH},?\s+\d{{4}})|(?:{MONTH},?\s+\d{{4}})|\d{{4}}|[Uu]ndated)"
TIME = r"(?:(?:\d{1,2}(?::\d{2})?\s*[–-]?\s*)?(?:\d{1,2}(?::\d{2})?\s*[ap]\.?\s?m\.?|noon|midnight)|\d{3,4}Z)"
DATELINE = re.compile(
    rf"\A\[?(?:(?P<place>[^\d\n:]{{2,70}}?),\s+)?(?P<date>{DAY})(?P<times>(?:,?\s+(?P<time>{TIME}))(?:[^\n]{{0,40}})?)?\.?\]?\Z"
)
TAIL = re.compile(
    rf"(?:,\s+(?P<place>[A-Z][^\d,()]{{2,30}}(?:,\s[A-Z][^\d,()]{{2,20}})?))??,\s+(?P<date>{DAY})(?:,?\s+(?P<time>{TIME})[^\n]{{0,40}})?\.?\s*\Z"
)
PARTIES = re.compile(r"\b(?:From|from)\s+(?P<parties>.+)\Z")


@dataclass(frozen=True, slots=True)
class Field:
    """A value with the half-open span it was read from."""

    value: str
    start: int
    end: int


def cut_parties(words: str) -> tuple[int, int] | None:
    """Where sender ends and addressee begins in 'the Ambassador to X (Smith) to the Department of State'; None without an addressee."""
    cuts = list(re.finditer(r"\s+to\s+", words))
    for cut in cuts:
        before = re.findall(r"[\w’'é]+|\)", words[: cut.start()])
        if before and before[-1].lower() not in TAKES_TO:
            return cut.start(), cut.end()
    return (cuts[-1].start(), cuts[-1].end()) if cuts else None


def parse_heading(text: str, dateline: str) -> dict[str, Field]:
    """The fields of an edition's heading, empty where the text does not begin with one.

    Args:
        text: The document.
        dateline: The line of place and date below the heading; where the heading repeats it, that end is left out of the addressee.
    """
    first = FIRST.match(text)
    kind = find_type(first["heading"]) if first else None
    if not first or not kind:
        return {}
    offset, heading = first.start("heading"), first["heading"].rstrip()
    fields = {"type": Field(kind, offset, offset + len(heading))}
    tail = TAIL.search(heading)
    repeated = dateline.rstrip(". ")
    if repeated and heading.rstrip(". ").endswith(f", {repeated}"):
        heading = heading[: heading.rstrip(". ").rfind(repeated)].rstrip(" ,")
    elif tail:
        heading = heading[: tail.start()]
    if tail:
        for name in ("place", "date", "time"):
            if tail[name]:
                fields[name] = Field(tail[name], offset + tail.start(name), offset + tail.end(name))
    number = NUMBERED.search(heading)
    if number and not re.match(r"\d+(?:st|nd|rd|d|th)\b", number["number"]):
        fields["number"] = Field(
            number["number"].rstrip(".,"), offset + number.start("number"), offset + number.end("number")
        )
    parties = PARTIES.search(heading)
    if parties:
        start, words = offset + parties.start("parties"), parties["parties"]
        cut = cut_parties(words) or (len(words), len(words))
        fields["from"] = Field(words[: cut[0]], start, start + cut[0])
        if cut[1] < len(words):
            fields["to"] = Field(words[cut[1] :], start + cut[1], start + len(words))
    return fields
