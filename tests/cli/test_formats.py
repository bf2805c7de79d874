"""``cablegraph formats`` as a person meets it."""

import json
from pathlib import Path

from cli.conftest import Run


def examples(folder: Path) -> list[Path]:
    paths = [folder / f"{n}.txt" for n in (1, 2, 3)]
    for n, path in enumerate(paths, 1):
        path.write_text(
            f"Kennzeichen: W/{n}7\nAusgestellt: {n}.03.1978\nGegenstand: Bericht über die Lage in Abschnitt {n}\n\nText.\n",
            encoding="utf-8",
        )
    return paths


def test_learn_check_list(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "case" / "formats" / "ours.yml"
    out.parent.mkdir(parents=True)
    ran = run("formats", "learn", *examples(tmp_path), "--name", "roads office", "--out", out)
    assert ran.code == 0
    assert f"cablegraph formats check {out}" in ran.out
    assert run("formats", "check", out).code == 0
    listed = json.loads(run("formats", "list", "--case", tmp_path / "case", "--json").out)
    assert (listed[0]["name"], listed[0]["file"]) == ("roads office", str(out))
    assert set(listed[0]["fields"]) == {"number", "date", "subject"}


def test_learn_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ours.yml"
    out.write_text("mine")
    ran = run("formats", "learn", *examples(tmp_path), "--out", out)
    assert (ran.code, out.read_text()) == (2, "mine")
    assert "Nothing was written" in ran.err


def test_check_tells_file_line_cause_and_remedy(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ours.yml"
    path.write_text("formats:\n  - name: x\n    labels:\n      nummer: [Nr]\n")
    ran = run("formats", "check", path)
    assert ran.code == 8
    assert "line 4: there is no field 'nummer'" in ran.out
    answer = json.loads(run("formats", "check", path, "--json").out)
    assert answer[0]["faults"][0]["line"] == 4


def test_learn_as_json_tells_each_label(run: Run, tmp_path: Path) -> None:
    answer = json.loads(run("formats", "learn", *examples(tmp_path), "--json").out)
    assert {label["words"]: label["field"] for label in answer["labels"]} == {
        "Kennzeichen": "number",
        "Ausgestellt": "date",
        "Gegenstand": "subject",
    }


def test_files_are_wanted(run: Run) -> None:
    assert run("formats", "check").code == 2
