"""What the places of a case mean in the gazetteer, and which documents and relations speak of each.

The trap: to locate takes seconds, since the whole gazetteer is read, so it is done once for a snapshot, when it is first asked for.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cablegraph.analyse.places import Located, Named, key_of, locate_places
from cablegraph.model import Review
from cablegraph.model.answers import RelationCard

if TYPE_CHECKING:
    from cablegraph.workbench.snapshot import Snapshot

PLACE = "Address"
"""The schema of places."""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What a place means, the documents (ids) that name it, and the relations there: those it is an end of, and those their sentence puts there."""

    located: Located
    documents: frozenset[str]
    relations: tuple[RelationCard, ...]


class PlaceBook:
    """The facts of every place of one snapshot, found when they are first asked for."""

    def __init__(self) -> None:
        self._found: Mapping[str, PlaceFacts] | None = None
        self._guard = threading.Lock()

    def of(self, snapshot: "Snapshot") -> Mapping[str, PlaceFacts]:
        """The facts of each place by its id."""
        with self._guard:
            if self._found is None:
                self._found = _gather(snapshot)
            return self._found


def _gather(snapshot: "Snapshot") -> dict[str, PlaceFacts]:
    cards = [card for card in snapshot.cards.values() if card.schema == PLACE]
    holding: dict[str, set[str]] = {card.id: set() for card in cards}
    for document, named in snapshot.entities_in.items():
        for entity in named & holding.keys():
            holding[entity].add(document)
    by_name: dict[str, set[str]] = {}
    for card in cards:
        for name in card.names:
            by_name.setdefault(key_of(name), set()).add(card.id)
    there: dict[str, list[RelationCard]] = {card.id: [] for card in cards}
    for r in snapshot.relations:
        if r.review == Review.REJECTED:
            continue
        ends = {end.entity for end in (r.subject, r.object, r.organization, r.handler) if end and end.schema == PLACE}
        for entity in ends | (by_name.get(key_of(r.place), set()) if r.place else set()):
            there[entity].append(r)
    located = locate_places([Named(card.id, card.names, frozenset(holding[card.id])) for card in cards])
    return {one.id: PlaceFacts(one, frozenset(holding[one.id]), tuple(there[one.id])) for one in located}
