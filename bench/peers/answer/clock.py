"""Speed inside one process, the same way for every peer and for cablegraph: the start of Python and the loading of tables are left out.

A slow one is stopped after ``SECONDS`` and its rate taken from what it has done.
"""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from time import perf_counter
from typing import Any

from bench.processor import processor_seconds

SECONDS = 6.0
WARM = 50
_AT_ONCE = 8
"""Files that a process is given at a time."""


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


def read_files(module: str, rows: Sequence[dict[str, str]]) -> dict[str, Any]:
    """The text of each file, null where the peer raised, and the seconds, of the clock and of the processor, that each group of files took.

    As many processes read as there are cores.
    """
    groups: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        groups.setdefault(row["group"], []).append(number)
    texts: list[str | None] = [None] * len(rows)
    seconds, cpu_seconds = {}, {}
    cores = len(os.sched_getaffinity(0))
    read = partial(_read, module)
    with ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("spawn")) as pool:
        for group, numbers in groups.items():
            paths = [rows[number]["path"] for number in numbers]
            list(pool.map(read, paths[:1] * cores * 2))
            started = perf_counter()
            found = list(pool.map(read, paths, chunksize=_AT_ONCE))
            seconds[group] = perf_counter() - started
            cpu_seconds[group] = sum(cpu for _, cpu in found)
            for number, (text, _) in zip(numbers, found, strict=True):
                texts[number] = text
    return {"seconds": seconds, "cpu_seconds": cpu_seconds, "texts": texts}


def _read(module: str, path: str) -> tuple[str | None, float]:
    """The text, and the processor seconds of this process and of those that it started and that have ended."""
    peer: Any = import_module(module)
    before = processor_seconds()
    try:
        text: str | None = peer.read(path)
    except Exception:  # noqa: BLE001 - a peer may raise anything over a file, and the file counts as unread
        text = None
    return text, processor_seconds() - before
