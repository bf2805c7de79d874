import json
from dataclasses import replace
from typing import Any

from analyse.making import line
from cablegraph.model import relation_schemata
from cablegraph.publish import evidence_lines, ftm_lines

from .making import BUNDLE, EMPTY

# After the documentation of FollowTheMoney: the schemata used here, what each is derived from, and what the ends of a link may be.
PARENTS = {
    "Person": {"Person", "LegalEntity", "Thing"},
    "Organization": {"Organization", "LegalEntity", "Thing"},
    "PublicBody": {"PublicBody", "Organization", "LegalEntity", "Thing"},
    "Position": {"Position", "Thing"},
    "Address": {"Address", "Thing"},
}
ENDS = {
    "Occupancy": {"holder": "Person", "post": "Position"},
    "Membership": {"member": "LegalEntity", "organization": "Organization"},
    "Directorship": {"director": "LegalEntity", "organization": "Organization"},
    "Employment": {"employee": "Person", "employer": "Organization"},
    "Representation": {"agent": "LegalEntity", "client": "LegalEntity"},
    "Ownership": {"owner": "LegalEntity", "asset": "Asset"},
    "Family": {"person": "Person", "relative": "Person"},
    "Associate": {"person": "Person", "associate": "Person"},
    "UnknownLink": {"subject": "Thing", "object": "Thing"},
}
DOCUMENT_PROPERTIES = {"fileName", "title", "mimeType", "date", "notes"}
INTERVAL_PROPERTIES = {"startDate", "endDate", "proof", "description", "role", "summary"}
NODE_PROPERTIES = {"name", "alias", "full", "organization", "country", "latitude", "longitude", "remarks"}


def _lines(bundle: object = BUNDLE) -> dict[str, dict[str, Any]]:
    found = [json.loads(text) for text in ftm_lines(bundle)]  # type: ignore[arg-type]
    assert len({item["id"] for item in found}) == len(found)
    return {item["id"]: item for item in found}


def _check(items: dict[str, dict[str, Any]]) -> None:
    for item in items.values():
        assert set(item) == {"id", "schema", "properties"}
        for values in item["properties"].values():
            assert values
            assert all(isinstance(v, str) and v for v in values)
        ends = ENDS.get(item["schema"])
        if ends:
            assert set(item["properties"]) <= INTERVAL_PROPERTIES | set(ends)
            for name, wanted in ends.items():
                (end,) = item["properties"][name]
                assert wanted in PARENTS[items[end]["schema"]], (item["schema"], name)
        elif item["schema"] in PARENTS:
            assert set(item["properties"]) <= NODE_PROPERTIES
        else:
            assert set(item["properties"]) <= DOCUMENT_PROPERTIES


def test_every_line_is_an_entity_that_followthemoney_takes() -> None:
    _check(_lines())


def test_a_relation_whose_ends_do_not_fit_its_schema_leaves_as_a_link_with_a_role() -> None:
    everything = tuple(
        line(name, a, b, f"l-{name}-{a}-{b}")
        for name in relation_schemata()
        for a in ("e-karim", "e-port", "e-post", "e-place")
        for b in ("e-omar", "e-port", "e-post", "e-place")
        if a != b
    )
    items = _lines(replace(BUNDLE, relations=everything))
    _check(items)
    assert items["l-Occupancy-e-karim-e-post"]["schema"] == "Occupancy"
    assert items["l-Directorship-e-karim-e-port"]["schema"] == "Directorship"
    assert items["l-Family-e-karim-e-omar"]["schema"] == "Family"
    for r in everything:
        if items[r.id]["schema"] == "UnknownLink":
            assert items[r.id]["properties"]["role"] == [r.label]


def test_what_is_denied_or_rejected_is_not_handed_on_as_true() -> None:
    items = _lines()
    assert "l-denied" not in items
    assert "l-rejected" not in items
    assert {"l-held", "l-met", "l-hired", "l-odd"} <= set(items)


def test_names_dates_and_proof() -> None:
    items = _lines()
    assert items["e-karim"]["properties"] == {"name": ["Karim Zandi"], "alias": ["کریم زندی", "كريم زندي"]}
    assert items["l-held"]["properties"]["startDate"] == ["2005"]
    assert items["l-held"]["properties"]["endDate"] == ["2008-06"]
    assert items["l-held"]["properties"]["proof"] == ["d-1", "d-2"]
    assert items["e-post"]["properties"]["organization"] == ["e-port"]
    assert items["l-met"]["properties"]["startDate"] == items["l-met"]["properties"]["endDate"] == ["2014-11-05"]
    assert items["l-met"]["properties"]["summary"] == ["report, on the word of a source"]
    assert "summary" not in items["l-held"]["properties"]
    place = items["e-place"]["properties"]
    assert (place["latitude"], place["longitude"], place["country"]) == (["33.34058"], ["44.40088"], ["iq"])
    assert "GeoNames 98182" in place["remarks"][0]
    assert items["d-1"]["schema"] == "Pages"
    assert items["d-1"]["properties"]["fileName"] == ["نامه ۱.pdf"]
    assert "date" not in items["d-3"]["properties"]
    assert "title" not in items["d-3"]["properties"]


def test_the_sidecar_has_the_spans_of_every_relation() -> None:
    found = {item["id"]: item["citations"] for item in map(json.loads, evidence_lines(BUNDLE))}
    assert set(found) == {r.id for r in BUNDLE.relations}
    assert all({"document", "page", "start", "end", "quote", "checksum"} == set(c) for cs in found.values() for c in cs)
    assert len(found["l-held"]) == 2
    assert list(ftm_lines(EMPTY)) == list(evidence_lines(EMPTY)) == []
