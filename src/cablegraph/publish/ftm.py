"""A case as FollowTheMoney JSON lines, and the evidence of its relations as a sidecar.

Source: the FollowTheMoney schemata (Interval: Occupancy, Membership, Directorship, Employment ...). A relation of ours that has no
schema there, or whose end is not what the schema asks for, leaves as ``UnknownLink`` with its label as ``role``. ``proof`` names the
documents; the spans are in the sidecar, since FollowTheMoney has no place for them. The trap: its ``contentHash`` is SHA-1, which a case does not
keep, so a document's SHA-256 stands among its ``notes``.
"""

import json
from collections.abc import Iterator
from typing import Any

from cablegraph.model import Modality, relation_schemata, stated_interval
from cablegraph.model.answers import EntityCard, PlaceChoice, RelationCard
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
    relations = [r for r in bundle.relations if r.polarity == "affirmed" and r.review != "rejected"]
    bodies: dict[str, set[str]] = {}
    for r in relations:
        if r.type == "Occupancy" and r.organization and r.organization.schema in _BODIES:
            bodies.setdefault(r.object.entity, set()).add(r.organization.entity)
    places = bundle.places()
    for e in bundle.entities:
        yield _entity(e, sorted(bodies.get(e.id, ())), places.get(e.id))
    for r in relations:
        yield _interval(r)


def _document(d: DocumentLeaf) -> dict[str, Any]:
    properties = {
        "fileName": [d.path.rsplit("/", 1)[-1]],
        "title": [d.title],
        "mimeType": [d.mime],
        "date": [d.date] if d.date else [],
        "notes": [f"SHA-256 {d.sha256}"],
    }
    return {
        "id": d.id,
        "schema": _DOCUMENT.get(d.kind, "Document"),
        "properties": {k: v for k, v in properties.items() if v and v[0]},
    }


def _entity(e: EntityCard, bodies: list[str], place: PlaceChoice | None) -> dict[str, Any]:
    """An entity; ``bodies`` are the ids of those that a post belongs to, ``place`` is where an address lies."""
    properties: dict[str, list[str]] = {"name": [e.caption]}
    if e.schema == "Address":
        properties["full"] = [e.caption]
    else:
        others = [name for name in e.names if name != e.caption]
        if others:
            properties["alias"] = others
    if place:
        properties["country"] = [place.country.lower()]
        properties["remarks"] = [f"GeoNames {place.geonames}, {place.name}: {place.why} (score {place.score:.2f})"]
    if place and place.latitude is not None and place.longitude is not None:
        properties["latitude"], properties["longitude"] = [str(place.latitude)], [str(place.longitude)]
    if e.schema == "Position" and bodies:
        properties["organization"] = bodies
    return {"id": e.id, "schema": e.schema, "properties": properties}


def _interval(r: RelationCard) -> dict[str, Any]:
    schema = relation_schemata()[r.type]
    wanted = _RANGE.get(schema.ftm)
    fits = wanted is None or (r.subject.schema in wanted[0] and r.object.schema in wanted[1])
    name, left, right = (schema.ftm, schema.subject, schema.object) if fits else ("UnknownLink", "subject", "object")
    properties: dict[str, list[str]] = {left: [r.subject.entity], right: [r.object.entity]}
    if name == "UnknownLink":
        properties["role"] = [schema.label]
    first, last = stated_interval(r.type, r.first, r.last)
    if first:
        properties["startDate"] = [first]
    if last:
        properties["endDate"] = [last]
    if r.modality != Modality.FACT or r.asserted_by != "writer":
        properties["summary"] = [f"{r.modality}, on the word of {r.asserted_by}"]
    properties["proof"] = sorted({c.document for c in r.citations})
    properties["description"] = [r.citations[0].quote]
    return {"id": r.id, "schema": name, "properties": properties}
