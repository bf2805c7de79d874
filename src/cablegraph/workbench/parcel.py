"""What a child process answers, taken in without trusting the child: a length, then a pickle that may name only classes that are expected.

A worker that a hostile file has taken over can send whatever it likes. So nothing is called that the pickle asks for but the listed classes, nothing waits
for bytes that never come, and nothing beyond the ceiling is held in memory. What a worker's values say is left to whoever uses them.
"""

import dataclasses
import enum
import functools
import io
import os
import pathlib
import pickle
import struct
import typing
from collections.abc import Iterable
from typing import Any

_HEAD = struct.Struct("!Q")
_PIECE = 1 << 20
MOST_BYTES = 1 << 30
"""The largest answer that is taken: text of a GiB in one batch."""


class ParcelRefused(Exception):
    """The bytes are no answer of the kind that is expected; the message says why without their content."""


def write_parcel(handle: int, value: object) -> None:
    """Write a value whole to a pipe."""
    data = pickle.dumps(value, protocol=4)
    for piece in (_HEAD.pack(len(data)), data):
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(handle, rest) :]


@dataclasses.dataclass(slots=True)
class ParcelReader:
    """Collects one answer from a pipe, as much as is there at a time; ``trusted`` None takes any class."""

    trusted: frozenset[tuple[str, str]] | None = None
    _got: bytearray = dataclasses.field(default_factory=bytearray)

    def take(self, handle: int) -> list[Any] | None:
        """Take what the pipe holds now, and return the answer once it is whole.

        Raises:
            EOFError: The other end is closed.
            OSError: The pipe is broken.
            ParcelRefused: It is too large, or holds what was not expected.
        """
        piece = os.read(handle, _PIECE)
        if not piece:
            raise EOFError
        self._got += piece
        if len(self._got) < _HEAD.size:
            return None
        (size,) = _HEAD.unpack_from(self._got)
        if size > MOST_BYTES:
            raise ParcelRefused(f"more than {MOST_BYTES >> 20:,} MiB")
        if len(self._got) < _HEAD.size + size:
            return None
        data, self._got = bytes(self._got[_HEAD.size : _HEAD.size + size]), bytearray()
        try:
            answer = _Unpickler(data, self.trusted).load()
        except Exception as error:  # noqa: BLE001 - hostile bytes can raise anything
            raise ParcelRefused(type(error).__name__) from None
        if not isinstance(answer, list):
            raise ParcelRefused("no list")
        return answer


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, trusted: frozenset[tuple[str, str]] | None) -> None:
        super().__init__(io.BytesIO(data))
        self._trusted = trusted

    def find_class(self, module: str, name: str) -> Any:
        if self._trusted is not None and (module, name) not in self._trusted:
            raise pickle.UnpicklingError
        return super().find_class(module, name)


@functools.cache
def trust(*kinds: type) -> frozenset[tuple[str, str]]:
    """The names of these dataclasses and of all that their fields may hold: dataclasses, enumerations, paths."""
    found: set[type] = set()
    _gather(kinds, found)
    names = {(k.__module__, k.__qualname__) for k in found}
    if pathlib.Path in found:
        names |= {(k.__module__, k.__qualname__) for k in (pathlib.PosixPath, pathlib.PurePosixPath)}
    return frozenset(names)


def _gather(kinds: Iterable[Any], found: set[type]) -> None:
    for kind in kinds:
        _gather((k for k in typing.get_args(kind) if k is not Ellipsis), found)
        if not isinstance(kind, type) or kind in found:
            continue
        if dataclasses.is_dataclass(kind):
            found.add(kind)
            _gather(typing.get_type_hints(kind).values(), found)
        elif issubclass(kind, enum.Enum | pathlib.PurePath):
            found.add(kind)
