"""The network for graph programs: GraphML, and GEXF 1.3 with the interval of each line, which Gephi's timeline reads.

Source: the GEXF 1.3 and GraphML specifications. No clock goes in, so that two exports of one case are equal.
"""

import re
from collections.abc import Iterator

from lxml import etree

from cablegraph.model import first_day, last_day, stated_interval
from cablegraph.model.answers import RelationCard
from cablegraph.publish.bundle import Bundle
from cablegraph.publish.tables import place_cells

_GEXF = "http://gexf.net/1.3"
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_NODE_FIELDS = ("schema", "romanised", "documents")
_POINT = ("latitude", "longitude")
"""Where a place lies, in degrees; Gephi's geographic layouts read them."""
_EDGE_FIELDS = ("type", "polarity", "modality", "asserted_by", "confidence", "documents", "quote")


def _shown(bundle: Bundle) -> list[RelationCard]:
    return [r for r in bundle.relations if r.review != "rejected"]


def _fields(r: RelationCard) -> tuple[str, ...]:
    return (r.type, r.polarity, r.modality, r.asserted_by, f"{r.confidence:.3f}", str(r.sources), r.citations[0].quote)


def _plain(text: str) -> str:
    """A text without the characters that XML forbids (controls, halves of surrogate pairs, two noncharacters)."""
    return _FORBIDDEN.sub(" ", text)


def graphml_lines(bundle: Bundle) -> Iterator[str]:
    """Yield the network as GraphML, line by line."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    linked = {end for r in _shown(bundle) for end in (r.subject.entity, r.object.entity)}
    places = bundle.places()
    for e in bundle.entities:
        if e.id in linked:
            point = {
                name: float(value) for name, value in zip(_POINT, place_cells(places.get(e.id)), strict=False) if value
            }
            graph.add_node(
                e.id, label=_plain(e.caption), schema=e.schema, romanised=_plain(e.romanised), documents=e.documents, **point
            )  # fmt: skip
    for r in _shown(bundle):
        fields = dict(zip(_EDGE_FIELDS, map(_plain, _fields(r)), strict=True))
        graph.add_edge(
            r.subject.entity, r.object.entity, key=r.id, label=r.label, start=r.first or "", end=r.last or "", **fields
        )
    for line in nx.generate_graphml(graph):
        yield line + "\n"


def gexf_lines(bundle: Bundle) -> Iterator[str]:
    """Yield the network as GEXF with dynamic lines; a line without a date has no interval, so it is always there."""
    root = etree.Element(f"{{{_GEXF}}}gexf", nsmap={None: _GEXF}, version="1.3")
    graph = etree.SubElement(root, f"{{{_GEXF}}}graph", mode="dynamic", defaultedgetype="directed", timeformat="date")
    for kind, names in (("node", (*_NODE_FIELDS, *_POINT)), ("edge", _EDGE_FIELDS)):
        attributes = etree.SubElement(graph, f"{{{_GEXF}}}attributes", {"class": kind})
        for name in names:
            what = "double" if name in _POINT else "string"
            etree.SubElement(attributes, f"{{{_GEXF}}}attribute", id=name, title=name, type=what)
    nodes = etree.SubElement(graph, f"{{{_GEXF}}}nodes")
    places = bundle.places()
    linked = {end for r in _shown(bundle) for end in (r.subject.entity, r.object.entity)}
    for e in bundle.entities:
        if e.id in linked:
            node = etree.SubElement(nodes, f"{{{_GEXF}}}node", id=e.id, label=_plain(e.caption))
            told = (e.schema, e.romanised, str(e.documents), *place_cells(places.get(e.id))[:2])
            _values(node, (*_NODE_FIELDS, *_POINT), told)
    edges = etree.SubElement(graph, f"{{{_GEXF}}}edges")
    for r in _shown(bundle):
        edge = etree.SubElement(
            edges, f"{{{_GEXF}}}edge", id=r.id, source=r.subject.entity, target=r.object.entity, label=r.label, kind=r.type,
            type="directed" if r.directed else "undirected",
        )  # fmt: skip
        first, last = stated_interval(r.type, r.first, r.last)
        if first:
            edge.set("start", first_day(first))
        if last:
            edge.set("end", last_day(last))
        _values(edge, _EDGE_FIELDS, _fields(r))
    yield etree.tostring(root, encoding="unicode", pretty_print=True)


def _values(parent: etree._Element, names: tuple[str, ...], values: tuple[str, ...]) -> None:
    holder = etree.SubElement(parent, f"{{{_GEXF}}}attvalues")
    for name, value in zip(names, values, strict=True):
        if value:
            etree.SubElement(holder, f"{{{_GEXF}}}attvalue", {"for": name, "value": _plain(value)})
