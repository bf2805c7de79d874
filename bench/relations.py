"""Relations judged by hand: ``python -m bench.relations`` holds the sheet against what extraction reads today.

The sheet (``bench/sheets/frus-relations.yml``) keeps draws of relations from real cables with a reader's judgement of each. ``--draw SEED`` shows a
new draw to be judged. The trap: what the rules no longer read is not thereby right, so the share of each judgement that is still read stands beside
the precision, and a precision is only as good as the last draw that was made anew.
"""

import argparse
import hashlib
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from cablegraph.extract import EXTRACT_VERSION, extract_document
from cablegraph.extract.relations import SURE
from cablegraph.model import Document, Page, Relation

SHEET = Path(__file__).parent / "sheets" / "frus-relations.yml"
_LONGEST = 420


def measure_relations(shared: Path) -> dict[str, Any]:
    """By draw and for the last by itself: how many were judged right and wrong, how many of either are still read, types and kinds of error."""
    draws = yaml.safe_load(SHEET.read_text(encoding="utf-8"))["draws"]
    wanted = sorted({entry["document"] for draw in draws for entry in draw["judged"]})
    read = {_key(name, relation) for name in wanted for relation in _relations(shared, name)}
    told = [_told(draw, read) for draw in draws]
    return {"extract_version": EXTRACT_VERSION, "last": told[-1], "draws": told, "errors": list(_errors(draws))}


def _errors(draws: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What was judged wrong in all draws, the types that err most first: where it stands and why it is wrong, never the words."""
    wrong = [{"seed": draw["seed"], **e} for draw in draws for e in draw["judged"] if e["judgement"] == "wrong"]
    often = Counter(e["type"] for e in wrong)
    for e in sorted(wrong, key=lambda e: (-often[e["type"]], e["type"], e.get("why", ""), e["document"])):
        yield {
            "type": e["type"],
            "why": e.get("why", ""),
            "document": e["document"],
            "span": e["span"],
            "seed": e["seed"],
        }


def _told(draw: dict[str, Any], read: set[tuple[object, ...]]) -> dict[str, Any]:
    judged = draw["judged"]
    still = [e for e in judged if (e["document"], *e["span"], e["type"], e["ends"]) in read]
    counts, kept = Counter(e["judgement"] for e in judged), Counter(e["judgement"] for e in still)
    return {
        "date": str(draw["date"]), "seed": draw["seed"], "extract_version": draw["extract_version"], "of": draw["of"],
        "least_confidence": draw.get("least_confidence", 0.0),
        "judged": len(judged), "precision": _share(counts["right"], len(judged)),
        "by_type": {kind: _by_type(judged, kind) for kind in sorted({e["type"] for e in judged})},
        "why": dict(Counter(e["why"] for e in judged if "why" in e).most_common()),
        "still_read": _share(len(still), len(judged)), "right_still_read": _share(kept["right"], counts["right"]),
        "wrong_still_read": _share(kept["wrong"], counts["wrong"]), "precision_of_still_read": _share(kept["right"], len(still)),
    }  # fmt: skip


def _by_type(judged: Iterable[dict[str, Any]], kind: str) -> dict[str, int]:
    return dict(Counter(e["judgement"] for e in judged if e["type"] == kind))


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _relations(shared: Path, name: str) -> Iterator[Relation]:
    text = (shared / "data" / "frus" / "text" / f"{name}.txt").read_text(encoding="utf-8")
    pages = (Page(1, 0, len(text), "en"),)
    yield from extract_document(
        Document(name, "0" * 64, "text", "text/plain", len(text), text, pages, language="en")
    ).relations


def _key(name: str, relation: Relation) -> tuple[object, ...]:
    ends = "|".join(" ".join(words.split()) for words in (relation.subject_text, relation.object_text))
    digest = hashlib.sha256(ends.encode()).hexdigest()[:10]
    return (name, relation.citation.start, relation.citation.end, relation.type, digest)


def iter_draw(shared: Path, seed: int, count: int, least: float = SURE) -> Iterator[dict[str, Any]]:
    """Relations at least so sure drawn from all labelled cables, each as an entry of the sheet together with what the reader must see."""
    folder = shared / "data" / "frus" / "text"
    names = sorted(f"{path.parent.name}/{path.stem}" for path in folder.rglob("*.txt"))
    found = [
        (name, relation) for name in names for relation in _relations(shared, name) if relation.confidence >= least
    ]
    found.sort(key=lambda f: (f[0], f[1].citation.start, f[1].type, f[1].subject_text, f[1].object_text))
    for at in sorted(random.Random(seed).sample(range(len(found)), min(count, len(found)))):
        name, r = found[at]
        key = _key(name, r)
        yield {
            "document": name, "span": list(key[1:3]), "type": r.type, "ends": key[4], "subject": r.subject_text, "object": r.object_text,
            "from": r.first, "to": r.last, "as_of": r.as_of, "polarity": r.polarity.value, "modality": r.modality.value,
            "asserted_by": r.asserted_by, "rule": r.origin, "of": len(found), "sentence": " ".join(r.citation.quote.split())[:_LONGEST],
        }  # fmt: skip


def main() -> None:
    """Print the check, or a new draw, as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.relations", description="Relations judged by hand.")
    parser.add_argument("--draw", type=int, metavar="SEED", help="show a new draw to be judged")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--least", type=float, default=SURE, help="draw only from relations at least this sure")
    options = parser.parse_args()
    root = Path(__file__).parent.parent
    shared = (root / os.environ.get("CABLEGRAPH_SHARED", "../shared")).resolve()
    if not (shared / "data" / "frus" / "text").is_dir():
        sys.exit("The labelled cables are not there. Set CABLEGRAPH_SHARED to the folder that holds data/.")
    if options.draw is None:
        print(json.dumps(measure_relations(shared), indent=2, ensure_ascii=False))
        return
    for entry in iter_draw(shared, options.draw, options.count, options.least):
        print(json.dumps(entry, ensure_ascii=False))


if __name__ == "__main__":
    main()
