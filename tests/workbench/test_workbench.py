import json
from pathlib import Path
from typing import Any

import pytest

from cablegraph.errors import CaseLocked, NothingThere, UsageFault
from cablegraph.model import DatasetKind, Review, Verdict
from cablegraph.workbench import Progress, Workbench

from .making import LETTERS, write


def _lines(bench: Workbench) -> list[dict[str, Any]]:
    return [json.loads(line) for line in bench.iter_export("jsonl")]


def test_every_file_is_accounted_for(bench: Workbench) -> None:
    letters, press = bench.status().datasets
    assert (letters.seen, letters.read, letters.duplicates, letters.problems, letters.pending) == (5, 3, 1, 1, 0)
    assert (press.kind, press.seen, press.read) == ("record", 1, 1)
    assert [(p.path, p.code) for p in bench.problems()] == [("letters/empty.txt", "file-empty")]
    assert bench.problems(dataset="press") == ()


@pytest.mark.parametrize("name", ["Zandi", "زندی", "زندي", "Karim Zandi", "كريم زندي"])
def test_a_name_is_found_in_three_scripts(bench: Workbench, name: str) -> None:
    found = bench.search(name, filters={"dataset": ["letters"]})
    assert {h.path for h in found.hits} == {"letters/copy/port again.txt", "letters/نامه.txt", "letters/رسالة.txt"}
    for hit in found.hits:
        assert hit.why
        for snippet in hit.snippets:
            assert snippet.marks
            assert all(snippet.text[m.start : m.end].strip() for m in snippet.marks)
    assert {c.value: c.count for c in found.facets["language"]} == {"ar": 1, "en": 1, "fa": 1}


def test_words_as_typed_where_that_is_asked_for(bench: Workbench) -> None:
    assert bench.search("زندی", scripts=False).total < bench.search("زندی").total


def test_other_forms_of_a_word_where_they_are_asked_for(bench: Workbench) -> None:
    assert bench.search("directors").total == 1
    assert "the word directors in the form director" in bench.search("directors").hits[0].why
    assert bench.search("directors", stems=False).total == 0
    assert bench.search('"directors"').total == 0


def test_an_index_of_an_older_format_is_made_anew_by_itself(bench: Workbench) -> None:
    stamp = bench.case.index_folder / "FORMAT"
    stamp.write_text("1 0.0.0")
    with Workbench.open(bench.case.folder) as again:
        assert again.search("directors").total == 1
    assert stamp.read_text() != "1 0.0.0"


def test_paging_and_order(bench: Workbench) -> None:
    everything = bench.search("")
    assert everything.total == 4
    pages = [bench.search("", offset=i, limit=1).hits[0].document for i in range(4)]
    assert pages == [h.document for h in everything.hits]
    dated = bench.search("", sort="date").hits
    assert [h.date is None for h in dated] == sorted(h.date is None for h in dated)
    assert bench.search("", offset=10).hits == ()


def test_an_entity_is_found_by_id_by_referent_and_by_name_in_any_script(bench: Workbench) -> None:
    answer = bench.entity("زندي")
    assert answer.entity.caption == "Karim Zandi"
    for key in (answer.entity.id, *(m.referent for m in answer.members), "KARIM ZANDI"):
        assert bench.entity(key).entity == answer.entity
    assert set(answer.by_script) == {"Arab", "Latn"}
    for c in answer.mentions:
        assert c.holds(bench.document(c.document).text)
    with pytest.raises(NothingThere, match="Nobody"):
        bench.entity("Xqwzk Vbnmp")


def test_every_line_of_the_network_opens_the_sentence_that_proves_it(bench: Workbench) -> None:
    network = bench.network(entity="Zandi")
    assert network.edges
    for edge in network.edges:
        assert edge.relation.citations
        for c in edge.relation.citations:
            assert c.holds(bench.document(c.document).text)
            assert any(m.relation == edge.id for m in bench.document(c.document).marks)
    assert [e.relation.type for e in bench.network(at="2014-11-03", types=["Meeting"]).edges] == ["Meeting"]
    assert bench.network(at="1990-01-01").edges == ()


def test_a_public_statement_is_a_claim_and_not_a_line_of_the_network(bench: Workbench) -> None:
    record = next(line for line in _lines(bench) if line["kind"] == "document" and line["dataset"] == "press")
    assert all(c.document != record["id"] for e in bench.network().edges for c in e.relation.citations)
    claims = bench.claims()
    assert [c.proposal for c in claims] == ["supported", "not checkable"]
    assert bench.claims(document=record["id"]) == claims
    assert bench.claims(document="d-none") == ()


