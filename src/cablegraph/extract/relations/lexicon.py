"""The shared words of the relation patterns, by language, as compiled expressions over a masked sentence.

The heads of posts are those of the mentions' list (``extract/mentions/data/posts.yml``) and the few more of ``data/lexicon.yml``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from cablegraph.extract.relations.pieces import plain

LANGUAGES = ("en", "fa", "ar")
NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The expressions of one language.

    ``rank``, ``pronoun``, ``me`` (the writer's 'I'), ``called`` (a name with its nickname), ``aside`` (a name with an explanation in commas),
    ``group``, ``thing`` and ``post`` find stretches of a mask; ``head`` and ``group_noun`` tell whether it has a word for a post or group at all; ``between``
    is what may stand before a verb, empty in languages without; ``owned`` ends a stretch with a noun whose owner follows ('brother of').
    """

    rank: re.Pattern[str]
    pronoun: re.Pattern[str]
    me: re.Pattern[str]
    called: re.Pattern[str]
    aside: re.Pattern[str]
    group: re.Pattern[str]
    group_noun: re.Pattern[str]
    thing: re.Pattern[str]
    post: re.Pattern[str]
    head: re.Pattern[str]
    between: str
    owned: re.Pattern[str]


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
    whole = "".join(
        rf"(?<!{word} )" for word in data.get("joined", ())
    )  # 'Assistant Secretary X': the title is a post's last word
    rank = re.compile(rf"(?<!\w){whole}(?:(?:{_any(data['ranks'])})\.? )+(?=⟦P\d+⟧)", 0 if latin else flags)
    after_name = r"(?<!⟧ )(?<!⟧\" )(?<!⟧, )" if language == "ar" else ""  # there it is the copula
    pronoun = re.compile(rf"(?<![\w⟧.]){after_name}(?:{_any(data['pronouns'])})(?!\w)", flags)
    me = re.compile(rf"(?<![\w⟧.])(?:{_any(data['me'])})(?![\w.])")
    owned = re.compile(rf"(?<!\w)(?:{_any(data['owned'])}){' (?:of|to)(?: the)?' if latin else '[ی]?'} \Z", flags)
    called = re.compile(rf"(?P<name>⟦P\d+⟧),? \(?(?:{_any(data['called'])}) ?\"?⟦[PC]\d+⟧\"?(?:\)|,)?", flags)
    opened = rf"(?:{_any(data['asides'])})(?!\w)[^;.:⟦]{{2,60}}(?:⟦[LDN]\d+⟧[^;.:⟦]{{0,20}})?"
    not_now = r"(?!(?:the )?(?:acting|interim|former|then|now|new|current|deputy)\b)"  # these belong to the post and are read with it
    post_of = rf"{not_now}(?:the )?(?!the )(?-i:[a-z]+ ){{1,3}}⟦T\d+⟧(?: (?:in|of|for|to|at) (?:the )?⟦[LO]\d+⟧)?"
    aside = re.compile(rf"(?P<name>⟦P\d+⟧), (?:{opened}|{post_of}),(?= (?:{_any(data['verbs'])})(?!\w))", flags)
    groups = _any(data["groups"])
    thing = re.compile(NOTHING)
    if latin:
        article = r"(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir |[Tt]hese |[Tt]hose |[Oo]ur )?"
        no_bare = r"(?!(?:the|an?|its|their|these|those|our) groups?\b)(?<!the )(?<!a )(?<!these )"
        modifier = rf"(?:(?!(?:{_any(data['not_in_groups'])})\b)(?:(?:[A-Za-z]\.){{2,}}(?:-[a-z]+)?|[A-Za-z][A-Za-z-]*|\d+(?:st|nd|rd|th)\b)|⟦[NLO]\d+⟧(?:-[a-z]+)?)(?:'s?)? "
        no_more = rf"(?! of the)(?! (?:{groups}|{_any(data['of_groups'])})\b)"
        group = re.compile(
            rf"(?<![\w-]){no_bare}{article}(?:{modifier}){{0,4}}?(?<=\s)(?:{groups})\b{no_more}|"
            rf"(?<!\w)(?:{_any(data['bodies'])})(?!\w)|(?<=\bthe )(?-i:[A-Z]{{2,6}})\b(?! [A-Z]{{2}})",
            flags,
        )
        counted = r"(?:[A-Z]?(?:the|an?|its|their|other|more than|at least|several|many|two|three|four|five|six|seven|eight|nine|ten|\d+|dozens of|scores of) ){0,2}"
        thing = re.compile(rf"(?<![\w-]){counted}(?:{modifier}){{0,2}}?(?:{_any(data['things'])})\b(?! of (?:the )?⟦[LO])(?!-)", flags)
        unit = r"(?: (?:station|office|section|branch|desk|division|team|command)\b)?"
        word = rf"(?:[A-Z][\w&'/-]*(?:\.[\w&'/-]+)*(?:'s [a-z]+)?{unit}|⟦(?:[OLGT]|N(?=\d+⟧ [A-Z⟦]))\d+⟧{unit}|(?<=of )⟦P\d+⟧|(?<= to )⟦P\d+⟧)"
        before = "|".join(sorted((re.escape(w) for w in posts["before"]), key=len, reverse=True))
        titled = _any(w.title() for w in [*posts["heads"], *data["heads"]])
        link = rf"(?! to ⟦T)(?:(?:,? (?:of|for|to|in|at)(?: the| all)? |'s )(?:(?:\d+(?:st|nd|rd|th) )?{word})(?:(?: and| of| for| the| &)*(?:,? ){word})*)"
        no_name = rf"(?!(?i:{_any([*data['not_in_groups'], *data['not_in_posts']])})\b)"
        named = rf"(?:{no_name}[A-Z][a-z]+ (?:and )?){{1,3}}"
        whose = rf"(?:(?:⟦[NLO]\d+⟧(?:'s)?|\b{no_name}[A-Z]{{2,6}}) )?"
        post = re.compile(
            rf"{whose}(?:(?<!\w)(?!under )(?i:{before}) )*(?:⟦T\d+⟧|(?<!\w)(?:(?i:{heads}))(?= (?:of|for|to|at)\b|, ⟦O)"
            rf"|⟦[NLO]\d+⟧(?:'s)? (?:(?i:{before}) )*(?i:{heads})(?= ⟦P)|(?<!\w){named}(?:{titled})(?!\w)"
            rf"|(?<=\s)(?!under )(?:(?i:{before}) )+(?:(?i:{heads}))(?=[,.;)]|$| ⟦P))(?:{link})*"
        )
    else:
        stops = _any([*data["stops"], *posts["stops"]])
        other = rf"(?!(?:{stops})(?!\w))(?!ن?می )[^\s⟦⟧,;.:?!()\"-]+"
        group = re.compile(
            rf"(?<!\w)(?:(?:{groups})(?: (?:⟦[OLN]\d+⟧|{other})){{1,3}}|(?:{_any(data['bodies'])})(?!\w))", flags
        )
        word = rf"(?:⟦[OLNGT]\d+⟧|(?!(?:{stops})(?!\w))(?!ن?می )(?!و (?:{stops})(?!\w))[^\s⟦⟧,;.:?!()\"-]+)"
        adjectives = (
            rf"(?: (?!(?:{stops}|{_any(data['ranks'])})(?!\w))ال[^\s⟦⟧,;.:?!]+){{0,2}}" if language == "ar" else ""
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
        group,
        re.compile(rf"(?<!\w)(?:{groups}|{_any(data['bodies'])})(?!\w)|\bthe [A-Z]{{2,6}}\b", flags),
        thing,
        post,
        re.compile(rf"(?<!\w)(?:{heads})[اه]?(?!\w)", flags),
        _any(data["between"]),
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
