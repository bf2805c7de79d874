"""The routes about files and near copies, over a real case."""

import csv
import io
from pathlib import Path

import pytest

from cablegraph.web import create_app
from cablegraph.workbench import Workbench
from workbench.conftest import bench as real_bench
from workbench.conftest import folder, made_case, own_database
from workbench.making import PORT, write

from .conftest import HOME, TOKEN, TestClient

__all__ = ["folder", "made_case", "own_database", "real_bench"]


@pytest.fixture
def real(real_bench: Workbench):
    """A client that has opened the printed address of a real case."""
    client = TestClient(create_app(real_bench, token=TOKEN, read_only=False, who="mira"), base_url=HOME)
    client.get("/", params={"token": TOKEN})
    client.headers["Origin"] = HOME
    return client


def test_completeness_adds_up_and_comes_as_a_table_too(real):
    got = real.get("/api/completeness").json()
    assert got["complete"] is True
    assert sum(row["seen"] for row in got["folders"]) == sum(row["seen"] for row in got["totals"]) == 6
    table = real.get("/api/completeness.csv")
    assert table.headers["content-disposition"] == 'attachment; filename="completeness.csv"'
    assert sum(int(r["seen"]) for r in csv.DictReader(io.StringIO(table.text)) if r["by"] == "kind") == 6


def test_files_are_found_by_name_whatever_became_of_them(real):
    assert [f["path"] for f in real.get("/api/files", params={"q": "نامه"}).json()] == ["letters/نامه.txt"]
    assert [f["state"] for f in real.get("/api/files", params={"state": "problem"}).json()] == ["problem"]
    assert real.get("/api/files", params={"state": "lost"}).status_code == 400


def test_deliveries_are_compared_and_an_unknown_one_is_told(real):
    got = real.get("/api/tranches", params={"earlier": "letters", "later": "press"}).json()
    assert {c["value"] for c in got["counts"]} == {"new", "changed", "repeated", "gone"}
    assert real.get("/api/tranches", params={"earlier": "letters", "later": "x"}).status_code == 404


def test_the_last_run_says_that_it_has_ended(real):
    assert real.get("/api/run").json()["alive"] is False


def test_a_near_copy_stands_beside_its_document_and_shows_what_differs(real, real_bench: Workbench, folder: Path):
    later = write(folder / "again", {"scan.txt": PORT.replace("Omar Haddad", "Omar Hadad")})
    real_bench.add([later], dataset="again")
    key = real_bench.search("Hadad", scripts=False).hits[0].document
    (copy,) = real.get(f"/api/documents/{key}").json()["copies"]
    assert copy["relation"] == "near copy"
    got = real.get(f"/api/documents/{key}/differences/{copy['document']}").json()
    changed = [d for d in got["stretches"] if d["kind"] != "same"]
    assert [got["left_text"][d["left_start"] : d["left_end"]].strip() for d in changed] == ["Hadad"]
    assert real.get(f"/api/documents/{key}/differences/d-none").status_code == 404


def test_what_the_cables_say_of_each_other_is_answered_for_the_whole_case(real):
    got = real.get("/api/references").json()
    assert {"references", "most_cited", "not_here", "not_here_total", "gaps"} == set(got)
    assert real.get("/api/references", params={"limit": 0}).status_code == 400
