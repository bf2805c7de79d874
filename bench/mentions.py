"""Names in text: persons, bodies and places by language, by source and by kind of error, on clean text, in capitals and badly scanned.

Spans count when they are exact, as ``score.py`` beside the data counts them. The comparison reads the same rows with what a newsroom could put
together by itself: lists and patterns alone, a linear-chain CRF and spaCy, both trained the plain way on the labelled text that cablegraph has learnt from.
Errors are counted by kind; no word of a text is kept.
"""

import json
import random
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.mention_peers import MANNERS, compare
from bench.mention_rows import KINDS, Name, Row, read_rows

_NOISE = 0.03
_ALIKE = {
    **dict(zip("acehijklmnorstuvwxyACDEGIORSU", "oecbljklnhunsluyvxvAGOFCl0B5V", strict=True)),
    **dict(zip("بتثنرزدذسشصضعغفقحخجکگ", "تبتبزرذدشسضصغعقفخححگک", strict=True)),
}
"""What a reader of bad scans takes a letter for."""
Figures = dict[str, Any]


def measure_mentions(shared: Path, command: Path) -> Figures:
    """Every figure by its name; shares from 0 to 1, errors as counts, seconds with the start of the process."""
    data = shared / "data"
    sets = {"cables": list(read_rows(data / "frus" / "ner_hand.jsonl"))}
    for name in ("en", "fa", "fa-formal", "ar"):
        sets[name] = [row for row in read_rows(data / "ner" / f"{name}.dev.jsonl.gz") if row.source != "btc"]

    def own(rows: list[Row]) -> list[set[Name]]:
        return _asked([str(command), "lines", "mentions"], rows)

    out: Figures = {"sets": {}, "errors": {}, "damaged": {}, "comparison": {}}
    for name, rows in sets.items():
        sys.stderr.write(f"  names: {name}\n")
        found = own(rows)
        out["sets"][name] = {"all": _scored(rows, found), **_by_source(rows, found)}
        out["errors"][name] = dict(_errors(rows, found).most_common(12))
    misread = ((name, "3 % of letters misread", _misread) for name in ("cables", "fa-formal", "ar"))
    for name, how, change in (("cables", "in capitals", _capitals), *misread):
        rows = [change(row) for row in sets[name]]
        out["damaged"][f"{name}, {how}"] = _scored(rows, own(rows))
    for title, answer in MANNERS.items():
        sys.stderr.write(f"  names: {title}\n")
        out["comparison"][title] = compare(data, sets, answer, _scored)
    return out


def _asked(command: list[str], rows: list[Row]) -> list[set[Name]]:
    """What the program answers, row by row, over a pipe."""
    lines = "".join(json.dumps({"id": n, "text": r.text, "lang": r.language}) + "\n" for n, r in enumerate(rows))
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    found: list[set[Name]] = [set() for _ in rows]
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        found[int(answer["id"])] = {
            (m["start"], m["end"], m["label"]) for m in answer["mentions"] if m["label"] in KINDS
        }
    return found


def _scored(rows: list[Row], found: list[set[Name]]) -> Figures:
    out: Figures = {}
    for kind in KINDS:
        wanted = [{n for n in r.names if n[2] == kind} for r in rows]
        had = [{n for n in f if n[2] == kind} for f in found]
        right = sum(len(w & h) for w, h in zip(wanted, had, strict=True))
        gold, given = sum(map(len, wanted)), sum(map(len, had))
        out[kind] = {
            "precision": round(right / given, 4) if given else 0.0,
            "recall": round(right / gold, 4) if gold else 0.0,
            "f1": round(2 * right / (gold + given), 4) if gold + given else 0.0,
            "gold": gold,
        }
    return out


def _by_source(rows: list[Row], found: list[set[Name]]) -> Figures:
    parts: defaultdict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        parts[row.source].append(n)
    if len(parts) == 1:
        return {}
    return {s: _scored([rows[n] for n in ns], [found[n] for n in ns]) for s, ns in sorted(parts.items())}


def _errors(rows: list[Row], found: list[set[Name]]) -> Counter[str]:
    """Errors by what went wrong: missed, made up, other ends, other kind; with how many words the name has."""
    kinds: Counter[str] = Counter()
    for row, have in zip(rows, found, strict=True):
        for name in row.names - have:
            touching = [h for h in have if h[0] < name[1] and name[0] < h[1]]
            size = min(3, len(row.text[name[0] : name[1]].split()))
            if not touching:
                kinds[f"{name[2]} of {size} words missed" if size > 1 else f"{name[2]} of one word missed"] += 1
            elif any(h[:2] == name[:2] for h in touching):
                kinds[f"{name[2]} read as {touching[0][2]}"] += 1
            else:
                kinds[f"{name[2]} with other ends"] += 1
        for name in have - row.names:
            if not any(w[0] < name[1] and name[0] < w[1] for w in row.names):
                kinds[f"{name[2]} made up"] += 1
    return kinds


def _capitals(row: Row) -> Row:
    upper = row.text.upper()
    return replace(row, text=upper) if len(upper) == len(row.text) else row


def _misread(row: Row) -> Row:
    chance = random.Random(row.text)
    return replace(row, text="".join(_ALIKE.get(c, c) if chance.random() < _NOISE else c for c in row.text))
