"""Posts by grammar: a post head with its complement, as in "Commander of the 5th Division", وزیر امور خارجه, محافظ البصرة.

Knows how the words of ``data/posts.yml`` go together in the three languages. Leaves who holds a post to relations, and
ranks and honorifics (General, Mr.) to nobody: they stay outside. Trap: in Persian and Arabic nothing written joins a head to its
complement, so a complement must begin with a known portfolio, a body word or a name that the tagger has found there.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from cablegraph.extract.mentions.post_words import Reading, openers, read
from cablegraph.model.mention import FoundMention

_SURE: Final = 0.9
_BARE: Final = 0.7
_LONGEST_BODY: Final = {"en": 8, "fa": 5, "ar": 5}
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th", "first", "second", "third", "fourth", "fifth", "armed", "-"})


def find_posts(text: str, language: str, names: Sequence[FoundMention] = ()) -> Iterator[FoundMention]:
    """Find the posts of a passage.

    Args:
        text: The text.
        language: "en", "fa" or "ar".
        names: Organisations, places and nationalities found in it, which may complete a post ("governor of Basra",
            "Iraqi Foreign Minister").

    Yields:
        Posts in reading order, not overlapping; confidence is 0.9 with a complement and 0.7 for a post named alone.
    """
    reading = read(text, language, names)
    tokens = reading.tokens
    at = 0
    while at < len(tokens):
        start, head = _find_head(reading, at)
        if head == at:
            at += 1
            continue
        end = max(_find_complements(reading, head), *(reading.names.get(i, 0) for i in range(start, head)))
        alone = any(reading.match("alone", i) > i for i in range(start, head))
        if end > head or alone:
            if language == "en":
                start = reading.owners.get(start, start)
            first, last = tokens[start].start, tokens[end - 1].end
            sure = _SURE if end > head else _BARE
            yield FoundMention(first, last, text[first:last], "POST", sure, "rule:posts")
        at = max(end, at + 1)


def _find_head(reading: Reading, at: int) -> tuple[int, int]:
    """Read words that may stand before a head, then heads; gives the first word and the end, or the same place twice."""
    end = at
    while True:
        before = reading.match("before", end)
        if before > end and _next_is_head(reading, before):
            end = before
            continue
        head = max(reading.match("alone", end), reading.match("heads", end))
        if head == end:
            return (at, end) if end > at and reading.language != "en" else (at, at)
        end = head
        if reading.language == "en":
            return at, end


def _next_is_head(reading: Reading, at: int) -> bool:
    for _ in range(3):
        if max(reading.match("alone", at), reading.match("heads", at)) > at:
            return True
        step = reading.match("before", at)
        if step == at:
            return False
        at = step
    return False


def _find_complements(reading: Reading, head: int) -> int:
    end = head
    for _ in range(4):
        at = end
        linked = reading.match("links", at)
        if reading.language == "en" and linked == at:
            return end
        at = linked
        at = reading.match("articles", at)
        stop = _find_complement(reading, at)
        if stop == at or (linked > end and end == head and reading.language != "en"):
            return end
        end = stop
    return end


def _find_complement(reading: Reading, at: int) -> int:
    """The end of a portfolio, a name or a body that begins at a word."""
    best = max(reading.match("portfolios", at), reading.names.get(at, at))
    body = _find_body(reading, at)
    return max(best, body)


def _find_body(reading: Reading, at: int) -> int:
    """A body: words up to and with a body word in English ("5th Division"), from a body word on in the other two."""
    longest = _LONGEST_BODY[reading.language]
    end = at
    if reading.language == "en":
        for i in range(at, min(at + longest, len(reading.tokens))):
            step = reading.match("bodies", i)
            if step > i:
                end = step
            elif (reading.tokens[i].text[0].islower() and reading.words[i] not in _ORDINALS) or (
                not reading.words[i][:1].isalnum() and reading.words[i] != "-"
            ):
                break
        return end
    if reading.match("bodies", at) == at:
        return at
    for i in range(at, min(at + longest, len(reading.tokens))):
        if not reading.words[i][:1].isalnum() or reading.match("stops", i) > i or (i > at and _opens_next(reading, i)):
            break
        end = max(i + 1, reading.names.get(i, 0))
    return end


def _opens_next(reading: Reading, at: int) -> bool:
    """Tell whether a word after the first joins another phrase on: Persian "و", an Arabic word with "و" before it."""
    word = reading.words[at]
    if reading.language == "fa":
        return word == "و" and reading.match("heads", at + 1) > at + 1
    heads = openers("ar")
    return word in heads or (word[:1] == "و" and (word[1:] in heads or word[1:3] == "ال"))
