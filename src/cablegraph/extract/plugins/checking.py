"""Every proposal against the text: its words must stand there, whole, and its label must be one that cablegraph has.

What does not hold is dropped and counted by cause, since a tagger that invents is to be seen. The trap is a name inside a word ('Ann' in 'annex'), so words
begin and end at the edge of a word, but for what Arabic script puts before it (و، ب، ل).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cablegraph.extract.plugins.tagger import Proposal
from cablegraph.model.mention import LABELS, FoundMention

NOT_VERBATIM, NOT_WHOLE, UNKNOWN_LABEL, UNSURE, TOO_LONG, TOO_MANY = (
    "not verbatim in the text", "not a whole word", "label unknown", "below the threshold", "too long for a name", "too many",
)  # fmt: skip
USUAL = {
    "PER": "PERSON", "PERSON": "PERSON", "PERS": "PERSON", "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "GPE": "PLACE", "LOC": "PLACE",
    "LOCATION": "PLACE", "FAC": "PLACE", "PLACE": "PLACE",
    "NORP": "NATIONALITY", "NATIONALITY": "NATIONALITY", "POST": "POST", "TITLE": "POST", "CODENAME": "CODENAME",
}  # fmt: skip
"""Labels that taggers commonly use, and ours."""
LONGEST = 200
MOST_PLACES = 200
_CLITICS = "وفبلك"
_WORD = re.compile(r"[\w]")


@dataclass(frozen=True, slots=True)
class Heard:
    """What of a tagger's proposals holds, and how many were dropped, by cause."""

    mentions: tuple[FoundMention, ...]
    dropped: Mapping[str, int]


def check_proposals(
    text: str,
    proposals: Iterable[Proposal],
    *,
    origin: str,
    labels: Mapping[str, str] | None = None,
    threshold: float = 0.0,
    trust: float = 1.0,
    most: int = 20_000,
) -> Heard:
    """Keep the proposals that hold.

    Args:
        text: The text that was tagged.
        proposals: What the tagger says of it.
        origin: The origin of the mentions.
        labels: The tagger's labels and ours, beside the usual ones; an empty word drops a label without counting it.
        threshold: What is less sure than this (0-1) is dropped.
        trust: The most that a confidence can be (0-1).
        most: So many proposals are looked at; the rest is dropped.

    Returns:
        Mentions in reading order, each place and label once, with the counts of what was dropped.
    """
    known = {**USUAL, **{key.upper(): value for key, value in (labels or {}).items()}}
    dropped: Counter[str] = Counter()
    found: dict[tuple[int, int, str], FoundMention] = {}
    for number, proposal in enumerate(proposals):
        label = known.get(proposal.label.upper())
        cause = TOO_MANY if number >= most else _refuse(proposal, label, threshold)
        if cause or not label:
            dropped.update([cause] if cause else [])
            continue
        spans = list(_places(text, proposal))
        whole = [span for span in spans if is_whole(text, *span)]
        if not whole:
            dropped[NOT_WHOLE if spans else NOT_VERBATIM] += 1
        for start, end in whole[:MOST_PLACES]:
            sure = round(min(max(proposal.confidence, 0.0), trust), 4)
            key = (start, end, label)
            if key not in found or found[key].confidence < sure:
                found[key] = FoundMention(start, end, text[start:end], label, sure, origin)
    return Heard(tuple(sorted(found.values(), key=lambda m: (m.start, -m.end, m.label))), dict(sorted(dropped.items())))


def _refuse(proposal: Proposal, label: str | None, threshold: float) -> str | None:
    if label is None or (label and label not in LABELS):
        return UNKNOWN_LABEL
    if not proposal.quote.strip():
        return NOT_VERBATIM
    if len(proposal.quote) > LONGEST or "\n\n" in proposal.quote:
        return TOO_LONG
    return UNSURE if proposal.confidence < threshold or proposal.confidence != proposal.confidence else None


def _places(text: str, proposal: Proposal) -> Iterable[tuple[int, int]]:
    """Where the words of a proposal stand: at its start, or wherever they do if it names none."""
    quote = proposal.quote.strip()
    if proposal.start is not None:
        start = proposal.start + len(proposal.quote) - len(proposal.quote.lstrip())
        if start >= 0 and text[start : start + len(quote)] == quote:
            yield start, start + len(quote)
        return
    at = text.find(quote)
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + len(quote))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a span begins and ends at the edges of words; Arabic script may put one-letter words before it."""
    if end < len(text) and _WORD.match(text[end]) and _WORD.match(text[end - 1]):
        return False
    if start == 0 or not _WORD.match(text[start - 1]) or not _WORD.match(text[start]):
        return True
    before = text[max(0, start - 3) : start]
    joined = re.search(rf"(?<!\w)[{_CLITICS}]{{1,2}}\Z", before)
    return joined is not None and "\u0600" <= text[start] <= "\u06ff"
