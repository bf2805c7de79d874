"""Readers that a hostile file has taken over harm neither the run nor the machine, whatever they answer or leave behind."""

import time
from functools import partial
from pathlib import Path

import pytest

from cablegraph.ingest import find_protection
from cablegraph.model import Reading
from cablegraph.settings import Limits
from cablegraph.workbench import executor
from cablegraph.workbench.executor import Lost, ProcessPool
from cablegraph.workbench.rooms import Rooms, start_rooms

from .reading import Deed, do, prepare


@pytest.fixture
def rooms(tmp_path: Path) -> Rooms:
    (tmp_path / "archive").mkdir()
    return start_rooms(tmp_path / "scratch", Limits(max_unpacked_mb=32, max_file_mb=8))


def _run(rooms: Rooms, what: str, place: Path, seconds: float = 60) -> dict[str, object]:
    archive = rooms.folder.parent / "archive"
    pool = ProcessPool(
        1, seconds=seconds, prepare=partial(prepare, archive, rooms), overrun=rooms.overrun, answers=Reading
    )
    with pool:
        done = list(pool.submit(do, [[Deed(what, place)], [Deed("read", place)]]))
    assert len(done) == 2
    return {deed.what: result for deed, result in done}


@pytest.mark.parametrize("what", ["answer with a call", "answer with another class", "answer with less"])
def test_an_answer_that_is_no_reading_is_refused_and_the_next_file_is_read(
    rooms: Rooms, what: str, tmp_path: Path
) -> None:
    done = _run(rooms, what, tmp_path / "harm")
    lost = done[what]
    assert isinstance(lost, Lost)
    assert "refused" in lost.cause
    assert isinstance(done["read"], Reading)
    assert not (tmp_path / "harm").exists()


def test_half_an_answer_does_not_hold_up_the_run(rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "_START_SECONDS", 12.0)
    done = _run(rooms, "begin to answer", tmp_path, seconds=1)
    assert isinstance(done["begin to answer"], Lost)
    assert isinstance(done["read"], Reading)


def test_who_fills_the_disk_is_ended(rooms: Rooms, tmp_path: Path) -> None:
    lost = _run(rooms, "fill the disk", tmp_path)["fill the disk"]
    assert isinstance(lost, Lost)
    assert "40 MiB" in lost.cause
    assert not lost.late


def test_no_process_is_left_behind(rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not find_protection().processes:
        pytest.skip("this machine has no namespaces of processes for a plain user")
    monkeypatch.setattr(executor, "_START_SECONDS", 12.0)
    assert isinstance(_run(rooms, "leave a process", tmp_path)["leave a process"], Reading)
    lost = _run(rooms, "hang with a process", tmp_path, seconds=1)["hang with a process"]
    assert isinstance(lost, Lost)
    assert lost.late
    time.sleep(0.2)
    commands = [p.read_bytes() for p in Path("/proc").glob("[0-9]*/cmdline") if p.is_file()]
    assert not [c for c in commands if b"765432" in c]


def test_what_it_hands_over_is_taken_only_from_its_own_room(rooms: Rooms, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    reading = _run(rooms, "hand over a secret", secret)["hand over a secret"]
    assert isinstance(reading, Reading)
    assert not rooms.are_own(reading.members, 1)
