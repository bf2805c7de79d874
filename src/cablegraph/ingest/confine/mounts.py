"""A folder ``/tmp`` of one's own, seen by this process and what it starts, and lying in its scratch folder.

Knows that some programs (LibreOffice for its socket) write to ``/tmp`` whatever they are told, and bends it to where they may write. The trap: the case, or
Python itself, may lie in the true ``/tmp``; what is needed of it is bound to its old place, and only there, since a right to write in a folder holds for
whatever is bound beneath it.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from cablegraph.ingest.confine.kernel import mount, unmount

_TEMP = Path("/tmp")  # noqa: S108 - the place that is bent
_READ_ONLY, _REMOUNT, _BIND, _RECURSIVE, _PRIVATE, _RELATIVE_TIMES = 1, 0x20, 0x1000, 0x4000, 1 << 18, 1 << 21
_SAME_BITS, _ST_RELATIVE_TIMES = 0x2 | 0x4 | 0x8 | 0x400 | 0x800, 0x1000


def bend_temp(scratch: Path, needed: Iterable[Path]) -> bool:
    """Let ``/tmp`` be a folder in ``scratch`` from now on; in a mount namespace of one's own only.

    Args:
        scratch: An absolute path without links.
        needed: Folders that must stay where they are, if they lie in ``/tmp``.

    Returns:
        Whether nothing can be harmed by writing to ``/tmp``, as what is needed there can only be read, but for ``scratch``.
    """
    own = scratch / "tmp"
    inside = {p.resolve() for p in needed if p.resolve().is_relative_to(_TEMP)}
    outermost = sorted(p for p in inside if not any(other in p.parents for other in inside))
    targets = {path: own / path.relative_to(_TEMP) for path in outermost}
    try:
        own.mkdir(exist_ok=True)
        mount(None, Path("/"), _RECURSIVE | _PRIVATE)
        for path, target in targets.items():
            target.mkdir(parents=True, exist_ok=True)
            mount(path, target, _BIND | _RECURSIVE)
            if path != scratch:
                mount(None, target, _BIND | _REMOUNT | _READ_ONLY | _kept_flags(target))
        before = os.open(own, os.O_PATH | os.O_CLOEXEC)
        mount(own, _TEMP, _BIND | _RECURSIVE)
        for target in targets.values():
            unmount(Path(f"/proc/self/fd/{before}", target.relative_to(own)))
        os.close(before)
    except OSError:
        return False
    return True


def _kept_flags(folder: Path) -> int:
    """What a mount forbids already, which a plain user may not take away."""
    flags = os.statvfs(folder).f_flag
    return (flags & _SAME_BITS) | (_RELATIVE_TIMES if flags & _ST_RELATIVE_TIMES else 0)
