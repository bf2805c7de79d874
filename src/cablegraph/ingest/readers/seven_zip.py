"""The members of a 7z archive that is locked with a password, by py7zr; all other 7z archives are left to libarchive, which knows more ways of packing.

Knows when a password is needed and which of several fits. The traps: py7zr hands bytes over where it likes, so they are counted as they come and laid
aside before anything is known of the whole; and a wrong password shows only as damage.
"""

import contextlib
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import py7zr
from py7zr.io import Py7zIO, WriterFactory

from cablegraph.ingest.budget import OverBudget, container_bytes
from cablegraph.ingest.members import iter_chunks
from cablegraph.ingest.readers.unpack import Entry, MemberLost
from cablegraph.ingest.task import Task


def is_locked(content: Path) -> bool:
    """Whether the archive or anything in it is locked; False for one that cannot be opened at all."""
    try:
        with py7zr.SevenZipFile(content) as archive:
            return bool(archive.needs_password())
    except py7zr.PasswordRequired:
        return True
    except Exception:  # noqa: BLE001 - damaged bytes raise a dozen built-ins
        return False


def iter_locked(content: Path, task: Task) -> Iterator[Entry]:
    """Yield the members with the first password that opens the archive.

    Raises:
        MemberLost: While it yields: no password fits.
        OverBudget: While it yields: more comes out than may.
    """
    for password in task.passwords:
        with tempfile.TemporaryDirectory(prefix="locked-", dir=task.scratch) as folder:
            aside = _Aside(Path(folder), container_bytes(content.stat().st_size, task.limits))
            if _unlock(content, password, aside):
                for name, path in aside.laid:
                    yield Entry(name, partial(_iter_file, path))
                return
    raise MemberLost("password-needed", "The archive is locked, and none of the passwords opens it")


def _unlock(content: Path, password: str, aside: "_Aside") -> bool:
    try:
        with py7zr.SevenZipFile(content, password=password) as archive:
            archive.extractall(factory=aside)
    except (OverBudget, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - a wrong password gives bytes on which any of the codecs may fail
        return False
    return True


def _iter_file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        yield from iter_chunks(stream.read)
    path.unlink()


class _Aside(WriterFactory):
    """Lays members under numbers in a folder, until they pass ``most`` bytes in all."""

    def __init__(self, folder: Path, most: int) -> None:
        self.folder = folder
        self.left = most
        self.laid: list[tuple[str, Path]] = []

    def create(self, filename: str) -> Py7zIO:
        """A place for the bytes of one member."""
        path = self.folder / str(len(self.laid))
        self.laid.append((filename, path))
        return _Counter(path, self)


class _Counter(Py7zIO):
    def __init__(self, path: Path, aside: _Aside) -> None:
        self._stream = path.open("w+b")
        self._aside = aside

    def write(self, s: bytes | bytearray) -> int:
        self._aside.left -= len(s)
        if self._aside.left < 0:
            raise OverBudget("archive-bomb", "The archive grows beyond its limit")
        return self._stream.write(s)

    def read(self, size: int | None = None) -> bytes:
        return self._stream.read(-1 if size is None else size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def flush(self) -> None:
        with contextlib.suppress(ValueError):
            self._stream.flush()

    def size(self) -> int:
        return self._stream.seek(0, 2)

    def close(self) -> None:
        self._stream.close()
