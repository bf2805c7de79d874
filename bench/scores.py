"""Quality on the labelled data, as ``score.py`` beside the data defines it; the commands are measured from outside, through a pipe."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
_NER = ("en", "fa", "fa-formal", "ar")
HALVES = 7
"""The seed that parts the documents with relations into a half whose errors are read and one whose are not; it never changes."""


def score_all(shared: Path, command: Path, work: Path) -> dict[str, Any]:
    """Every figure by its name."""
    data = shared / "data"
    jobs: list[tuple[str, str, Path, str]] = [
        ("dates", "dates", data / "calendars" / "dev.jsonl", "dates"),
        ("same-name", "same-name", data / "names" / "pairs.jsonl", "same-name"),
        ("find-name", "find-name", data / "names" / "queries.jsonl", "find-name"),
        ("header, frus", "header", data / "frus", "header"),
        ("mentions, frus", "mentions", data / "frus" / "ner_hand.jsonl", "mentions"),
        *((f"mentions, {name}", "mentions", _labelled(data, name, work), "mentions") for name in _NER),
        ("posts, frus", "posts", data / "frus" / "posts.jsonl", "relations"),
        *((name, "re3d", part, "relations") for name, part in _halves(data / "re3d" / "docs.jsonl", work)),
    ]
    out = {}
    for name, task, gold, line in jobs:
        sys.stderr.write(f"  scoring {name}\n")
        out[name] = score_one(shared, task, gold, [str(command), "lines", line])
    return out


def _halves(path: Path, work: Path) -> list[tuple[str, Path]]:
    """All documents with relations, the half whose errors may be read when rules are written, and the half whose errors nobody reads."""
    lines = {json.loads(line)["doc"]: line for line in path.read_text(encoding="utf-8").splitlines()}
    names = sorted(lines)
    random.Random(HALVES).shuffle(names)
    cut = len(names) // 2
    parts = [("re3d", path)]
    for name, half in (("re3d, half read", names[:cut]), ("re3d, half not read", names[cut:])):
        target = work / f"{name}.jsonl"
        target.write_text("".join(lines[doc] + "\n" for doc in half), encoding="utf-8")
        parts.append((name, target))
    return parts


def _labelled(data: Path, name: str, work: Path) -> Path:
    """The labelled sentences of one language; English without one source whose copy tags bare signs as names."""
    path = data / "ner" / f"{name}.dev.jsonl.gz"
    if name != "en":
        return path
    import gzip

    target = work / "en.dev.jsonl"
    with gzip.open(path, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as kept:
        kept.writelines(line for line in lines if json.loads(line)["source"] != "btc")
    return target


def score_one(shared: Path, task: str, gold: Path, command: list[str]) -> dict[str, Any]:
    """What ``score.py`` says of a command; ``failed`` with the last line of the error where it or the command broke."""
    done = subprocess.run(
        [sys.executable, str(shared / "tools" / "score.py"), task, str(gold), "--json", "--", *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if done.returncode:
        return {"failed": done.stderr.strip().splitlines()[-1:] or [str(done.returncode)]}
    found: dict[str, Any] = json.loads(done.stdout)
    return found
