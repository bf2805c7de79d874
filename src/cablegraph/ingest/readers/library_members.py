"""The members of archives that libarchive reads: 7z, rar, cab, cpio, ar, iso, xar, lha, locked zip, and single files packed by zstd, lz4, compress or lzip.

Knows how to ask for one format only and for no filter that starts a program. The traps: of all formats libarchive also knows ``mtree``, which reads
other files on the disk that it names; it hands over the locked bytes of a RAR member as if they were open; it reports a wrong password in words only; and
it gives names in the encoding of the process, and none at all where that cannot hold them.
"""

import ctypes
import locale
import logging
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from cablegraph.ingest.readers.unpack import Entry, MemberLost, decode_name, lost_entry
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

_LOCKED = re.compile("passphrase|password|encrypt|crypt", re.IGNORECASE)
_SONAME = "libarchive.so.13"
"""The library by name; the binding would start other programs to look for it, which a confined process may not."""

_LOCALES = ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8")
_BLOCK = 1 << 16
_REGULAR, _FOLDER = 0o100000, 0o040000
_MISSING = "libarchive is not installed on this machine (apt-get install libarchive13)"


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
    with _opened(library, content, format_name, "none", task.passwords) as archive:
        entries = iter(archive)
        while True:
            try:
                entry = next(entries, None)
            except library.ArchiveError as error:
                raise _tell(error, whole=True) from error
            if entry is None:
                return
            yield from _enter(library, entry, zipped=format_name == "zip")


def iter_packed(content: Path, filter_name: str) -> Iterator[bytes]:
    """Yield the bytes of a single packed file."""
    library = load_library()
    try:
        with _opened(library, content, "raw", filter_name, ()) as archive:
            for entry in archive:
                yield from _iter_blocks(entry)
    except library.ArchiveError as error:
        raise _tell(error, whole=True) from error


def load_library() -> ModuleType:
    """The binding to libarchive, in a process whose locale can hold every name.

    Raises:
        MemberLost: The system's library is not installed.
    """
    logging.getLogger("libarchive").setLevel(logging.CRITICAL + 1)
    _speak_unicode()
    if sys.platform.startswith("linux"):
        os.environ.setdefault("LIBARCHIVE", _SONAME)
    try:
        import libarchive
    except (ImportError, OSError, AttributeError, TypeError) as error:
        raise MemberLost("tool-missing", _MISSING) from error
    library: ModuleType = libarchive
    return library


def _speak_unicode() -> None:
    """Give the process a UTF-8 locale where it has none: libarchive drops a name that the locale cannot hold."""
    for name in () if locale.nl_langinfo(locale.CODESET) == "UTF-8" else _LOCALES:
        with suppress(locale.Error):
            locale.setlocale(locale.LC_CTYPE, name)
            return


@contextmanager
def _opened(
    library: ModuleType, content: Path, format_name: str, filter_name: str, passwords: tuple[str, ...]
) -> Iterator[Any]:
    from libarchive import ffi, read

    with read.new_archive_read(format_name, filter_name) as pointer:
        for raw in dict.fromkeys(raw for p in passwords for raw in _spell(p)):
            ffi.read_add_passphrase(pointer, raw)
        try:
            ffi.read_open_filename_w(pointer, str(content), _BLOCK)
        except library.ArchiveError as error:
            raise _tell(error, whole=True) from error
        yield read.ArchiveRead(pointer)


def _spell(password: str) -> Iterator[bytes]:
    """A password as bytes: in UTF-8, and as Windows would have stored it."""
    if password and "\0" not in password:
        yield password.encode("utf-8", "replace")
        yield password.encode("cp1256", "ignore") or b"?"


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
        raise _tell(error) from error


def _iter_blocks(entry: Any) -> Iterator[bytes]:
    """The stored bytes of an entry without the holes that a sparse one claims."""
    from libarchive import ffi

    data, size, offset = ctypes.c_void_p(), ctypes.c_size_t(), ctypes.c_longlong()
    while ffi.read_data_block(entry._archive_p, ctypes.byref(data), ctypes.byref(size), ctypes.byref(offset)) == 0:  # noqa: SLF001
        yield ctypes.string_at(data, size.value)


def _tell(error: Any, *, whole: bool = False) -> MemberLost:
    said = error.msg if isinstance(error.msg, str) else ""
    what = "The archive" if whole else "it"
    if _LOCKED.search(said):
        return MemberLost("password-needed", f"{what} is locked with a password")
    if re.search("truncated|unexpected end|premature", said, re.IGNORECASE):
        return MemberLost("file-truncated", f"{what} ends too early")
    return MemberLost("file-damaged", f"{what} cannot be unpacked")
