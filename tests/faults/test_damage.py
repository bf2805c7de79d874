"""What happens to a case when something outside of cablegraph goes wrong."""

import errno
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from cablegraph.errors import CaseDamaged, DiskFull
from cablegraph.model import Verdict
from cablegraph.store import FullText
from cablegraph.workbench import Workbench
from workbench.conftest import bench, folder, made_case, own_database
from workbench.making import write

__all__ = ["bench", "folder", "made_case", "own_database"]


def _execute(case: Path, sql: str) -> None:
    connection = sqlite3.connect(case / "case.db")
    with connection:
        connection.execute(sql)
    connection.close()


def test_a_sound_case_is_found_sound(bench: Workbench) -> None:
    answer = bench.verify()
    assert answer.citations > 10
    assert answer.originals == 5
    assert (answer.broken, answer.damaged, answer.chain_holds) == ((), (), True)


def test_a_changed_text_breaks_the_citations_that_rest_on_it_and_no_other(bench: Workbench, folder: Path) -> None:
    victim = bench.search("Zandi", filters={"language": ["ar"]}).hits[0].document
    _execute(folder / "case", f"UPDATE document SET text = 'x' || text WHERE id = '{victim}'")
    broken = bench.verify().broken
    assert broken
    assert {c.document for c in broken} == {victim}


def test_a_forged_quote_is_noticed(bench: Workbench, folder: Path) -> None:
    _execute(folder / "case", "UPDATE relation SET quote = replace(quote, 'Omar', 'Amir')")
    assert bench.verify().broken


def test_a_changed_or_missing_original_is_noticed(bench: Workbench, folder: Path) -> None:
    changed, missing = sorted(p for p in (folder / "case" / "archive").rglob("*") if p.is_file())[:2]
    changed.chmod(0o644)
    changed.write_bytes(changed.read_bytes() + b" ")
    missing.unlink()
    assert set(bench.verify().damaged) == {changed.name, missing.name}


def test_a_judgement_changed_behind_the_back_is_noticed(bench: Workbench, folder: Path) -> None:
    bench.judge(bench.entity("Zandi").entity.id, bench.entity("Sabri").entity.id, Verdict.NEGATIVE, who="Ada")
    assert bench.verify().chain_holds
    _execute(folder / "case", "UPDATE judgement SET verdict = 'positive'")
    assert not bench.verify().chain_holds


@pytest.mark.parametrize("then_add", [False, True])
def test_an_index_that_was_thrown_away_is_made_again(bench: Workbench, folder: Path, then_add: bool) -> None:
    shutil.rmtree(folder / "case" / "index")
    with Workbench.open(folder / "case", read_only=True) as reader:
        assert reader.search("Zandi").total == 4
    if then_add:
        bench.add([])
    assert bench.search("زندی").total == 4


def test_an_index_that_lost_its_documents_is_filled_by_the_next_run(bench: Workbench, folder: Path) -> None:
    shutil.rmtree(folder / "case" / "index")
    FullText(folder / "case" / "index")
    assert bench.search("Zandi").total == 0
    bench.add([])
    assert bench.search("Zandi").total == 4


def test_an_index_of_another_format_is_made_again(bench: Workbench, folder: Path) -> None:
    (folder / "case" / "index" / "FORMAT").write_text("0 0.0.0")
    with Workbench.open(folder / "case") as other:
        assert other.search("Zandi").total == 4


def test_pictures_thrown_away_are_no_loss(bench: Workbench, folder: Path) -> None:
    shutil.rmtree(folder / "case" / "cache", ignore_errors=True)
    write(folder / "trove", {"letters/new.txt": "Leila Sabri wrote."})
    assert bench.add([folder / "trove" / "letters"], dataset="letters").read == 5


def test_a_damaged_database_says_what_to_do(folder: Path) -> None:
    database = folder / "case" / "case.db"
    for extra in folder.glob("case/case.db-*"):
        extra.unlink()
    whole = database.read_bytes()
    database.write_bytes(b"\0" * 4096 + whole[4096:])
    with pytest.raises(CaseDamaged, match="backup"):
        Workbench.open(folder / "case")


