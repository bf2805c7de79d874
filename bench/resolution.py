"""Resolution at size: a million mentions of a hundred thousand invented people, and the same person records beside nomenklatura's cross-reference.

Both are invented from the name data (``drawn_people``), so nothing is known of anybody but the name. Times are those of the process (seconds of processor),
since other work may share the machine; the seconds on the clock stand beside them. The trap: one process's peak of memory cannot be taken back, so the large
run comes in a process of its own.
"""

import json
import multiprocessing
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.drawn_people import draw_people, draw_referents
from cablegraph.model import Referent
from cablegraph.resolve import resolve
from cablegraph.resolve.union import Clusters

MENTIONS = 1_000_000
RECORDS = 50_000
_MENTIONS_A_PERSON = 10
_RECORDS_OF_FIVE = 2
"""Five records are of so many people."""
_PEER = (".tools", "peers", "names", "bin", "python")
_THRESHOLDS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99)


def measure_resolution(shared: Path, work: Path, *, mentions: int = MENTIONS, records: int = RECORDS) -> dict[str, Any]:
    """Time, memory (MiB) and F1 (B-cubed, 0-1) of ``mentions``, and of ``records`` for cablegraph and nomenklatura."""
    names = shared / "data" / "names"
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        large = pool.apply(_run, (names, mentions, mentions // _MENTIONS_A_PERSON))
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        small = pool.apply(_run, (names, records, records * _RECORDS_OF_FIVE // 5))
    return large | {"records": {"count": records, "cablegraph": small, "nomenklatura": _peer(names, work, records)}}


def _run(names: Path, count: int, people: int) -> dict[str, Any]:
    referents, truth = draw_referents(draw_people(names, people), count)
    resolve(referents[:100], [], {})  # what is compiled and loaded once
    started, begun = time.monotonic(), time.process_time()
    found = resolve(referents, [], {})
    seconds, processor = time.monotonic() - started, time.process_time() - begun
    entity_of = {key: e.id for e in found.entities for key in e.referents}
    return {
        "mentions": count, "people": people, "entities": len(found.entities), "seconds": round(seconds, 1), "processor_seconds": round(processor, 1),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "b_cubed": score(truth, entity_of),
    }  # fmt: skip


def score(truth: Mapping[str, str], entity_of: Mapping[str, str]) -> dict[str, float]:
    """B-cubed precision, recall and F1 (0-1) of clusters."""
    both = Counter((truth[key], entity_of[key]) for key in truth)
    of_entity, of_person = Counter(entity_of[key] for key in truth), Counter(truth.values())
    count = max(len(truth), 1)
    precision = sum(n * n / of_entity[entity] for (_, entity), n in both.items()) / count
    recall = sum(n * n / of_person[person] for (person, _), n in both.items()) / count
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _peer(names: Path, work: Path, count: int) -> dict[str, Any]:
    """What nomenklatura makes of the same records: at its best threshold in hindsight; or why it was not measured."""
    root = Path(__file__).parent.parent
    python = root.joinpath(*_PEER)
    if not python.exists():
        return {
            "absent": "not installed here: `bash scripts/peers.sh` installs it where a package index can be reached"
        }
    referents, truth = draw_referents(draw_people(names, count * _RECORDS_OF_FIVE // 5), count)
    work.mkdir(parents=True, exist_ok=True)
    database = work / "nomenklatura.db"
    database.unlink(missing_ok=True)
    rows = "".join(json.dumps({"id": r.id, "name": r.name}, ensure_ascii=False) + "\n" for r in referents)
    done = subprocess.run(
        [str(python), "-m", "bench.peers.answer.nomenklatura_xref"], input=rows, capture_output=True, text=True, cwd=root, check=False,
        env={**os.environ, "NOMENKLATURA_DB_URL": f"sqlite:///{database}"},
    )  # fmt: skip
    if done.returncode:
        sys.stderr.write(done.stderr[-2000:])
        return {"absent": "it broke on these records"}
    told = json.loads(done.stdout.splitlines()[-1])
    best = max(
        (_clustered(referents, truth, told["pairs"], at) for at in _THRESHOLDS),
        key=lambda found: found["b_cubed"]["f1"],
    )
    return {
        "seconds": round(told["seconds"], 1),
        "processor_seconds": round(told["processor_seconds"], 1),
        "pairs": len(told["pairs"]),
        **best,
    }


def _clustered(
    referents: Sequence[Referent], truth: Mapping[str, str], pairs: Sequence[tuple[str, str, float]], at: float
) -> dict[str, Any]:
    clusters: Clusters[str] = Clusters(r.id for r in referents)
    for left, right, likely in pairs:
        if likely >= at:
            clusters.join(left, right)
    return {"threshold": at, "b_cubed": score(truth, {key: clusters.root(key) for key in truth})}
