"""The floors of the labelled names, where they are at hand."""

import json
from pathlib import Path
from typing import Any

from cablegraph.names import NameIndex, compare_names


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_same_name_keeps_its_floor(shared: Path) -> None:
    rows = _rows(shared / "data" / "names" / "pairs.jsonl")[::3]
    said = [compare_names(r["a"]["name"], r["b"]["name"]).same for r in rows]
    right = sum(s and r["same"] for s, r in zip(said, rows, strict=True))
    false = sum(s and not r["same"] for s, r in zip(said, rows, strict=True))
    missed = sum(not s and r["same"] for s, r in zip(said, rows, strict=True))
    assert 2 * right / (2 * right + false + missed) >= 0.965


def test_find_name_keeps_its_floor(shared: Path) -> None:
    folder = shared / "data" / "names"
    rows = _rows(folder / "queries.jsonl")[::12]
    indexes = {
        script: NameIndex.build((r["id"], r["name"]) for r in _rows(folder / f"index-{script}.jsonl"))
        for script in ("Arab", "Latn")
    }
    first = [hits[0].id if (hits := indexes[r["index"]].search(r["query"])) else "" for r in rows]
    assert sum(f in r["gold"] for f, r in zip(first, rows, strict=True)) / len(rows) >= 0.97
