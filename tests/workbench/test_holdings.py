"""What the case answers about its files: completeness, names, deliveries, manifest, bags, retry."""

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path

import bagit
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cablegraph.errors import NothingThere, UsageFault
from cablegraph.model import FileState
from cablegraph.workbench import Workbench

from .making import LETTERS, write


def test_every_file_that_was_seen_is_accounted_for(bench: Workbench) -> None:
    answer = bench.holdings.completeness()
    assert answer.complete
    for rows in (answer.totals, answer.folders, answer.kinds):
        assert sum(r.seen for r in rows) == 6
        for r in rows:
            assert r.seen == r.read + r.duplicates + r.skipped + r.problems + r.pending
    assert [(p.code, p.files) for p in answer.problems] == [("file-empty", 1)]
    assert answer.problems[0].retry.endswith("--dataset letters --problem file-empty")


def test_the_report_is_one_csv_table(bench: Workbench) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(bench.holdings.completeness_csv()))))
    assert {r["by"] for r in rows} == {"dataset", "folder", "kind", "problem"}
    assert sum(int(r["seen"]) for r in rows if r["by"] == "folder") == 6
    assert [r["code"] for r in rows if r["by"] == "problem"] == ["file-empty"]


def test_files_are_found_by_name_and_state(bench: Workbench) -> None:
    assert [f.path for f in bench.holdings.files("نامه")] == ["letters/نامه.txt"]
    assert [f.path for f in bench.holdings.files(state=FileState.PROBLEM)] == ["letters/empty.txt"]
    found = bench.holdings.files("port", dataset="letters")
    assert [(f.state, f.document is not None) for f in found] == [("read", True), ("duplicate", True)] or [
        (f.state, f.document is not None) for f in found
    ] == [("duplicate", True), ("read", True)]


def test_a_later_delivery_says_what_is_new(bench: Workbench, folder: Path) -> None:
    later = write(folder / "later", {**LETTERS, "letters/port.txt": "Changed.", "letters/new.txt": "New."})
    bench.add([later / "letters"], dataset="second")
    answer = bench.holdings.compare("letters", "second")
    assert {c.value: c.count for c in answer.counts} == {"new": 1, "changed": 1, "repeated": 4, "gone": 0}
    assert [(line.change, line.path) for line in answer.lines] == [
        ("new", "letters/new.txt"),
        ("changed", "letters/port.txt"),
    ]
    with pytest.raises(NothingThere, match="third"):
        bench.holdings.compare("letters", "third")


def test_a_manifest_names_every_file_and_holds_until_something_changes(bench: Workbench, tmp_path: Path) -> None:
    out = tmp_path / "manifest.jsonl"
    digest = bench.holdings.write_manifest(out, who="Ada")
    head, *lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (head["by"], head["files"], head["sha256"]) == ("Ada", 6, digest)
    assert {line["path"] for line in lines} >= set(LETTERS)
    checked = bench.holdings.check_manifest(out)
    assert (checked.agree, checked.missing, checked.changed, checked.damaged) == (6, (), (), ())
    victim = next(line for line in lines if line["path"] == "letters/port.txt")
    original = bench.case.archive.path_of(victim["sha256"])
    original.chmod(0o644)
    original.write_bytes(b"forged")
    assert set(bench.holdings.check_manifest(out).damaged) == {"letters/port.txt", "letters/copy/port again.txt"}
    out.write_text(out.read_text(encoding="utf-8").replace("port.txt", "fort.txt"), encoding="utf-8")
    with pytest.raises(UsageFault, match="not those that were signed off"):
        bench.holdings.check_manifest(out)


