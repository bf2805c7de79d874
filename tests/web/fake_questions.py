"""The questions to the network over the invented cables, answered by the real analysis."""

from collections.abc import Callable

from cablegraph.analyse import (
    CaptureQuestion,
    MeetingsQuestion,
    Realm,
    build_capture,
    find_between,
    find_chains,
    find_changes,
    find_contradictions,
    find_handlers,
    find_meetings,
    find_switches,
    holds_in,
    join_realms,
    make_realm,
    measure_network,
)
from cablegraph.model.answers import EntityCard, RelationCard


class FakeQuestions:
    """Relations and entities as they stand in the fake workbench; ``entity`` finds one by id or name and raises ``NothingThere``."""

    def __init__(
        self, relations: list[RelationCard], cards: dict[str, EntityCard], entity: Callable[[str], str]
    ) -> None:
        self.relations, self.cards, self.entity = relations, cards, entity

    def _named(self, key):
        return self.entity(key) if key else None

    def _realm(self, *keys: str) -> Realm:
        first, *others = (make_realm(self.cards[self.entity(key)], key) for key in keys)
        return join_realms(first, others)

    def connections(self, one, other, *, first=None, last=None, least_confidence=0.0, limit=5):
        return find_chains(self.relations, self.cards, self.entity(one), self.entity(other), limit=limit)

    def changes(self, first, last, *, entity=None):
        return find_changes(self.relations, first, last)

    def measures(self, *, first=None, last=None, least_confidence=0.0, limit=50):
        return measure_network(self.relations, self.cards, limit=limit)

    def only_in(self, dataset):
        return tuple(card for card in self.cards.values() if card.schema == "Person")

    def capture(self, body, power, *, first=None, last=None, limit=100):
        question = CaptureQuestion(self._realm(*body), self._realm(*power), first, last, limit)
        return build_capture(self.relations, self.cards, question, {"d-english": "B2"})

    def switches(self, *, entity=None, first=None, last=None):
        found = find_switches(self.relations, {})
        return tuple(s for s in found if any(holds_in(r, first, last) for r in s.told))

    def contradictions(self, *, entity=None):
        return find_contradictions(self.relations)

    def handlers(self, handler=None):
        return find_handlers(self.relations, self._named(handler))

    def meetings(self, who=None, whom=None, *, first=None, last=None, limit=200):
        question = MeetingsQuestion(self._named(who), self._named(whom), first, last, limit)
        return find_meetings(self.relations, question)

    def between(self, service, body, *, limit=50):
        return find_between(self.relations, self.cards, self._realm(service), self._realm(body), limit=limit)
