"""The members of archives that libarchive reads: 7z, rar, cab, cpio, ar, iso, xar, lha, locked zip, and single files packed by zstd, lz4, compress or lzip.

Knows which kinds those are and what an entry holds; the library itself is opened by ``library``. The traps: libarchive hands over the locked bytes of a RAR
member as if they were open, and names come in any encoding.
"""

import ctypes
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from cablegraph.ingest.readers.library import load_library, open_archive, tell_refusal
from cablegraph.ingest.readers.unpack import Entry, decode_name, lost_entry
from cablegraph.ingest.task import Task

_FORMATS = {
    "application/x-7z-compressed": "7zip",
    "application/vnd.rar": "rar",
    "application/vnd.ms-cab-compressed": "cab",
    "application/x-cpio": "cpio",
    "application/x-archive": "ar",
    "application/x-iso9660-image": "iso9660",
    "application/x-xar": "xar",
    "application/x-lha": "lha",
}
FILTERS = {
    "application/zstd": "zstd",
    "application/x-lz4": "lz4",
    "application/x-compress": "compress",
    "application/x-lzip": "lzip",
}
"""Kinds of single packed files that libarchive opens, and its name for the way they are packed."""

_REGULAR, _FOLDER = 0o100000, 0o040000


def iter_members(content: Path, mime: str, task: Task) -> Iterator[Entry]:
    """Yield the members of an archive of one of the kinds that libarchive reads."""
    name = _FORMATS[mime]
    if name == "rar":
        with content.open("rb") as stream:
            name = "rar5" if stream.read(8)[6:7] == b"\x01" else "rar"
    if name == "7zip" and task.passwords:
        from cablegraph.ingest.readers.seven_zip import is_locked, iter_locked

        if is_locked(content):
            yield from iter_locked(content, task)
            return
    yield from iter_library(content, task, name)


def iter_library(content: Path, task: Task, format_name: str) -> Iterator[Entry]:
    """Yield the members of an archive in a format by libarchive's name for it.

    Raises:
        MemberLost: While it yields: libarchive is not there, or the archive cannot be read on.
    """
    library = load_library()
    with open_archive(library, content, format_name, "none", task.passwords) as archive:
        entries = iter(archive)
        while True:
            try:
                entry = next(entries, None)
            except library.ArchiveError as error:
                raise tell_refusal(error, whole=True) from error
            if entry is None:
                return
            yield from _enter(library, entry, zipped=format_name == "zip")


def iter_packed(content: Path, filter_name: str) -> Iterator[bytes]:
    """Yield the bytes of a single packed file."""
    library = load_library()
    try:
        with open_archive(library, content, "raw", filter_name, ()) as archive:
            for entry in archive:
                yield from _iter_blocks(entry)
    except library.ArchiveError as error:
        raise tell_refusal(error, whole=True) from error


def _enter(library: ModuleType, entry: Any, *, zipped: bool) -> Iterator[Entry]:
    from libarchive import ffi

    name = _name_of(entry)
    kind = entry.filetype & 0o170000
    if kind == _FOLDER:
        return
    if kind not in {0, _REGULAR} or (entry.islnk and not entry.size):
        yield lost_entry(name, "link-skipped", "it is a link or a device")
    elif ffi.libarchive.archive_entry_is_encrypted(ctypes.c_void_p(entry._entry_p)) and not zipped:  # noqa: SLF001
        yield lost_entry(name, "password-needed", "it is locked with a password")
    else:
        yield Entry(name, partial(_iter_bytes, library, entry))


def _name_of(entry: Any) -> str:
    from libarchive import ffi

    raw = ffi.entry_pathname(entry._entry_p)  # noqa: SLF001 - the binding has no public way to the bytes
    if raw:
        return decode_name(raw)
    return ffi.entry_pathname_w(entry._entry_p) or ""  # noqa: SLF001


def _iter_bytes(library: ModuleType, entry: Any) -> Iterator[bytes]:
    try:
        yield from _iter_blocks(entry)
    except library.ArchiveError as error:
        raise tell_refusal(error) from error


def _iter_blocks(entry: Any) -> Iterator[bytes]:
    """The stored bytes of an entry without the holes that a sparse one claims."""
    from libarchive import ffi

    data, size, offset = ctypes.c_void_p(), ctypes.c_size_t(), ctypes.c_longlong()
    while ffi.read_data_block(entry._archive_p, ctypes.byref(data), ctypes.byref(size), ctypes.byref(offset)) == 0:  # noqa: SLF001
        yield ctypes.string_at(data, size.value)