def test_adding_again_does_nothing_and_a_new_file_costs_only_itself(bench: Workbench, folder: Path) -> None:
    before = list(bench.iter_export("jsonl"))
    seen: list[Progress] = []
    report = bench.add([folder / "trove" / "letters"], dataset="letters", progress=seen.append)
    assert {step: n for step, n in report.done.items() if step != "register"} == {
        "ingest": 0,
        "extract": 0,
        "copies": 0,
        "names": 0,
        "resolve": 0,
        "claims": 0,
        "index": 0,
    }
    assert list(bench.iter_export("jsonl")) == before
    assert {p.step for p in seen} >= {"list"}
    write(folder / "trove", {"letters/new.txt": "Leila Sabri wrote to Omar Haddad on 7 November 2014."})
    report = bench.add([folder / "trove" / "letters"], dataset="letters")
    assert (report.done["extract"], report.done["index"]) == (1, 1)
    assert bench.search("Sabri wrote").total == 1


def test_the_order_in_which_files_are_added_does_not_matter(folder: Path, bench: Workbench) -> None:
    with Workbench.create(folder / "other") as other:
        for i, names in enumerate((["letters/رسالة.txt", "letters/port.txt"], list(LETTERS))):
            only = write(folder / f"part {i}", {name: LETTERS[name] for name in names})
            other.add([only / "letters"], dataset="letters")
        other.add([folder / "record"], dataset="press", kind=DatasetKind.RECORD)
        assert list(other.iter_export("jsonl")) == list(bench.iter_export("jsonl"))


def test_a_judgement_changes_the_entities_survives_a_rebuild_and_can_be_taken_back(bench: Workbench) -> None:
    before = list(bench.iter_export("jsonl"))
    karim, leila = bench.entity("Zandi").entity.id, bench.entity("Sabri").entity.id
    judged = bench.judge(karim, leila, Verdict.POSITIVE, who="نسرین", reason="آزمایش")
    assert bench.entity("Sabri").entity.id == bench.entity("Zandi").entity.id
    bench.add([])
    assert bench.entity("Sabri").entity.id == bench.entity("Zandi").entity.id
    bench.undo(judged.seq, who="نسرین")
    assert bench.entity("Sabri").entity.id == leila
    assert [line for line in bench.iter_export("jsonl") if '"kind":"judgement"' not in line] == before
    assert [j.verdict for j in bench.judgements()] == ["positive", "none"]


def test_one_document_can_be_taken_out_of_a_person(bench: Workbench) -> None:
    answer = bench.entity("Zandi")
    first, *others = [m.referent for m in answer.members]
    bench.judge(first, others[0], Verdict.NEGATIVE, who="Ada")
    assert bench.entity(first).entity.id != bench.entity(others[0]).entity.id
    assert not any({c.left.id, c.right.id} == {first, others[0]} for c in bench.candidates())


def test_only_what_is_in_force_can_be_taken_back(bench: Workbench) -> None:
    karim, leila = bench.entity("Zandi").entity.id, bench.entity("Sabri").entity.id
    old = bench.judge(karim, leila, Verdict.UNSURE, who="Ada")
    new = bench.judge(leila, karim, Verdict.POSITIVE, who="Ada")
    with pytest.raises(UsageFault, match="no longer in force"):
        bench.undo(old.seq, who="Ada")
    assert bench.entity(karim).entity.id == bench.entity(leila).entity.id
    bench.undo(new.seq, who="Ada")
    with pytest.raises(UsageFault, match="no longer in force"):
        bench.undo(new.seq, who="Ada")
    with pytest.raises(NothingThere, match="99"):
        bench.undo(99, who="Ada")
    assert len(bench.judgements()) == 3


def test_a_judgement_on_nobody_or_oneself_is_refused_and_not_kept(bench: Workbench) -> None:
    karim = bench.entity("Zandi").entity.id
    with pytest.raises(NothingThere):
        bench.judge(karim, "r-nobody", Verdict.POSITIVE, who="Ada")
    with pytest.raises(UsageFault):
        bench.judge(karim, karim, Verdict.POSITIVE, who="Ada")
    assert bench.judgements() == ()


def test_a_rejected_line_is_gone_from_the_network_and_comes_back(bench: Workbench) -> None:
    line = bench.network(types=["Meeting"]).edges[0].relation
    bench.review(line.id, Review.REJECTED, who="Ada")
    assert bench.network(types=["Meeting"]).edges == ()
    assert bench.relation(line.id).review == "rejected"
    bench.review(line.id, Review.OPEN, who="Ada")
    assert len(bench.network(types=["Meeting"]).edges) == 1
    with pytest.raises(NothingThere):
        bench.review("l-none", Review.ACCEPTED, who="Ada")


