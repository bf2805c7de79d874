"""Damage to zips, and the parts of one that has lost its end, and with it the list of its members.

Knows the head that stands before each part, and how a part whose size stands behind it is unpacked to its own end. Parts are packed into a sound zip in memory,
as far as they can be had; the last one, which is cut, with what came out of it. The trap: sizes in a head are not believed, bytes are counted as they come.
"""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

_HEAD = struct.Struct("<4s5H3L2H")
_MARK = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_NEXT = re.compile(rb"PK(?:\x03\x04|\x01\x02|\x07\x08)")
_CHUNK = 1 << 18
_MOST_PART = 256 * 2**20

ZIP_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What the standard library raises over a damaged, locked or strangely packed zip."""


def find_part_names(data: bytes) -> list[str]:
    """The names in the heads of parts, in order."""
    found = []
    at = data.find(_MARK)
    while 0 <= at <= len(data) - _HEAD.size:
        fields = _HEAD.unpack_from(data, at)
        found.append(data[at + _HEAD.size : at + _HEAD.size + fields[9]].decode("utf-8", "replace"))
        at = data.find(_MARK, at + 4)
    return found


def salvage_zip(data: bytes, most: int) -> bytes:
    """A sound zip of the parts that can still be had, not compressed.

    Args:
        data: The damaged zip.
        most: The most bytes that may come out; what lies beyond is left.
    """
    out = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as sound:
        for name, part in _iter_parts(data):
            most -= len(part)
            if most < 0:
                break
            if name and name not in names and not name.endswith("/"):
                names.add(name)
                sound.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def _iter_parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = data.find(_MARK)
    while 0 <= at <= len(data) - _HEAD.size:
        _, _, flags, method, _, _, _, packed, _, name_size, extra_size = _HEAD.unpack_from(data, at)
        start = at + _HEAD.size + name_size + extra_size
        name = data[at + _HEAD.size : at + _HEAD.size + name_size].decode("utf-8", "replace").replace("\0", "")
        end = start + packed
        if method == _DEFLATED and not flags & 1:
            part, end = _inflate(data, start)
            yield name, part
        elif method == _STORED and not flags & 1:
            if flags & 8:
                following = _NEXT.search(data, start)
                end = following.start() if following else len(data)
            yield name, data[start:end]
        at = data.find(_MARK, max(end, at + 4))


def _inflate(data: bytes, start: int) -> tuple[bytes, int]:
    """What comes out of a part, and where it ends; damage ends it early."""
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    at, size = start, 0
    while at < len(data) and not engine.eof and size < _MOST_PART:
        chunk = data[at : at + _CHUNK]
        try:
            part = engine.decompress(chunk, _MOST_PART)
        except zlib.error:
            break
        parts.append(part)
        size += len(part)
        at += len(chunk)
    return b"".join(parts), at - len(engine.unused_data)
