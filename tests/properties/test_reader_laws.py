"""Laws of readers of documents: what a program wrote comes back, and what nobody wrote is no text."""

import csv
import io
import json

import hypothesis.strategies as st
from hypothesis import given, settings

from cablegraph.ingest.readers.json import show_json
from cablegraph.ingest.readers.markup import RefusedMarkup, parse_markup
from cablegraph.ingest.readers.metadata import find_iso
from cablegraph.ingest.readers.rtf_text import RtfText
from cablegraph.ingest.readers.table import find_mark

LETTERS = st.text(st.sampled_from("ابپتسگهیك۱٢3abcXYZ .-'\u200c"), min_size=1, max_size=12)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60), st.integers(0, 3))
def test_text_written_as_rtf_comes_back(text, stand_ins):
    units = text.encode("utf-16-le")
    numbers = (int.from_bytes(units[n : n + 2], "little", signed=True) for n in range(0, len(units), 2))
    body = "".join(f"\\u{n}{' ' if not stand_ins else ''}{'?' * stand_ins}" for n in numbers)
    read = RtfText()
    read.read(f"{{\\rtf1\\ansi\\uc{stand_ins} {body}}}".encode("ascii"))
    assert read.places.written("text") == text
    assert read.closed


@given(st.binary(max_size=300))
def test_any_bytes_are_read_as_rtf(data):
    RtfText().read(b"{\\rtf1" + data)


@given(st.lists(st.lists(LETTERS, min_size=3, max_size=3), min_size=3, max_size=20), st.sampled_from([";", "\t", "|"]))
def test_what_parts_the_cells_of_a_table_is_found(rows, mark):
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(rows)
    assert find_mark(out.getvalue()) == mark


@given(
    st.recursive(
        LETTERS | st.integers() | st.none(),
        lambda x: st.lists(x, max_size=4) | st.dictionaries(LETTERS, x, max_size=4),
        max_leaves=20,
    )
)
def test_every_word_of_json_is_shown(value):
    from cablegraph.ingest.readers.json import parse_json

    shown = show_json(parse_json(json.dumps(value)))
    stack = [value]
    while stack:
        inner = stack.pop()
        if isinstance(inner, dict):
            assert all(key in shown for key in inner)
            stack.extend(inner.values())
        elif isinstance(inner, list):
            stack.extend(inner)
        else:
            assert inner is None or str(inner) in shown


@given(
    st.text(max_size=40)
    | st.from_regex(r"\d{4}[:-]\d\d[:-]\d\d[ T]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?", fullmatch=True)
)
def test_any_value_has_an_iso_date_or_none(value):
    found = find_iso(value)
    assert found is None or found[:4].isdigit()


@settings(max_examples=60)
@given(
    st.binary(max_size=300),
    st.sampled_from(["", "<?xml version='1.0'?>", "<!DOCTYPE a [<!ENTITY b 'SECRET'>]>"]),
    st.booleans(),
)
def test_markup_gives_a_tree_or_a_refusal_and_no_entity(data, prolog, wide):
    source = f"{prolog}<a c='&b;'>&b;".encode("utf-16" if wide else "utf-8") + data
    try:
        root, _ = parse_markup(source)
    except RefusedMarkup:
        assert "DOCTYPE" in prolog
        return
    assert root is None or "SECRET" not in "".join(map(str, root.itertext())) + str(root.attrib)
