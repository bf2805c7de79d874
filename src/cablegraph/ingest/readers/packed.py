"""Single packed files (gz, bz2, xz, lzma, zst, lz4, Z, lz), and the tar archive that often is in one.

Knows the way from packed bytes to plain ones, counted as they come: a packed tar is unpacked in one go, so that its members lie one level below it. The
trap: the headers of a tar may themselves be a bomb, which is why the stream is counted and not only the members.
"""

import bz2
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from cablegraph.ingest.budget import OverBudget, container_bytes
from cablegraph.ingest.kind_containers import is_tar
from cablegraph.ingest.readers.library_members import FILTERS, iter_packed
from cablegraph.ingest.readers.tar_members import iter_tar
from cablegraph.ingest.readers.unpack import Entry, MemberLost
from cablegraph.ingest.task import Task
from cablegraph.model import Trouble

_BROKEN = (OSError, zlib.error, lzma.LZMAError, ValueError)
_CHUNK = 1 << 16
_HEADERS = 64 * 2**20
_ENDING = re.compile(r"(?i)\.(?:gz|bz2|xz|lzma|zst|lz4|z|lz)$")
_TAR_ENDING = re.compile(r"(?i)\.t(?:gz|bz2|bz|xz|zst)$")
_MEMORY = 2**30
"""Bytes that unpacking xz may use; its header may ask for 4 GiB."""


class Inflater:
    """Deflated bytes in a gzip frame, read as ``bz2`` and ``lzma`` have it."""

    def __init__(self) -> None:
        self._engine = zlib.decompressobj(31)

    @property
    def eof(self) -> bool:
        """Whether the end of the frame was met."""
        return self._engine.eof

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes out without further bytes."""
        return not self._engine.unconsumed_tail and not self.eof

    @property
    def unused_data(self) -> bytes:
        """What lies behind the end of the frame."""
        return self._engine.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """The next plain bytes, at most ``max_length``."""
        return self._engine.decompress(self._engine.unconsumed_tail + data, max_length)


_ENGINES: dict[str, Callable[[], Any]] = {
    "application/gzip": Inflater,
    "application/x-bzip2": bz2.BZ2Decompressor,
    "application/x-xz": lambda: lzma.LZMADecompressor(memlimit=_MEMORY),
}
PACKED = frozenset(_ENGINES) | frozenset(FILTERS)
"""The kinds that are one packed file."""


def iter_unpacked(content: Path, mime: str, task: Task, troubles: list[Trouble]) -> Iterator[Entry]:
    """Yield the one file that is packed, or the members of the tar archive that it is."""
    stream = Counted(_iter_plain(content, mime), container_bytes(content.stat().st_size, task.limits) + _HEADERS)
    start = stream.peek(512)
    if is_tar(start):
        yield from iter_tar(stream)
    else:
        name = _TAR_ENDING.sub(".tar", _ENDING.sub("", task.name)).rpartition("/")[2]
        yield Entry(name if name != task.name else f"{name}.unpacked", lambda: _iter_kept(stream, troubles))


class Counted:
    """A stream to read from that ends by OverBudget once more than ``most`` bytes have come out of it."""

    def __init__(self, chunks: Iterator[bytes], most: int) -> None:
        self._chunks = chunks
        self._left = most
        self._held = b""
        self._lost: MemberLost | None = None

    def peek(self, size: int) -> bytes:
        """The next bytes, at most ``size`` of them, which stay where they are; damage is told once all before it has been read."""
        parts, length = [self._held], len(self._held)
        while length < size and (chunk := self._next()):
            parts.append(chunk)
            length += len(chunk)
        self._held = b"".join(parts)
        if self._lost and not self._held:
            raise self._lost
        return self._held[:size]

    def _next(self) -> bytes:
        if self._lost:
            return b""
        try:
            chunk = next(self._chunks, b"")
        except MemberLost as error:
            self._lost = error
            return b""
        self._left -= len(chunk)
        if self._left < 0:
            raise OverBudget("archive-bomb", "What is packed grows beyond its limit")
        return chunk

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size`` of them; empty at the end."""
        out = self.peek(size if size >= 0 else self._left + 1)
        self._held = self._held[len(out) :]
        return out


def _iter_plain(content: Path, mime: str) -> Iterator[bytes]:
    if mime in FILTERS:
        yield from iter_packed(content, FILTERS[mime])
        return
    try:
        with content.open("rb") as source:
            yield from _inflate(source, _ENGINES[mime])
    except _BROKEN as error:
        raise MemberLost("file-damaged", f"it cannot be unpacked ({type(error).__name__})") from error


def _inflate(source: IO[bytes], start: Callable[[], Any]) -> Iterator[bytes]:
    """The plain bytes of frames that follow each other."""
    data = source.read(_CHUNK)
    while data:
        engine = start()
        while not engine.eof:
            out = engine.decompress(data, _CHUNK)
            data = b""
            if out:
                yield out
            if engine.needs_input and not (data := source.read(_CHUNK)):
                raise MemberLost("file-truncated", "the packed bytes end too early")
        data = engine.unused_data or source.read(_CHUNK)
        while data and not data.strip(b"\0"):
            data = source.read(_CHUNK)


def _iter_kept(stream: Counted, troubles: list[Trouble]) -> Iterator[bytes]:
    """All bytes up to the first damage, which is told; damage before the first byte is raised."""
    some = False
    try:
        while chunk := stream.read(_CHUNK):
            some = True
            yield chunk
    except MemberLost as error:
        if not some:
            raise
        troubles.append(Trouble(error.code, f"{error.cause}; what came before is kept", fatal=False))
