from pathlib import Path

import pytest

from cablegraph.model import Member
from cablegraph.settings import Limits
from cablegraph.workbench.rooms import Rooms, start_rooms


@pytest.fixture
def rooms(tmp_path: Path) -> Rooms:
    made = start_rooms(tmp_path / "scratch", Limits(max_unpacked_mb=1, max_file_mb=1))
    (made.of_worker(1) / "7").mkdir(parents=True)
    return made


def test_only_plain_files_in_the_room_of_their_own_file_are_taken(rooms: Rooms, tmp_path: Path) -> None:
    room = rooms.of_worker(1) / "7"
    secret = tmp_path / "secret"
    secret.write_text("x")
    (room / "member").write_text("x")
    (room / "link").symlink_to(secret)
    (room / "folder").symlink_to(tmp_path)
    (rooms.of_worker(1) / "loose").write_text("x")
    assert rooms.are_own([Member("a.txt", room / "member")], 7)
    assert rooms.are_own([], 7)
    for wrong in (
        Member("a.txt", secret),
        Member("a.txt", room / "link"),
        Member("a.txt", room / "folder" / "secret"),
        Member("a.txt", room / ".." / ".." / ".." / "secret"),
        Member("a.txt", room / "missing"),
        Member("a.txt", room),
        Member("a.txt", rooms.of_worker(1) / "loose"),
        Member("../a.txt", room / "member"),
        Member("/a.txt", room / "member"),
        Member("a.txt", str(room / "member")),  # type: ignore[arg-type]
    ):
        assert not rooms.are_own([wrong], 7), wrong
    assert not rooms.are_own([Member("a.txt", room / "member")], 8)


def test_a_process_may_not_lay_down_without_end(rooms: Rooms) -> None:
    room = rooms.of_worker(1) / "7"
    (room / "a").write_bytes(bytes(2 << 20))
    assert rooms.overrun(1) is None
    (room / "b").write_bytes(bytes(1 << 20))
    assert "2 MiB" in (rooms.overrun(1) or "")
    assert rooms.overrun(2) is None


def test_a_hole_in_a_file_takes_no_room(rooms: Rooms) -> None:
    with (rooms.of_worker(1) / "7" / "hole").open("wb") as stream:
        stream.truncate(1 << 30)
    assert rooms.overrun(1) is None


def test_rooms_are_cleared_by_file_and_all_together(rooms: Rooms) -> None:
    (rooms.of_worker(1) / "8").mkdir()
    rooms.clear(7)
    assert [p.name for p in rooms.of_worker(1).iterdir()] == ["8"]
    rooms.clear()
    assert not rooms.folder.exists()
