"""A case as FollowTheMoney JSON lines, and the evidence of its relations as a sidecar.

Source: the FollowTheMoney schemata (Interval: Occupancy, Membership, Directorship, Employment ...). A relation of ours that has no
schema there, or whose end is not what the schema asks for, leaves as ``UnknownLink`` with its label as ``role``. ``proof`` names the
documents; the spans are in the sidecar, since FollowTheMoney has no place for them.
"""

import json
from collections.abc import Iterator
from typing import Any

from cablegraph.model import relation_schemata
from cablegraph.model.answers import EntityCard, RelationCard
from cablegraph.publish.bundle import Bundle, DocumentLeaf
from cablegraph.publish.jsonl import citation_json

_DOCUMENT = {"pdf": "Pages", "image": "Image", "email": "Email", "html": "HyperText", "text": "PlainText"}
_BODIES = frozenset({"Organization", "PublicBody", "Company"})
_PERSON = frozenset({"Person"})
_LEGAL = _PERSON | _BODIES
_RANGE = {
    "Occupancy": (_PERSON, frozenset({"Position"})),
    "Membership": (_LEGAL, _BODIES),
    "Directorship": (_LEGAL, _BODIES),
    "Employment": (_PERSON, _BODIES),
    "Representation": (_LEGAL, _LEGAL),
    "Ownership": (_LEGAL, frozenset({"Company"})),
    "Family": (_PERSON, _PERSON),
    "Associate": (_PERSON, _PERSON),
}
"""What the two ends of a schema may be; an asset is, of our schemata, only a company."""


def ftm_lines(bundle: Bundle) -> Iterator[str]:
    """Yield the entities, each as one line with its line break."""
    for item in _entities(bundle):
        yield json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n"


def evidence_lines(bundle: Bundle) -> Iterator[str]:
    """Yield for each relation its citations: the sidecar to ``ftm_lines``."""
    for r in bundle.relations:
        item = {"id": r.id, "citations": [citation_json(c) | {"checksum": c.checksum} for c in r.citations]}
        yield json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n"


def _entities(bundle: Bundle) -> Iterator[dict[str, Any]]:
    for d in bundle.documents():
        yield _document(d)
    for e in bundle.entities:
        yield _entity(e)
    for r in bundle.relations:
        if r.polarity == "affirmed" and r.review != "rejected":
            yield _interval(r)


def _document(d: DocumentLeaf) -> dict[str, Any]:
    properties = {
        "fileName": [d.path.rsplit("/", 1)[-1]],
        "title": [d.title],
        "contentHash": [d.sha256],
        "mimeType": [d.mime],
        "date": [d.date] if d.date else [],
    }
    return {
        "id": d.id,
        "schema": _DOCUMENT.get(d.kind, "Document"),
        "properties": {k: v for k, v in properties.items() if v and v[0]},
    }


def _entity(e: EntityCard) -> dict[str, Any]:
    properties: dict[str, list[str]] = {"name": [e.caption]}
    if e.schema == "Address":
        properties["full"] = [e.caption]
    else:
        others = [name for name in e.names if name != e.caption]
        if others:
            properties["alias"] = others
    return {"id": e.id, "schema": e.schema, "properties": properties}


def _interval(r: RelationCard) -> dict[str, Any]:
    schema = relation_schemata()[r.type]
    wanted = _RANGE.get(schema.ftm)
    fits = wanted is None or (r.subject.schema in wanted[0] and r.object.schema in wanted[1])
    name, left, right = (schema.ftm, schema.subject, schema.object) if fits else ("UnknownLink", "subject", "object")
    properties: dict[str, list[str]] = {left: [r.subject.entity], right: [r.object.entity]}
    if name == "UnknownLink":
        properties["role"] = [schema.label]
    if r.first:
        properties["startDate"] = [r.first]
    if r.last:
        properties["endDate"] = [r.last]
    properties["proof"] = sorted({c.document for c in r.citations})
    properties["description"] = [r.citations[0].quote]
    return {"id": r.id, "schema": name, "properties": properties}
