"""A case as JSON Lines: one object a line, told apart by ``kind``; the contract by which cablegraph is measured from outside."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from cablegraph.model import Citation
from cablegraph.model.answers import RelationCard
from cablegraph.publish.bundle import Bundle


def jsonl_lines(bundle: Bundle) -> Iterator[str]:
    """Yield the lines, each with its line break, in a fixed order."""
    for item in _objects(bundle):
        yield json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n"


def _objects(bundle: Bundle) -> Iterator[dict[str, Any]]:
    for d in bundle.documents():
        yield {
            "kind": "document", "id": d.id, "path": d.path, "sha256": d.sha256, "dataset": d.dataset, "date": d.date, "title": d.title,
            "language": d.language, "header": d.header, "places": [{"dataset": name, "path": path} for name, path in d.places],
        }  # fmt: skip
    for m, entity in bundle.mentions():
        yield {
            "kind": "mention", "document": m.document, "page": m.page, "start": m.start, "end": m.end, "text": m.text, "label": m.label,
            "entity": entity, "confidence": round(m.confidence, 3),
        }  # fmt: skip
    for e in bundle.entities:
        yield {"kind": "entity", "id": e.id, "schema": e.schema, "caption": e.caption, "names": list(e.names)}
    for r in bundle.relations:
        yield _relation(r)
    for c in bundle.claims:
        yield {
            "kind": "claim", "id": c.id, "document": c.document, "start": c.start, "end": c.end, "text": c.text, "claim_kind": c.claim_kind,
            "claimant": c.claimant, "from": c.first, "to": c.last, "proposal": c.proposal, "evidence": list(c.evidence), "verdict": c.verdict,
        }  # fmt: skip
    for g in bundle.gaps:
        yield {"kind": "gap"} | asdict(g)
    for cited in bundle.references:
        yield {"kind": "reference"} | asdict(cited)
    for j in bundle.judgements:
        yield {"kind": "judgement"} | asdict(j)
    for p in bundle.problems:
        yield {
            "kind": "problem", "id": p.id, "dataset": p.dataset, "path": p.path, "code": p.code, "cause": p.cause, "remedy": p.remedy,
            "document": p.document, "page": p.page,
        }  # fmt: skip


def citation_json(c: Citation) -> dict[str, Any]:
    """A citation without its checksum, which is the store's own."""
    return {"document": c.document, "page": c.page, "start": c.start, "end": c.end, "quote": c.quote}


def _relation(r: RelationCard) -> dict[str, Any]:
    out: dict[str, Any] = {
        "kind": "relation",
        "id": r.id,
        "type": r.type,
        "subject": r.subject.entity,
        "object": r.object.entity,
    }
    if r.organization:
        out["organization"] = r.organization.entity
    if r.handler:
        out["handler"] = r.handler.entity
    return out | {
        "from": r.first, "to": r.last, "as_of": r.as_of, "polarity": r.polarity, "modality": r.modality, "asserted_by": r.asserted_by,
        "acting": r.acting, "place": r.place, "confidence": r.confidence, "review": r.review, "new": r.new,
        "citations": [citation_json(c) for c in r.citations],
    }  # fmt: skip
