"""Commands by which people decide."""

import json
from pathlib import Path

from .conftest import Run


def members(run: Run, case: Path, name: str) -> list[str]:
    return sorted(m["referent"] for m in json.loads(run("entity", case, name, "--json").out)["members"])


def test_a_merge_is_looked_at_and_nothing_is_changed(run: Run, folder: Path) -> None:
    case = folder / "case"
    told = run("preview", case, "کریم زندی", "Sabri")
    assert told.code == 0
    assert "new contradictions" in told.out
    answer = json.loads(run("preview", case, "کریم زندی", "Sabri", "--json").out)
    assert answer["left"]["entity"]["id"] != answer["right"]["entity"]["id"]
    assert json.loads(run("judgements", case, "--json").out) == []


def test_a_member_is_taken_out_and_what_changed_is_told(run: Run, folder: Path) -> None:
    case = folder / "case"
    *stay, out = members(run, case, "کریم زندی")
    assert run("split", case, out, "--who", "ada").code == 0
    assert members(run, case, stay[0]) == stay
    told = run("resolve", case)
    assert told.code == 0
    assert "parted" in told.out
    assert json.loads(run("resolve", case, "--json").out)["cause"] == "a decision"
    assert run("split", case, out).code != 0


def test_decisions_go_to_a_file_and_come_from_one(run: Run, folder: Path) -> None:
    case, file = folder / "case", folder / "decisions.json"
    assert run("judge", case, "کریم زندی", "Sabri", "unsure", "--who", "ada").code == 0
    assert run("export-decisions", case, file).out.startswith("1 decisions")
    assert json.loads(file.read_text(encoding="utf-8"))[2] == "unsure"
    assert "0 decisions taken, 1 known" in run("import-decisions", case, file).out
    assert json.loads(run("import-decisions", case, file, "--json").out) == {"taken": 0, "known": 1, "unknown": 0}
    assert run("import-decisions", case, folder / "nothing").code != 0
