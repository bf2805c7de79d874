from dataclasses import replace
from itertools import product

import networkx as nx
import pytest
from lxml import etree

from cablegraph.publish import gexf_lines, graphml_lines

from .making import BUNDLE, EMPTY, HELD, MET

GEXF = "{http://gexf.net/1.3}"
SHOWN = {"l-held", "l-met", "l-hired", "l-denied", "l-odd"}


def _gexf(bundle: object = BUNDLE) -> etree._Element:
    return etree.fromstring("".join(gexf_lines(bundle)).encode())  # type: ignore[arg-type]


def _graphml(bundle: object = BUNDLE) -> "nx.MultiDiGraph[str]":
    return nx.parse_graphml("".join(graphml_lines(bundle)), force_multigraph=True)  # type: ignore[arg-type]


def test_gexf_carries_the_interval_of_each_line_to_the_day() -> None:
    edges = {e.get("id"): e for e in _gexf().iter(f"{GEXF}edge")}
    assert set(edges) == SHOWN
    when = {key: (e.get("start"), e.get("end")) for key, e in edges.items()}
    assert when == {
        "l-held": ("2005-01-01", "2008-06-30"),
        "l-met": ("2014-11-05", "2014-11-05"),  # it happened once and does not go on
        "l-hired": (None, None),
        "l-denied": (None, "2010-12-31"),
        "l-odd": (None, None),
    }
    assert edges["l-met"].get("type") == "undirected"
    assert edges["l-held"].get("type") == "directed"


def test_gexf_names_every_node_that_a_line_needs_and_no_other() -> None:
    root = _gexf()
    nodes = {n.get("id"): n.get("label") for n in root.iter(f"{GEXF}node")}
    ends = {e.get(side) for e, side in product(root.iter(f"{GEXF}edge"), ("source", "target"))}
    assert set(nodes) == ends
    assert nodes["e-leila"] == "لیلا صبری"
    declared = {a.get("id") for a in root.iter(f"{GEXF}attribute")}
    assert {v.get("for") for v in root.iter(f"{GEXF}attvalue")} <= declared
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")


def test_graphml_is_read_back_with_its_lines() -> None:
    graph = _graphml()
    assert {key for _, _, key in graph.edges(keys=True)} == SHOWN
    data = graph.get_edge_data("e-karim", "e-post")["l-held"]
    assert (data["type"], data["start"], data["end"], data["documents"]) == ("Occupancy", "2005", "2008-06", "2")
    assert data["quote"] == HELD.citations[0].quote
    assert graph.nodes["e-place"]["label"] == "بغداد"


@pytest.mark.parametrize("odd", ["a\x00b", "a\x0bb", "a\x1bb", "a\ufffeb", "a\uffffb", "a\ud800b", '<b> & "c" ]]>'])
def test_characters_that_xml_forbids_do_not_break_the_file(odd: str) -> None:
    entities = tuple(replace(e, caption=odd) if e.id == "e-karim" else e for e in BUNDLE.entities)
    quote = replace(MET.citations[0], quote=odd)
    bundle = replace(BUNDLE, entities=entities, relations=(replace(MET, citations=(quote,)),))
    for label in (
        _gexf(bundle).find(f".//{GEXF}node[@id='e-karim']").get("label"),  # type: ignore[union-attr]
        _graphml(bundle).nodes["e-karim"]["label"],
    ):
        assert len(label) == len(odd)
        assert (label[0], label[-1]) == (odd[0], odd[-1])


def test_two_exports_are_equal_and_an_empty_case_is_a_file_too() -> None:
    assert list(gexf_lines(BUNDLE)) == list(gexf_lines(BUNDLE))
    assert list(graphml_lines(BUNDLE)) == list(graphml_lines(BUNDLE))
    assert list(_gexf(EMPTY).iter(f"{GEXF}node")) == []
    assert _graphml(EMPTY).number_of_nodes() == 0


def test_a_place_carries_its_degrees_for_layouts_that_draw_maps() -> None:
    (node,) = _gexf().findall(f".//{GEXF}node[@id='e-place']")
    told = {v.get("for"): v.get("value") for v in node.iter(f"{GEXF}attvalue")}
    assert (told["latitude"], told["longitude"]) == ("33.34058", "44.40088")
    assert _graphml().nodes["e-place"]["latitude"] == 33.34058
    assert "latitude" not in _graphml().nodes["e-karim"]
