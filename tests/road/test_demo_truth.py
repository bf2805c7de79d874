"""The invented trove after the whole road, scored against its written truth. The floors are what this version reaches; they only go up."""

from pathlib import Path
from typing import Any

import pytest

from cablegraph.workbench import Workbench

from .scoring import Found, read_export

pytestmark = [pytest.mark.ocr, pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def found(demo: Workbench, truth: dict[str, Any]) -> Found:
    return Found(read_export(demo), truth)


FLOORS = {
    "people": 0.88,
    "posts": 0.9,
    "switches": 0.99,
    "recruitments": 0.55,
    "meetings": 0.75,
    "dates": 0.93,
    "claims": 0.7,
}


@pytest.mark.parametrize("what", FLOORS)
def test_score_reaches_its_floor(found: Found, what: str) -> None:
    score = getattr(found, what)()
    assert score.f1 >= FLOORS[what], f"{what}: {score.right} right, wrong {score.wrong}, missing {score.missing}"


def test_namesakes_stay_apart(found: Found, truth: dict[str, Any]) -> None:
    """In documents that name only one of two, no entity holds both; a document about both leaves them open."""
    for pair in truth["must_not_merge"]:
        both = {d for p, d, _ in found.items if p == pair["a"]} & {d for p, d, _ in found.items if p == pair["b"]}
        homes = [{e for p, d, e in found.items if p == pair[side] and d not in both and e} for side in ("a", "b")]
        assert not homes[0] & homes[1], pair["why"]


def test_missing_numbers_are_named(found: Found, truth: dict[str, Any]) -> None:
    """Every missing number is found; a scan whose number cannot be read may add one of its own."""
    gaps = {g["series"]: g["missing"] for g in found.of("gap")}
    for wanted in truth["gaps"]:
        numbers = next((m for series, m in gaps.items() if wanted["series"] in series), None)
        assert numbers is not None, wanted
        said = {int(n.rsplit("/", 1)[-1].split()[-1]) for n in numbers}
        assert set(wanted["missing"]) <= said
        assert len(said - set(wanted["missing"])) <= 1


def test_problems_are_on_record_with_a_remedy(found: Found, truth: dict[str, Any]) -> None:
    have = {p["path"].split("/", 1)[1]: p for p in found.of("problem")}
    for wanted in truth["problems"]:
        assert have[wanted["path"]]["code"] in wanted["codes"]
        assert have[wanted["path"]]["remedy"]


def test_what_is_planned_denied_or_rumoured_is_no_fact(found: Found, truth: dict[str, Any]) -> None:
    facts = [r for r in found.of("relation") if r["polarity"] == "affirmed" and r["modality"] == "fact"]
    for wanted in truth["not_facts"]:
        for _, quote in wanted["evidence"]:
            for r in facts:
                said = " ".join(r["citations"][0]["quote"].split())
                assert not (r["type"] == wanted["type"] and said == quote), (
                    f"{wanted['type']} taken for a fact: {quote}"
                )


def test_counts_add_up(demo: Workbench) -> None:
    for d in demo.status().datasets:
        assert d.seen == d.read + d.duplicates + d.problems
        assert d.pending == 0


def test_every_citation_holds(demo: Workbench) -> None:
    checked = demo.verify()
    assert checked.citations > 500
    assert not checked.broken
    assert not checked.damaged
    assert checked.chain_holds


def test_a_duplicate_lists_every_place(demo: Workbench, found: Found) -> None:
    copy = demo.document(found.document["station/1392/220-103.txt"])
    assert {o["path"].split("/", 1)[1] for o in copy.occurrences} == {
        "station/1392/220-103.txt",
        "copies/220-103-copy.txt",
    }


def test_a_latin_spelling_finds_the_persian_cable(demo: Workbench) -> None:
    answer = demo.search("Kavusi-Rad", filters={"language": ["fa"]})
    assert answer.total > 0
    assert any("written" in why for why in answer.hits[0].why)
    mark = answer.hits[0].snippets[0].marks[0]
    assert "کاووسی" in answer.hits[0].snippets[0].text[mark.start : mark.end]


def test_two_exports_are_equal(demo: Workbench) -> None:
    for name in ("jsonl", "ftm", "graphml", "gexf", "csv"):
        assert list(demo.iter_export(name)) == list(demo.iter_export(name))


def test_member_paths_go_through_their_containers(found: Found) -> None:
    assert "delivery/tranche-2.zip/station-1395.zip/220-118.txt" in found.document


def test_judgements_survive_a_rebuild_and_can_be_undone(own_demo_case: Path) -> None:
    with Workbench.open(own_demo_case) as bench:
        people = bench.entities(schema="Person", limit=2)[1]
        left, right = people[0].id, people[1].id
        from cablegraph.model import Verdict

        done = bench.judge(left, right, Verdict.POSITIVE, who="a tester", reason="for the test")
        assert bench.entity(left).entity.id == bench.entity(right).entity.id
        bench.add([])
        assert bench.entity(left).entity.id == bench.entity(right).entity.id
        bench.undo(done.seq, who="a tester")
        assert bench.entity(left).entity.id != bench.entity(right).entity.id
        assert bench.verify().chain_holds


def test_a_second_add_does_no_step_again(own_demo_case: Path, demo_folder: Path) -> None:
    with Workbench.open(own_demo_case) as bench:
        before = list(bench.iter_export("jsonl"))
        report = bench.add([demo_folder / "files" / "trove"], dataset="trove")
        assert {step: n for step, n in report.done.items() if step != "register"} == dict.fromkeys(
            ("ingest", "extract", "copies", "names", "resolve", "claims", "index"), 0
        )
        assert list(bench.iter_export("jsonl")) == before
