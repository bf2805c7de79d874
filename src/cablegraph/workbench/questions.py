"""The questions that a reporter puts to the network of a case: who links two, what changed, who holds the posts of a state, who changed sides and so on."""

from collections.abc import Callable, Sequence

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
    find_only_in,
    find_switches,
    holds_in,
    is_named,
    join_realms,
    make_realm,
    measure_network,
)
from cablegraph.errors import NothingThere
from cablegraph.model.answers import (
    BetweenAnswer,
    CaptureAnswer,
    ChangeAnswer,
    ConnectionAnswer,
    Contradiction,
    EntityCard,
    Handler,
    MeasureAnswer,
    MeetingsAnswer,
    RelationCard,
    Switch,
)
from cablegraph.store import Case
from cablegraph.workbench import people
from cablegraph.workbench.evidence import find_beside, load_grades
from cablegraph.workbench.name_search import NameSearch
from cablegraph.workbench.snapshot import Snapshot


class Questions:
    """Asked of a case at one moment; names may be ids or names in any script."""

    def __init__(self, case: Case, snapshot: Snapshot, names: Callable[[], NameSearch]) -> None:
        self._case, self._snapshot, self._names = case, snapshot, names

    def _entity(self, key: str) -> str:
        with self._case.engine.begin() as connection:
            return people.entity_id(connection, self._snapshot, self._names, key)

    def connections(
        self, one: str, other: str, *, first: str | None = None, last: str | None = None, least_confidence: float = 0.0, limit: int = 5
    ) -> ConnectionAnswer:  # fmt: skip
        """The shortest ways between two entities over relations that may hold in a time. Raises ``NothingThere``."""
        relations = self._between(first, last, least_confidence)
        return find_chains(relations, self._snapshot.cards, self._entity(one), self._entity(other), limit=limit)

    def changes(self, first: str, last: str, *, entity: str | None = None) -> ChangeAnswer:
        """What began, ended and happened from one day to another, of everybody or of one entity. Raises ``NothingThere``."""
        who = self._entity(entity) if entity else None
        wanted = (r for r in self._snapshot.relations if who is None or who in people.ends_of(r))
        return find_changes(wanted, first, last)

    def measures(self, *, first: str | None = None, last: str | None = None, least_confidence: float = 0.0, limit: int = 50) -> MeasureAnswer:  # fmt: skip
        """How people and bodies stand in the network of a time."""
        return measure_network(self._between(first, last, least_confidence), self._snapshot.cards, limit=limit)

    def only_in(self, dataset: str) -> tuple[EntityCard, ...]:
        """The people whom the documents of one dataset alone name. Raises ``NothingThere``."""
        snapshot = self._snapshot
        if not any(dataset in line.datasets for line in snapshot.lines.values()):
            message = f"There is no dataset {dataset!r} in this case, or nothing of it is read yet."
            raise NothingThere(message)
        datasets: dict[str, set[str]] = {}
        for document, named in snapshot.entities_in.items():
            for entity in named:
                datasets.setdefault(entity, set()).update(snapshot.lines[document].datasets)
        return find_only_in(dataset, {key: frozenset(found) for key, found in datasets.items()}, snapshot.cards)

    def capture(
        self, body: Sequence[str], power: Sequence[str], *, first: str | None = None, last: str | None = None, limit: int = 100
    ) -> CaptureAnswer:  # fmt: skip
        """The posts of an institution or a country, their holders, and what ties them to a power.

        ``body`` and ``power`` each hold one name or id, or several that count as one. Raises ``NothingThere``.
        """
        snapshot = self._snapshot
        question = CaptureQuestion(self._realm(*body), self._realm(*power), first, last, limit)
        bare = build_capture(snapshot.relations, snapshot.cards, question, {})
        told = [t.relation for post in bare.posts for holder in post.holders for t in holder.ties]
        with self._case.engine.begin() as connection:
            grades = load_grades(connection, told)
        return build_capture(snapshot.relations, snapshot.cards, question, grades) if grades else bare

    def switches(
        self, *, entity: str | None = None, first: str | None = None, last: str | None = None
    ) -> tuple[Switch, ...]:
        """Who changed sides, when and on whose word; ``entity`` asks for one person or side. Raises ``NothingThere``."""
        who = self._entity(entity) if entity else None
        relations = self._snapshot.relations
        with self._case.engine.begin() as connection:
            beside = find_beside(connection, self._snapshot, [r for r in relations if r.type == "Allegiance"])
        found = find_switches(relations, beside)
        return tuple(
            s
            for s in found
            if (who is None or who in {s.person.entity, s.side.entity, s.former and s.former.entity})
            and any(holds_in(r, first, last) for r in s.told)
        )

    def contradictions(self, *, entity: str | None = None) -> tuple[Contradiction, ...]:
        """Pairs of statements that cannot both hold, of everybody or of one entity. Raises ``NothingThere``."""
        who = self._entity(entity) if entity else None
        found = find_contradictions(self._snapshot.relations)
        return tuple(c for c in found if who is None or who in people.ends_of(c.one) or who in people.ends_of(c.other))

    def handlers(self, handler: str | None = None) -> tuple[Handler, ...]:
        """Whom a handler or a service recruited or ran; all of them where nobody is named. Raises ``NothingThere``."""
        return find_handlers(self._snapshot.relations, self._entity(handler) if handler else None)

    def meetings(
        self, who: str | None = None, whom: str | None = None, *, first: str | None = None, last: str | None = None, limit: int = 200
    ) -> MeetingsAnswer:  # fmt: skip
        """Who met whom, when and where, and where else both were on that day. Raises ``NothingThere``."""
        one, other = (self._entity(key) if key else None for key in (who, whom))
        return find_meetings(self._snapshot.relations, MeetingsQuestion(one, other, first, last, limit))

    def between(self, service: str, body: str, *, limit: int = 50) -> BetweenAnswer:
        """Who stands between a foreign service and the posts of a state or an institution. Raises ``NothingThere``."""
        snapshot = self._snapshot
        return find_between(snapshot.relations, snapshot.cards, self._realm(service), self._realm(body), limit=limit)

    def _realm(self, key: str, *others: str) -> Realm:
        return join_realms(self._one_realm(key), map(self._one_realm, others))

    def _one_realm(self, key: str) -> Realm:
        """The institution or country that an id or a name means: of those whose whole name was given, the one in most documents."""
        snapshot = self._snapshot
        if key in snapshot.cards or key in snapshot.entity_of:
            return make_realm(snapshot.cards[self._entity(key)])
        found = people.find_entities(snapshot, self._names, key, None)
        bodies = [card for card in found if card.schema not in {"Person", "Position"}]
        whole = [card for card in found if card.schema != "Person" and is_named(key, make_realm(card))]
        if whole:
            return make_realm(max(whole, key=lambda card: (card.documents, card.id)), key)
        return make_realm(bodies[0] if bodies else snapshot.cards[self._entity(key)], key)

    def _between(self, first: str | None, last: str | None, least_confidence: float) -> list[RelationCard]:
        return [r for r in self._snapshot.relations if r.confidence >= least_confidence and holds_in(r, first, last)]
