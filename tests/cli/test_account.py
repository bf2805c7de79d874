"""The commands that account for files."""

import json
from pathlib import Path

import pytest

from .conftest import Run


def test_completeness_on_screen_as_json_and_as_csv(run: Run, folder: Path) -> None:
    shown = run("completeness", folder / "case")
    assert shown.code == 0
    assert "Every file is accounted for and none waits." in shown.out
    assert "cablegraph retry" in shown.out
    assert json.loads(run("completeness", folder / "case", "--json").out)["complete"] is True
    assert run("completeness", folder / "case", "--csv").out.startswith("by,dataset,group,seen,")
    assert "text" in run("completeness", folder / "case", "--by", "kind").out


def test_files_by_name(run: Run, folder: Path) -> None:
    assert "letters/نامه.txt" in run("files", folder / "case", "نامه").out
    assert [f["path"] for f in json.loads(run("files", folder / "case", "--state", "problem", "--json").out)] == [
        "letters/empty.txt"
    ]


def test_retry_says_what_it_did_or_that_nothing_is_as_asked_for(run: Run, folder: Path) -> None:
    assert "files seen" in run("retry", folder / "case", "--problem", "file-empty").out
    nothing = run("retry", folder / "case", "--problem", "ocr-failed")
    assert nothing.code == 2
    assert "cablegraph problems" in nothing.err
    lost = run("retry", folder / "case", "--password-file", folder / "none")
    assert lost.code != 0
    assert "passwords" in lost.err


def test_tranches_compare_the_last_two_datasets_by_default(run: Run, folder: Path) -> None:
    answer = json.loads(run("tranches", folder / "case", "--json").out)
    assert (answer["earlier"], answer["later"]) == ("letters", "press")
    assert "gone" in run("tranches", folder / "case", "letters", "press").out


def test_a_manifest_is_written_and_checked_and_a_false_one_ends_with_12(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "manifest.jsonl"
    assert "SHA-256" in run("manifest", folder / "case", "--out", out, "--who", "Ada").out
    assert "6 files agree" in run("manifest", folder / "case", "--check", out).out
    assert json.loads(run("manifest", folder / "case", "--bag", tmp_path / "bag", "--json").out)["bagged"] == 6
    original = next(p for p in (folder / "case" / "archive").rglob("*") if p.is_file() and p.stat().st_size)
    original.chmod(0o644)
    original.write_bytes(b"forged")
    assert run("manifest", folder / "case", "--check", out).code == 12
    assert run("manifest", folder / "case").code == 2


@pytest.mark.parametrize("command", ["pause", "resume"])
def test_pause_and_resume_say_how_to_go_on(run: Run, folder: Path, command: str) -> None:
    assert run(command, folder / "case").code == 0
    assert (folder / "case" / "pause").exists() == (command == "pause")


def test_references_say_how_many_cables_are_cited_and_not_here(run: Run, folder: Path) -> None:
    assert "references lead to a cable of the case" in run("references", folder / "case").out
    assert json.loads(run("references", folder / "case", "--json").out)["gaps"] == []
