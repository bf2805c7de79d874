"""Speed inside one process, the same way for every peer and for cablegraph: the start of Python and the loading of tables are left out.

A slow one is stopped after ``SECONDS`` and its rate taken from what it has done.
"""

from collections.abc import Sequence
from time import perf_counter
from typing import Any

SECONDS = 6.0
WARM = 50


def compare_speed(peer: Any, pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Pairs a second: ``unseen`` with the preparing of both names in the time, ``prepared`` without it (all at once, where a peer can)."""
    for a, b in pairs[:WARM]:
        peer.compare(peer.prepare(a), peer.prepare(b))
    rest = pairs[WARM:]
    started, done = perf_counter(), 0
    for a, b in rest:
        peer.compare(peer.prepare(a), peer.prepare(b))
        done += 1
        if perf_counter() - started > SECONDS:
            break
    unseen = done / (perf_counter() - started)
    if hasattr(peer, "ready_pairs"):
        compare_all = peer.ready_pairs(rest[:done])
        started = perf_counter()
        compare_all()
        return {"unseen": round(unseen), "prepared": round(done / (perf_counter() - started)), "pairs": done}
    ready = {name: peer.prepare(name) for pair in rest[:done] for name in pair}
    prepared = [(ready[a], ready[b]) for a, b in rest[:done]]
    started = perf_counter()
    for a, b in prepared:
        peer.compare(a, b)
    return {"unseen": round(unseen), "prepared": round(done / (perf_counter() - started)), "pairs": done}


def find_speed(peer: Any, names: list[str], queries: list[str]) -> dict[str, float]:
    """Queries a second over an index that is ready; ``build_seconds`` is the making of the index."""
    started = perf_counter()
    index = peer.Index(names)
    index.search(queries[:1], 5)
    built = perf_counter()
    index.search(queries, 5)
    return {
        "names": len(names),
        "queries_per_second": round(len(queries) / (perf_counter() - built), 1),
        "build_seconds": round(built - started, 2),
    }


def date_speed(peer: Any, rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Expressions a second, over and over until the time is up; the first round is not counted."""
    for row in rows:
        peer.find(row["text"], row.get("lang"), row.get("written"))
    started, done = perf_counter(), 0
    while perf_counter() - started < SECONDS / 3:
        for row in rows:
            peer.find(row["text"], row.get("lang"), row.get("written"))
        done += len(rows)
    return {"texts_per_second": round(done / (perf_counter() - started))}
