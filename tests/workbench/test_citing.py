"""References between the cables of a case, in documents, for the whole case and on the way out."""

import json
from pathlib import Path

import pytest

from cablegraph.workbench import Workbench

CABLE = """CONFIDENTIAL
VALE {number}
R {day}1200Z MAR 74
FM AMEMBASSY VALE
TO SECSTATE WASHDC
SUBJECT: {subject}
{refs}
1. Karim Zandi met Omar Haddad at the port.
"""


def telegram(number: int, day: int, subject: str, refs: str = "") -> str:
    return CABLE.format(number=number, day=f"{day:02}", subject=subject, refs=f"REF: {refs}\n" if refs else "")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("citing")
    trove = folder / "trove"
    trove.mkdir()
    texts = {
        "1.txt": telegram(1201, 3, "THE CRANE"),
        "2.txt": telegram(1202, 5, "THE CRANE AGAIN", "VALE 1201"),
        "3.txt": telegram(1205, 9, "WHO SAW IT", "(A) VALE 1201 (B) STATE 44102"),
    }
    for name, text in texts.items():
        (trove / name).write_text(text, encoding="utf-8")
    with Workbench.create(folder / "case") as made:
        made.add([trove])
        yield made


def document(bench: Workbench, name: str):
    key = next(key for key, line in bench.snapshot().lines.items() if Path(line.path).name == name)
    return bench.document(key)


def test_a_document_shows_what_it_cites_and_what_cites_it(bench: Workbench) -> None:
    first, last = document(bench, "1.txt"), document(bench, "3.txt")
    assert [(c.title, c.date) for c in first.cited_by] == [
        ("THE CRANE AGAIN", "1974-03-05"),
        ("WHO SAW IT", "1974-03-09"),
    ]
    assert [(c.document, c.words) for c in last.cites] == [(first.id, "VALE 1201")]
    assert [(r.number, r.why) for r in last.open_references] == [("STATE 44102", "not in the case")]
    assert first.cites == ()
    assert first.open_references == ()


def test_the_case_tells_what_it_lacks(bench: Workbench) -> None:
    found = bench.citing()
    assert (found.references, found.not_here_total) == (2, 1)
    assert [(c.label, c.count) for c in found.most_cited] == [("THE CRANE", 2)]
    (gap,) = found.gaps
    assert gap.missing == ("VALE 1203", "VALE 1204")
    assert gap.sentence.startswith("2 of 5 cables of the series VALE")
    assert bench.citing(limit=1).not_here_total == 1


def test_the_graph_leaves_the_case(bench: Workbench, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in bench.iter_export("jsonl")]
    first = document(bench, "1.txt").id
    assert [line["cited"] for line in lines if line["kind"] == "reference"] == [first, first]
    bench.export("csv", tmp_path / "tables")
    table = (tmp_path / "tables" / "references.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[0] == "document,cited,words,by"
    assert len(table) == 3
