"""Zip archives: each member laid for the case to take, whatever the archive says of itself.

Knows how archives lie: names that climb, sizes that are not true, members that overlap, passwords, names in old code pages. The declared size is never
believed; bytes are counted while they come out. Only this one level is unpacked; the case queues what lies inside.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cablegraph.ingest.members import MemberShelf, OverBudget, iter_chunks
from cablegraph.ingest.plain import clean_characters
from cablegraph.ingest.task import Task
from cablegraph.ingest.walk import is_junk
from cablegraph.model import Reading, Trouble
from cablegraph.text import decode, script_of

_FLOOR = 4 * 2**20
"""Bytes that may always come out of an archive, however small it is."""

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError)


class _Stop(NamedTuple):
    code: str
    cause: str


@dataclass(slots=True)
class _Budget:
    """What may still come out of one archive, in bytes."""

    left: int
    member_limit: int

    def allow(self, size: int) -> bool:
        return size <= self.left and size <= self.member_limit


class ArchiveReader:
    """Reads zip archives."""

    name = "archive"
    version = "1"
    kinds = frozenset({"archive"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Lay the members of a zip archive in the scratch folder."""
        reader = f"{self.name} {self.version}"
        limits = task.limits
        if task.depth >= limits.max_depth:
            cause = f"The archive lies in {task.depth} others, the limit is {limits.max_depth}"
            return Reading("archive", mime, reader, troubles=(Trouble("archive-too-deep", cause),))
        try:
            archive = zipfile.ZipFile(content)
        except _BROKEN as error:
            return Reading("archive", mime, reader, troubles=(_tell_damage(content, error),))
        shelf = MemberShelf(task.scratch)
        size = content.stat().st_size
        budget = _Budget(
            min(max(size * limits.max_expansion, _FLOOR), limits.max_unpacked_mb * 2**20), limits.max_file_mb * 2**20
        )
        with archive:
            skipped = _unpack(archive, shelf, budget, size, task)
        if not shelf.members and not shelf.troubles:
            shelf.troubles.append(Trouble("file-empty", "The archive has no members"))
        metadata = {"junk_skipped": str(skipped)} if skipped else {}
        return Reading("archive", mime, reader, (), task.name, metadata, tuple(shelf.members), tuple(shelf.troubles))


def _unpack(archive: zipfile.ZipFile, shelf: MemberShelf, budget: _Budget, size: int, task: Task) -> int:
    """Lay what may be laid; returns how many members were junk."""
    infos = [i for i in archive.infolist() if not i.is_dir()]
    junk = [i for i in infos if _is_junk(i.filename)]
    infos = [i for i in infos if not _is_junk(i.filename)]
    if sum(i.compress_size for i in infos) > size:
        shelf.troubles.append(
            Trouble(
                "archive-bomb", "Members of the archive overlap, so that the same bytes would be unpacked many times"
            )
        )
        return len(junk)
    if len(infos) > task.limits.max_members:
        cause = f"The archive has {len(infos):,} members, the limit is {task.limits.max_members:,}; the rest was left"
        shelf.troubles.append(Trouble("archive-too-many", cause))
    for info in infos[: task.limits.max_members]:
        if task.is_late():
            shelf.troubles.append(
                Trouble("reader-timeout", "Unpacking took too long; the rest of the members was left")
            )
            break
        stop = _lay(archive, info, shelf, budget)
        if stop:
            shelf.troubles.append(Trouble(stop.code, stop.cause))
            if stop.code == "archive-bomb":
                break
    return len(junk)


def _lay(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shelf: MemberShelf, budget: _Budget) -> _Stop | None:
    name = repair_name(info)
    shown = clean_characters(name)[:300]
    if info.flag_bits & _ENCRYPTED:
        return _Stop("password-needed", f"The member {shown} is locked with a password")
    mode = stat.S_IFMT(info.external_attr >> 16)
    if mode not in {0, stat.S_IFREG}:
        return _Stop("link-skipped", f"The member {shown} is a link or a device")
    try:
        shelf.add(name, _iter_member(archive, info), budget.allow)
    except OverBudget:
        if budget.left < budget.member_limit:
            return _Stop(
                "archive-bomb",
                f"The archive grows beyond its limit while {shown} is unpacked; what came before is kept",
            )
        return _Stop("file-too-large", f"The member {shown} is larger than {budget.member_limit // 2**20:,} MiB")
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        return _Stop("file-damaged", f"The member {shown} cannot be unpacked ({type(error).__name__})")
    budget.left -= shelf.members[-1].content.stat().st_size
    return None


def _iter_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as stream:
        yield from iter_chunks(stream.read)


def repair_name(info: zipfile.ZipInfo) -> str:
    """The member's name; one without the UTF-8 mark is tried as UTF-8 and as an Arabic code page before cp437 is believed."""
    name = info.filename
    if info.flag_bits & _UTF8_NAME or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    decoded = decode(raw)
    return decoded.text if decoded.encoding.startswith("utf-8") or script_of(decoded.text) == "Arab" else name


def _is_junk(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return is_junk(parts[-1]) or any(is_junk(p, folder=True) for p in parts[:-1])


def _tell_damage(content: Path, error: Exception) -> Trouble:
    with content.open("rb") as stream:
        stream.seek(-min(content.stat().st_size, 66_000), 2)
        tail = stream.read()
    if b"PK\x05\x06" not in tail:
        return Trouble("file-truncated", "The archive ends before its list of members")
    return Trouble("file-damaged", f"The archive's list of members cannot be read ({type(error).__name__})")
