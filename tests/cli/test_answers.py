import csv
import io
import json
from pathlib import Path

import pytest

from cablegraph.cli import show, watching
from cablegraph.workbench import Progress
from workbench.making import write

from .conftest import Run

ASK = [
    ["status"],
    ["problems"],
    ["search", "زندی"],
    ["entity", "Zandi"],
    ["network"],
    ["network", "--at", "2014-11-03", "--entity", "کریم زندی", "--depth", "2"],
    ["posts"],
    ["posts", "--at", "2014-11-03", "--person", "کریم زندی"],
    ["posts", "--changed"],
    ["references"],
    ["connections", "کریم زندی", "Omar Haddad"],
    ["changes", "2014", "2015"],
    ["measures"],
    ["only-in", "letters"],
    ["capture", "بندر نهر", "--power", "وزارت راه", "--also", "Nahr"],
    ["between", "وزارت راه", "بندر نهر"],
    ["switches"],
    ["contradictions", "--entity", "Zandi"],
    ["handlers"],
    ["meetings", "Zandi", "--with", "Omar Haddad"],
    ["timeline", "--from", "2014", "--to", "2015-01"],
    ["places"],
    ["places", "--from", "2014"],
    ["claims"],
    ["candidates"],
    ["judgements"],
    ["verify"],
]


@pytest.mark.parametrize("words", ASK, ids=" ".join)
def test_every_answer_is_json_where_that_is_asked_for_and_words_where_not(
    run: Run, folder: Path, words: list[str]
) -> None:
    command, *rest = words
    as_json = run(command, folder / "case", *rest, "--json")
    assert as_json.code == 0
    json.loads(as_json.out)
    assert as_json.err == ""
    in_words = run(command, folder / "case", *rest)
    assert in_words.code == 0
    assert in_words.out.strip()
    assert not in_words.out.startswith(("{", "["))


def test_the_timeline_is_a_table_where_that_is_asked_for(run: Run, folder: Path) -> None:
    told = json.loads(run("timeline", folder / "case", "--json").out)
    rows = list(csv.DictReader(io.StringIO(run("timeline", folder / "case", "--csv").out.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == [item["id"] for item in (*told["items"], *told["undated"])]
    assert {"gregorian", "solar-hijri", "lunar-hijri"} <= set(rows[0])
    limited = run("timeline", folder / "case", "--csv", "--limit", "1").out
    assert limited.count("yes,") == 1


def test_a_case_from_its_making_to_its_export(run: Run, folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "new case"
    assert json.loads(run("new", case, "--name", "پرونده", "--json").out)["name"] == "پرونده"
    trove = write(tmp_path / "more", {"letter.txt": "Karim Zandi met Omar Haddad on 3 November 2014."})
    added = json.loads(run("add", case, trove, "--json").out)
    assert (added["seen"], added["read"], added["pending"]) == (1, 1, 0)
    assert json.loads(run("search", case, "Zandi", "--json").out)["total"] == 1
    for options, total in ((), 1), (["--no-stems"], 0), (["--exact"], 0), (["--exact", "--stems"], 1):
        assert json.loads(run("search", case, "meeting", *options, "--json").out)["total"] == total
    judged = json.loads(
        run("judge", case, "Zandi", "Haddad", "different", "--who", "نسرین", "--reason", "دو نفر", "--json").out
    )
    assert (judged["verdict"], judged["who"], judged["seq"]) == ("negative", "نسرین", 1)
    assert json.loads(run("undo", case, "1", "--json").out)["verdict"] == "none"
    printed = run("export", case).out
    out = tmp_path / "out.jsonl"
    assert json.loads(run("export", case, "--out", out, "--json").out) == {"files": [str(out)]}
    assert out.read_text(encoding="utf-8") == printed
    assert {json.loads(line)["kind"] for line in printed.splitlines()} >= {"document", "mention", "entity", "judgement"}


def test_markup_in_a_trove_is_shown_as_it_is(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case"
    run("new", case)
    write(
        tmp_path / "t",
        {"[red]x.txt": "Subject: [bold]hello[/bold]\n\nKarim Zandi [link=http://x]met[/link] Omar Haddad."},
    )
    run("add", case, tmp_path / "t")
    ran = run("search", case, "Zandi")
    assert "[red]x.txt" in ran.out
    assert "[link=http://x]met[/link]" in ran.out


def test_lines_from_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        '{"id": 1, "text": "در ۱۴ آبان ۱۳۹۳"}\nnot json\n{"id": 2, "text": "5 Nov 2014"}\n', encoding="utf-8"
    )
    ran = run("lines", "dates", path)
    assert ran.code == 0
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == [1, 2]
    assert ran.err.startswith("line 2: ")
    assert "not json" not in ran.err


def test_progress_goes_to_standard_error_only(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_EVERY_SECONDS", 0.0)
    with watching.progress() as draw:
        draw(Progress("ingest", 3, 10, "نامه محرمانه.pdf"))
        draw(Progress("register", 5, 0))
    out, err = capfd.readouterr()
    assert out == ""
    assert err == "ingest: 3 of 10\nregister: 5\n"


@pytest.mark.parametrize("value", ["2014", "2014-11", "2014-11-05", None])
def test_dates_that_are_taken(value: str | None) -> None:
    assert show.checked_date(value) == value


def test_names_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show.say("a\u202etxt.exe \x1b[2J نامه\u200cها")
    assert capsys.readouterr().out == "a\\u202etxt.exe \\u001b[2J نامه\u200cها\n"
