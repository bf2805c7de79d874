"""Mentions of one document gathered by meaning, and which of two readings is left open.

A group holds the mentions that mean one thing. The trap is the short form: a surname that two people of the document bear belongs to
neither.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from cablegraph.names import compare_names, name_keys
from cablegraph.text import fold

ARTICLES = ("the ", "al-", "el-", "ال")


@dataclass(slots=True)
class Group:
    """What is gathered so far: the schema, the fullest name, all forms, and the indexes of the mentions."""

    schema: str
    name: str
    forms: list[str] = field(default_factory=list)
    members: list[int] = field(default_factory=list)

    def take(self, form: str, members: Iterable[int]) -> None:
        """Add mentions of one form; the longest form in words becomes the name."""
        if form not in self.forms:
            self.forms.append(form)
        self.members.extend(members)


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens and articles apart from none: 'al-Hamdawi' stays one word."""
    return tuple(w for w in fold(name).replace("(", " ").replace(")", " ").replace(".", " ").split() if w)


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    for article in ARTICLES:
        if word.startswith(article) and len(word) > len(article) + 2:
            return word[len(article) :]
    return word


@lru_cache(maxsize=20_000)
def _keys(word: str) -> frozenset[str]:
    return frozenset(name_keys(word))


def same_word(a: str, b: str) -> bool:
    """Whether two words are one but for the article."""
    return a == b or _bare(a) == _bare(b)


def is_part(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a short form is the end of a full name, or its beginning where it has two words or more."""
    if not short or len(short) >= len(full):
        return False
    tail = full[-len(short) :]
    if all(same_word(a, b) for a, b in zip(short, tail, strict=True)):
        return True
    return len(short) > 1 and all(same_word(a, b) for a, b in zip(short, full, strict=False))


def may_be_one(a: str, b: str) -> bool:
    """Whether two full names share enough to be compared: a key of the last word, or of two words."""
    left, right = words_of(a), words_of(b)
    shared = sum(any(_keys(x) & _keys(y) for y in right) for x in left)
    return shared >= min(2, len(left), len(right))


def group_persons(forms: dict[str, list[int]]) -> tuple[list[Group], list[int]]:
    """Groups of the names of people, and the mentions left open since two people bear them.

    Args:
        forms: Every written form with the indexes of its mentions.
    """
    groups: list[Group] = []
    open_: list[int] = []
    by_size = sorted(forms, key=lambda f: (-len(words_of(f)), -len(f), f))
    for form in by_size:
        words = words_of(form)
        if not words:
            open_ += forms[form]
            continue
        same = [g for g in groups if any(words_of(f) == words for f in g.forms)]
        if not same and len(words) > 1:
            same = [
                g
                for g in groups
                if len(words_of(g.name)) > 1 and may_be_one(form, g.name) and compare_names(form, g.name).same
            ]
        if not same:
            same = [g for g in groups if any(is_part(words, words_of(f)) for f in g.forms)]
        if not same and len(words) == 1:
            same = [g for g in groups if _keys(words[0]) & _keys(words_of(g.name)[-1]) and _other_script(form, g.name)]
        if len(same) == 1:
            same[0].take(form, forms[form])
        elif same:
            open_ += forms[form]
        else:
            groups.append(Group("Person", form, [form], list(forms[form])))
    return groups, open_


def _other_script(a: str, b: str) -> bool:
    return a.isascii() != b.isascii()


def group_equal(forms: dict[str, list[int]], schema: str) -> list[Group]:
    """Groups of bodies, places or posts: the same words, but for the article, mean the same."""
    groups: dict[tuple[str, ...], Group] = {}
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        words = words_of(form)
        key = words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words
        if key in groups:
            groups[key].take(form, forms[form])
        else:
            groups[key] = Group(schema, form, [form], list(forms[form]))
    return list(groups.values())


def merge(groups: list[Group], into: Group, other: Group) -> None:
    """Put one group into another; the name of ``into`` stays."""
    for form in other.forms:
        if form not in into.forms:
            into.forms.append(form)
    into.members.extend(other.members)
    groups.remove(other)
