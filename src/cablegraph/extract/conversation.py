"""Who took part in a conversation, as the header of its record lists them.

A memorandum of conversation proves by its list of participants that they met on its date. The traps are the long list of a conference, where
nobody can be said to have met everybody, and the name within a post: the Special Representative of King X is there, King X is not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from cablegraph.extract.relations import is_head
from cablegraph.model.header import Header
from cablegraph.model.mention import FoundMention
from cablegraph.model.relation import FoundRelation, Party

RECORDS = frozenset({"memorandum of conversation"})
MOST = 8
SURE = 0.7
OWNER = re.compile(r"\b(?:of|to|for) (?:the )?(?:[A-Z][\w.]* ){0,2}\Z")
OFFICE = re.compile(r", ?[A-Z]{1,3}\Z")
SHORTEST = 4
"""A single word with fewer letters is a piece of a name ('El', 'Ben')."""


def find_participants(text: str, header: Header, mentions: Sequence[FoundMention]) -> Iterator[FoundRelation]:
    """Meetings between the people of a header's list of participants.

    Args:
        text: The document's text.
        header: Its header with spans.
        mentions: Its mentions, spans in code points of ``text``.

    Yields:
        One Meeting for each pair of at most eight people; it quotes the list and happened on the header's date.
    """
    span = header.spans.get("participants")
    if header.values.get("type") not in RECORDS or span is None:
        return
    start, end = span
    people = [m for m in mentions if m.label == "PERSON" and start <= m.start and m.end <= end and _is_present(text, m)]
    if not 2 <= len(people) <= MOST:
        return
    day = header.text_of("date")
    for one, other in combinations(people, 2):
        ends = [_party(m) for m in (one, other)]
        yield FoundRelation(
            "Meeting",
            ends[0],
            ends[1],
            start,
            end,
            text[start:end],
            first=day,
            last=day,
            confidence=SURE,
            cue="participants",
            origin="rule:participants",
        )


def _is_present(text: str, name: FoundMention) -> bool:
    """Whether a name of the list is that of somebody listed: no piece of a name, nor part of another one's post."""
    line = text[text.rfind("\n", 0, name.start) + 1 : name.start]
    whole = (" " in name.text or len(name.text) >= SHORTEST) and not text.startswith("-", name.end)
    return whole and not OWNER.search(line)


def _party(name: FoundMention) -> Party:
    """The person without what the tagger took along: the head of a post in the next column ('Reed Chief'), an office ('Reed, W')."""
    if office := OFFICE.search(name.text):
        return Party(name.text[: office.start()], name.start, name.start + office.start(), name.label)
    words = name.text.rsplit(maxsplit=1)
    if len(words) == 2 and " " in words[0] and is_head(words[1]):
        return Party(words[0], name.start, name.start + len(words[0]), name.label)
    return Party(name.text, name.start, name.end, name.label)
