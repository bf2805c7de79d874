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

from cablegraph.ingest.ignore import IGNORE_FILE, IGNORED, JUNK, IgnoreRules, is_junk, load_ignore
from cablegraph.model import Trouble

_AT_ONCE = 100_000
_EVERY = 1000


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that was found.

    ``name`` is the added folder's own name, a slash and the path below it, or the bare name of an added file. With ``trouble`` it cannot be taken; with
    ``rule`` it is left out: ``junk``, or ``ignore-file`` with the file and the pattern that did it. A folder that is left out comes as the files in it.
    ``size`` is in bytes.
    """

    path: Path
    name: str
    size: int = 0
    rule: str = ""
    trouble: Trouble | None = None


_NO_RULES = IgnoreRules()


@dataclass(frozen=True, slots=True)
class _Place:
    """Something to look at: its path, the name to show, its path below the added folder, the rule under which it lies, and the folders above it.

    ``above`` are those folders by device and number, ``ignore`` the ignore files in them.
    """

    path: Path
    name: str
    below: str = ""
    rule: str = ""
    above: tuple[tuple[int, int], ...] = ()
    ignore: IgnoreRules = _NO_RULES


def walk(paths: Iterable[Path], *, tell: Callable[[int, str], None] | None = None) -> Iterator[FoundFile]:
    """Find the files under the given files and folders, sorted by name within each; links are not followed.

    Args:
        paths: Files and folders; an ignore file is read in each folder, and one further down has the last word.
        tell: Is called with the number of files found and the last name, every thousand files.
    """
    found = 0
    for path in paths:
        shown = _printable(path.name or path.resolve().name or "root")
        for item in _walk_one(_Place(path, shown)):
            found += 1
            if tell and not found % _EVERY:
                tell(found, item.name)
            yield item


def _walk_one(top: _Place) -> Iterator[FoundFile]:
    stack: list[Iterator[_Place]] = [iter((top,))]
    while stack:
        place = next(stack[-1], None)
        if place is None:
            stack.pop()
            continue
        found = _look(place)
        if isinstance(found, FoundFile):
            yield found
        elif found is not None:
            stack.append(found)


def _look(place: _Place) -> FoundFile | Iterator[_Place] | None:
    """A file as it was found, or what lies in a folder."""
    try:
        status = place.path.lstat()
    except FileNotFoundError:
        return _refused(place, "file-missing", "Nothing exists at this path")
    except (OSError, ValueError) as error:
        return _refused(place, *_why(error))
    folder = stat.S_ISDIR(status.st_mode)
    rule = place.rule or _find_rule(place, folder=folder)
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
    unused = place.ignore.trouble if place.below == place.ignore.folder + IGNORE_FILE else None
    return FoundFile(place.path, place.name, status.st_size, trouble=unused)


def _find_rule(place: _Place, *, folder: bool) -> str:
    if is_junk(place.path.name, folder=folder):
        return JUNK
    if not place.below:
        return ""
    if place.path.name == IGNORE_FILE and not folder:
        return IGNORED if place.ignore.folder + IGNORE_FILE == place.below and not place.ignore.trouble else ""
    return place.ignore.find_rule(place.below, folder=folder)


def _open_folder(place: _Place, rule: str, key: tuple[int, int]) -> FoundFile | Iterator[_Place]:
    try:
        with os.scandir(place.path):
            pass
    except OSError as error:
        return _refused(place, *_why(error))
    above = (*place.above, key)
    inside = f"{place.below}/" if place.below else ""
    ignore = place.ignore if rule else load_ignore(place.path, inside, place.ignore)
    return (
        _Place(place.path / name, f"{place.name}/{shown}", f"{inside}{shown}", rule, above, ignore)
        for name, shown in ((n, _printable(n)) for n in _iter_names(place.path))
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


def _refused(place: _Place, code: str, cause: str, size: int = 0) -> FoundFile:
    return FoundFile(place.path, place.name, size, trouble=Trouble(code, cause))


def _why(error: OSError | ValueError) -> tuple[str, str]:
    reason = getattr(error, "strerror", None) or "its name holds a NUL"
    return "file-unreadable", f"The operating system says: {reason}"


def _printable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
