"""What leaves as FollowTheMoney loads in the package of that name, and comes back as a reference list."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from analyse.making import line
from cablegraph.extract.lists import load_list
from cablegraph.model import relation_schemata
from cablegraph.publish import Bundle, ftm_lines

from .making import BUNDLE, EMPTY

followthemoney = pytest.importorskip("followthemoney", reason="the package followthemoney is not installed")

ENDS = ("e-karim", "e-omar", "e-port", "e-post", "e-place")
EVERYTHING = replace(
    BUNDLE,
    relations=tuple(
        line(name, a, b, f"l-{name}-{a}-{b}", first="1979", last="1988-07", modality="report", asserted_by="a source")
        for name in relation_schemata()
        for a in ENDS
        for b in ENDS
        if a != b
    ),
)


def load(bundle: Bundle) -> dict[str, Any]:
    """The entities as the package reads them."""
    found = [followthemoney.model.get_proxy(json.loads(text)) for text in ftm_lines(bundle)]
    return {proxy.id: proxy for proxy in found}


@pytest.mark.parametrize("bundle", [BUNDLE, EVERYTHING, EMPTY], ids=["a case", "every relation", "nothing"])
def test_every_entity_is_valid_and_every_value_is_one_of_its_type(bundle: Bundle) -> None:
    for text in ftm_lines(bundle):
        data = json.loads(text)
        schema = followthemoney.model.get(data["schema"])
        assert schema is not None
        assert set(data["properties"]) <= set(schema.properties)
        assert set(schema.required) <= set(data["properties"])
        assert schema.validate(data) is None
        for name, values in data["properties"].items():
            kind = schema.get(name).type
            for value in values:
                cleaned = kind.clean(value)
                assert cleaned is not None, (data["schema"], name)
                if kind.name in {"date", "entity", "name"}:
                    assert cleaned == value


@pytest.mark.parametrize("bundle", [BUNDLE, EVERYTHING], ids=["a case", "every relation"])
def test_every_reference_leads_to_an_entity_of_the_schema_that_it_asks_for(bundle: Bundle) -> None:
    loaded = load(bundle)
    for proxy in loaded.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in loaded, prop.qname
                assert loaded[value].schema.is_a(prop.range), prop.qname


def test_an_interval_says_when_it_began_and_ended_and_what_proves_it() -> None:
    loaded = load(EVERYTHING)
    for r in EVERYTHING.relations:
        interval = loaded[r.id]
        assert interval.schema.is_a("Interval")
        assert interval.get("startDate") == ["1979"]
        assert interval.get("endDate") == ["1988-07"]
        assert interval.get("proof") == ["d-1"]


def test_what_left_is_read_again_as_a_reference_list(tmp_path: Path) -> None:
    path = tmp_path / "case.ftm.json"
    path.write_text("".join(ftm_lines(BUNDLE)), encoding="utf-8")
    known = {e.id: e for e in load_list(path).entries}
    assert set(known) == {e.id for e in BUNDLE.entities}
    for e in BUNDLE.entities:
        assert known[e.id].schema == e.schema
        assert (
            set(known[e.id].names) == set(e.names) | {e.caption}
            if e.schema != "Address"
            else e.caption in known[e.id].names
        )


def test_what_the_package_writes_is_read_as_a_reference_list(tmp_path: Path) -> None:
    person = followthemoney.model.make_entity("Person")
    person.id = "Q1"
    for name in ("Karim Zandi", "کریم زندی", "كريم زندي"):
        person.add("name" if name.isascii() else "alias", name)
    path = tmp_path / "people.json"
    path.write_text(json.dumps(person.to_dict()) + "\n", encoding="utf-8")
    (entry,) = load_list(path).entries
    assert (entry.id, entry.schema) == ("Q1", "Person")
    assert entry.names[0] == "Karim Zandi"
    assert set(entry.names) == {"Karim Zandi", "کریم زندی", "كريم زندي"}
