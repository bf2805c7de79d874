"""Answer as a peer: ``python -m bench.peers.answer TASK PEER``; the rows come on standard input.

Tasks: ``same-name`` (``--threshold T``), ``find-name`` (``--index FILE -k N``) and ``dates``; ``compare-speed``, ``find-speed`` and ``date-speed`` answer one
line of figures, ``read-files`` one with all texts and how long they took. The peer is a module of this package, or ``MODULE:VARIANT``. Only the standard
library is imported before it.
"""

import argparse
import json
import sys
import warnings
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.peers.answer.clock import compare_speed, date_speed, find_speed, read_files

Row = dict[str, Any]
TASKS = ("same-name", "find-name", "dates", "compare-speed", "find-speed", "date-speed", "read-files")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.peers.answer")
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("peer")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--index", type=Path)
    parser.add_argument("-k", type=int, default=5)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    module, _, variant = options.peer.partition(":")
    peer: Any = import_module(f"bench.peers.answer.{module}")
    peer = peer.variant(variant) if variant else peer
    rows = [json.loads(line) for line in sys.stdin.buffer if line.strip()]
    for line in _answers(options, peer, rows):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def _answers(options: argparse.Namespace, peer: Any, rows: list[Row]) -> Iterable[Row]:
    match options.task:
        case "same-name":
            return (_same(row, peer, options.threshold) for row in rows)
        case "find-name":
            return _found(rows, peer, options.index, options.k)
        case "dates":
            return (row | {"dates": peer.find(row["text"], row.get("lang"), row.get("written"))} for row in rows)
        case "compare-speed":
            return (compare_speed(peer, [(row["a"], row["b"]) for row in rows]),)
        case "date-speed":
            return (date_speed(peer, rows),)
        case "read-files":
            return (read_files(peer.__name__, rows),)
        case _:
            return (find_speed(peer, _read_names(options.index), [row["name"] for row in rows]),)


def _same(row: Row, peer: Any, threshold: float) -> Row:
    score = peer.compare(peer.prepare(row["a"]["name"]), peer.prepare(row["b"]["name"]))
    return row | {"score": round(score, 6), "same": score >= threshold}


def _found(rows: list[Row], peer: Any, index: Path, limit: int) -> Iterable[Row]:
    names = _read_names(index)
    identifiers = [json.loads(line)["id"] for line in index.open(encoding="utf-8")]
    found = peer.Index(names).search([row["name"] for row in rows], limit)
    for row, hits in zip(rows, found, strict=True):
        yield row | {"hits": [{"id": identifiers[n], "name": names[n], "score": round(s, 4)} for n, s in hits]}


def _read_names(index: Path) -> list[str]:
    return [json.loads(line)["name"] for line in index.open(encoding="utf-8")]


if __name__ == "__main__":
    main()
