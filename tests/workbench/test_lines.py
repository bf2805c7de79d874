import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from cablegraph.errors import NothingThere, UsageFault
from cablegraph.workbench.lines import ANSWERS, answer_lines, answerer, read_lines

Complaints = list[tuple[int, str]]


def _run(
    name: str, lines: Iterable[object], *, index: Path | None = None, least_confidence: float = 0.0
) -> tuple[list[dict[str, Any]], Complaints]:
    complaints: Complaints = []

    def complain(number: int, cause: str) -> None:
        complaints.append((number, cause))

    text = "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)
    answer = answerer(name, index=index, limit=5, complain=complain, least_confidence=least_confidence)
    out = list(answer_lines(io.StringIO(text), answer, complain))
    json.dumps(out)
    return out, complaints


FA = "کریم زندی در ۱۴ آبان ۱۳۹۳ با لیلا صبری دیدار کرد."
AR = "التقى كريم زندي عمر حداد في ٥ نوفمبر ٢٠١٤."
EN = "Karim Zandi met Omar Haddad on 5 November 2014."


@pytest.mark.parametrize("name", sorted(ANSWERS.keys() - {"same-name"}))
def test_fields_are_kept_and_one_answer_is_added(name: str) -> None:
    lines = [{"id": i, "text": text, "gold": ["نگه دار"], "x": None} for i, text in enumerate((FA, AR, EN, "", "  \n"))]
    out, complaints = _run(name, lines)
    assert complaints == []
    for before, after in zip(lines, out, strict=True):
        assert {k: after[k] for k in before} == before
        assert set(after) - set(before) == {name}


@pytest.mark.parametrize("text", [FA, AR, EN])
def test_dates(text: str) -> None:
    (line,), _ = _run("dates", [{"text": text}])
    (found,) = line["dates"]
    assert set(found) >= {"start", "end", "text", "from", "to", "calendar", "precision", "edtf"}
    assert text[found["start"] : found["end"]] == found["text"]
    assert (found["from"], found["to"]) == ("2014-11-05", "2014-11-05")


def test_the_day_of_writing_settles_what_last_tuesday_was() -> None:
    (known,), _ = _run("dates", [{"text": "They met last Tuesday.", "written": "2014-11-05"}])
    assert [d["from"] for d in known["dates"]] == ["2014-11-04"]


@pytest.mark.parametrize("text", [FA, AR, EN])
def test_mentions_and_relations(text: str) -> None:
    (line,), _ = _run("mentions", [{"text": text}])
    people = [m for m in line["mentions"] if m["label"] == "PERSON"]
    assert len(people) == 2
    for m in line["mentions"]:
        assert set(m) >= {"start", "end", "text", "label"}
        assert text[m["start"] : m["end"]] == m["text"]
    (line,), _ = _run("relations", [{"text": text}])
    met = next(r for r in line["relations"] if r["type"] == "Meeting")
    assert (met["from"], met["polarity"], met["modality"]) == ("2014-11-05", "affirmed", "fact")
    assert text[met["start"] : met["end"]] == met["quote"]
    for side in ("subject", "object"):
        assert text[met[side]["start"] : met[side]["end"]] == met[side]["text"]


def test_relations_that_are_less_sure_can_be_left_out() -> None:
    text = "Foreign Minister Omar Haddad met Karim Zandi."
    (every,), _ = _run("relations", [{"text": text}])
    (sure,), _ = _run("relations", [{"text": text}], least_confidence=0.7)
    assert {r["type"] for r in every["relations"]} == {"Meeting", "Occupancy"}
    assert [r["type"] for r in sure["relations"]] == ["Meeting"]
    assert sure["relations"] == [r for r in every["relations"] if r["confidence"] >= 0.7]


