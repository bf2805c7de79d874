"""Names and dates: cablegraph and its peers in one run, on the same rows, by the same scorer.

Every figure of a peer goes through ``score.py``, with the threshold that suits it best on these pairs. The clocks run inside each process, so that starting
Python and loading tables count for nobody.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.peers.environments import ROOT, Peer, PeerAbsent, load_peers
from bench.peers.samples import draw_index, draw_pairs
from bench.peers.thresholds import best_threshold
from bench.scores import score_one

Figures = dict[str, Any]


def measure_name_peers(shared: Path, command: Path, work: Path) -> list[Figures]:
    """One row for cablegraph and one for each peer, in the order of the table."""
    data = shared / "data" / "names"
    pairs = write_rows(work / "pairs.jsonl", draw_pairs(data))
    names, queries = draw_index(data)
    index = write_rows(work / "index.jsonl", [{"id": str(n), "name": name} for n, name in enumerate(names)])
    asked = write_rows(work / "asked.jsonl", [{"name": name} for name in queries])

    def measure(peer: Peer) -> Figures:
        own = peer.environment is None
        answer = [str(command), "lines", "same-name"] if own else [*peer.command("same-name"), "--threshold"]
        threshold = None if own else _threshold(answer, data / "pairs.jsonl")
        answer += [] if own else [repr(threshold)]
        found: Figures = {"threshold": threshold}
        found["same-name"] = _score(shared, "same-name", data / "pairs.jsonl", answer)
        found["compare"] = run_peer(peer.command("compare-speed"), pairs)[0]
        if peer.find:
            finder = [str(command), "lines", "find-name"] if own else peer.command("find-name")
            found["find-name"] = _score(shared, "find-name", data / "queries.jsonl", finder)
            found["find"] = run_peer([*peer.command("find-speed"), "--index", str(index)], asked)[0]
        return found

    own = Peer("cablegraph_names", "cablegraph", find=True)
    return [row_of(peer, measure) for peer in (own, *load_peers("names"))]


def measure_date_peers(shared: Path, command: Path, work: Path) -> list[Figures]:
    """One row for cablegraph and one for each peer, in the order of the table."""
    gold = shared / "data" / "calendars" / "dev.jsonl"
    rows = [json.loads(line) for line in gold.open(encoding="utf-8")]
    asked = [{"text": row["text"], "lang": row["lang"], "written": row.get("anchor", "")} for row in rows]
    texts = write_rows(work / "texts.jsonl", asked)

    def measure(peer: Peer) -> Figures:
        answer = [str(command), "lines", "dates"] if peer.environment is None else peer.command("dates")
        return {
            "dates": _score(shared, "dates", gold, answer),
            "read": run_peer(peer.command("date-speed"), texts)[0],
        }

    return [row_of(peer, measure) for peer in (Peer("cablegraph_dates", "cablegraph"), *load_peers("dates"))]


def row_of(peer: Peer, measure: Callable[[Peer], Figures]) -> Figures:
    """The figures of a peer, or why there are none."""
    sys.stderr.write(f"  {peer.title}\n")
    try:
        return {"title": peer.title, "versions": peer.versions(), **measure(peer)}
    except PeerAbsent as absent:
        return {"title": peer.title, "absent": str(absent)}


def _score(shared: Path, task: str, gold: Path, answer: list[str]) -> Figures:
    """What the scorer says.

    Raises:
        PeerAbsent: The peer broke.
    """
    found = score_one(shared, task, gold, answer)
    if "failed" in found:
        message = f"could not be scored: {' '.join(found['failed'])}"
        raise PeerAbsent(message)
    return found


def _threshold(answer: list[str], gold: Path) -> float:
    """What suits the peer best; ``answer`` ends with the option that takes it."""
    labels = [bool(json.loads(line)["same"]) for line in gold.open(encoding="utf-8")]
    scores = [line["score"] for line in run_peer([*answer, "0.5"], gold)]
    return best_threshold(zip(scores, labels, strict=True))


def run_peer(command: list[str], rows: Path) -> list[Figures]:
    """The lines that a peer answers to a file of rows.

    Raises:
        PeerAbsent: It ended with an error; the message keeps the last line of it.
    """
    with rows.open("rb") as stream:
        done = subprocess.run(command, stdin=stream, capture_output=True, check=False, cwd=ROOT)
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        message = f"could not be run: {last}"
        raise PeerAbsent(message)
    return [json.loads(line) for line in done.stdout.splitlines()]


def write_rows(path: Path, rows: list[dict[str, str]]) -> Path:
    """Rows as JSON Lines; returns the path."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path
