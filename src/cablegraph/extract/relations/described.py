"""Ends that English tells in words: bodies ('coalition forces', '3rd Battalion'), things ('two tanks', 'MiG-21s') and people ('Soviet officials').

The nouns are data (``groups``, ``named``, ``things``, ``folk`` in ``data/lexicon.yml``). The trap is the word before the noun: a verb there would
be swallowed ('visited army units'), so the verbs that stand before nouns are listed too (``not_in_groups``).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cablegraph.extract.relations.pieces import NOTHING, any_of

ARTICLE = r"(?:the |an? |its |their |these |those |our )?"
NO_BARE = r"(?!(?:the|an?|its|their|these|those|our) groups?\b)(?<!the )(?<!a )(?<!these )"
NUMBERED = r"\d+(?:st|nd|rd|th)\b"
OPENS = "The|A|An|In|On|At|Our|Its|Their|His|This|That|These|And|Of|For|To|By|From|With|Former|Under"
"""Words with a capital only because a sentence begins with them."""
COUNTED = (
    r"(?:(?:the|an?|its|their|other|more than|at least|several|many|two|three|four|five|six|seven|eight|nine|ten|"
    r"\d+|dozens of|scores of) ){0,2}"
)
DESIGNED = (
    r"(?-i:(?:[A-Z][a-z]+ )?(?:[A-Z]{1,3}[a-z]?-\d{1,3}[A-Z]{0,2}s?|[A-Z]{2,3}\d{1,2}s?)\b(?: [A-Z][a-z]+s?){0,2}"
    r"(?: (?:aircraft|fighters|bombers|jets|helicopters|tanks|missiles))?)"
)
"""What arms are called by their makers: F-104s, MiG-21s, Hunter FGA9s."""
NO_OWNER = r"(?! of (?:the )?⟦[LO])(?!-)"


@dataclass(frozen=True, slots=True)
class Described:
    """Expressions over a masked sentence; ``noun`` and ``told`` tell, and fast, whether it has a noun of a body, of a thing or of people at all."""

    group: re.Pattern[str]
    noun: re.Pattern[str]
    thing: re.Pattern[str]
    folk: re.Pattern[str]
    told: re.Pattern[str]


def only_groups(groups: re.Pattern[str], noun: re.Pattern[str]) -> Described:
    """For a language with expressions of its own for bodies, and none for things and people."""
    return Described(groups, noun, *(re.compile(NOTHING),) * 3)


def english(data: Mapping[str, Sequence[str]]) -> Described:
    """The expressions of English from its word lists.

    Args:
        data: The English part of ``data/lexicon.yml``.
    """
    groups, bodies, things = any_of(data["groups"]), any_of(data["bodies"]), any_of(data["things"])
    plain_word = rf"(?:[A-Z]\.){{2,}}(?:-[a-z]+)?|[A-Z][A-Z-]*|{NUMBERED}"
    modifier = rf"(?:(?!(?:{any_of(data['not_in_groups'])})\b)(?:{plain_word})|⟦[NLO]\d+⟧(?:-[a-z]+)?)(?:'s?)? "
    no_more = rf"(?! of the)(?! (?:{groups}|{any_of(data['of_groups'])})\b)"
    capital = rf"(?:{NUMBERED}|(?!(?:{OPENS})\b)[A-Z][\w-]+|⟦[NLO]\d+⟧)"
    named = (
        rf"(?-i:(?:{capital} (?:and (?=[A-Z]))?){{1,6}}(?:{'|'.join(data['named'])})\b(?: \d+\b)?)(?! of the)(?! ⟦[PT])"
    )
    group = "|".join(
        (
            rf"(?<![\w-]){NO_BARE}{ARTICLE}(?:{modifier}){{0,4}}?(?<=\s)(?:{groups})\b{no_more}",
            rf"(?<![\w-]){named}",
            rf"\b{NUMBERED} (?-i:[A-Z]{{2,6}})\b",
            rf"(?<!\w)(?:{bodies})(?!\w)(?! (?:{things})\b)",
            r"(?<=\bthe )(?-i:[A-Z]{2,6})\b(?! [A-Z]{2})",
        )
    )
    noun = (
        rf"(?<!\w)(?:{groups}|{bodies}|{any_of(data['named'])})(?!\w)|\bthe [A-Z]{{2,6}}\b|\b{NUMBERED} [A-Z]{{2,6}}\b"
    )
    people = any_of(data["folk"])
    before = rf"(?<![\w-]){COUNTED}(?:{modifier}){{0,3}}?"
    thing = rf"(?<![\w-]){COUNTED}(?:⟦[NLO]\d+⟧ )?{DESIGNED}|{before}(?:{things})\b{NO_OWNER}"
    folk = rf"{before}(?:{people})\b{NO_OWNER}(?! ⟦P)"
    told = rf"\b(?:{things}|{people})\b|(?-i:[A-Z]-?\d)"
    return Described(*(re.compile(words, re.IGNORECASE) for words in (group, noun, thing, folk, told)))