def test_header_and_claims() -> None:
    (line,), _ = _run("header", [{"text": "FROM: Nahr\nTO: Tehran\nSUBJECT: The port\n\nAll is quiet."}])
    assert {k: line["header"].get(k) for k in ("from", "to", "subject")} == {
        "from": "Nahr",
        "to": "Tehran",
        "subject": "The port",
    }
    (line,), _ = _run("claims", [{"text": EN, "written": "2015-01-01"}])
    (claim,) = line["claims"]
    assert set(claim) == {"start", "end", "text", "kind", "claimant", "from", "to"}
    assert EN[claim["start"] : claim["end"]] == claim["text"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ({"name": "کریم زندی", "lang": "fa"}, {"name": "Karim Zandi"}, True),
        ({"name": "كريم زندي", "lang": "ar"}, {"name": "کریم زندی", "lang": "fa"}, True),
        ({"name": "Karim Zandi"}, {"name": "Omar Haddad"}, False),
    ],
)
def test_same_name(a: dict[str, str], b: dict[str, str], same: bool) -> None:
    (line,), _ = _run("same-name", [{"a": a, "b": b, "gold": same}])
    assert line["same"] is same
    assert 0 <= line["score"] <= 1
    assert line["why"]
    assert line["gold"] is same


def test_find_name(tmp_path: Path) -> None:
    index = tmp_path / "names.jsonl"
    names = {"1": "Karim Zandi", "2": "Omar Haddad", "3": "ليلى صبري"}
    index.write_text(
        "".join(json.dumps({"id": k, "name": n}) + "\n" for k, n in names.items()) + '{"id": 4}\nnot json\n'
    )
    out, complaints = _run("find-name", [{"name": "کریم زندی"}, {"name": "Leila Sabri"}, {"nome": "x"}], index=index)
    assert [line["hits"][0]["id"] for line in out] == ["1", "3"]
    assert all(set(h) == {"id", "name", "score"} for line in out for h in line["hits"])
    assert [number for number, _ in complaints] == [5, 3]


BAD = ["not json", "[1, 2]", '"text"', "3", "{", '{"text": 3}', '{"txt": "x"}', '{"text": null}', "null", "[" * 5000]


def test_bad_lines_are_reported_by_number_and_the_run_goes_on() -> None:
    out, complaints = _run(
        "dates", [{"text": EN}, "", *BAD, {"text": FA}, '{"text": "x", "written": "yesterday"}', {"text": AR}]
    )
    assert len(out) == 3
    assert [number for number, _ in complaints] == [*range(3, 3 + len(BAD)), 4 + len(BAD)]
    assert all(cause and "\n" not in cause for _, cause in complaints)


@pytest.mark.parametrize("name", ["same-name", "find-name"])
@pytest.mark.parametrize(
    "line", [{}, {"a": "x", "b": "y"}, {"a": {"name": 1}, "b": {"name": "y"}}, {"name": ["x"]}, {"name": None}]
)
def test_a_line_without_names_is_left_out(tmp_path: Path, name: str, line: dict[str, object]) -> None:
    index = tmp_path / "names.jsonl"
    index.write_text('{"id": "1", "name": "x y"}\n')
    out, complaints = _run(name, [line], index=index if name == "find-name" else None)
    assert out == []
    assert [number for number, _ in complaints] == [1]


@pytest.mark.parametrize(
    "line",
    [
        {"text": EN, "lang": 3},
        {"text": EN, "lang": "xx"},
        {"text": EN, "lang": None},
        {"text": EN, "written": 20141105},
        {"text": EN, "written": "2014"},
        {"text": EN, "written": ""},
        {"text": "\ud800 \u0000 " + EN},
        {"text": "۱" * 3000},
    ],
)
@pytest.mark.parametrize("name", sorted(ANSWERS.keys() - {"same-name"}))
def test_an_odd_line_is_answered_or_left_out_but_never_ends_the_run(name: str, line: dict[str, object]) -> None:
    out, complaints = _run(name, [json.dumps(line), json.dumps({"text": FA})])
    assert len(out) + len(complaints) == 2
    assert out[-1]["text"] == FA


def test_unknown_commands_and_missing_indexes_are_refused(tmp_path: Path) -> None:
    for name, index, fault in (
        ("names", None, UsageFault),
        ("find-name", None, UsageFault),
        ("find-name", tmp_path / "gone", NothingThere),
    ):
        with pytest.raises(fault):
            answerer(name, index=index, limit=5, complain=lambda *_: None)


def test_lines_are_read_as_they_come() -> None:
    def stream() -> Iterable[str]:
        yield '{"a": 1}\n'
        raise AssertionError("read too far")

    assert next(iter(read_lines(stream(), lambda *_: None))) == (1, {"a": 1})