def test_a_signed_manifest_tells_whether_its_head_was_changed(bench: Workbench, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(
        Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH, serialization.NoEncryption()
        )
    )
    out = tmp_path / "manifest.jsonl"
    bench.holdings.write_manifest(out, who="Ada", key=key)
    assert bench.holdings.check_manifest(out).signature.startswith("good ")
    head, _, rest = out.read_text(encoding="utf-8").partition("\n")
    forged = json.loads(head)
    forged["signature"] = "A" * 86 + "=="
    out.write_text(json.dumps(forged) + "\n" + rest, encoding="utf-8")
    assert bench.holdings.check_manifest(out).signature.startswith("bad ")
    key.write_text("no key", encoding="utf-8")
    with pytest.raises(UsageFault, match="ssh-keygen"):
        bench.holdings.write_manifest(out, who="Ada", key=key)


def test_the_originals_go_out_as_a_bag_and_come_in_as_one(bench: Workbench, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    assert bench.holdings.write_bag(bag, who="Ada") == 6
    assert bagit.Bag(str(bag)).is_valid()
    with pytest.raises(UsageFault, match="not empty"):
        bench.holdings.write_bag(bag, who="Ada")
    with Workbench.create(tmp_path / "other") as other:
        other.add([bag], dataset="bag")
        assert not [p for p in other.problems() if p.step == "bag"]
        assert other.search("Zandi").total == 4


def test_a_damaged_bag_is_told_and_taken_all_the_same(bench: Workbench, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    bench.holdings.write_bag(bag, who="Ada")
    next(bag.rglob("port.txt")).write_text("Forged: Karim Zandi.", encoding="utf-8")
    next(bag.rglob("نامه.txt")).unlink()
    with Workbench.create(tmp_path / "other") as other:
        other.add([bag], dataset="bag")
        told = {p.path: p.code for p in other.problems() if p.step == "bag"}
        assert {Path(path).name for path in told} == {"port.txt", "نامه.txt"}
        assert set(told.values()) == {"bag-damaged"}
        assert other.search("Forged").total == 1


def test_a_retry_does_just_what_is_asked_for(bench: Workbench, folder: Path) -> None:
    report = bench.retry(problem="file-empty")
    assert (report.done["ingest"], report.done["extract"]) == (1, 0)
    assert [p.code for p in bench.problems()] == ["file-empty"]
    assert bench.retry(path="letters/port.txt").done["ingest"] == 2  # it and its copy
    with pytest.raises(UsageFault, match="nothing was tried again"):
        bench.retry(problem="ocr-failed")


def test_a_locked_archive_opens_once_its_password_is_given(bench: Workbench, folder: Path) -> None:
    pyminizip = pytest.importorskip("pyminizip", reason="no writer of locked archives")
    secret = write(folder / "locked", {"secret.txt": "Leila Sabri wrote to Omar Haddad."}) / "secret.txt"
    locked = folder / "locked.zip"
    pyminizip.compress(str(secret), None, str(locked), "key", 5)
    bench.add([locked], dataset="locked")
    assert [p.code for p in bench.problems(dataset="locked")] == ["password-needed"]
    bench.retry(problem="password-needed", passwords=("wrong", "key"))
    assert not bench.problems(dataset="locked")
    assert bench.search("Sabri wrote").total == 1


def test_a_file_that_vanished_is_taken_once_it_is_back(bench: Workbench, folder: Path) -> None:
    late = write(folder / "late", {"late.txt": "Leila Sabri wrote to Omar Haddad."}) / "late.txt"
    hidden = folder / "hidden.txt"
    shutil.move(late, hidden)
    late.symlink_to(hidden)
    bench.add([late], dataset="late")
    assert bench.problems(dataset="late")
    late.unlink()
    shutil.move(hidden, late)
    bench.add([late], dataset="late")
    assert not bench.problems(dataset="late")


def test_a_zip_of_a_bag_is_an_archive_like_any_other(bench: Workbench, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    bench.holdings.write_bag(bag, who="Ada")
    packed = tmp_path / "bag.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(bag.rglob("*.txt")):
            archive.write(path, path.relative_to(tmp_path))
    with Workbench.create(tmp_path / "other") as other:
        report = other.add([packed])
        assert report.seen == report.read + report.duplicates + report.problems + report.skipped
        assert other.search("Zandi").total == 4