def test_a_file_that_vanishes_or_cannot_be_read_is_a_problem_and_the_run_goes_on(
    bench: Workbench, folder: Path
) -> None:
    write(
        folder / "trove",
        {"more/a.txt": "Leila Sabri wrote.", "more/b.txt": "Omar Haddad read.", "more/c.txt": "Nobody came."},
    )
    opened = Path.open

    def refuse(path: Path, *args: object, **more: object) -> object:
        if path.name == "a.txt":
            path.unlink()
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **more)  # type: ignore[call-overload]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        bench.add([folder / "trove" / "more"], dataset="more")
    assert {p.path: p.code for p in bench.problems(dataset="more")} == {
        "more/a.txt": "file-missing",
        "more/b.txt": "file-unreadable",
    }
    status = next(d for d in bench.status().datasets if d.name == "more")
    assert (status.seen, status.read, status.problems) == (3, 1, 2)
    bench.add([folder / "trove" / "more"], dataset="more")
    status = next(d for d in bench.status().datasets if d.name == "more")
    assert (status.seen, status.read, status.problems, status.pending) == (3, 2, 1, 0)


def test_a_name_that_is_no_utf8_and_a_very_long_one_are_taken(bench: Workbench, folder: Path) -> None:
    odd = folder / "odd"
    odd.mkdir()
    for name in (b"\xff\xfe.txt", ("ن" * 120 + ".txt").encode(), b"two\nlines.txt", b"-rf.txt"):
        (odd / name.decode("utf-8", "surrogateescape")).write_text(f"Leila Sabri wrote letter {len(name)}.")
    report = bench.add([odd], dataset="odd")
    assert report.pending == 0
    status = next(d for d in bench.status().datasets if d.name == "odd")
    assert (status.seen, status.read) == (4, 4)
    assert "".join(bench.iter_export("jsonl")).encode()


def test_a_full_disk_stops_the_run_keeps_what_is_done_and_the_next_run_goes_on(bench: Workbench, folder: Path) -> None:
    write(folder / "trove", {f"more/{n}.txt": f"Leila Sabri wrote letter {n}." for n in "abc"})
    real = os.fdopen
    calls = 0

    def fill(handle: int, *args: object) -> object:
        nonlocal calls
        calls += 1
        if calls == 3:
            os.close(handle)
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, *args)  # type: ignore[call-overload]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fdopen", fill)
        with pytest.raises(DiskFull, match="same command again"):
            bench.add([folder / "trove" / "more"], dataset="more")
    assert bench.verify().damaged == ()
    assert bench.search("Zandi").total == 4
    bench.add([folder / "trove" / "more"], dataset="more")
    status = next(d for d in bench.status().datasets if d.name == "more")
    assert (status.seen, status.read, status.pending) == (3, 3, 0)
    assert bench.search("letter").total == 3


def test_what_a_killed_run_left_behind_is_taken_up_by_the_next(bench: Workbench, folder: Path) -> None:
    write(folder / "trove", {f"more/{n}.txt": f"Leila Sabri wrote letter {n}." for n in "ab"})

    class Killed(BaseException):
        pass

    for step in ("register", "ingest", "extract", "index", "resolve"):

        def die(progress: object, step: str = step) -> None:
            if progress.step == step:  # type: ignore[attr-defined]
                raise Killed

        with pytest.raises(Killed):
            bench.add([folder / "trove" / "more"], dataset="more", progress=die)
        stray = folder / "case" / "archive" / "tmpx.part"
        stray.write_bytes(b"half")
    report = bench.add([folder / "trove" / "more"], dataset="more")
    assert report.pending == 0
    assert not stray.exists()
    assert bench.search("letter").total == 2
    assert bench.verify().broken == ()
    status = next(d for d in bench.status().datasets if d.name == "more")
    assert (status.seen, status.read, status.problems) == (2, 2, 0)
