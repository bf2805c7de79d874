"""Which files lie under the paths that somebody adds.

Knows junk, links and what cannot be opened; says nothing about content. The order is that of names, so two walks over one folder are alike.
The trap: a folder may vanish, and a name may hold bytes that are no UTF-8; both are found as trouble or shown with a replacement, never raised.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cablegraph.ingest.kinds import kind_table
from cablegraph.model import Trouble


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to take.

    ``name`` is the added folder's own name, a slash and the path below it, or the bare name of an added file. With ``trouble`` it cannot be taken;
    ``rule`` says why it is skipped and counted: ``junk`` is left by a file manager or version control (a junk folder is one item). ``size`` is in bytes.
    """

    path: Path
    name: str
    size: int = 0
    rule: str = ""
    trouble: Trouble | None = None


def walk(paths: Iterable[Path]) -> Iterator[FoundFile]:
    """Find the files under the given files and folders, sorted by name within each; links are not followed."""
    for path in paths:
        shown = path.name or path.resolve().name or "root"
        yield from _visit(path, _printable(shown))


def _visit(path: Path, name: str) -> Iterator[FoundFile]:
    try:
        status = path.lstat()
    except FileNotFoundError:
        yield _refused(path, name, "file-missing", "Nothing exists at this path")
        return
    except (OSError, ValueError) as error:
        yield _refused(path, name, *_why(error))
        return
    if is_junk(path.name, folder=stat.S_ISDIR(status.st_mode)):
        yield FoundFile(path, name, rule="junk")
    elif stat.S_ISLNK(status.st_mode):
        yield _refused(path, name, "link-skipped", "This is a symbolic link")
    elif stat.S_ISDIR(status.st_mode):
        yield from _visit_folder(path, name)
    elif stat.S_ISREG(status.st_mode):
        readable = os.access(path, os.R_OK)
        trouble = (
            None if readable else Trouble("file-unreadable", "The operating system gives no permission to read it")
        )
        yield FoundFile(path, name, status.st_size, trouble=trouble)
    else:
        yield _refused(path, name, "file-unreadable", "This is a device, pipe or socket, not a file")


def _visit_folder(path: Path, name: str) -> Iterator[FoundFile]:
    try:
        children = sorted(child.name for child in path.iterdir())
    except OSError as error:
        yield _refused(path, name, *_why(error))
        return
    for child in children:
        yield from _visit(path / child, f"{name}/{_printable(child)}")


def is_junk(name: str, *, folder: bool = False) -> bool:
    """Whether a file or folder of this bare name is what programs leave behind."""
    junk = kind_table()["junk"]
    if folder:
        return name in junk["folders"]
    return name in junk["names"] or name.startswith(tuple(junk["prefixes"]))


def _refused(path: Path, name: str, code: str, cause: str) -> FoundFile:
    return FoundFile(path, name, trouble=Trouble(code, cause))


def _why(error: OSError | ValueError) -> tuple[str, str]:
    reason = getattr(error, "strerror", None) or "its name holds a NUL"
    return "file-unreadable", f"The operating system says: {reason}"


def _printable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
