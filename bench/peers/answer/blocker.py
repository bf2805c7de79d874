"""nomenklatura's own index (its blocker in DuckDB) in front of one of its matchers: the candidates of all queries, then each compared in full."""

import logging
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from followthemoney import Dataset, StatementEntity, ValueEntity
from nomenklatura.blocker.index import Index as Blocker
from nomenklatura.resolver import Linker
from nomenklatura.store.memory import MemoryStore

from bench.peers.answer.people import person, spellings

CANDIDATES = 25
_NAMES = Dataset.make({"name": "names", "title": "names"})


class BlockedIndex:
    """Names in a memory store and its blocker; ``compare`` ranks what the blocker proposes."""

    def __init__(self, names: list[str], compare: Callable[[ValueEntity, ValueEntity], float]) -> None:
        logging.disable(logging.WARNING)
        self._compare = compare
        self._people = [person(name) for name in names]
        self._rounds = count()
        store: MemoryStore[Dataset, StatementEntity] = MemoryStore(_NAMES, Linker({}))
        with store.writer() as writer:
            for number, name in enumerate(names):
                writer.add_entity(_entity(f"n{number}", name))
        self._folder = tempfile.TemporaryDirectory()
        options = {"max_candidates": CANDIDATES}
        self._blocker = Blocker(store.default_view(), Path(self._folder.name), options)
        self._blocker.build()

    def search(self, queries: list[str], limit: int) -> list[list[tuple[int, float]]]:
        """The best names of each query, as (number, score)."""
        found: list[list[tuple[int, float]]] = [[] for _ in queries]
        turn = next(self._rounds)
        asked = [_entity(f"q{turn}-{number}", name) for number, name in enumerate(queries)]
        for identifier, candidates in self._blocker.match_entities(asked):
            number = int(identifier.id.rpartition("-")[2])
            query = person(queries[number])
            scored = ((int(each.id[1:]), blocked) for each, blocked in candidates)
            ranked = sorted((-self._compare(query, self._people[n]), -blocked, n) for n, blocked in scored)
            found[number] = [(n, -score) for score, _, n in ranked[:limit]]
        return found


def _entity(identifier: str, name: str) -> StatementEntity:
    return StatementEntity.from_data(
        _NAMES, {"schema": "Person", "id": identifier, "properties": {"name": spellings(name)}}
    )
