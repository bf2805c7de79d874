"""Labelled texts with names, as the bench of names reads them.

Trap: the sources label more than persons, bodies and places; only those three are kept, and the accounts of the Broad Twitter Corpus are left to ``score.py``.
"""

import gzip
import json
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

KINDS = ("PERSON", "ORG", "PLACE")
Name = tuple[int, int, str]
_LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "PLACE": "PLACE"}
_CABLE_WORDS = 100_000
"""Words of cables that the compared taggers learn from beside the English corpora."""


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled text: its names as half-open spans in code points with a kind."""

    text: str
    language: str
    source: str
    names: frozenset[Name]


def read_rows(path: Path) -> Iterable[Row]:
    """Read a labelled file, compressed or not, row by row."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            marks = row.get("spans", row.get("ents", []))
            names = {
                (m.get("start", m.get("s")), m.get("end", m.get("e")), _LABELS.get(m.get("label", m.get("l"))))
                for m in marks
            }
            kept = frozenset(n for n in names if n[2])
            yield Row(row["text"], row.get("lang", "en"), row.get("source", "cables"), kept)


def read_learnt(data: Path, language: str) -> list[Row]:
    """The labelled text that the compared taggers learn from."""
    rows = [r for r in read_rows(data / "ner" / f"{language}.train.jsonl.gz") if r.source != "btc"]
    if language == "en":
        cables = list(read_rows(data / "frus" / "ner_train.jsonl.gz"))
        random.Random(3).shuffle(cables)
        words = 0
        for row in cables:
            words += len(row.text.split())
            if words > _CABLE_WORDS:
                break
            rows.append(row)
    return rows
