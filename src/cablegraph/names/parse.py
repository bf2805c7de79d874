"""Parse a written name into typed parts, in the traditions of Arabic, Persian and European names.

``parse_name`` answers two questions at once: what each word is (a title, a given name, a father's name, a nisba ...), and which words make
one part (``grouping``). ``align`` compares the parts that carry identity, ``Name.core``.

The trap: most titles are also names. A title counts as one only in front of a name, and titles that families keep (Sayyid, Khan, Shah) stay
parts behind one, only lighter.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from cablegraph.names.compounds import DIVINE
from cablegraph.names.grouping import Draft, group_words
from cablegraph.names.keys import name_keys
from cablegraph.names.lexicon import lexicon, rarity
from cablegraph.names.parts import JOINT, Kind, Name, Part
from cablegraph.names.sounds import encode, script_number
from cablegraph.names.words import LONGEST_NAME, Word, find_bracketed, split_words

SOFT_WEIGHT = 0.15
"""Weight of a title that may also be a name, against 0.35-1 for a name by its frequency."""
SLIGHT_WEIGHT = 0.1
"""Weight of an initial."""
_UNSAID = frozenset({Kind.HONORIFIC, Kind.PARTICLE, Kind.NICKNAME, Kind.SUFFIX})
_PERSONAL = frozenset({Kind.GIVEN, Kind.MIDDLE})


def parse_name(name: str, language: str | None = None) -> Name:
    """Parse one written name of a person.

    Args:
        name: The name as it stands in the text, titles and all, in any script; what follows the first 400 code points is not read.
        language: Language of the text if known ("fa", "ar", "en" ...). In Persian a last word in -i is a family name, in Arabic a nisba.

    Returns:
        The parts in the order of the text, but for ``Family, Given``, where the given name comes first. A text without letters has none.
    """
    return _parsed(name[:LONGEST_NAME], language == "fa")


@lru_cache(maxsize=1 << 16)
def _parsed(name: str, persian: bool) -> Name:  # noqa: FBT001 - the cache wants positions
    words = _given_first(name, split_words(name))
    parts = _typed(name, group_words(words), persian=persian)
    core = (
        tuple(p for p in parts if p.kind not in _UNSAID)
        or tuple(p for p in parts if p.kind is not Kind.PARTICLE)
        or tuple(parts)
    )
    if all(p.soft for p in core):
        core = tuple(replace(p, soft=False, weight=rarity(p.core), mass=1.0) for p in core)
    nicknames = [
        Part(name[s + 1 : e - 1].strip(), Kind.NICKNAME, s + 1, e - 1, "")
        for s, e in find_bracketed(name)
        if name[s + 1 : e - 1].strip()
    ]
    return Name(name, (*_doubled(name, parts), *nicknames), core)


def _given_first(name: str, words: list[Word]) -> list[Word]:
    """``Family, Given`` turned round; a comma before ``Jr.`` or ``III`` turns nothing."""
    if name.count(",") + name.count("،") != 1:
        return words
    comma = max(name.find(","), name.find("،"))
    before, after = [w for w in words if w.end <= comma], [w for w in words if w.start > comma]
    if not before or not after or after[0].folded in lexicon().generations:
        return words
    return after + before


def _typed(name: str, drafts: list[Draft], *, persian: bool) -> list[Part]:
    """The parts of the drafts, each with its kind by its place and its form."""
    names = [i for i, d in enumerate(drafts) if d.kind is Kind.GIVEN and not d.soft]
    parts = []
    for at, draft in enumerate(drafts):
        kind = draft.kind
        if kind is Kind.GIVEN:
            if names and at < names[0]:
                kind = Kind.HONORIFIC
            elif draft.head in {"father", "mother"}:
                kind = Kind.KUNYA
            elif draft.before in lexicon().descent:
                kind = Kind.PATRONYMIC
            elif not names or at == names[0]:
                kind = Kind.GIVEN
            elif not persian and _is_nisba(draft):
                kind = Kind.NISBA
            else:
                kind = Kind.FAMILY if at == names[-1] else Kind.MIDDLE
        parts.append(_part(name, draft, kind))
    return parts


def _is_nisba(draft: Draft) -> bool:
    """Whether a word is an Arabic adjective of origin: an article and the ending -i."""
    ending = draft.core[-1:] in ("يیى" if script_number(draft.core) == 0 else "iy")
    article = draft.before in lexicon().articles or draft.core != draft.words[-1].folded
    return ending and article and not draft.tail and not draft.head


def _part(name: str, draft: Draft, kind: Kind) -> Part:
    start, end = draft.words[0].start, draft.words[-1].end
    if draft.kind is not Kind.GIVEN:
        weight = SLIGHT_WEIGHT
    elif draft.soft:
        weight = SOFT_WEIGHT
    else:
        weight = rarity("abdallah" if draft.core == DIVINE and draft.head == "servant" else draft.core)
    named = draft.head or draft.tail or draft.core in lexicon().nicknames or kind is Kind.INITIAL
    return Part(
        text=name[start:end],
        kind=kind,
        start=start,
        end=end,
        core=draft.core,
        head=draft.head,
        tail=draft.tail,
        whole=draft.whole,
        weight=weight,
        soft=draft.soft,
        keys=name_keys(draft.core),
        size=len(encode(draft.whole).skeleton),
        plain=not named and draft.whole == draft.core,
        mass=0.25 if kind is Kind.INITIAL else 0.1 if draft.soft else 1.0,
        linked=draft.words[0].linked and draft.before not in lexicon().particles,
    )


def _doubled(name: str, parts: list[Part]) -> list[Part]:
    """The parts for reading, double names (Mohammad-Reza) in one."""
    out: list[Part] = []
    for part in parts:
        if (
            out
            and out[-1].kind in _PERSONAL
            and part.kind in _PERSONAL | {Kind.FAMILY}
            and name[out[-1].end : part.start] == "-"
        ):
            before = out.pop()
            kind = before.kind if part.kind in _PERSONAL else part.kind
            text, whole = name[before.start : part.end], before.whole + JOINT + part.whole
            out.append(replace(before, text=text, kind=kind, end=part.end, whole=whole, keys=before.keys | part.keys))
        else:
            out.append(part)
    return out
