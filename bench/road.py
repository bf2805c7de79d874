"""The whole road over real declassified cables and a real commentary: documents a second and peak memory by step, citations, search latency."""

import statistics
import sys
import time
from pathlib import Path
from typing import Any

from bench.memory import Watch
from bench.people import measure_people
from cablegraph.model import DatasetKind
from cablegraph.workbench import Progress, Workbench

_QUERIES = 300


def run_road(shared: Path, work: Path) -> dict[str, Any]:
    """Make a case of the labelled volumes and the commentary in ``work``; returns the figures."""
    last = [0.0]
    with Watch() as watch, Workbench.create(work / "case", name="bench") as bench:

        def note(p: Progress) -> None:
            watch.step = p.step
            if time.monotonic() - last[0] > 10:
                last[0] = time.monotonic()
                sys.stderr.write(f"  {p.step}: {p.done} of {p.total}\n")

        cables = bench.add([shared / "data" / "frus" / "text"], dataset="frus", kind=DatasetKind.TROVE, progress=note)
        public = bench.add([shared / "data" / "op-ed"], dataset="op-ed", kind=DatasetKind.RECORD, progress=note)
        watch.step = "second add"
        started = time.monotonic()
        again = bench.add([shared / "data" / "frus" / "text"], dataset="frus", kind=DatasetKind.TROVE, progress=note)
        second = time.monotonic() - started
        watch.step = "people"
        people = measure_people(bench, shared / "data" / "frus")
        watch.step = "verify"
        verified = bench.verify()
        watch.step = "search"
        latency = _latency(bench)
        status = bench.status()
        relations = bench.network(limit=1_000_000).edges
    seconds = sum(cables.seconds.values())
    words = sum(
        len(path.read_text(encoding="utf-8").split()) for path in (shared / "data" / "frus" / "text").rglob("*.txt")
    )
    types: dict[str, int] = {}
    for edge in relations:
        types[edge.relation.type] = types.get(edge.relation.type, 0) + 1
    return {
        "words": words, "extract_of_600_words_per_second": round(words / 600 / cables.seconds["extract"], 1),
        "documents": cables.read, "seconds": round(seconds, 1), "documents_per_second": round(cables.read / seconds, 1),
        "by_step": {
            step: {"inputs": cables.done[step], "seconds": cables.seconds[step], "peak_mib": round(watch.peaks.get(step, 0))} for step in cables.done
        },
        "peak_mib": round(max(watch.peaks.values())), "counts_add_up": cables.seen == cables.read + cables.duplicates + cables.problems,
        "second_add": {"steps_done": {k: v for k, v in again.done.items() if k != "register"}, "seconds": round(second, 2)},
        "citations": verified.citations, "citations_broken": len(verified.broken), "originals_damaged": len(verified.damaged),
        "search": latency, "mentions": status.mentions, "entities": status.entities, "relations": status.relations, "relation_types": types,
        "people": people, "claims_of_the_commentary": public.done.get("claims", 0),
    }  # fmt: skip


def _latency(bench: Workbench) -> dict[str, float]:
    """Milliseconds of whole answers (hits, snippets, facets) for names, words and phrases of the case itself."""
    people = [card.caption for card in bench.entities(schema="Person", limit=_QUERIES // 3)[1]]
    words = [
        "oil agreement",
        '"Shah of Iran"',
        "Kuwait",
        "military aid",
        "Soviet",
        "coup",
        "ambassador",
        "Kurd*",
        "consortium",
        "budget~1",
    ]
    queries = people + [f"{p} {w}" for p, w in zip(people, words * len(people), strict=False)] + words * 10
    bench.search("warm")
    times = []
    for query in queries:
        started = time.perf_counter()
        bench.search(query)
        times.append((time.perf_counter() - started) * 1000)
    cuts = statistics.quantiles(times, n=100)
    return {"queries": len(times), "p50_ms": round(cuts[49], 1), "p95_ms": round(cuts[94], 1)}
