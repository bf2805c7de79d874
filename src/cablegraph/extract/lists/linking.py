"""From what a document means to the ids of lists: the same folded name, else the name that an index of names finds in another script.

Only one that fits is a link. The trap is the namesake: two entries of one name, or two about as alike, say nothing of who is meant, so the referent
stays without an id.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cablegraph.extract.lists.finding import words_of
from cablegraph.extract.lists.reading import ReferenceList, label_of
from cablegraph.model.mention import KNOWN_AS, Referent
from cablegraph.names import NameIndex

LIKE = 0.9
"""A name is taken for an entry's from this likelihood on (0-1)."""
APART = 0.08
"""The best entry must be so much likelier than the next."""


class Linker:
    """Leads names to entries; made once of some lists, used for many documents.

    Args:
        lists: The lists.
        index: An index of the names of their people under ``list:id``, where one is kept on disk; made anew where not given.
    """

    def __init__(self, lists: Sequence[ReferenceList], index: NameIndex | None = None) -> None:
        self._exact: dict[tuple[str, tuple[str, ...]], set[str]] = {}
        for known in lists:
            for entry in known.entries:
                label = label_of(entry.schema)
                for name in entry.names:
                    if label and (words := words_of(name)):
                        self._exact.setdefault((label, words), set()).add(f"{known.name}:{entry.id}")
        self._index = index if index is not None else NameIndex.build(iter_people(lists))

    def find(self, referent: Referent) -> str | None:
        """The one entry, as ``list:id``, that a referent's names lead to; None where there is none or more than one."""
        label = label_of(referent.schema)
        names = [name for name in dict.fromkeys((referent.name, *referent.names)) if len(words_of(name)) > 1]
        if label is None or not names:
            return None
        exact = {identifier for name in names for identifier in self._exact.get((label, words_of(name)), ())}
        if exact:
            return exact.pop() if len(exact) == 1 else None
        if label != "PERSON":
            return None
        language = None if referent.language == "und" else referent.language
        best: dict[str, float] = {}
        for hit in self._index.search(names[0], 5, language=language):
            best[hit.id] = max(hit.score, best.get(hit.id, 0.0))
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < LIKE or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < APART):
            return None
        return ranked[0][0]


def iter_people(lists: Iterable[ReferenceList]) -> Iterable[tuple[str, str]]:
    """The names of the people of some lists with their ``list:id``, as an index of names takes them; single words are left out."""
    for known in lists:
        for entry in known.entries:
            if label_of(entry.schema) == "PERSON":
                yield from ((f"{known.name}:{entry.id}", name) for name in entry.names if len(words_of(name)) > 1)


def link_listed(referents: Iterable[Referent], linker: Linker) -> tuple[Referent, ...]:
    """The referents, with ``known-as`` in the context of each that one entry fits; the others as they are."""
    return tuple(
        replace(r, context={**r.context, KNOWN_AS: (found,)}) if (found := linker.find(r)) else r for r in referents
    )
