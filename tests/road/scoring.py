"""How near a case of the invented trove comes to its written truth. Figures are counts of right, wrong and missing things."""

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from cablegraph.model import overlap
from cablegraph.resolve.meaning import meaning_of
from cablegraph.text import fold
from cablegraph.workbench import Workbench

Lines = list[dict[str, Any]]
Truth = dict[str, Any]


@dataclass
class Score:
    """Right, wrong and missing things, the wrong and missing ones by name."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + len(self.wrong) + len(self.missing)) if self.right else 0.0


def read_export(bench: Workbench) -> Lines:
    """The lines of a JSON Lines export, parsed."""
    return [json.loads(line) for line in bench.iter_export("jsonl")]


class Found:
    """An export of the case, with the entities that its truth speaks of."""

    def __init__(self, lines: Lines, truth: Truth) -> None:
        self.lines = lines
        self.truth = truth
        self.document = {p["path"].split("/", 1)[1]: d["id"] for d in self.of("document") for p in d["places"]}
        self.by_truth = {d["id"]: self.document.get(d["path"]) for d in truth["documents"]}
        self.items = list(self._items())
        votes: dict[str, Counter[str]] = {}
        for person, _, entity in self.items:
            if entity:
                votes.setdefault(person, Counter())[entity] += 1
        self.entity = {person: set(c) for person, c in votes.items()}

    def of(self, kind: str) -> Lines:
        return [x for x in self.lines if x["kind"] == kind]

    def _items(self) -> Any:
        mentions: dict[str, Lines] = {}
        for m in self.of("mention"):
            mentions.setdefault(m["document"], []).append(m)
        schema = {e["id"]: e["schema"] for e in self.truth["entities"]}
        for d in self.truth["documents"]:
            key = self.by_truth[d["id"]]
            for person, forms in d["mentions"].items():
                if schema[person] == "Person":
                    yield person, d["id"], _entity(forms, mentions.get(key or "", []))

    def people(self) -> Score:
        """Each person in each document, scored by whether it is in the entity that holds most of that person and no namesake."""
        score = Score()
        home = {p: Counter(e for q, _, e in self.items if q == p and e).most_common(1) for p, _, _ in self.items}
        for person, document, entity in self.items:
            best = home[person]
            if not entity or not best or entity != best[0][0]:
                score.missing.append(f"{person} in {document}: {entity}")
            elif any(
                other != person and o and o[0][0] == entity and not _may_share(self.truth, person, other)
                for other, o in home.items()
            ):
                score.wrong.append(f"{person} in {document} shares {entity}")
            else:
                score.right += 1
        return score

    def relations(self, *types: str, polarity: str = "affirmed") -> Lines:
        return [
            r
            for r in self.of("relation")
            if r["type"] in types and r["polarity"] == polarity and r["modality"] in {"fact", "report"}
        ]

    def is_one(self, entity: str | None, who: str) -> bool:
        return entity in self.entity.get(who, set())

    def names(self, entity: str | None) -> set[str]:
        return {fold(n) for e in self.of("entity") if e["id"] == entity for n in e["names"]}

    def is_body(self, entity: str | None, who: str) -> bool:
        known = next(e for e in self.truth["entities"] if e["id"] == who)
        mine = self.names(entity)
        return any(fold(n) in m or m in fold(n) for names in known["names"].values() for n in names for m in mine)

    def posts(self) -> Score:
        score = Score()
        have = self.relations("Occupancy", "Directorship")
        for p in self.truth["posts"]:
            wanted = meaning_of(p["post"]).terms
            ok = any(
                self.is_one(r["subject"], p["person"])
                and overlap(r["from"], r["from"], p["from"], p["from"])
                and (r["from"] or r["to"] or not (p["from"] or p["to"]))
                and overlap(r["to"], r["to"], p["to"], p["to"])
                and (not wanted or any(meaning_of(n).terms & wanted for n in self.names(r["object"])))
                for r in have
            )
            score.right += ok
            if not ok:
                score.missing.append(f"{p['person']} {p['post']} {p['from']}..{p['to']}")
        return score

    def switches(self) -> Score:
        return self._pairs("Allegiance", [(s["person"], s["to"], s["when"], None) for s in self.truth["switches"]])

    def recruitments(self) -> Score:
        return self._pairs(
            "Recruitment", [(r["agent"], r["service"], r["when"], r["handler"]) for r in self.truth["recruitments"]]
        )

    def _pairs(self, kind: str, wanted: list[tuple[str, str, str | None, str | None]]) -> Score:
        score = Score()
        left = self.relations(kind)
        for who, body, when, handler in wanted:
            hits = [
                r for r in left
                if self.is_one(r["subject"], who) and overlap(r["from"], r["to"] or r["from"], when, when)
                and (self.is_body(r["object"], body) or (handler is not None and self.is_one(r["object"], handler)))
                and (handler is None or "handler" not in r or self.is_one(r["handler"], handler))
            ]  # fmt: skip
            score.right += bool(hits)
            if not hits:
                score.missing.append(f"{kind} {who} {body} {when} by {handler}")
            left = [r for r in left if r not in hits]
        score.wrong.extend(f"{kind} {r['citations'][0]['quote']}" for r in left)
        return score

    def meetings(self) -> Score:
        score = Score()
        for m in self.truth["meetings"]:
            for a, b in combinations(m["parties"], 2):
                hits = [
                    r for r in self.of("relation")
                    if r["type"] == "Meeting" and r["polarity"] == m["polarity"] and overlap(r["from"], r["to"], m["when"], m["when"])
                    and (self._joins(r, a, b) or self._joins(r, b, a))
                ]  # fmt: skip
                score.right += bool(hits)
                if not hits:
                    score.missing.append(f"{a} met {b} {m['when']} {m['polarity']}")
        return score

    def _joins(self, r: dict[str, Any], a: str, b: str) -> bool:
        return self.is_one(r["subject"], a) and self.is_one(r["object"], b)

    def dates(self) -> Score:
        score = Score()
        have = {d["id"]: d["date"] for d in self.of("document")}
        for d in self.truth["documents"]:
            got = have.get(self.by_truth[d["id"]] or "")
            if got == d["date"]:
                score.right += 1
            elif got:
                score.wrong.append(f"{d['id']}: {got} not {d['date']}")
            else:
                score.missing.append(f"{d['id']}: {d['date']}")
        return score

    def claims(self) -> Score:
        score = Score()
        found = {fold(" ".join(c["text"].split())): c for c in self.of("claim")}
        for c in self.truth["claims"]:
            text = fold(" ".join(c["text"].split()))
            hit = next((f for t, f in found.items() if text in t or t in text), None)
            if hit and hit["proposal"] == c["proposal"]:
                score.right += 1
            else:
                score.missing.append(f"{hit and hit['proposal']} not {c['proposal']}: {c['text']}")
        return score


def _entity(forms: list[Any], mentions: Lines) -> str | None:
    plain = {fold(f if isinstance(f, str) else f["form"]) for f in forms}
    hits = [m for m in mentions if m["entity"] and any(fold(" ".join(m["text"].split())) == f for f in plain)]
    hits = hits or [
        m
        for m in mentions
        if m["entity"] and any(f in fold(m["text"]) or fold(m["text"]) in f for f in plain if len(m["text"]) > 4)
    ]
    return Counter(m["entity"] for m in hits).most_common(1)[0][0] if hits else None


def _may_share(truth: Truth, a: str, b: str) -> bool:
    """A codename and the person whom it stands for may be one entity."""
    stands = {e["id"]: e.get("stands_for") for e in truth["entities"]}
    return stands.get(a) == b or stands.get(b) == a or (stands.get(a) is not None and stands.get(a) == stands.get(b))
