import csv
import io
from dataclasses import replace

import pytest

from cablegraph.publish.tables import csv_tables

from .making import BUNDLE, EMPTY, MET


def _tables(bundle: object = BUNDLE) -> dict[str, list[list[str]]]:
    out = {}
    for name, lines in csv_tables(bundle):  # type: ignore[arg-type]
        text = "".join(lines)
        assert text.startswith("\ufeff")
        assert text.endswith("\r\n")
        out[name] = list(csv.reader(io.StringIO(text[1:], newline="")))
    return out


def test_tables_with_a_header_each() -> None:
    tables = _tables()
    assert list(tables) == ["relations.csv", "entities.csv", "documents.csv", "problems.csv", "references.csv"]
    for rows in tables.values():
        assert {len(row) for row in rows} == {len(rows[0])}
    assert all(len(rows) == 1 for rows in _tables(EMPTY).values())


def test_a_row_for_each_citation() -> None:
    rows = _tables()["relations.csv"]
    held = [dict(zip(rows[0], row, strict=True)) for row in rows if row[0] == "l-held"]
    assert [r["document"] for r in held] == ["d-1", "d-2"]
    assert {(r["subject"], r["object"], r["from"], r["to"]) for r in held} == {
        ("Karim Zandi", "مدیر بندر", "2005", "2008-06")
    }
    assert all(int(r["end"]) - int(r["start"]) == len(r["quote"]) for r in held)


def test_names_in_three_scripts_and_lists() -> None:
    rows = {row[0]: row for row in _tables()["entities.csv"]}
    assert rows["e-karim"][4] == "Karim Zandi; کریم زندی; كريم زندي"
    documents = _tables()["documents.csv"]
    assert dict(zip(documents[0], documents[1], strict=True))["from"] == "تهران"
    assert dict(zip(documents[0], documents[3], strict=True))["date"] == ""


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+12",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        '=HYPERLINK("http://x","y")',
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
    ],
)
def test_what_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    quote = replace(MET.citations[0], quote=cell)
    bundle = replace(BUNDLE, relations=(replace(MET, citations=(quote,), asserted_by=cell),))
    row = _tables(bundle)["relations.csv"][1]
    assert row[-1] == "'" + cell
    assert row[11] == "'" + cell


@pytest.mark.parametrize("cell", ["2014-11-05", "کریم، زندی", 'said "no"', "two\nlines", "a=b", "'quoted'", " =1"])
def test_other_cells_are_kept_as_they_are(cell: str) -> None:
    bundle = replace(BUNDLE, relations=(replace(MET, asserted_by=cell),))
    assert _tables(bundle)["relations.csv"][1][11] == cell


def test_a_title_of_a_document_is_never_a_formula() -> None:
    assert _tables()["documents.csv"][1][3] == "'=گزارش بندر"
