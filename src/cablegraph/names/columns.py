"""Flat arrays, and strings as flat arrays, in one file, read where they lie.

The file is a line of JSON (what it holds, and where each array stands) and the arrays behind it. It is written beside its place, flushed to
the disk and renamed, so a reader finds the whole file or none; it is mapped into memory, so an opened file costs what is looked at.

The trap: an array is mapped copy-on-write, because compiled code has one form for arrays that may be written; nothing is ever written back.
"""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_ALIGNED = 64
_HEAD = 1 << 20
Hashes = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Texts:
    """Strings one behind the other, in UTF-8."""

    text: Bytes
    ends: Hashes

    @classmethod
    def of(cls, strings: Iterable[str]) -> Texts:
        """The strings in their order."""
        encoded = [s.encode("utf-8", "surrogatepass") for s in strings]
        ends = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
        return cls(np.frombuffer(b"".join(encoded) or b"", np.uint8).copy(), ends)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> str:
        return self.text[self.ends[number] : self.ends[number + 1]].tobytes().decode("utf-8", "surrogatepass")


def ranges(starts: npt.NDArray[Any], sizes: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """All the places of stretches that start and are as long as given, one stretch behind the other."""
    ends = np.cumsum(sizes, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    places: npt.NDArray[np.int64] = np.repeat(np.asarray(starts, np.int64) - (ends - sizes), sizes)
    return np.arange(total, dtype=np.int64) + places


def write_columns(path: Path, arrays: Mapping[str, npt.NDArray[Any]], about: Mapping[str, Any]) -> None:
    """Write arrays and a word about them, whole or not at all.

    Raises:
        OSError: The disk is full or the folder cannot be written; a file that stood there stays as it was.
    """
    places, at = {}, 0
    for name, array in arrays.items():
        places[name] = (array.dtype.str, array.shape, at)
        at += -(-array.nbytes // _ALIGNED) * _ALIGNED
    head = json.dumps({"about": dict(about), "arrays": places, "size": at}).encode()
    head += b" " * (-(len(head) + 1) % _ALIGNED) + b"\n"
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(head)
            for array in arrays.values():
                file.write(np.ascontiguousarray(array).data)
                file.write(b"\0" * (-array.nbytes % _ALIGNED))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Make the names of files in a folder as lasting as their content."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def open_columns(path: Path) -> tuple[dict[str, npt.NDArray[Any]], dict[str, Any]]:
    """The arrays of a file and the word about them.

    Raises:
        ValueError: The file is no such file, or cut short.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        line = file.readline(_HEAD)
        try:
            head = json.loads(line)
            places, size, about = head["arrays"], int(head["size"]), head["about"]
        except (ValueError, KeyError, TypeError) as error:
            message = f"{path.name} is no file of name columns."
            raise ValueError(message) from error
        if os.fstat(file.fileno()).st_size != len(line) + size:
            message = f"{path.name} is cut short or has been added to."
            raise ValueError(message)
        memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
    arrays = {}
    for name, (kind, shape, at) in places.items():
        count = int(np.prod(shape, dtype=np.int64))
        arrays[name] = np.frombuffer(memory, np.dtype(kind), count, len(line) + at).reshape(shape)
    return arrays, about
