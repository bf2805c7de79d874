"""Short forms that a document uses once it has given the full name: a surname alone, an acronym put in brackets behind its body.

The tagger sees one sentence, so it misses them; here the whole document helps. The trap is the surname that is also a place or a common
word: it counts only as a whole word, written as in the full name, where nothing else has been found, and not at all where the document uses
it for something else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from cablegraph.extract.linking.groups import words_of
from cablegraph.extract.relations.within import Within
from cablegraph.model.mention import FoundMention

SURE = 0.7
PASSED = 0.8
SHORTEST = {"latin": 4, "arabic": 5}
PROCLITIC = "(?:[وفبلك]|لل)?"
ACRONYM = re.compile(r"\A[ \t]?\((?:the )?[\"“]?(?P<short>[A-Z][A-Z&.\-]{1,9}|[A-Z][A-Za-z]*[A-Z])[\"”]?\)")


def known_surnames(mentions: Iterable[FoundMention]) -> dict[str, float]:
    """The last words of the full names of people, with the confidence that is left of them; none that is also another thing's name."""
    mentions = list(mentions)
    others = {w for m in mentions if m.label not in {"PERSON", "POST"} for w in words_of(m.text)}
    found: dict[str, float] = {}
    for m in mentions:
        words = m.text.split()
        if m.label != "PERSON" or len(words) < 2 or m.confidence < SURE:
            continue
        last = words[-1]
        arabic = "\u0600" <= last[0] <= "\u06ff"
        if len(last) < SHORTEST["arabic" if arabic else "latin"] or (
            not arabic and not (last[0].isupper() or "-" in last)
        ):
            continue
        if words_of(last)[-1:] and words_of(last)[-1] not in others:
            found[last] = max(found.get(last, 0.0), round(m.confidence * PASSED, 4))
    return found


def defined_acronyms(text: str, mentions: Sequence[FoundMention]) -> dict[str, float]:
    """Acronyms in brackets right behind a body: 'National Security Directorate (NSD)'."""
    found: dict[str, float] = {}
    for m in mentions:
        if m.label == "ORG" and (short := ACRONYM.match(text[m.end : m.end + 16])):
            found[short["short"]] = max(found.get(short["short"], 0.0), round(m.confidence * PASSED, 4))
    return found


def find_short_forms(
    text: str, mentions: Sequence[FoundMention], surnames: dict[str, float], acronyms: dict[str, float]
) -> list[FoundMention]:
    """Find the short forms of a text that nobody has marked yet.

    Args:
        text: The text of a page.
        mentions: What was found on it.
        surnames: Surnames of the document, as ``known_surnames`` gives them.
        acronyms: Acronyms of the document, as ``defined_acronyms`` gives them.

    Returns:
        The added mentions, origin ``short-form``, none of which touches another name.
    """
    taken = Within([(m.start, m.end) for m in mentions if m.label != "POST"], lambda span: span)
    added: list[FoundMention] = []
    for label, forms in (("PERSON", surnames), ("ORG", acronyms)):
        for start, end, sure in _occurrences(text, forms):
            widest = taken.before(end - 1)
            if widest is None or widest[1] <= start:
                added.append(FoundMention(start, end, text[start:end], label, sure, "short-form"))
    return added


def _occurrences(text: str, forms: dict[str, float]) -> Iterator[tuple[int, int, float]]:
    """Where any of the forms stands as a word of its own, behind a one-letter word in Arabic script too; a capital may begin it."""
    if not forms:
        return
    sure = {form[0].upper() + form[1:]: value for form, value in forms.items()} | forms
    words = "|".join(re.escape(form) for form in sorted(sure, key=lambda f: (-len(f), f)))
    for match in re.finditer(rf"(?<!\w){PROCLITIC}(?P<form>{words})(?!\w)", text):
        yield *match.span("form"), sure[match["form"]]


def complete_mentions(text: str, mentions: Sequence[FoundMention]) -> list[FoundMention]:
    """The mentions of a text that is a document by itself, with the short forms that it uses of its own names, in reading order."""
    added = find_short_forms(text, mentions, known_surnames(mentions), defined_acronyms(text, mentions))
    return sorted([*mentions, *added], key=lambda m: (m.start, -m.end, m.label))
