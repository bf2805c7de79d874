"""Who took part in a conversation, as the header of its record lists them.

A memorandum of conversation proves by its list of participants that they met on its date. The trap is the long list of a conference, where
nobody can be said to have met everybody.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from cablegraph.model.header import Header
from cablegraph.model.mention import FoundMention
from cablegraph.model.relation import FoundRelation, Party

RECORDS = frozenset({"memorandum of conversation"})
MOST = 8
SURE = 0.7


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
    people = [m for m in mentions if m.label == "PERSON" and start <= m.start and m.end <= end]
    if not 2 <= len(people) <= MOST:
        return
    day = header.text_of("date")
    for one, other in combinations(people, 2):
        ends = [Party(m.text, m.start, m.end, m.label) for m in (one, other)]
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
