"""Messages that Outlook has saved (.msg), which are OLE compound files.

Knows where in the file the properties of a message, its recipients and its attachments lie. What they mean is left to ``mapi``. The traps: a message may
hold messages that hold messages, and two entries of the file may share the same bytes, so what is read is counted.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any

from cablegraph.ingest.readers.mapi import (
    FILE_CONTENT_ID,
    FILE_DATA,
    FILE_MIME,
    build_note,
    code_page,
    name_file,
    read_text,
)
from cablegraph.ingest.readers.outlook_note import NoteFile, compose_message

_SUBSTANCE = "__substg1.0_"
_FIXED = "__properties_version1.0"
_OBJECT = 0x000D
_NUMBERS = {0x0003, 0x000B, 0x0040}
_STREAM = 2
_DEEPEST = 20
_MOST_PARTS = 5000


def parse_outlook(content: Path) -> Message:
    """The message in a .msg file.

    Raises:
        ValueError: It is no compound file, or its tables hang together in no way.
    """
    import olefile

    try:
        with olefile.OleFileIO(str(content)) as compound:
            return _compose(_Storage(compound, (), _Left(content.stat().st_size * 4)), 0)
    except (OSError, struct.error, IndexError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(type(error).__name__) from error


def _compose(storage: "_Storage", depth: int) -> Message:
    files = tuple(_iter_files(storage, depth))
    return compose_message(build_note(storage, storage.parts("__recip_version1.0_"), files))


def _iter_files(storage: "_Storage", depth: int) -> Iterator[NoteFile]:
    page = code_page(storage)
    for one in storage.parts("__attach_version1.0_"):
        name = name_file(one, page)
        inner = one.object(FILE_DATA)
        if inner is None:
            data = one.value(FILE_DATA)[1]
            yield NoteFile(name, data, read_text(one, FILE_CONTENT_ID), read_text(one, FILE_MIME))
        elif inner.is_message() and depth < _DEEPEST:
            yield NoteFile(name, message=_compose(inner, depth + 1))
        else:
            yield NoteFile(name or "object", inner.all_bytes())


@dataclass(slots=True)
class _Left:
    """How many bytes may still be read."""

    size: int


class _Storage:
    """A message, a recipient or an attachment in a compound file: its properties by number."""

    def __init__(self, compound: Any, path: tuple[str, ...], left: _Left) -> None:
        self._compound, self._path, self._left = compound, path, left
        entries = [
            e
            for e in compound.listdir(streams=True, storages=True)
            if tuple(e[: len(path)]) == path and len(e) > len(path)
        ]
        self._names = sorted({e[len(path)] for e in entries})
        self._places: dict[int, tuple[int, str]] = {}
        for name in self._names:
            if name.startswith(_SUBSTANCE):
                tag = int(name[len(_SUBSTANCE) :][:8], 16)
                self._places.setdefault(tag >> 16, (tag & 0xFFFF, name))
        self._numbers = dict(self._iter_numbers())

    def _iter_numbers(self) -> Iterator[tuple[int, int]]:
        data = self._read(_FIXED)
        start = 32 if not self._path else 8 if self._path[-1].startswith(("__recip", "__attach")) else 24
        whole = max(len(data) - start, 0) // 16 * 16
        for kind, number, _, value in struct.iter_unpack("<HHLQ", data[start : start + whole]):
            if kind in _NUMBERS:
                yield number, value if kind == 0x0040 else value & 0xFFFFFFFF

    def _read(self, name: str) -> bytes:
        path = [*self._path, name]
        if name not in self._names or self._compound.get_type(path) != _STREAM:
            return b""
        self._left.size -= self._compound.get_size(path)
        if self._left.size < 0:
            raise ValueError("its parts overlap")
        data: bytes = self._compound.openstream(path).read()
        return data

    def number(self, number: int) -> int:
        return self._numbers.get(number, 0)

    def value(self, number: int) -> tuple[int, bytes]:
        kind, name = self._places.get(number, (0, ""))
        return kind, self._read(name) if name and kind != _OBJECT else b""

    def object(self, number: int) -> "_Storage | None":
        """The storage that is the value of a property; None where the value is bytes."""
        kind, name = self._places.get(number, (0, ""))
        return _Storage(self._compound, (*self._path, name), self._left) if kind == _OBJECT else None

    def is_message(self) -> bool:
        """Whether the storage holds properties of its own."""
        return _FIXED in self._names

    def all_bytes(self) -> bytes:
        """The streams right below the storage, one after the other."""
        return b"".join(self._read(name) for name in self._names)

    def parts(self, prefix: str) -> Iterator["_Storage"]:
        """The storages below this one whose names begin so."""
        for name in [n for n in self._names if n.startswith(prefix)][:_MOST_PARTS]:
            yield _Storage(self._compound, (*self._path, name), self._left)
