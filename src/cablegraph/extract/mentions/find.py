"""Find the mentions of a whole document.

Knows the order of things: sentences, the tagger of each sentence's own language, rules and lists, then names found once
with confidence passed to their other occurrences. Leaves the meaning of a mention to later steps.
Trap: a document may change language from line to line; ``language`` is a hint for the script it is written in, no more.
"""

from collections.abc import Iterable
from dataclasses import replace

from cablegraph.extract.mentions.archives import find_file_titles
from cablegraph.extract.mentions.bodies import find_bodies
from cablegraph.extract.mentions.codenames import find_codenames
from cablegraph.extract.mentions.nationalities import find_nationalities
from cablegraph.extract.mentions.posts import find_posts
from cablegraph.extract.mentions.spread import NAMES, cover, is_covered, spread_names
from cablegraph.extract.mentions.tagger import LANGUAGES, load_tagger
from cablegraph.model.mention import FoundMention
from cablegraph.text import find_language, find_sentences, script_of

_SCRIPT_LANGUAGES = {"Latn": ("en",), "Arab": ("fa", "ar")}


def find_mentions(text: str, language: str | None = None) -> list[FoundMention]:
    """Find names, posts, codenames, source numbers and nationalities.

    Args:
        text: A whole document or a part of one, as extracted.
        language: Its main language ("en", "fa", "ar") where known; a passage in another script is tagged in its own.

    Returns:
        Mentions in reading order with exact spans; those with the labels PERSON, ORG and PLACE do not overlap
        each other, a POST may hold one of them.
    """
    main = language if language in LANGUAGES else find_language(text)
    marked = list(find_codenames(text))
    found: list[FoundMention] = []
    rest: list[FoundMention] = []
    for start, end in find_sentences(text, main):
        own = _language_of(text[start:end], main)
        names = [
            FoundMention(n.start, n.end, text[n.start : n.end], n.label, n.confidence, f"tagger:{own}")
            for n in load_tagger(own).find_names(text, start, end)
        ]
        if own == "en":
            names = _with_bodies(names, _moved(find_bodies(text[start:end]), start))
        found += names
        nations = [m for m in _moved(find_nationalities(text[start:end], own), start) if not _overlaps(m, names)]
        rest += nations
        rest += _moved(find_posts(text[start:end], own, _moved([*names, *nations], -start)), start)
    codes = cover(text, marked)
    found = spread_names(text, [m for m in found if not is_covered(codes, m.start, m.end)])
    titles = cover(text, find_file_titles(text))
    found = [m for m in found if m.label != "PLACE" or not is_covered(titles, m.start, m.end)]
    names_here = cover(text, (m for m in found if m.label in NAMES))
    rest = [m for m in rest if m.label == "POST" or not is_covered(names_here, m.start, m.end)]
    return sorted([*found, *marked, *rest], key=lambda m: (m.start, -m.end, m.label))


def _language_of(passage: str, main: str) -> str:
    """The language of a passage: the main one if it is written in its script, else the likeliest of the other script."""
    languages = _SCRIPT_LANGUAGES.get(script_of(passage), ())
    if main in languages or not languages:
        return main if main in LANGUAGES else "en"
    if len(languages) == 1:
        return languages[0]
    likely = find_language(passage)
    return likely if likely in languages else languages[0]


def _with_bodies(names: list[FoundMention], bodies: list[FoundMention]) -> list[FoundMention]:
    """Add listed bodies where the tagger found nothing, and where it found only a part ("Air Force", "Iraqi")."""
    taken = [b for b in bodies if all(b.start <= n.start and n.end <= b.end for n in names if _overlaps(n, [b]))]
    return [*(n for n in names if not _overlaps(n, taken)), *taken]


def _moved(found: Iterable[FoundMention], by: int) -> list[FoundMention]:
    return [replace(m, start=m.start + by, end=m.end + by) for m in found]


def _overlaps(mention: FoundMention, others: Iterable[FoundMention]) -> bool:
    return any(o.start < mention.end and mention.start < o.end for o in others)
