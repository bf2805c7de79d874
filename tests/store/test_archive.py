import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

from cablegraph.errors import DiskFull
from cablegraph.store import Archive, Stored

Write = Callable[[str, bytes], Path]
LETTER = "به وزارت اطلاعات".encode()


def test_a_file_is_kept_under_its_sha256_and_the_source_stays(tmp_path: Path, write: Write) -> None:
    archive = Archive(tmp_path / "archive")
    source = write("نامه ۱.txt", LETTER)
    stored = archive.put(source)
    sha256 = hashlib.sha256(LETTER).hexdigest()
    assert stored == Stored(sha256, len(LETTER))
    kept = archive.path_of(sha256)
    assert kept == tmp_path / "archive" / sha256[:2] / sha256[2:4] / sha256
    assert kept.read_bytes() == LETTER
    assert source.read_bytes() == LETTER
    assert archive.is_sound(sha256)


def test_an_original_is_read_only(tmp_path: Path, write: Write) -> None:
    archive = Archive(tmp_path / "archive")
    stored = archive.put(write("a", b"x"))
    assert stored is not None
    assert stat.S_IMODE(archive.path_of(stored.sha256).stat().st_mode) == 0o444


def test_the_same_content_under_two_names_is_kept_once(tmp_path: Path, write: Write) -> None:
    archive = Archive(tmp_path / "archive")
    first, second = archive.put(write("a.txt", LETTER)), archive.put(write("b.pdf", LETTER))
    assert first == second
    assert len([p for p in archive.folder.rglob("*") if p.is_file()]) == 1


@pytest.mark.parametrize(("size", "kept"), [(99, True), (100, True), (101, False)])
def test_a_file_larger_than_the_limit_is_not_kept(tmp_path: Path, write: Write, size: int, kept: bool) -> None:
    archive = Archive(tmp_path / "archive")
    assert (archive.put(write("a", b"x" * size), limit=100) is not None) == kept
    assert archive.folder.exists() == kept


def test_an_empty_file_is_a_file(tmp_path: Path, write: Write) -> None:
    archive = Archive(tmp_path / "archive")
    assert archive.put(write("empty", b"")) == Stored(hashlib.sha256(b"").hexdigest(), 0)


def test_a_damaged_or_missing_original_is_noticed(tmp_path: Path, write: Write) -> None:
    archive = Archive(tmp_path / "archive")
    stored = archive.put(write("a", LETTER))
    assert stored is not None
    kept = archive.path_of(stored.sha256)
    kept.chmod(0o644)
    kept.write_bytes(LETTER[:-1] + b"!")
    assert not archive.is_sound(stored.sha256)
    kept.unlink()
    assert not archive.is_sound(stored.sha256)


def test_what_a_killed_process_left_is_swept_and_the_originals_stay(tmp_path: Path, write: Write) -> None:
    archive = Archive(tmp_path / "archive")
    stored = archive.put(write("a", LETTER))
    assert stored is not None
    stray = write("archive/tmpabc.part", b"half of")
    archive.sweep()
    assert not stray.exists()
    assert archive.is_sound(stored.sha256)
    Archive(tmp_path / "not made yet").sweep()


class _FullStream:
    """A file on a disk that has no room left."""

    def __init__(self, handle: int, code: int) -> None:
        self.handle, self.code = handle, code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.handle)

    def write(self, _: bytes) -> int:
        raise OSError(self.code, os.strerror(self.code))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_as_such_and_leaves_nothing_half_written(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    archive = Archive(tmp_path / "archive")
    source = write("letter.txt", LETTER)
    monkeypatch.setattr(os, "fdopen", lambda handle, *_: _FullStream(handle, code))
    with pytest.raises(DiskFull) as told:
        archive.put(source)
    assert told.value.exit_code == 11
    assert "kept" in str(told.value)
    monkeypatch.undo()
    assert list(archive.folder.iterdir()) == []
    assert source.read_bytes() == LETTER
    assert archive.put(source) is not None


def test_another_fault_of_the_disk_is_not_called_full(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int, *_: Any) -> _FullStream:
        return _FullStream(handle, errno.EIO)

    monkeypatch.setattr(os, "fdopen", fail)
    with pytest.raises(OSError, match="Input/output") as told:
        Archive(tmp_path / "archive").put(write("a", b"x"))
    assert not isinstance(told.value, DiskFull)


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Archive(tmp_path / "archive").put(tmp_path / "gone")
    with pytest.raises(IsADirectoryError):
        Archive(tmp_path / "archive").put(tmp_path)
