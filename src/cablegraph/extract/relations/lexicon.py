"""The shared words of the relation patterns, by language, as compiled expressions over a masked sentence.

The heads of posts are those of the mentions' list (``extract/mentions/data/posts.yml``) and the few more of ``data/lexicon.yml``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from cablegraph.extract.relations.mask import plain

LANGUAGES = ("en", "fa", "ar")
NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The expressions of one language. ``between`` may be empty; ``rank``, ``pronoun``, ``group`` and ``post`` find stretches of a mask."""

    rank: re.Pattern[str]
    pronoun: re.Pattern[str]
    group: re.Pattern[str]
    post: re.Pattern[str]
    between: str


def _any(words: Iterable[str]) -> str:
    ordered = sorted({plain(w) for w in words}, key=len, reverse=True)
    return "|".join(w if re.search(r"[\\⟦(?|+]", w) else re.escape(w) for w in ordered) or NOTHING


@cache
def lexicon(language: str) -> Lexicon:
    """The expressions of a language; English ones where the language is none of ours."""
    language = language if language in LANGUAGES else "en"
    folder = files("cablegraph.extract")
    data = yaml.safe_load((folder / "relations" / "data" / "lexicon.yml").read_text(encoding="utf-8"))[language]
    posts = yaml.safe_load((folder / "mentions" / "data" / "posts.yml").read_text(encoding="utf-8"))[language]
    heads = _any([*posts["heads"], *posts["alone"], *data["heads"]])
    latin = language == "en"
    flags = re.IGNORECASE
    rank = re.compile(rf"(?<!\w)(?:(?:{_any(data['ranks'])})\.? )+(?=⟦P\d+⟧)", 0 if latin else flags)
    pronoun = re.compile(rf"(?<![\w⟧])(?:{_any(data['pronouns'])})(?!\w)", flags)
    groups = _any(data["groups"])
    if latin:
        group = re.compile(rf"(?<!\w)(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir )?(?:(?:(?!(?:and|or|of|to|by|in|with|that|said|on|from|for)\b)[A-Za-z-]+|⟦[NLO]\d+⟧)(?:'s?)? ){{0,3}}?(?<=\s)(?:{groups})\b(?! of the)", flags)
        word = r"(?:[A-Z][\w&'./-]*|⟦[OLNG]\d+⟧)"
        before = "|".join(sorted((re.escape(w) for w in posts["before"]), key=len, reverse=True))
        link = rf"(?:(?:, |,? (?:of|for|to|in|at)(?: the| all)? |'s )(?:(?:\d+(?:st|nd|rd|th) )?{word})(?:(?: and| of| for| the| &)*(?:,? ){word})*)"
        post = re.compile(
            rf"(?:⟦[NLO]\d+⟧(?:'s)? )?(?:(?<!\w)(?i:{before}) )*(?:⟦T\d+⟧|(?<!\w)(?:(?i:{heads}))(?= (?:of|for|to|at)\b|, ⟦O))(?:{link.replace('(?:, |,? ', '(?:,? ')})*"
        )  # fmt: skip
    else:
        group = re.compile(rf"(?<!\w)(?:{groups})(?: ⟦[OLN]\d+⟧)+", flags)
        stops = _any([*data["stops"], *posts["stops"]])
        word = rf"(?:⟦[OLNGT]\d+⟧|(?!(?:{stops})(?!\w))(?!ن?می )[^\s⟦⟧,;.:?!()\"-]+)"
        post = re.compile(rf"(?:(?<!\w)(?:{heads}) )?⟦T\d+⟧(?: (?:در )?⟦[OLNG]\d+⟧)*|(?<!\w)(?:{heads})(?!\w)(?: {word}){{1,6}}(?: (?:در|فی) ⟦[LO]\d+⟧)?", flags)
    return Lexicon(rank, pronoun, group, post, _any(data["between"]))
