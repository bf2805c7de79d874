"""The questions that a reporter puts to the network of a case: who links two, what changed, who stands out, who is new in a delivery."""

from collections.abc import Callable

from cablegraph.analyse import find_chains, find_changes, find_only_in, holds_in, measure_network
from cablegraph.errors import NothingThere
from cablegraph.model.answers import ChangeAnswer, ConnectionAnswer, EntityCard, MeasureAnswer, RelationCard
from cablegraph.store import Case
from cablegraph.workbench import people
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

    def _between(self, first: str | None, last: str | None, least_confidence: float) -> list[RelationCard]:
        return [r for r in self._snapshot.relations if r.confidence >= least_confidence and holds_in(r, first, last)]
