"""Names for the clocks: pairs that no cache has seen and an index of ten thousand, drawn from the labelled names with a fixed seed."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

PAIRS = 20_000
INDEXED = 10_000
QUERIES = 300


def draw_pairs(data: Path) -> list[dict[str, str]]:
    """Pairs of different names, half of them across scripts; no pair occurs twice."""
    chance = random.Random(7)
    names = sorted({name for script in ("Latn", "Arab") for name in _names(data / f"index-{script}.jsonl")})
    drawn: set[tuple[str, str]] = set()
    while len(drawn) < PAIRS:
        a, b = chance.sample(names, 2)
        drawn.add((a, b))
    pairs = sorted(drawn)
    chance.shuffle(pairs)
    return [{"a": a, "b": b} for a, b in pairs]


def draw_index(data: Path) -> tuple[list[str], list[str]]:
    """Ten thousand Latin names, the indexed ones and new ones made of their halves, and queries in Arabic script."""
    chance = random.Random(7)
    known = sorted(set(_names(data / "index-Latn.jsonl")))
    halves = [name.split() for name in known if " " in name]
    names = set(known)
    while len(names) < INDEXED:
        first, last = chance.choice(halves), chance.choice(halves)
        names.add(" ".join((*first[: len(first) // 2], *last[len(last) // 2 :])))
    queries = [row["query"] for row in _rows(data / "queries.jsonl") if row["index"] == "Latn"]
    return sorted(names), chance.sample(queries, min(QUERIES, len(queries)))


def _names(path: Path) -> Iterator[str]:
    return (row["name"] for row in _rows(path))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
