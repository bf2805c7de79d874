"""Archives that came in parts of which some are missing are told, and the numbers of files add up all the same."""

import csv
import io
from pathlib import Path

from cablegraph.workbench import Workbench

from .making import write


def test_missing_parts_are_told_until_they_come(tmp_path: Path) -> None:
    names = ("a/leak.7z.001", "a/leak.7z.003", "b/disk.part2.rar", "b/whole.z01", "b/whole.zip", "c/plain.txt")
    trove = write(tmp_path / "trove", {name: f"content of {name}" for name in names})
    with Workbench.create(tmp_path / "case") as bench:
        bench.add([trove], dataset="first")
        told = {p.path: p.cause for p in bench.problems() if p.code == "archive-parts-missing"}
        assert set(told) == {"trove/a/leak.7z.001", "trove/b/disk.part2.rar"}
        assert "Of leak.7z this folder lacks leak.7z.002;" in told["trove/a/leak.7z.001"]
        answer = bench.holdings.completeness()
        assert answer.complete
        assert [(p.files, p.remedy[:30]) for p in answer.problems if p.code == "archive-parts-missing"] == [
            (2, "Ask the source for the parts t")
        ]
        rows = list(csv.DictReader(io.StringIO("".join(bench.holdings.completeness_csv()))))
        assert [r["seen"] for r in rows if r["code"] == "archive-parts-missing"] == ["2"]
        write(trove, {"a/leak.7z.002": "it came", "b/disk.part1.rar": "it came, too"})
        bench.add([trove], dataset="first")
        assert not [p for p in bench.problems() if p.code == "archive-parts-missing"]


def test_parts_within_a_container_are_told_with_their_place(tmp_path: Path) -> None:
    import zipfile

    (tmp_path / "trove").mkdir()
    with zipfile.ZipFile(tmp_path / "trove" / "box.zip", "w") as box:
        box.writestr("in/leak.zip.002", b"noise")
    with Workbench.create(tmp_path / "case") as bench:
        bench.add([tmp_path / "trove"], dataset="first")
        told = [(p.path, p.step) for p in bench.problems() if p.code == "archive-parts-missing"]
    assert told == [("trove/box.zip/in/leak.zip.002", "parts")]
