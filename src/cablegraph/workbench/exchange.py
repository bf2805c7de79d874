"""Decisions in the file format of nomenklatura's resolver: a JSON list a line, ``[left, right, judgement, score, user, timestamp]``.

Knows the format and nothing of cases. The trap: nomenklatura joins entities under canonical ids of its own (``NK-...``), which no case has; such an id stands
for the known ids that are tied to it, so two of them are one pair, and a *negative* about it is one about each.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cablegraph.model import Verdict

_FIELDS = 3
_KNOWN = {"positive": Verdict.POSITIVE, "negative": Verdict.NEGATIVE, "unsure": Verdict.UNSURE}


class Row(NamedTuple):
    """One decision: two ids, nomenklatura's judgement, its score if a machine had one, who and when (ISO)."""

    left: str
    right: str
    judgement: str
    score: float | None = None
    user: str = ""
    at: str = ""


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write decisions, the greater id first as nomenklatura has it. Raises ``OSError``."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            big, small = sorted((row.left, row.right), reverse=True)
            out.write(json.dumps([big, small, row.judgement, row.score, row.user, row.at], ensure_ascii=False) + "\n")


def read_rows(path: Path) -> list[Row]:
    """Read decisions of people in the order of the file; suggestions (``no_judgement``) are left out.

    Raises:
        ValueError: A line is not of this form; the message has its number.
        OSError: The file cannot be read.
    """
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except ValueError:
            told = None
        if not isinstance(told, list) or len(told) < _FIELDS or not all(isinstance(t, str) for t in told[:_FIELDS]):
            message = f"line {number} is not [left, right, judgement, score, user, timestamp]"
            raise ValueError(message)
        left, right, judgement, score, user, at = (*told, None, None, None)[:6]
        if judgement in _KNOWN:
            out.append(Row(left, right, judgement, score, user or "", at or ""))
    return out


def same_pairs(rows: Sequence[Row], here: set[str]) -> tuple[list[Row], int]:
    """The decisions as pairs of ids that are here, and how many of the rows say nothing of them."""
    tied = _ties(rows, here)
    out: dict[tuple[str, str], Row] = {}
    unknown = 0
    for row in rows:
        pairs = _pairs(row, tied, here)
        unknown += not pairs
        for left, right in pairs:
            out[min(left, right), max(left, right)] = row._replace(left=left, right=right)
    return list(out.values()), unknown


def _pairs(row: Row, tied: dict[str, list[str]], here: set[str]) -> list[tuple[str, str]]:
    left, right = ([key] if key in here else tied.get(key, []) for key in (row.left, row.right))
    if row.judgement == Verdict.POSITIVE and (row.left not in here or row.right not in here):
        return list(pairwise(sorted({*left, *right})))
    return [(a, b) for a in left for b in right if a != b]


def _ties(rows: Sequence[Row], here: set[str]) -> dict[str, list[str]]:
    """For each id that is not here those here that *positive* decisions tie to it, over others that are not."""
    beside: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.judgement == Verdict.POSITIVE:
            beside[row.left].add(row.right)
            beside[row.right].add(row.left)
    out = {}
    for key in set(beside) - here:
        seen, waiting = {key}, [key]
        while waiting:
            for other in beside[waiting.pop()] - seen:
                seen.add(other)
                if other not in here:
                    waiting.append(other)
        out[key] = sorted(seen & here)
    return out
