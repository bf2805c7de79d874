"""Which cable cites which: the references of headers resolved to documents of the case, by number, origin and day.

A number alone is no cable: every embassy has a 567. So the sender must fit (the place in the number, 'your 567' to whom the cable goes), the day
where one is given, and nobody cites what was not yet written. What fits several cables equally is left open and said so; what fits none is a cable
that somebody read and the case has not.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cablegraph.analyse.references import Reference, find_references, number_core, reference_words
from cablegraph.model import CitingEdge, Header
from cablegraph.text import fold

NOT_HERE, SEVERAL, NO_NUMBER = "not in the case", "several fit", "no number"
FEWEST_DIGITS = 3
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FILLING = frozenset(
    {
        "the",
        "of",
        "in",
        "to",
        "at",
        "and",
        "embassy",
        "amembassy",
        "consulate",
        "amconsul",
        "consul",
        "general",
        "legation",
        "mission",
        "station",
    }
)


@dataclass(frozen=True, slots=True)
class Cable:
    """A document of the case with its header and dataset."""

    document: str
    dataset: str
    header: Header


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference that leads to no one document: its words, the number it names, why, and the documents that fit equally."""

    document: str
    words: str
    number: str
    why: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citing:
    """The citation graph: edges and what could not be resolved, each by document and place in its header."""

    edges: tuple[CitingEdge, ...]
    unresolved: tuple[Unresolved, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells a cable among those of one number."""

    document: str
    dataset: str
    place: str
    sender: frozenset[str]
    sender_text: str
    addressee: frozenset[str]
    day: str


def build_citing(cables: Iterable[Cable]) -> Citing:
    """Resolve every reference of every header; the order of the cables does not matter."""
    ordered = sorted(cables, key=lambda cable: cable.document)
    known = {cable.document: _known(cable) for cable in ordered}
    by_core: dict[str, list[_Known]] = {}
    for cable in ordered:
        if number := cable.header.text_of("number"):
            by_core.setdefault(number_core(number)[0], []).append(known[cable.document])
    edges: list[CitingEdge] = []
    open_ones: list[Unresolved] = []
    for cable in ordered:
        for words in _references(cable.header):
            wanted = list(find_references(words))
            if not wanted:
                open_ones.append(Unresolved(cable.document, words, "", NO_NUMBER))
            for reference in wanted:
                fitting = _fitting(reference, known[cable.document], by_core)
                best = [one for one, by in fitting if len(by) == len(fitting[0][1])]
                if len(best) == 1:
                    edges.append(CitingEdge(cable.document, best[0].document, words, fitting[0][1]))
                else:
                    number = f"{reference.place.upper()} {reference.core}".strip()
                    some = tuple(sorted(one.document for one in best))
                    open_ones.append(Unresolved(cable.document, words, number, SEVERAL if some else NOT_HERE, some))
    return Citing(tuple(dict.fromkeys(edges)), tuple(dict.fromkeys(open_ones)))


def _references(header: Header) -> Sequence[str]:
    value = header.values.get("references", ())
    return (value,) if isinstance(value, str) else value


def _known(cable: Cable) -> _Known:
    header = cable.header
    place = number_core(header.text_of("number") or "")[1]
    sender = fold(header.text_of("from") or "").casefold()
    return _Known(
        cable.document, cable.dataset, place, _names(sender), sender, _names(fold(header.text_of("to") or "").casefold()), header.text_of("date") or ""
    )  # fmt: skip


def _names(words: str) -> frozenset[str]:
    found = frozenset(_WORDS.findall(words))
    return found - _FILLING or found


def _fitting(
    reference: Reference, citing: _Known, by_core: Mapping[str, list[_Known]]
) -> list[tuple[_Known, tuple[str, ...]]]:
    """The cables that a reference may mean, each with what speaks for it, the best first."""
    out = []
    for one in by_core.get(reference.core, ()):
        if one.document == citing.document or (one.day and citing.day and one.day[:10] > citing.day[: len(one.day)]):
            continue
        origin = _origin_fits(reference, citing, one)
        day = _day_fits(reference.day, one.day)
        if origin is False or day is False:
            continue
        said = reference.place or reference.whose or day
        if reference.core.isdigit() and not said and (not origin or len(reference.core) < FEWEST_DIGITS):
            continue  # a bare number that nothing else supports is any embassy's
        by = (
            "number",
            *(["origin"] if origin else []),
            *(["day"] if day else []),
            *(["dataset"] if one.dataset == citing.dataset else []),
        )
        out.append((one, by))
    return sorted(out, key=lambda item: (-len(item[1]), item[0].document))


def _origin_fits(reference: Reference, citing: _Known, one: _Known) -> bool | None:
    """Whether the sender of a cable is who the reference names; None where the reference, or the cable, does not say."""
    if reference.place:
        if reference.place == one.place:
            return True
        names = reference_words()["offices"].get(reference.place)
        if names:
            fits = any(re.search(rf"(?<!\w){re.escape(name)}", one.sender_text) for name in names)
            if reference.whose == "mine" or reference.place in {"emb", "embtel", "contel", "legtel", "embassy"}:
                fits = fits or bool(one.sender & (citing.sender | citing.addressee))
            return fits if one.sender_text else None
        if one.sender & _names(reference.place):
            return True
        return False if one.place or one.sender else None
    if reference.whose:
        side = citing.addressee if reference.whose == "yours" else citing.sender
        return bool(side & one.sender) if side and one.sender else None
    if one.sender and (citing.sender or citing.addressee):
        return True if one.sender & (citing.sender | citing.addressee) else None
    return None


def _day_fits(wanted: str, have: str) -> bool | None:
    if not wanted or not have:
        return None
    length = min(len(wanted), len(have))
    return wanted[:length] == have[:length]
