"""The truth about the invented trove agrees with the readable sources, and covers what the demo promises to show."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import jdatetime
import pytest
from hijridate import Hijri

from cablegraph.demo.manifest import Item, load_manifest, load_truth, read_source

TRUTH = load_truth()
DOCUMENTS = {entry["id"]: entry for entry in TRUTH["documents"]}
ENTITIES = {entity["id"]: entity for entity in TRUTH["entities"]}
FACTS = ["posts", "switches", "recruitments", "meetings", "memberships", "fought_alongside", "not_facts", "codenames"]
HIJRI_MONTHS = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
]
ENGLISH_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


def _source_of(document: str) -> str:
    quoted = {item.source: item.quoted for item in _items(load_manifest().trove)}
    text = read_source(f"{document}.txt")
    other = quoted.get(f"{document}.txt", "")
    return text + (read_source(other) if other else "")


def _items(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _items(item.members)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _written(document: str, text: str) -> date | None:
    """The date that a cable's own header states, in any of the three calendars."""
    if solar := re.search(r"^تاریخ: (\d+)/(\d+)/(\d+)$", text, re.MULTILINE):
        return jdatetime.date(*(int(part) for part in solar.groups())).togregorian()
    if lunar := re.search(r"^التاريخ: (\d+) (.+) (\d+)$", text, re.MULTILINE):
        day, month, year = lunar.groups()
        return Hijri(int(year), HIJRI_MONTHS.index(month) + 1, int(day)).to_gregorian()
    if group := re.search(r"^[PROZ] (\d\d)\d{4}Z ([A-Z]{3}) (\d\d)$", text, re.MULTILINE):
        day, month, year = group.groups()
        return date(2000 + int(year), ENGLISH_MONTHS.index(month) + 1, int(day))
    if plain := re.search(r"^(?:(?:DATE|DATE OF REPORT|Date): )?([A-Z][a-z]+) (\d+), (\d{4})$", text, re.MULTILINE):
        month, day, year = plain.groups()
        return date(int(year), ENGLISH_MONTHS.index(month[:3].upper()) + 1, int(day))
    return None


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_date_of_a_document_is_the_one_it_states(document: str) -> None:
    stated = _written(document, read_source(f"{document}.txt"))
    if stated is None:
        assert DOCUMENTS[document]["header"]["type"] == "e-mail"
    else:
        assert DOCUMENTS[document]["date"] == stated.isoformat()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_forms_and_headers_stand_in_the_source(document: str) -> None:
    text = _one_line(_source_of(document))
    entry = DOCUMENTS[document]
    for entity, forms in entry["mentions"].items():
        assert entity in ENTITIES
        for form in forms:
            if isinstance(form, dict):
                assert form["form"] in form["in"]
                assert form["in"] in text
            else:
                assert form in text
    if entry["header"]["type"] != "e-mail":
        for field in ("number", "from", "to", "subject", "classification"):
            assert entry["header"].get(field, "") in text


@pytest.mark.parametrize("kind", FACTS)
def test_every_fact_has_a_quote_that_stands_in_its_document(kind: str) -> None:
    for fact in TRUTH[kind]:
        assert fact["evidence"]
        for document, quote in fact["evidence"]:
            assert quote in read_source(f"{document}.txt"), (document, quote)


def test_every_end_of_a_fact_is_an_entity() -> None:
    fields = (
        "person",
        "body",
        "from",
        "to",
        "agent",
        "handler",
        "service",
        "place",
        "a",
        "b",
        "subject",
        "object",
        "codename",
    )
    for kind in FACTS:
        for fact in TRUTH[kind]:
            ends = [fact[name] for name in fields if fact.get(name) is not None] + fact.get("parties", [])
            named = [end for end in ends if not re.fullmatch(r"\d{4}(-\d\d){0,2}", end)]
            assert [end for end in named if end not in ENTITIES] == [], fact


def test_claims_and_quotations_stand_in_their_texts() -> None:
    for claim in TRUTH["claims"]:
        assert claim["text"] in read_source(f"{claim['document']}.txt")
        assert (claim["proposal"] in {"supported", "contradicted"}) == bool(claim["evidence"])
        assert [document for document in claim["evidence"] if document not in DOCUMENTS] == []
    for said in [*TRUTH["quotations"], *({**short, "document": short["defined_in"]} for short in TRUTH["acronyms"])]:
        assert said["quote"] in read_source(f"{said['document']}.txt")


def test_series_have_the_numbers_and_the_gaps_that_the_truth_says() -> None:
    numbers = [entry["header"].get("number", "") for entry in DOCUMENTS.values()]
    plain = [re.sub(r"\d", lambda digit: str(int(digit.group())), number) for number in numbers]
    for series in TRUTH["gaps"]:
        name, present, missing = series["series"], series["present"], series["missing"]
        found = sorted(
            int(number.removeprefix(f"{name}/"))
            for number in plain
            if number.startswith(f"{name}/") or (name == "TELL MARWAN" and number.isdigit())
        )
        assert found == present
        assert sorted(present + missing) == list(range(min(present), max(present) + 1))


def test_every_source_is_used_and_every_file_says_why_it_is_there() -> None:
    manifest = load_manifest()
    items = [*_items(manifest.trove), *_items(manifest.record)]
    assert [item.path for item in items if not item.purpose] == []
    assert {item.source for item in items if item.form not in {"copy", "zip"}} >= {f"{name}.txt" for name in DOCUMENTS}


def test_the_trove_shows_what_the_demo_promises() -> None:
    def spellings(entity: dict[str, Any]) -> int:
        return sum(len(names) for names in entity["names"].values())

    people = [entity for entity in ENTITIES.values() if entity["schema"] == "Person" and not entity.get("codename")]
    assert len(DOCUMENTS) >= 44
    assert sum(spellings(person) >= 3 for person in people) >= 10
    assert sum(set(person["names"]) == {"en", "ar", "fa"} for person in people) >= 10
    assert {entry["language"] for entry in DOCUMENTS.values()} == {"en", "ar", "fa"}
    assert {fact["person"] for fact in TRUTH["switches"]} == {"kamali", "tavakkolian"}
    holders = [post["post"] for post in TRUTH["posts"]]
    assert sum(holders.count(post) >= 3 for post in set(holders)) >= 2
    assert any(post["acting"] for post in TRUTH["posts"])
    assert {claim["proposal"] for claim in TRUTH["claims"]} == {
        "supported",
        "contradicted",
        "nothing found",
        "not checkable",
    }
