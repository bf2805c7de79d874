"""Which cable of a case cites which, found when it is first asked for and kept as long as its snapshot.

Knows where headers are stored; what a reference means is left to ``analyse``. The trap: public texts carry numbers too, but only the trove's cables have
series, so the documents of a record are left out of gaps.
"""

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import sqlalchemy as sa

from cablegraph.analyse import NOT_HERE, Cable, Citing, Numbered, Unresolved, build_citing, describe_gap, find_gaps
from cablegraph.model import CitingEdge, Gap, Header
from cablegraph.model.answers import CitedCable, CitingAnswer, Count, MissingNumbers, OpenReference
from cablegraph.store.tables import cable

if TYPE_CHECKING:
    from cablegraph.workbench.snapshot import DocumentLine

_Item = TypeVar("_Item")
_MOST_CITED = 20


@dataclass(frozen=True, slots=True)
class Cited:
    """The graph of a case with the ways to it: by the citing and by the cited document."""

    graph: Citing
    cites: Mapping[str, tuple[CitingEdge, ...]]
    cited_by: Mapping[str, tuple[CitingEdge, ...]]
    unresolved: Mapping[str, tuple[Unresolved, ...]]


@dataclass(slots=True, eq=False)
class CableGraph:
    """The citation graph of one moment of a case; safe to ask from several threads of the program."""

    _found: Cited | None = None
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def of(self, connection: sa.Connection, lines: "Mapping[str, DocumentLine]") -> Cited:
        """The graph, built from the stored headers when it is first asked for."""
        with self._guard:
            if self._found is None:
                self._found = _find(connection, lines)
            return self._found


def _find(connection: sa.Connection, lines: "Mapping[str, DocumentLine]") -> Cited:
    rows = connection.execute(sa.select(cable.c.document, cable.c.header)).all()
    cables = [Cable(key, lines[key].dataset, Header(header or {})) for key, header in rows if key in lines]
    graph = build_citing(cables)
    cites: dict[str, list[CitingEdge]] = {}
    cited_by: dict[str, list[CitingEdge]] = {}
    unresolved: dict[str, list[Unresolved]] = {}
    for edge in graph.edges:
        cites.setdefault(edge.document, []).append(edge)
        cited_by.setdefault(edge.cited, []).append(edge)
    for one in graph.unresolved:
        unresolved.setdefault(one.document, []).append(one)
    return Cited(graph, _tuples(cites), _tuples(cited_by), _tuples(unresolved))


def _tuples(found: Mapping[str, list[_Item]]) -> dict[str, tuple[_Item, ...]]:
    return {key: tuple(items) for key, items in found.items()}


def missing_numbers(connection: sa.Connection, lines: "Mapping[str, DocumentLine]") -> tuple[Gap, ...]:
    """The series of the trove in which numbers are missing."""
    columns = (cable.c.document, cable.c.number, cable.c.date, cable.c.header)
    rows = connection.execute(sa.select(*columns).where(cable.c.number.is_not(None)).order_by(cable.c.document))
    return find_gaps(
        Numbered(lines[row.document].dataset, row.number, (row.header or {}).get("from", ""), (row.date or "")[:4])
        for row in rows
        if row.number
    )


def cited_cables(
    edges: tuple[CitingEdge, ...], lines: "Mapping[str, DocumentLine]", *, back: bool = False
) -> tuple[CitedCable, ...]:
    """The cables at the far ends of references; with ``back`` those that cite, the earliest first."""
    found = []
    for edge in edges:
        line = lines[edge.document if back else edge.cited]
        found.append(CitedCable(line.id, line.title, line.date, edge.words, edge.by))
    return tuple(sorted(found, key=lambda c: (c.date or "", c.document, c.words)))


def open_references(found: tuple[Unresolved, ...], lines: "Mapping[str, DocumentLine]") -> tuple[OpenReference, ...]:
    """References that lead to no one cable, with the titles of the documents that make them."""
    return tuple(
        OpenReference(u.document, lines[u.document].title, u.words, u.number, u.why, u.candidates) for u in found
    )


def describe_citing(
    connection: sa.Connection, graph: Cited, lines: "Mapping[str, DocumentLine]", limit: int
) -> CitingAnswer:
    """The whole case: the most cited cables, the cables that are cited and not here, and the gaps in series."""
    counted = Counter(edge.cited for edge in graph.graph.edges)
    most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_MOST_CITED]
    lacking = tuple(u for u in graph.graph.unresolved if u.why == NOT_HERE)
    gaps = tuple(
        MissingNumbers(g.dataset, g.series, g.first, g.last, g.present, g.missing, describe_gap(g))
        for g in missing_numbers(connection, lines)
    )
    return CitingAnswer(
        len(graph.graph.edges),
        tuple(Count(key, lines[key].title, times) for key, times in most),
        open_references(lacking[:limit], lines),
        len(lacking),
        gaps,
    )
