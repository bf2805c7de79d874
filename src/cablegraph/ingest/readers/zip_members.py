"""The members of a zip archive, by the standard library.

Knows how zip archives lie: sizes that are not true, members that overlap, names in old code pages, a list of members larger than memory, an end that
says there are further parts. Locked members are left to libarchive, which knows both ways of locking them. The traps: a zip may stand behind other bytes
(a program that unpacks itself), and ``zipfile`` holds the whole list of members in memory.
"""

import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from cablegraph.ingest.members import iter_chunks
from cablegraph.ingest.readers.library_members import iter_library
from cablegraph.ingest.readers.unpack import Entry, MemberLost, decode_name, is_junk_member, lost_entry
from cablegraph.ingest.task import Task
from cablegraph.ingest.zip_salvage import ZIP_DAMAGE

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_END = struct.Struct("<4s4H2LH")
_TAIL = _END.size + (1 << 16)
_LIST_BYTES = 16 * 2**20
"""A list of members of this size is always read; beyond it, as many KiB as there may be members."""


def iter_zip(content: Path, task: Task) -> Iterator[Entry]:
    """Yield the members in the order of the archive's own list; locked ones are tried with the passwords of the task."""
    _check_end(content, task)
    try:
        archive = zipfile.ZipFile(content)
    except ZIP_DAMAGE as error:
        raise _tell_damage(content, error) from error
    with archive:
        infos = [i for i in archive.infolist() if not i.is_dir()]
        if sum(i.compress_size for i in infos) > content.stat().st_size:
            cause = "Members of the archive overlap, so that the same bytes would be unpacked many times"
            raise MemberLost("archive-bomb", cause)
        if task.passwords and any(i.flag_bits & _ENCRYPTED for i in infos):
            yield from iter_library(content, task, "zip")
            return
        for info in infos:
            yield _enter(archive, info)


def _enter(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Entry:
    name = repair_name(info)
    if info.flag_bits & _ENCRYPTED and not is_junk_member(name):
        return lost_entry(name, "password-needed", "it is locked with a password")
    if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:
        return lost_entry(name, "link-skipped", "it is a link or a device")
    return Entry(name, partial(_iter_bytes, archive, info))


def _iter_bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(info) as stream:
            yield from iter_chunks(stream.read)
    except ZIP_DAMAGE as error:
        raise MemberLost("file-damaged", f"it cannot be unpacked ({type(error).__name__})") from error


def repair_name(info: zipfile.ZipInfo) -> str:
    """The member's name; one without the UTF-8 mark is decoded by what its bytes look like."""
    name = info.filename
    if info.flag_bits & _UTF8_NAME or name.isascii():
        return name
    with suppress(UnicodeEncodeError):
        return decode_name(name.encode("cp437"))
    return name


def _find_end(content: Path) -> tuple[bytes, int]:
    """The last bytes of the file, and where in them the end record starts; -1 if there is none."""
    with content.open("rb") as stream:
        stream.seek(-min(content.stat().st_size, _TAIL), 2)
        tail = stream.read()
    return tail, tail.rfind(b"PK\x05\x06", 0, len(tail) - _END.size + 4)


def _check_end(content: Path, task: Task) -> None:
    tail, start = _find_end(content)
    if start < 0 or len(tail) - start < _END.size:
        return
    _, disk, first, _, _, list_bytes, _, _ = _END.unpack_from(tail, start)
    if 0 < disk < 0xFFFF or 0 < first < 0xFFFF:
        stem = task.name.rpartition(".")[0] or task.name
        cause = f"This is the last of {disk + 1} parts; {stem}.z01 to {stem}.z{disk:02} belong to it"
        raise MemberLost("archive-part", cause)
    if list_bytes != 0xFFFFFFFF and list_bytes > max(_LIST_BYTES, task.limits.max_members << 10):
        cause = f"The list of the archive's members alone has {list_bytes / 2**20:,.0f} MiB; nothing was unpacked"
        raise MemberLost("archive-too-many", cause)


def _tell_damage(content: Path, error: Exception) -> MemberLost:
    if _find_end(content)[1] < 0:
        return MemberLost("file-truncated", "The archive ends before its list of members")
    return MemberLost("file-damaged", f"The archive's list of members cannot be read ({type(error).__name__})")
