"""Parse a written name into typed parts, in the traditions of Arabic, Persian and European names.

``parse_name`` answers two questions at once: what each word is (a title, a given name, a father's name, a nisba ...), and which words make
one part (``grouping``). ``align`` compares the parts that carry identity, ``Name.core``.

The trap: most titles are also names. A title counts as one only in front of a name, and titles that families keep (Sayyid, Khan, Shah) stay
parts behind one, only lighter.
"""

from __future__ import annotations

from functools import lru_cache

from cablegraph.names.aliases import Alias, find_aliases, may_have_aliases
from cablegraph.names.compounds import DIVINE
from cablegraph.names.doubles import GIVEN_IN_I
from cablegraph.names.grouping import PARENTS, Draft, group_words
from cablegraph.names.known import exactly_known
from cablegraph.names.lexicon import lexicon, rarity
from cablegraph.names.parts import JOINT, Kind, Name, Part
from cablegraph.names.words import BRACKETS, LONGEST_NAME, Word, is_arabic, split_words

SOFT_WEIGHT = 0.15
"""Weight of a title that may also be a name, against 0.35-1 for a name by its frequency."""
SLIGHT_WEIGHT = 0.1
"""Weight of an initial."""
_UNSAID = frozenset({Kind.HONORIFIC, Kind.PARTICLE, Kind.SUFFIX})
SOFT_MASS, INITIAL_MASS = 0.1, 0.25
"""What a title that may be a name, and an initial, say when the other name has nothing in their place (0-3; a name says 1)."""
LINKED_MASS = 3.0
"""What the second half of a double name says when the other name has another one in its place."""
_SEAMS = frozenset({"-", "", "‐", "‑", "\u200c"})
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
    words = split_words(name)
    aliases: list[Alias] = []
    if may_have_aliases(words) or not BRACKETS.isdisjoint(name):
        aliases, spans = find_aliases(name)
        words = [w for w in words if not any(start < w.end and w.start < end for start, end in spans)]
    words = _given_first(name, words)
    parts = _typed(name, group_words(words), persian=persian)
    core = [p for p in parts if p.kind not in _UNSAID] or [p for p in parts if p.kind is not Kind.PARTICLE] or parts
    if all(p.soft for p in core):
        core = [p._replace(soft=False, weight=rarity(p.core), mass=1.0) for p in core]
    nicknames = [Part(name[a.text_start : a.text_end], a.kind, a.text_start, a.text_end, "") for a in aliases]
    return Name(name, (*_doubled(name, parts), *nicknames), tuple(core))


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
    first, last = (names[0], names[-1]) if names else (-1, -1)
    descent = lexicon().descent
    parts = []
    for at, draft in enumerate(drafts):
        kind = draft.kind
        if kind is Kind.GIVEN:
            if at < first:
                kind = Kind.HONORIFIC
            elif draft.head in PARENTS:
                kind = Kind.KUNYA
            elif draft.before in descent:
                kind = Kind.PATRONYMIC
            elif not names or at == first:
                kind = Kind.GIVEN
            elif not persian and _is_nisba(draft):
                kind = Kind.NISBA
            else:
                kind = Kind.FAMILY if at == last else Kind.MIDDLE
        parts.append(_part(name, draft, kind))
    return parts


def _is_nisba(draft: Draft) -> bool:
    """Whether a word is an Arabic adjective of origin: an article and the ending -i."""
    ending = draft.core[-1:] in ("يیى" if is_arabic(draft.core) else "iy")
    article = draft.before in lexicon().articles or draft.core != draft.words[-1].folded
    return (
        bool(ending and article)
        and not draft.tail
        and not draft.head
        and GIVEN_IN_I.isdisjoint(exactly_known(draft.core))
    )


def _part(name: str, draft: Draft, kind: Kind) -> Part:
    start, end = draft.words[0].start, draft.words[-1].end
    core, head, soft, before = draft.core, draft.head, draft.soft, draft.before
    mass = 1.0
    if draft.kind is not Kind.GIVEN:
        weight = SLIGHT_WEIGHT
    elif soft:
        weight, mass = SOFT_WEIGHT, SOFT_MASS
    elif core == DIVINE and head == "servant":
        weight = rarity("abdallah")
    else:
        weight = rarity(core.rpartition(JOINT)[2] if head in PARENTS else core)
    linked = draft.words[0].linked and before not in lexicon().particles
    if kind is Kind.INITIAL:
        mass = INITIAL_MASS
    elif linked and not soft:
        mass = LINKED_MASS
    return Part(
        name[start:end],
        kind,
        start,
        end,
        core,
        head,
        draft.tail,
        draft.whole,
        weight,
        soft,
        plain=draft.whole == core and not (head or draft.tail or kind is Kind.INITIAL or core in lexicon().nicknames),
        linked=linked,
        mass=mass,
    )


def _doubled(name: str, parts: list[Part]) -> list[Part]:
    """The parts for reading, double names (Mohammad-Reza) in one."""
    if not any(part.linked for part in parts):
        return parts
    out: list[Part] = []
    for part in parts:
        if (
            out
            and out[-1].kind in _PERSONAL
            and part.kind in _PERSONAL | {Kind.FAMILY}
            and part.start >= out[-1].end
            and name[out[-1].end : part.start] in _SEAMS
        ):
            before = out.pop()
            kind = before.kind if part.kind in _PERSONAL else part.kind
            text, whole = name[before.start : part.end], before.whole + JOINT + part.whole
            out.append(before._replace(text=text, kind=kind, end=part.end, whole=whole))
        else:
            out.append(part)
    return out
