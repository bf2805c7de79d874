"""Short forms that a document uses once it has given the full name: a surname alone, an acronym put in brackets behind its body.

The tagger sees one sentence, so it misses them; here the whole document helps. The trap is the surname that is also a place or a common
word: it counts only as a whole word, written as in the full name, where nothing else has been found, and not at all where the document uses
it for something else.
"""

import re
from collections.abc import Iterable, Sequence

from cablegraph.extract.linking.groups import words_of
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
    taken = [(m.start, m.end) for m in mentions if m.label != "POST"]
    added: list[FoundMention] = []
    for label, forms in (("PERSON", surnames), ("ORG", acronyms)):
        for form in sorted(forms, key=lambda f: (-len(f), f)):
            lead = PROCLITIC if "\u0600" <= form[0] <= "\u06ff" else ""
            capital = (
                rf"(?:{re.escape(form)}|{re.escape(form[0].upper() + form[1:])})" if lead == "" else re.escape(form)
            )
            for match in re.finditer(rf"(?<!\w){lead}(?P<form>{capital})(?!\w)", text):
                start, end = match.span("form")
                if any(s < end and start < e for s, e in taken):
                    continue
                taken.append((start, end))
                added.append(FoundMention(start, end, text[start:end], label, forms[form], "short-form"))
    return added
