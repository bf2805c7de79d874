"""Speed of names: comparisons a second, look-ups in small and large indexes, what an index costs.

The large lists are invented: given names and family names that stand in the tables of ``names/data`` and in the labelled index are put together
anew, and family names are made of given names as Persian makes them. Queries are indexed names spelled otherwise: in the other script, or with a
slip of a letter. All times are processor time of one core.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from cablegraph.names import NameIndex, compare_names, compare_prepared, prepare_names, romanise
from cablegraph.names.sounds import load_yaml

_SMALL, _LARGE = 10_000, 1_000_000
_RANDOM_PAIRS, _QUERIES = 500_000, 400
_ENDINGS = {
    "Arab": ["ی", "زاده", "پور", "نژاد", "یان", "فر", "نیا", ""],
    "Latn": ["i", "zadeh", "pour", "nejad", "ian", "far", "nia", ""],
}
_ARABIC = re.compile("[\u0600-\u06ff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OPENED = """
import sys, pathlib
from cablegraph.names import NameIndex
def resident():
    return int(next(l for l in open("/proc/self/status") if l.startswith("VmRSS")).split()[1]) / 1024
NameIndex.build([("1", "Qasem Soleimani")]).search("Hadi al-Ameri")
before = resident()
index = NameIndex.open(pathlib.Path(sys.argv[1]))
opened = resident()
for name in sys.stdin.read().splitlines():
    index.search(name)
print(before, opened, resident())
"""


def measure_names(shared: Path) -> dict[str, Any]:
    """Every figure by its name; rates are a second, sizes MiB."""
    data = shared / "data" / "names"
    compare_names("Qasem Soleimani", "Rafik Hariri")  # the compiled code is there before the clock starts
    known = [row["name"] for script in ("Arab", "Latn") for row in _rows(data / f"index-{script}.jsonl")]
    out: dict[str, Any] = {"comparisons": _comparisons(_rows(data / "pairs.jsonl"), known)}
    for size in (_SMALL, _LARGE):
        names = list(_invented(known, size))
        out[f"index of {size:,}"] = _index(names, random.Random(size))
    return out


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _timed(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _comparisons(pairs: list[dict[str, Any]], known: list[str]) -> dict[str, int]:
    left, right = [p["a"]["name"] for p in pairs], [p["b"]["name"] for p in pairs]
    cold = _timed(lambda: [compare_names(a, b) for a, b in zip(left, right, strict=True)])
    a, b = prepare_names(left), prepare_names(right)
    labelled = np.arange(len(pairs)).repeat(2).reshape(-1, 2)
    everyone = prepare_names(known)
    numbers = np.random.default_rng(1).integers(0, len(known), (_RANDOM_PAIRS, 2))
    return {
        "prepared, pairs that are or nearly are one name": round(
            len(pairs) / _timed(lambda: compare_prepared(a, b, labelled))
        ),
        "prepared, random pairs": round(_RANDOM_PAIRS / _timed(lambda: compare_prepared(everyone, everyone, numbers))),
        "from raw strings never seen, with reasons": round(len(pairs) / cold),
    }


def _invented(known: list[str], size: int) -> Iterator[str]:
    """Names that nobody bears, half of them in Arabic script."""
    rng = random.Random(7)
    given: dict[str, list[str]] = {"Arab": [], "Latn": []}
    family: dict[str, list[str]] = {"Arab": [], "Latn": []}
    for name in known:
        words = name.split()
        script = _script(name)
        if len(words) > 1:
            given[script].append(words[0])
            family[script].append(words[-1])
    for word in _WORD.findall(load_yaml("known")["names"]):
        given[_script(word)].append(word)
    seen: set[str] = set()
    while len(seen) < size:
        script = rng.choice(("Arab", "Latn"))
        first, last = rng.choice(given[script]), rng.choice(family[script])
        if rng.random() < 0.6:
            last = rng.choice(given[script]) + rng.choice(_ENDINGS[script])
        name = f"{first} {rng.choice(given[script])} {last}" if rng.random() < 0.5 else f"{first} {last}"
        if name not in seen:
            seen.add(name)
            yield name


def _script(text: str) -> str:
    return "Arab" if _ARABIC.search(text) else "Latn"


def _respelled(name: str, rng: random.Random) -> str:
    """The name in Latin letters, or with one letter left out or doubled."""
    if _script(name) == "Arab":
        return romanise(name)
    inside = [i for i in range(1, len(name) - 1) if name[i - 1 : i + 2].isalpha()]
    at = rng.choice(inside)
    return name[:at] + (name[at] * 2 if rng.random() < 0.5 else "") + name[at + 1 :]


def _index(names: list[str], rng: random.Random) -> dict[str, float]:
    asked = [(n, _respelled(names[n], rng)) for n in rng.sample(range(len(names)), _QUERIES)]
    with tempfile.TemporaryDirectory(prefix="cablegraph-names-") as place:
        folder = Path(place) / "index"
        building = _timed(lambda: NameIndex.create(folder, ((str(n), name) for n, name in enumerate(names))))
        index = NameIndex.open(folder)
        found: list[list[str]] = []
        index.search(asked[0][1])
        searching = _timed(lambda: found.extend([hit.id for hit in index.search(query)] for _, query in asked))
        adding = _timed(lambda: (index.add("new", "Qasem Soleimani"), index.search("Qasem Soleimani")))
        size = sum(f.stat().st_size for f in folder.iterdir()) / 2**20
        spoken = subprocess.run(
            [sys.executable, "-c", _OPENED, str(folder)],
            input="\n".join(query for _, query in asked),
            capture_output=True,
            text=True,
            check=True,
        )
    before, opened, after = map(float, spoken.stdout.split())
    return {
        "names built": round(len(names) / building),
        "queries": round(len(asked) / searching, 1),
        "found first": round(sum(f[:1] == [str(n)] for (n, _), f in zip(asked, found, strict=True)) / len(asked), 3),
        "found in five": round(sum(str(n) in f for (n, _), f in zip(asked, found, strict=True)) / len(asked), 3),
        "seconds for one name added and found": round(adding, 3),
        "files, MiB": round(size, 1),
        "resident after opening, MiB": round(opened - before, 1),
        "resident after the queries, MiB": round(after - before, 1),
    }