def test_a_rejected_line_stays_rejected_when_its_ends_are_judged_the_same_as_others(bench: Workbench) -> None:
    line = bench.network(types=["Meeting"]).edges[0].relation
    bench.review(line.id, Review.REJECTED, who="Ada")
    place = next(card for card in bench.entities()[1] if card.schema != "Person")
    bench.judge(line.subject.entity, place.id, Verdict.POSITIVE, who="Ada")
    assert bench.network(types=["Meeting"]).edges == ()


def test_a_case_that_somebody_works_on_takes_no_judgement_and_keeps_none(bench: Workbench) -> None:
    karim, leila = bench.entity("Zandi").entity.id, bench.entity("Sabri").entity.id
    with bench.case.lock():
        for attempt in (lambda: bench.judge(karim, leila, Verdict.POSITIVE, who="Ada"), lambda: bench.add([])):
            with pytest.raises(CaseLocked, match="Nothing was changed"):
                attempt()
        assert bench.search("Zandi").total == 4
    assert bench.judgements() == ()


def test_a_case_open_for_reading_is_only_read(folder: Path) -> None:
    with Workbench.open(folder / "case", read_only=True) as bench:
        karim, leila = bench.entity("Zandi").entity.id, bench.entity("Sabri").entity.id
        line = bench.network().edges[0].id
        for attempt in (
            lambda: bench.add([folder / "trove"]),
            lambda: bench.judge(karim, leila, Verdict.POSITIVE, who="Ada"),
            lambda: bench.review(line, Review.REJECTED, who="Ada"),
            lambda: bench.undo(1, who="Ada"),
        ):
            with pytest.raises(UsageFault, match="reading only"):
                attempt()


def test_what_cannot_be_added_changes_nothing(bench: Workbench, folder: Path) -> None:
    before = bench.status()
    with pytest.raises(NothingThere, match="nowhere"):
        bench.add([folder / "trove", folder / "nowhere"])
    with pytest.raises(UsageFault, match="letters"):
        bench.add([folder / "trove"], dataset="letters", kind=DatasetKind.RECORD)
    assert bench.status() == before


@pytest.mark.parametrize("name", ["jsonl", "ftm", "graphml", "gexf", "csv"])
def test_two_exports_of_an_unchanged_case_are_equal(bench: Workbench, folder: Path, name: str) -> None:
    one, two = (bench.export(name, folder / f"out{i}") for i in (1, 2))
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
    assert one
    assert not list(folder.rglob("*.part"))
    assert "".join(bench.iter_export(name)).encode() == one[0].read_bytes()


def test_an_unknown_format_is_refused_with_those_that_are_known(bench: Workbench, folder: Path) -> None:
    with pytest.raises(UsageFault, match="jsonl"):
        bench.export("pdf", folder / "out")
    assert not (folder / "out").exists()


def test_every_citation_of_an_export_is_the_text_of_its_document(bench: Workbench) -> None:
    lines = _lines(bench)
    texts = {line["id"]: bench.document(line["id"]).text for line in lines if line["kind"] == "document"}
    for line in lines:
        if line["kind"] in {"mention", "claim"}:
            assert texts[line["document"]][line["start"] : line["end"]] == line["text"]
        for c in line.get("citations", []) + line.get("evidence", []):
            assert texts[c["document"]][c["start"] : c["end"]] == c["quote"]


def test_what_another_limit_can_cure_is_read_again_when_the_limit_changes(tmp_path: Path) -> None:
    import zipfile

    packed = tmp_path / "two.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("a.txt", "b.txt"):
            archive.writestr(name, f"Karim Zandi met Omar Haddad. {name}")
    folder = tmp_path / "case"
    with Workbench.create(folder, name="limits") as bench:
        settings = folder / "case.toml"
        settings.write_text(
            settings.read_text(encoding="utf-8").replace("# max_members = 100000", "max_members = 1"), encoding="utf-8"
        )
    with Workbench.open(folder) as bench:
        bench.add([packed])
        assert [p.code for p in bench.problems()] == ["archive-too-many"]
        bench.add([])
        assert [p.code for p in bench.problems()] == ["archive-too-many"]
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("max_members = 1", "max_members = 10"), encoding="utf-8"
    )
    with Workbench.open(folder) as bench:
        bench.add([])
        assert bench.problems() == ()
        assert bench.status().documents == 2
