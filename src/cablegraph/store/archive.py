"""The originals of a case, stored under their SHA-256 and never changed.

A file is written beside its place, flushed, then renamed, so that a killed process leaves a stray ``.part`` file and never half an original.
"""

import ctypes
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cablegraph.errors import DiskFull

CHUNK = 1 << 20
_LIBC = ctypes.CDLL(None)


@dataclass(frozen=True, slots=True)
class Stored:
    """What was stored: the SHA-256 in hexadecimal and the size in bytes."""

    sha256: str
    size: int


@contextmanager
def full_disk_told(folder: Path) -> Iterator[None]:
    """Turn the system's "no space left" into ``DiskFull``."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull(folder) from error
        raise


@dataclass(frozen=True, slots=True)
class Archive:
    """The folder ``archive/`` of a case."""

    folder: Path

    def path_of(self, sha256: str) -> Path:
        """Where the original with this SHA-256 lies, whether or not it is there."""
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def put(self, source: Path, *, limit: int | None = None) -> Stored | None:
        """Store a copy of a file; None where it is larger than ``limit`` bytes.

        Raises:
            OSError: The file cannot be read.
            DiskFull: There is no room for the copy.
        """
        with source.open("rb") as stream:
            if limit is not None and os.fstat(stream.fileno()).st_size > limit:
                return None
            with full_disk_told(self.folder):
                return self._store(stream)

    def _store(self, stream: BinaryIO) -> Stored:
        self.folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        size = 0
        handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                while block := stream.read(CHUNK):
                    digest.update(block)
                    size += len(block)
                    out.write(block)
            sha256 = digest.hexdigest()
            target = self.path_of(sha256)
            if target.exists():
                part.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                part.chmod(0o444)
                part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return Stored(sha256, size)

    def flush(self) -> None:
        """Force everything that was stored onto the disk, so that not even a power cut takes back what a row is about to promise."""
        if not self.folder.is_dir():
            return
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            if (syncfs := getattr(_LIBC, "syncfs", None)) is None or syncfs(handle) != 0:
                os.sync()
        finally:
            os.close(handle)

    def sweep(self) -> None:
        """Remove what a killed process left half written."""
        for part in self.folder.glob("*.part"):
            part.unlink(missing_ok=True)

    def is_sound(self, sha256: str) -> bool:
        """Whether the original is there and still has its SHA-256."""
        path = self.path_of(sha256)
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
