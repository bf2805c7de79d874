"""Tables for Neo4j's own importer."""

import csv
import io

from cablegraph.publish.neo4j import neo4j_tables

from .making import BUNDLE


def tables() -> dict[str, list[list[str]]]:
    return {name: list(csv.reader(io.StringIO("".join(lines), newline=""))) for name, lines in neo4j_tables(BUNDLE)}


def test_every_relationship_begins_and_ends_at_a_node() -> None:
    found = tables()
    nodes = {row[0] for name in ("entities.csv", "documents.csv") for row in found[name][1:]}
    for name in ("relations.csv", "cited.csv"):
        start, end, kind = (found[name][0].index(column) for column in (":START_ID", ":END_ID", ":TYPE"))
        assert len(found[name]) > 1
        assert all(row[start] in nodes and row[end] in nodes and row[kind].isupper() for row in found[name][1:])


def test_no_mark_and_no_apostrophe_stands_before_what_the_importer_reads() -> None:
    first = next(iter(neo4j_tables(BUNDLE)))[1]
    assert next(first).startswith("id:ID,")
    titles = [row[1] for row in tables()["documents.csv"]]
    assert "=گزارش بندر" in titles


def test_a_sign_between_values_never_stands_in_one() -> None:
    quotes = [row[-1] for row in tables()["relations.csv"][1:]]
    held = next(row for row in tables()["relations.csv"] if "l-held" in row)
    assert len(held[-1].split(";")) == 2
    assert all("\n" not in quote for quote in quotes)
