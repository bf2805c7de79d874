"""A table of heads of every kind (``examples.yml``): each field that a head states is read, and stands where its span says."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from cablegraph.extract.headers import parse_header

EXAMPLES = yaml.safe_load((Path(__file__).parent / "examples.yml").read_text(encoding="utf-8"))
KINDS = (
    "telegram",
    "airgram",
    "memorandum",
    "memcon",
    "letter",
    "intelligence",
    "UK",
    "NATO",
    "Persian",
    "Arabic",
    "mail",
)
AS_WRITTEN = ("from", "subject", "source", "source_number", "acquired", "signed")


def told(value: object) -> object:
    """A value without its letter case and spacing: a marking has one form, whatever the page writes."""
    if isinstance(value, list | tuple):
        return [told(item) for item in value]
    return " ".join(str(value).casefold().split())


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["name"] for e in EXAMPLES])
def test_every_stated_field_is_read(example: dict) -> None:
    header = parse_header(example["text"])
    wrong = {
        n: (header.values.get(n), want)
        for n, want in example["expect"].items()
        if told(header.values.get(n)) != told(want)
    }
    assert wrong == {}


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["name"] for e in EXAMPLES])
def test_every_field_stands_at_its_span(example: dict) -> None:
    header = parse_header(example["text"])
    assert set(header.spans) == set(header.values)
    for name, (start, end) in header.spans.items():
        assert 0 <= start < end <= len(example["text"]), name
    for name in AS_WRITTEN:
        if name in header.values:
            start, end = header.spans[name]
            assert told(header.values[name]) in told(example["text"][start:end]), name


def test_every_kind_has_six_examples() -> None:
    count = Counter(example["kind"] for example in EXAMPLES)
    assert {kind: count[kind] for kind in KINDS if count[kind] < 6} == {}


@pytest.mark.parametrize(
    "text",
    [
        "SECRET" + "/NOFORN" * 24 + "!",
        "SECRET" + "/AAA" * 45 + "!",
        "NOFORN" + " NOFORN" * 26 + "!",
        "NOFORN/ORCON" + "/NOFORN/ORCON" * 12 + "!",
        " " * 100_000 + "x",
        "a" + " " * 50_000 + "- " * 20_000,
        "C O " * 1500,
        "TO: " * 1500,
        "از: " * 1500,
        "(" * 6000,
        "شماره " + "۱/" * 3000,
    ],
    ids=range(11),
)
def test_a_hostile_head_is_read_without_going_astray(text: str) -> None:
    assert set(parse_header(text).values) <= {
        "number",
        "to",
        "from",
        "type",
        "handling",
        "references",
        "classification",
    }
