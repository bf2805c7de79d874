"""The members of a tar archive, by the standard library, in one pass.

Knows sparse members, whose holes count as bytes, and names in any encoding. Packed tars come as a stream from ``packed``. The trap: ``tarfile`` keeps
every header that it has read, so its list is emptied as it goes.
"""

import tarfile
from collections.abc import Iterator
from functools import partial
from typing import Any, Protocol

from cablegraph.ingest.members import iter_chunks
from cablegraph.ingest.readers.unpack import Entry, MemberLost, decode_name, lost_entry

_BROKEN = (tarfile.TarError, EOFError, ValueError, IndexError, OverflowError)


class SupportsRead(Protocol):
    """What bytes can be read from in order."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, at most ``size`` of them."""
        ...


def iter_tar(stream: SupportsRead) -> Iterator[Entry]:
    """Yield the members of a tar archive that is read from its start.

    Raises:
        MemberLost: While it yields: the archive is damaged or ends too early.
    """
    source: Any = stream
    try:
        with tarfile.open(fileobj=source, mode="r|", encoding="utf-8", errors="surrogateescape") as archive:
            while (info := archive.next()) is not None:
                archive.members.clear()  # type: ignore[attr-defined]
                yield from _enter(archive, info)
    except _BROKEN as error:
        raise _tell("The archive", error) from error


def _enter(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Iterator[Entry]:
    name = decode_name(info.name.encode("utf-8", "surrogateescape"), "windows-1252")
    if info.isreg():
        yield Entry(name, partial(_iter_bytes, archive, info))
    elif not info.isdir():
        yield lost_entry(name, "link-skipped", "it is a link or a device")


def _iter_bytes(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Iterator[bytes]:
    try:
        stream = archive.extractfile(info)
        if stream is not None:
            yield from iter_chunks(stream.read)
    except _BROKEN as error:
        raise _tell("it", error) from error


def _tell(what: str, error: Exception) -> MemberLost:
    if isinstance(error, EOFError) or "end of data" in str(error) or "truncated" in str(error):
        return MemberLost("file-truncated", f"{what} ends too early")
    return MemberLost("file-damaged", f"{what} cannot be unpacked ({type(error).__name__})")
