"""The shared words of the relation patterns, by language, as compiled expressions over a masked sentence.

The heads of posts are those of the mentions' list (``extract/mentions/data/posts.yml``) and the few more of ``data/lexicon.yml``.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from cablegraph.extract.relations.described import Described, english, only_groups
from cablegraph.extract.relations.pieces import any_of, plain

LANGUAGES = ("en", "fa", "ar")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The expressions of one language.

    ``rank``, ``pronoun``, ``me`` (the writer's 'I'), ``called`` (a name with its nickname), ``aside`` (a name with an explanation in commas),
    ``described`` (ends told in words) and ``post`` find stretches of a mask; ``head`` tells whether it has a word for a post at all; ``between``
    is what may stand before a verb, empty in languages without; ``owned`` ends a stretch with a noun whose owner follows ('brother of').
    """

    rank: re.Pattern[str]
    pronoun: re.Pattern[str]
    me: re.Pattern[str]
    called: re.Pattern[str]
    aside: re.Pattern[str]
    described: Described
    post: re.Pattern[str]
    head: re.Pattern[str]
    between: str
    owned: re.Pattern[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The expressions of a language; English ones where the language is none of ours."""
    language = language if language in LANGUAGES else "en"
    folder = files("cablegraph.extract")
    data = yaml.safe_load((folder / "relations" / "data" / "lexicon.yml").read_text(encoding="utf-8"))[language]
    posts = yaml.safe_load((folder / "mentions" / "data" / "posts.yml").read_text(encoding="utf-8"))[language]
    heads = any_of([*posts["heads"], *posts["alone"], *data["heads"]])
    latin = language == "en"
    flags = re.IGNORECASE
    whole = "".join(
        rf"(?<!{word} )" for word in data.get("joined", ())
    )  # 'Assistant Secretary X': the title is a post's last word
    rank = re.compile(rf"(?<!\w){whole}(?:(?:{any_of(data['ranks'])})\.? )+(?=⟦P\d+⟧)", 0 if latin else flags)
    after_name = r"(?<!⟧ )(?<!⟧\" )(?<!⟧, )" if language == "ar" else ""  # there it is the copula
    pronoun = re.compile(rf"(?<![\w⟧.]){after_name}(?:{any_of(data['pronouns'])})(?!\w)", flags)
    me = re.compile(rf"(?<![\w⟧.])(?:{any_of(data['me'])})(?![\w.])")
    owned = re.compile(rf"(?<!\w)(?:{any_of(data['owned'])}){' (?:of|to)(?: the)?' if latin else '[ی]?'} \Z", flags)
    called = re.compile(rf"(?P<name>⟦P\d+⟧),? \(?(?:{any_of(data['called'])}) ?\"?⟦[PC]\d+⟧\"?(?:\)|,)?", flags)
    opened = rf"(?:{any_of(data['asides'])})(?!\w)[^;.:⟦]{{2,60}}(?:⟦[LDN]\d+⟧[^;.:⟦]{{0,20}})?"
    not_now = r"(?!(?:the )?(?:acting|interim|former|then|now|new|current|deputy)\b)"  # these belong to the post and are read with it
    post_of = rf"{not_now}(?:the )?(?!the )(?-i:[a-z]+ ){{1,3}}⟦T\d+⟧(?: (?:in|of|for|to|at) (?:the )?⟦[LO]\d+⟧)?"
    aside = re.compile(rf"(?P<name>⟦P\d+⟧), (?:{opened}|{post_of}),(?= (?:{any_of(data['verbs'])})(?!\w))", flags)
    if latin:
        described = english(data)
        unit = r"(?: (?:station|office|section|branch|desk|division|team|command)\b)?"
        word = rf"(?:[A-Z][\w&'/-]*(?:\.[\w&'/-]+)*(?:'s [a-z]+)?{unit}|⟦(?:[OLGT]|N(?=\d+⟧ [A-Z⟦]))\d+⟧{unit}|(?<=of )⟦P\d+⟧|(?<= to )⟦P\d+⟧)"
        before = "|".join(sorted((re.escape(w) for w in posts["before"]), key=len, reverse=True))
        titled = any_of(w.title() for w in [*posts["heads"], *data["heads"]])
        link = rf"(?! to ⟦T)(?:(?:,? (?:of|for|to|in|at)(?: the| all)? |'s )(?:(?:\d+(?:st|nd|rd|th) )?{word})(?:(?: and| of| for| the| &)*(?:,? ){word})*)"
        no_name = rf"(?!(?i:{any_of([*data['not_in_groups'], *data['not_in_posts']])})\b)"
        named = rf"(?:{no_name}[A-Z][a-z]+ (?:and )?){{1,3}}"
        whose = rf"(?:(?:⟦[NLO]\d+⟧(?:'s)?|\b{no_name}[A-Z]{{2,6}}) )?"
        post = re.compile(
            rf"{whose}(?:(?<!\w)(?!under )(?i:{before}) )*(?:⟦T\d+⟧|(?<!\w)(?:(?i:{heads}))(?= (?:of|for|to|at)\b|, ⟦O)"
            rf"|⟦[NLO]\d+⟧(?:'s)? (?:(?i:{before}) )*(?i:{heads})(?= ⟦P)|(?<!\w){named}(?:{titled})(?!\w)"
            rf"|(?<=\s)(?!under )(?:(?i:{before}) )+(?:(?i:{heads}))(?=[,.;)]|$| ⟦P))(?:{link})*"
        )
    else:
        stops = any_of([*data["stops"], *posts["stops"]])
        groups = any_of(data["groups"])
        other = rf"(?!(?:{stops})(?!\w))(?!ن?می )[^\s⟦⟧,;.:?!()\"-]+"
        bodies = any_of(data["bodies"])
        described = only_groups(
            re.compile(rf"(?<!\w)(?:(?:{groups})(?: (?:⟦[OLN]\d+⟧|{other})){{1,3}}|(?:{bodies})(?!\w))", flags),
            re.compile(rf"(?<!\w)(?:{groups}|{bodies})(?!\w)|\bthe [A-Z]{{2,6}}\b", flags),
        )
        word = rf"(?:⟦[OLNGT]\d+⟧|(?!(?:{stops})(?!\w))(?!ن?می )(?!و (?:{stops})(?!\w))[^\s⟦⟧,;.:?!()\"-]+)"
        adjectives = (
            rf"(?: (?!(?:{stops}|{any_of(data['ranks'])})(?!\w))ال[^\s⟦⟧,;.:?!]+){{0,2}}" if language == "ar" else ""
        )
        end = r"(?=,|[.;)]|$| (?:است|بود|شد|می|من منصب))"
        post = re.compile(
            rf"(?:(?<!\w)(?:{heads}) )?⟦T\d+⟧(?:(?: {other}){{1,2}}(?: (?:در|فی) {other})?{end}| (?:در|فی) {other}{end}|(?: (?:در )?⟦[OLNG]\d+⟧)*{adjectives})"
            rf"|(?<!\w)(?:{heads})[اه]?(?!\w)(?: این)?(?: {word}){{1,6}}(?: (?:در|فی) ⟦[LO]\d+⟧)?",
            flags,
        )
    return Lexicon(
        rank,
        pronoun,
        me,
        called,
        aside,
        described,
        post,
        re.compile(rf"(?<!\w)(?:{heads})[اه]?(?!\w)", flags),
        any_of(data["between"]),
        owned,
    )


@cache
def _ranks() -> frozenset[str]:
    data = yaml.safe_load(
        (files("cablegraph.extract") / "relations" / "data" / "lexicon.yml").read_text(encoding="utf-8")
    )
    return frozenset(plain(word).lower() for part in data.values() for word in part["ranks"])


def is_rank(words: str) -> bool:
    """Whether words are nothing but a rank or title ('Brigadier'), which is no name."""
    return plain(words).lower() in _ranks()


def is_head(word: str) -> bool:
    """Whether a word is nothing but the head of a post ('Chief')."""
    return any(lexicon(language).head.fullmatch(plain(word)) for language in LANGUAGES)
