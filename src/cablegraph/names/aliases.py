"""What stands beside a name and is not in its row of parts: nicknames in brackets or quotation marks, and aliases behind "known as".

Gives spans and kinds; ``words`` leaves them out of the row and ``parse`` appends them as parts of their own. The words that bring an alias in are
read from ``data/titles.yml``.

The trap: an Arabic ``بـ`` ("as") is written together with the alias (المعروف بأبي مهدي) and does not belong to it; and a bracket may hold a remark
(متقاعد, ret.) that names nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cablegraph.names.parts import Kind
from cablegraph.names.sounds import load_yaml
from cablegraph.names.words import Word, find_bracketed, fold_word

_TRIMMED = " \t\n.,;:،؛-–—\"'«»“”„()[]‹›\u200c\u200e\u200f\u0640"
_END = re.compile(r"[,،;؛)\]»”]|\s[-–—]\s|$")
_CLOSING = frozenset(")]»”")
_FATHER = re.compile(
    r"(?:abu|abou|abo|أبو|ابو|أبي|ابي|ابی|أبا|ابا|umm|oum|أم|ام)(?=[\s\u200c-]|[؀-ۿ]{3})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Alias:
    """An alias: the half-open span that it and the words before it take, its own half-open span, and its kind."""

    start: int
    end: int
    text_start: int
    text_end: int
    kind: Kind


def _intro_pattern(phrases: list[str]) -> str:
    """One alternative for each phrase, longest first; an Arabic one that ends in ``ب`` holds on to the alias."""
    out = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = r"\s+".join(re.escape(word) for word in phrase.split())
        out.append(rf"{words}ـ*\s*" if phrase.endswith(" ب") else rf"{words}[\s:]+")
    return "|".join(out)


_TITLES = load_yaml("titles")
_FIRST_WORDS = frozenset(
    fold_word(re.split(r"[\s./:-]", phrase)[0]) for phrases in _TITLES["aliases"].values() for phrase in phrases
)
_REMARKS = frozenset(_TITLES["remarks"].split())
_INTRO = re.compile(
    r"(?<![^\s,،(\[«“\"])(?:"
    + "|".join(
        f"(?P<{group}>{_intro_pattern(_TITLES['aliases'][kind])})"
        for group, kind in (("war", "nom de guerre"), ("nick", "nickname"))
    )
    + ")",
    re.IGNORECASE,
)


def _trim(name: str, start: int, end: int) -> tuple[int, int]:
    while start < end and name[start] in _TRIMMED:
        start += 1
    while start < end and name[end - 1] in _TRIMMED:
        end -= 1
    return start, end


def _alias(name: str, span: tuple[int, int], text: tuple[int, int], kind: Kind) -> Alias | None:
    """The alias of a span, or None when nothing but signs or remarks is left of it."""
    start, end = _trim(name, *text)
    words = name[start:end].casefold().replace(".", " ").split()
    if all(word in _REMARKS for word in words):
        return None
    if _FATHER.match(name, start, end):
        kind = Kind.NOM_DE_GUERRE
    return Alias(*span, start, end, kind)


def may_have_aliases(words: list[Word]) -> bool:
    """A quick look, whether one of the words of a name may bring in an alias."""
    return not _FIRST_WORDS.isdisjoint([word.folded for word in words])


def find_aliases(name: str) -> tuple[list[Alias], list[tuple[int, int]]]:
    """The aliases of a name, and all spans that are no row of parts (aliases with what brings them in, remarks in brackets).

    Args:
        name: A name of at most a few hundred code points, as written.
    """
    aliases: list[Alias] = []
    spans: list[tuple[int, int]] = []
    if found := _INTRO.search(name):
        closing = _END.search(name, found.end())
        end = closing.start() if closing else len(name)
        rest = end if name[end : end + 1] in _CLOSING else len(name)
        kind = Kind.NOM_DE_GUERRE if found["war"] else Kind.NICKNAME
        if name[: found.start()].strip(_TRIMMED) and (
            alias := _alias(name, (found.start(), rest), (found.end(), end), kind)
        ):
            aliases.append(alias)
            spans.append((found.start(), rest))
    for span in find_bracketed(name):
        if any(span[0] < stop and start < span[1] for start, stop in spans):
            continue
        spans.append(span)
        if alias := _alias(name, span, (span[0] + 1, span[1] - 1), Kind.NICKNAME):
            aliases.append(alias)
    return sorted(aliases, key=lambda a: a.start), sorted(spans)
