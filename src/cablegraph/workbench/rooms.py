"""The scratch folders of the processes that read files: one for each process, and in it one for each file.

Knows how much a process may lay down in all, and that of what a reader hands over only plain files in the room of their own file are taken. The trap: a
reader that a hostile file has taken over may hand over any path, and what the case takes in is taken with the rights of the person who runs it.
"""

import os
import shutil
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cablegraph.model import Member
from cablegraph.settings import Limits


@dataclass(frozen=True, slots=True)
class Rooms:
    """All rooms of one run. ``most`` is how many bytes one process may have lying there at once."""

    folder: Path
    most: int

    def of_worker(self, number: int) -> Path:
        """The only folder in which the process with this number may write."""
        return self.folder / f"worker-{number}"

    def overrun(self, number: int) -> str | None:
        """Why the process with this number must end, where it has laid down too much."""
        size = _size(self.of_worker(number), self.most)
        return f"It laid down more than {self.most >> 20:,} MiB in its folder." if size > self.most else None

    def are_own(self, members: Iterable[Member], file: int) -> bool:
        """Whether all members are plain files that lie where the reader of this file may lay them, under names that do not climb."""
        folders = set()
        for member in members:
            path = member.content
            if member.name.startswith("/") or ".." in member.name.split("/"):
                return False
            if not isinstance(path, Path) or ".." in path.parts or not path.is_relative_to(self.folder):
                return False
            if path.relative_to(self.folder).parts[1:2] != (str(file),):
                return False
            try:
                if not stat.S_ISREG(os.lstat(path).st_mode):
                    return False
            except OSError:
                return False
            folders.add(path.parent)
        return all(folder.resolve() == folder for folder in folders)

    def clear(self, file: int | None = None) -> None:
        """Remove what was laid down for one file, or everything."""
        for room in [self.folder] if file is None else self.folder.glob(f"worker-*/{file}"):
            shutil.rmtree(room, ignore_errors=True)


def start_rooms(folder: Path, limits: Limits) -> Rooms:
    """Rooms in an empty folder; a process may hold what comes out of the largest container, and the largest file beside it."""
    rooms = Rooms(folder.resolve(), (limits.max_unpacked_mb + limits.max_file_mb) * 2**20)
    rooms.clear()
    return rooms


def _size(folder: Path, most: int) -> int:
    """Bytes in a folder; counting ends where it is too much."""
    size, folders = 0, [folder]
    while folders and size <= most:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(Path(entry.path))
                    else:
                        size += entry.stat(follow_symlinks=False).st_blocks * 512
        except OSError:
            continue  # it was there and is gone
    return size
