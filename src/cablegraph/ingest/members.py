"""Files inside files: their names, and laying their bytes into the scratch folder.

Knows what a stored name may be: relative, without climbing, short enough for any file system, alone under its name. Bytes are laid under numbers of
their own, so a name can never choose where on disk something is written. The trap: a name is shortened by bytes of UTF-8, not by letters.
"""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cablegraph.ingest.budget import Room
from cablegraph.ingest.plain import clean_characters
from cablegraph.model import Member, Trouble

NAME_BYTES = 255
"""The most bytes of UTF-8 in one part of a path, as in the common file systems."""

_PATH_BYTES = 3500
_SHOWN = 12_000
_CHUNK = 1 << 20


def shorten_name(name: str) -> tuple[str, Trouble | None]:
    """A name of which every part fits a file system, and trouble that holds the full one where it had to be shortened."""
    parts = [_shorten(part, NAME_BYTES) for part in name.split("/")]
    short = "/".join(parts)
    if len(short.encode("utf-8", "replace")) > _PATH_BYTES:
        short = _shorten(parts[-1], NAME_BYTES)
    if short == name:
        return name, None
    shown = clean_characters(name[:_SHOWN])
    return short, Trouble("name-too-long", f"The name has {len(name):,} characters: {shown}", fatal=False)


def _shorten(part: str, limit: int) -> str:
    data = part.encode("utf-8", "replace")
    if len(data) <= limit:
        return part
    stem, dot, ending = part.rpartition(".")
    tail = f"~.{ending}" if dot and len(ending.encode("utf-8", "replace")) < 16 else "~"
    return (stem if dot else part).encode("utf-8", "replace")[: limit - len(tail.encode())].decode(
        "utf-8", "ignore"
    ) + tail


def safe_path(stored: str) -> tuple[str, bool]:
    """A relative path with slashes, and whether the stored one pointed out of its container (absolute, a drive, or climbing)."""
    path = clean_characters(stored).replace("\\", "/").replace("\t", " ").replace("\n", " ")
    drive = re.match(r"[A-Za-z]:", path)
    parts = [p for p in path[2 if drive else 0 :].split("/") if p not in {"", "."}]
    unsafe = bool(drive) or path.startswith("/") or ".." in parts
    return "/".join(p for p in parts if p != "..") or "unnamed", unsafe


@dataclass(slots=True)
class MemberShelf:
    """Collects the members of one container within ``room``; ``troubles`` says what was wrong with their names."""

    scratch: Path
    room: Room | None = None
    members: list[Member] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)

    def add(self, stored: str, chunks: Iterable[bytes]) -> None:
        """Lay one member's bytes under the name that the container has for it.

        Raises:
            OverBudget: The member would grow beyond the room; its bytes are gone again.
        """
        size = 0
        if self.room:
            self.room.check(0)
        with tempfile.NamedTemporaryFile(prefix="member-", dir=self.scratch, delete=False) as stream:
            path = Path(stream.name)
            try:
                for chunk in chunks:
                    size += len(chunk)
                    if self.room:
                        self.room.check(size)
                    stream.write(chunk)
            except BaseException:
                path.unlink(missing_ok=True)
                raise
        if self.room:
            self.room.take(size)
        self.members.append(Member(self._name(stored), path))

    def add_bytes(self, stored: str, data: bytes) -> None:
        """Lay a member that is already in memory; raises like ``add``."""
        self.add(stored, (data,))

    def _name(self, stored: str) -> str:
        name, unsafe = safe_path(stored)
        if unsafe:
            cause = f"A member points outside of the archive: {clean_characters(stored)[:300]}"
            self.troubles.append(Trouble("archive-unsafe-path", cause, fatal=False))
        name, too_long = shorten_name(name)
        if too_long:
            self.troubles.append(too_long)
        folder, slash, bare = name.rpartition("/")
        stem, dot, ending = bare.rpartition(".")
        unique, number = name, self._numbers.get(name, 1)
        while unique in self._taken:
            number += 1
            unique = folder + slash + (f"{stem} ({number}).{ending}" if dot and stem else f"{bare} ({number})")
        self._numbers[name] = number
        self._taken.add(unique)
        return unique


def iter_chunks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """The bytes of a stream in chunks of a MiB at most."""
    while chunk := read(_CHUNK):
        yield chunk
