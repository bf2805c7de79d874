"""Parse a written name into typed parts, in the traditions of Arabic, Persian and European names.

``parse_name`` answers two questions at once: what each word is (a title, a given name, a father's name, a nisba ...), and which words make
one part (Abd al-Mahdi, Nur al-Din, Abu Zayd). ``align`` compares the parts that carry identity, ``Name.core``.

The trap: most titles are also names. A title counts as one only in front of at least two other words or where it can be nothing else, and
titles that families keep (Sayyid, Khan, Shah) stay parts, only lighter.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from cablegraph.names.compounds import DIVINE, is_divine, split_compound, strip_article
from cablegraph.names.keys import name_keys
from cablegraph.names.lexicon import lexicon, rarity
from cablegraph.names.parts import JOINT, Kind, Name, Part
from cablegraph.names.sounds import encode, script_number
from cablegraph.names.words import Word, find_bracketed, split_words

SOFT_WEIGHT = 0.15
"""Weight of a title that may also be a name, against 0.35-1 for a name by its frequency."""
_UNSAID = frozenset({Kind.HONORIFIC, Kind.PARTICLE, Kind.NICKNAME, Kind.SUFFIX})
_PERSONAL = frozenset({Kind.GIVEN, Kind.MIDDLE})


@lru_cache(maxsize=1 << 16)
def parse_name(name: str, language: str | None = None) -> Name:
    """Parse one written name of a person.

    Args:
        name: The name as it stands in the text, titles and all, in any script; what follows the first 400 code points is not read.
        language: Language of the text if known ("fa", "ar", "en" ...). In Persian a last word in -i is a family name, in Arabic a nisba.

    Returns:
        The parts in the order of the text, but for ``Family, Given``, where the given name comes first. A text without letters has none.
    """
    words = _given_first(name, split_words(name))
    parts = _group(name, words)
    parts = _kinds(parts, language)
    core = tuple(p for p in parts if p.kind not in _UNSAID)
    parts = _doubled(name, parts)
    if not core:
        core = tuple(p for p in parts if p.kind is not Kind.PARTICLE) or tuple(parts)
    if all(p.soft for p in core):
        core = tuple(replace(p, soft=False, weight=rarity(p.core)) for p in core)
    nicknames = (
        Part(name[s + 1 : e - 1].strip(), Kind.NICKNAME, s + 1, e - 1, "") for s, e in find_bracketed(name) if name[s + 1 : e - 1].strip()
    )
    return Name(name, tuple(sorted((*parts, *nicknames), key=lambda p: p.start) if "," not in name else (*parts, *nicknames)), core)


def _given_first(name: str, words: list[Word]) -> list[Word]:
    """``Family, Given`` turned round; a comma before ``Jr.`` or ``III`` turns nothing."""
    comma = max(name.find(","), name.find("،"))
    if comma < 0 or name.count(",") + name.count("،") > 1:
        return words
    before, after = [w for w in words if w.end <= comma], [w for w in words if w.start > comma]
    if not before or not after or after[0].folded in lexicon().generations:
        return words
    return after + before


def _group(name: str, words: list[Word]) -> list[Part]:
    """Words joined to parts: heads take what follows, tails and suffixes what precedes, articles vanish into the next word."""
    lists = lexicon()
    parts: list[Part] = []
    at = 0
    while at < len(words):
        word = words[at]
        left = len(words) - at - 1
        folded = lists.abbreviations.get(word.folded, word.folded)
        head = lists.heads.get(folded, "")
        if head and left:
            nxt = at + 1
            while nxt + 1 < len(words) and words[nxt].folded in lexicon().articles:
                nxt += 1
            parts.append(_part(name, words[at : nxt + 1], head))
            at = nxt + 1
        elif parts and (folded in lists.tails or (folded in lists.suffixes and not parts[-1].soft)) and parts[-1].kind is not Kind.PARTICLE:
            parts[-1] = _extended(name, parts[-1], word, lists.tails.get(folded, ""))
            at += 1
        elif folded in lexicon().generations and parts:
            parts.append(_bare(name, word, Kind.SUFFIX))
            at += 1
        elif folded in lists.particles and left and (parts or folded in lexicon().opening):
            after = words[at + 1].folded
            bound = folded in lexicon().articles and parts and after in lists.tails and at + 1 < len(words)
            if not bound:
                parts.append(_bare(name, word, Kind.PARTICLE))
            at += 1
        elif _is_initial(word) and not (word.dotted and left and folded in lists.honorifics):
            parts.append(_bare(name, word, Kind.INITIAL))
            at += 1
        elif folded in lists.honorifics and left and all(p.soft or p.kind is Kind.HONORIFIC for p in parts):
            parts.append(_bare(name, word, Kind.HONORIFIC))
            at += 1
        else:
            parts.append(_part(name, [word], ""))
            at += 1
    for before, at in zip(parts, range(1, len(parts)), strict=False):
        if before.kind is Kind.PARTICLE:
            parts[at] = replace(parts[at], whole=before.whole + JOINT + parts[at].whole)
    return [replace(part, size=len(encode(part.whole).skeleton), plain=_is_plain(part)) for part in parts]


def _is_plain(part: Part) -> bool:
    named = part.head or part.tail or part.core in lexicon().nicknames
    return not named and part.whole == part.core and part.kind is not Kind.INITIAL


def _is_initial(word: Word) -> bool:
    """One letter, or in Arabic script the short name of a Latin letter before a full stop (دبلیو.)."""
    spelled = word.dotted and len(word.folded) < 6 and script_number(word.folded) == 0
    return (len(word.folded) == 1 or spelled) and not word.linked


def _bare(name: str, word: Word, kind: Kind) -> Part:
    return Part(name[word.start : word.end], kind, word.start, word.end, word.folded, whole=word.folded, weight=0.1)


def _part(name: str, words: list[Word], head: str) -> Part:
    """One part of a head (if any) and the word it governs."""
    lists = lexicon()
    last = words[-1].folded
    last = lists.abbreviations.get(last, last)
    whole = JOINT.join(w.folded for w in words)
    soft = not head and last in lists.soft
    if is_divine(last):
        core, tail, inner = DIVINE, "", ""
    else:
        compound = split_compound(last if soft else strip_article(last))
        core, tail, inner = compound.core, compound.tail, compound.head
    weight = SOFT_WEIGHT if soft else rarity(last if not head else "abd" + core if core == DIVINE else core)
    return Part(
        name[words[0].start : words[-1].end], Kind.GIVEN, words[0].start, words[-1].end, core, head or inner, tail, whole, weight, soft, name_keys(core)
    )


def _extended(name: str, part: Part, word: Word, tail: str) -> Part:
    """A part that takes in the tail or suffix after it."""
    text, whole = name[part.start : word.end], part.whole + JOINT + word.folded
    if tail:
        return replace(part, text=text, end=word.end, whole=whole, tail=tail, soft=False, weight=rarity(part.core))
    core = part.core + word.folded
    return replace(part, text=text, end=word.end, whole=whole, core=core, keys=name_keys(core), weight=1.0)


def _kinds(parts: list[Part], language: str | None) -> list[Part]:
    """Say what each part is, from its place and its form."""
    out: list[Part] = []
    names = [i for i, p in enumerate(parts) if p.kind is Kind.GIVEN and not p.soft]
    for at, part in enumerate(parts):
        kind = part.kind
        if kind is Kind.GIVEN:
            before = parts[at - 1] if at else None
            if part.soft and (not names or at < names[0]):
                kind = Kind.HONORIFIC if names else Kind.GIVEN
            elif part.head in ("father", "mother"):
                kind = Kind.KUNYA
            elif before and before.kind is Kind.PARTICLE and before.core in lexicon().descent:
                kind = Kind.PATRONYMIC
            elif names and at == names[0]:
                kind = Kind.GIVEN
            elif _is_nisba(part, before) and language != "fa":
                kind = Kind.NISBA
            elif at == (names[-1] if names else len(parts) - 1):
                kind = Kind.FAMILY
            else:
                kind = Kind.MIDDLE
        out.append(part if kind is part.kind else replace(part, kind=kind))
    return out


def _doubled(name: str, parts: list[Part]) -> list[Part]:
    """The parts for reading, double names (Mohammad-Reza) in one."""
    out: list[Part] = []
    for part in parts:
        if out and out[-1].kind in _PERSONAL and part.kind in _PERSONAL | {Kind.FAMILY} and name[out[-1].end : part.start] == "-":
            before = out.pop()
            kind = before.kind if part.kind in _PERSONAL else part.kind
            text, whole = name[before.start : part.end], before.whole + JOINT + part.whole
            out.append(replace(before, text=text, kind=kind, end=part.end, whole=whole, keys=before.keys | part.keys))
        else:
            out.append(part)
    return out


def _is_nisba(part: Part, before: Part | None) -> bool:
    """Whether a part is an Arabic adjective of origin: an article and the ending -i."""
    arabic = script_number(part.whole) == 0
    ending = part.whole[-1:] in ("يیى" if arabic else "iy")
    article = part.whole != part.core or bool(before and before.kind is Kind.PARTICLE and before.core in lexicon().articles)
    return ending and article and not part.tail and not part.head
