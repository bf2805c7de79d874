"""Which files lie under the paths that somebody adds.

Knows junk, links, mounts that run in a circle, and what cannot be opened; says nothing about content. What a rule leaves out is found all the same, file by
file and with the rule, so that the numbers add up. The order is that of names, so two walks over one folder are alike. The traps: a folder may
vanish while it is walked; a name may hold bytes that are no UTF-8; a folder may hold more names than should be in memory at once. The first two are found as
trouble or shown with a replacement, never raised.
"""

import heapq
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cablegraph.ingest.ignore import IGNORE_FILE, IgnoreRules, load_ignore
from cablegraph.ingest.kinds import kind_table
from cablegraph.model import Trouble

JUNK = "junk"
"""The rule for what file managers and version control leave behind."""

IGNORED = "ignore-file"
"""The rule for what the ignore file in an added folder names, and for that file itself."""

_AT_ONCE = 100_000
_EVERY = 1000


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was found.

    ``name`` is the added folder's own name, a slash and the path below it, or the bare name of an added file. With ``trouble`` it cannot be taken; with
    ``rule`` it is left out: ``junk`` or ``ignore-file``. A folder that a rule leaves out comes as the files in it. ``size`` is in bytes.
    """

    path: Path
    name: str
    size: int = 0
    rule: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Something to look at: its path, the name to show, the rule under which it lies, and the folders above it by device and number."""

    path: Path
    name: str
    rule: str
    above: tuple[tuple[int, int], ...]


def walk(paths: Iterable[Path], *, tell: Callable[[int, str], None] | None = None) -> Iterator[FoundFile]:
    """Find the files under the given files and folders, sorted by name within each; links are not followed.

    Args:
        paths: Files and folders; an ignore file is read at the top of each folder and nowhere below, since a trove must not hide its own files.
        tell: Is called with the number of files found and the last name, every thousand files.
    """
    found = 0
    for path in paths:
        shown = _printable(path.name or path.resolve().name or "root")
        rules = load_ignore(path / IGNORE_FILE)
        if rules.trouble:
            yield FoundFile(path / IGNORE_FILE, f"{shown}/{IGNORE_FILE}", trouble=rules.trouble)
        for item in _walk_one(_Place(path, shown, "", ()), rules):
            found += 1
            if tell and not found % _EVERY:
                tell(found, item.name)
            yield item


def _walk_one(top: _Place, rules: IgnoreRules) -> Iterator[FoundFile]:
    stack: list[Iterator[_Place]] = [iter((top,))]
    while stack:
        place = next(stack[-1], None)
        if place is None:
            stack.pop()
            continue
        found = _look(place, top, rules)
        if isinstance(found, FoundFile):
            yield found
        elif found is not None:
            stack.append(found)


def _look(place: _Place, top: _Place, rules: IgnoreRules) -> FoundFile | Iterator[_Place] | None:
    """A file as it was found, or what lies in a folder."""
    try:
        status = place.path.lstat()
    except FileNotFoundError:
        return _refused(place, "file-missing", "Nothing exists at this path")
    except (OSError, ValueError) as error:
        return _refused(place, *_why(error))
    folder = stat.S_ISDIR(status.st_mode)
    rule = place.rule or _find_rule(place, top, rules, folder=folder)
    if folder:
        key = (status.st_dev, status.st_ino)
        if key in place.above:
            return _refused(
                place, "link-skipped", "This folder is one of those that it lies in (a mount that runs in a circle)"
            )
        return _open_folder(place, rule, key)
    if rule:
        return FoundFile(place.path, place.name, status.st_size, rule)
    if stat.S_ISLNK(status.st_mode):
        return _refused(place, "link-skipped", "This is a symbolic link")
    if not stat.S_ISREG(status.st_mode):
        return _refused(place, "file-unreadable", "This is a device, pipe or socket, not a file")
    if not os.access(place.path, os.R_OK):
        return _refused(place, "file-unreadable", "The operating system gives no permission to read it", status.st_size)
    return FoundFile(place.path, place.name, status.st_size)


def _find_rule(place: _Place, top: _Place, rules: IgnoreRules, *, folder: bool) -> str:
    if is_junk(place.path.name, folder=folder):
        return JUNK
    if place is top or not rules.active:
        return ""
    below = place.name[len(top.name) + 1 :]
    return IGNORED if below == IGNORE_FILE or rules.leaves_out(below, folder=folder) else ""


def _open_folder(place: _Place, rule: str, key: tuple[int, int]) -> FoundFile | Iterator[_Place]:
    try:
        with os.scandir(place.path):
            pass
    except OSError as error:
        return _refused(place, *_why(error))
    above = (*place.above, key)
    return (
        _Place(place.path / name, f"{place.name}/{_printable(name)}", rule, above) for name in _iter_names(place.path)
    )


def _iter_names(path: Path) -> Iterator[str]:
    """The names in a folder, sorted, with at most a hundred thousand of them in memory: a larger folder is read several times."""
    last = ""
    while True:
        try:
            with os.scandir(path) as entries:
                names = heapq.nsmallest(_AT_ONCE, (e.name for e in entries if e.name > last))
        except OSError:
            return
        yield from names
        if len(names) < _AT_ONCE:
            return
        last = names[-1]


def is_junk(name: str, *, folder: bool = False) -> bool:
    """Whether a file or folder of this bare name is what programs leave behind."""
    junk = kind_table()["junk"]
    if folder:
        return name in junk["folders"]
    return name in junk["names"] or name.startswith(tuple(junk["prefixes"]))


def _refused(place: _Place, code: str, cause: str, size: int = 0) -> FoundFile:
    return FoundFile(place.path, place.name, size, trouble=Trouble(code, cause))


def _why(error: OSError | ValueError) -> tuple[str, str]:
    reason = getattr(error, "strerror", None) or "its name holds a NUL"
    return "file-unreadable", f"The operating system says: {reason}"


def _printable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
