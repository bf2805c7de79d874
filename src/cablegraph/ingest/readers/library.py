"""libarchive, opened as a reader of hostile archives may open it.

Knows how to ask for one format only and for no filter that starts a program, and what its refusals mean. The traps: of all formats libarchive also knows
``mtree``, which reads other files on the disk that it names; it reports a wrong password in words only; and it drops names that the encoding of the process
cannot hold.
"""

import locale
import logging
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from cablegraph.ingest.readers.unpack import MemberLost

_LOCKED = re.compile("passphrase|password|encrypt|crypt", re.IGNORECASE)
_SONAME = "libarchive.so.13"
"""The library by name; the binding would start other programs to look for it, which a confined process may not."""

_LOCALES = ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8")
_BLOCK = 1 << 16
_MISSING = "libarchive is not installed on this machine (apt-get install libarchive13)"


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
def open_archive(
    library: ModuleType, content: Path, format_name: str, filter_name: str, passwords: tuple[str, ...]
) -> Iterator[Any]:
    """An archive in one format (``raw`` with a filter for a single packed file), with the passwords to try.

    Raises:
        MemberLost: It cannot be opened.
    """
    from libarchive import ffi, read

    with read.new_archive_read(format_name, filter_name) as pointer:
        for raw in dict.fromkeys(raw for p in passwords for raw in _spell(p)):
            ffi.read_add_passphrase(pointer, raw)
        try:
            ffi.read_open_filename_w(pointer, str(content), _BLOCK)
        except library.ArchiveError as error:
            raise tell_refusal(error, whole=True) from error
        yield read.ArchiveRead(pointer)


def _spell(password: str) -> Iterator[bytes]:
    """A password as bytes: in UTF-8, and as Windows would have stored it."""
    if password and "\0" not in password:
        yield password.encode("utf-8", "replace")
        yield password.encode("cp1256", "ignore") or b"?"


def tell_refusal(error: Any, *, whole: bool = False) -> MemberLost:
    """What libarchive's error means for a member, or for the ``whole`` archive."""
    said = error.msg if isinstance(error.msg, str) else ""
    what = "The archive" if whole else "it"
    if _LOCKED.search(said):
        return MemberLost("password-needed", f"{what} is locked with a password")
    if re.search("truncated|unexpected end|premature", said, re.IGNORECASE):
        return MemberLost("file-truncated", f"{what} ends too early")
    return MemberLost("file-damaged", f"{what} cannot be unpacked")
