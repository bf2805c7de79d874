"""Who is who over real cables: the clusters of a case beside the volumes' own ids of persons, by B-cubed and by the pairs that were joined.

Each mention of a listed person is given the entity of the mention of ours that overlaps it most; one that we did not find, or left open, stands alone. B-cubed
(Bagga and Baldwin 1998) asks of each mention what share of its cluster is right and what share of its person is there. The trap: the volumes list a person
once each, so the same person in two volumes is one only where the lists say so.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cablegraph.model import Mention
from cablegraph.store import facts
from cablegraph.workbench import Workbench


class Pair(NamedTuple):
    """A mention of the gold: its document, the person whom the edition means, and the entity that ours has there (unique where there is none)."""

    document: str
    person: str
    entity: str
    found: bool


def measure_people(bench: Workbench, frus: Path) -> dict[str, Any]:
    """Precision, recall and F1 (0-1) over all mentions and over those that were found, and what joining across documents got right."""
    pairs = list(_pairs(bench, frus))
    found = [pair for pair in pairs if pair.found]
    merges = _merges(found)
    return {
        "mentions": len(pairs),
        "found": round(len(found) / len(pairs), 4),
        "b_cubed": _b_cubed(pairs),
        "b_cubed_of_found": _b_cubed(found),
        "joined_across_documents": merges["joined"],
        "joined_rightly": round(merges["right"] / max(merges["joined"], 1), 4),
    }


def _pairs(bench: Workbench, frus: Path) -> Iterator[Pair]:
    snapshot = bench.snapshot()
    by_path = {"/".join(Path(line.path).with_suffix("").parts[-2:]): key for key, line in snapshot.lines.items()}
    one = _persons(frus / "persons.jsonl")
    with bench.case.engine.connect() as connection, (frus / "documents.jsonl").open(encoding="utf-8") as gold:
        for line in gold:
            row = json.loads(line)
            key = by_path.get(row["id"])
            wanted = [p for p in row["persons"] if p["person_id"]]
            mentions = [m for m in facts.load_mentions(connection, [key]) if m.label == "PERSON"] if key else []
            for person in wanted:
                ours = _nearest(mentions, person["start"], person["end"])
                entity = snapshot.entity_of.get(ours.referent or "") if ours else None
                alone = f"{row['id']}:{person['start']}"
                yield Pair(
                    row["id"], one.get(person["person_id"], person["person_id"]), entity or alone, entity is not None
                )


def _persons(path: Path) -> dict[str, str]:
    """For each listed person the first id under which the lists have them."""
    out: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        same = row.get("same_as") or []
        out[row["person_id"]] = min([row["person_id"], *([same] if isinstance(same, str) else same)])
    return out


def _nearest(mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    shared = [(min(m.end, end) - max(m.start, start), m) for m in mentions]
    best = max(shared, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] > 0 else None


def _b_cubed(pairs: Sequence[Pair]) -> dict[str, float]:
    both: Mapping[tuple[str, str], int] = Counter((p.person, p.entity) for p in pairs)
    of_person, of_entity = Counter(p.person for p in pairs), Counter(p.entity for p in pairs)
    count = max(len(pairs), 1)
    precision = sum(n * n / of_entity[entity] for (_, entity), n in both.items()) / count
    recall = sum(n * n / of_person[person] for (person, _), n in both.items()) / count
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _merges(pairs: Sequence[Pair]) -> dict[str, int]:
    """Pairs of documents in which one entity stands: how many, and in how many it means one person in both."""
    people: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for pair in pairs:
        people[pair.entity][pair.document][pair.person] += 1
    joined = right = 0
    for documents in people.values():
        meant = Counter(max(sorted(found), key=found.__getitem__) for found in documents.values())
        size = sum(meant.values())
        joined += size * (size - 1) // 2
        right += sum(n * (n - 1) // 2 for n in meant.values())
    return {"joined": joined, "right": right}
