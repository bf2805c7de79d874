"""One process locks itself in, with everything that the machine offers, before it opens its first hostile file.

Knows the order: ceilings, a folder and surroundings of its own, namespaces, no rights, no way back, then the folders and the calls that are left. What is
not to be had is left out, and the answer says what holds. The trap: Landlock and the filter hold for this thread and its children only, so a process that
has other threads by then does not count as held.
"""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cablegraph.ingest.confine.calls import filter_calls
from cablegraph.ingest.confine.ground import ground_rules, needed_folders
from cablegraph.ingest.confine.kernel import LINUX, control_process
from cablegraph.ingest.confine.landlock import restrict_to
from cablegraph.ingest.confine.limits import limit_processes, lower_limits
from cablegraph.ingest.confine.mounts import bend_temp
from cablegraph.ingest.confine.namespaces import die_with_parent, drop_capabilities, enter_namespaces
from cablegraph.settings import Limits

_DUMPABLE, _NO_NEW_PRIVS = 4, 38
_KEPT = frozenset({"PATH", "LANG", "LANGUAGE", "TZ", "TESSDATA_PREFIX", "VIRTUAL_ENV"})
_KEPT_BEGINNINGS = ("LC_", "PYTHON", "OMP_", "OPENBLAS_")


@dataclass(frozen=True, slots=True)
class Held:
    """What holds a process: ``landlock`` is the ABI of the kernel's interface, 0 without; the others say whether they are there."""

    limits: bool = False
    network: bool = False
    processes: bool = False
    privileges: bool = False
    landlock: int = 0
    calls: bool = False


def confine_process(archive: Path, scratch: Path, limits: Limits) -> Held:
    """Lock this process in for good, with all that it starts; call it once, at the start of a worker.

    Where the kernel has namespaces of processes this returns in a child of the process that called, which from then on only waits for it.

    Args:
        archive: The folder of originals; it can be read.
        scratch: The only folder that can be written in; it is made, and is the folder of temporary files from now on.
        limits: What a file may cost.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    archive, scratch = archive.resolve(), scratch.resolve()
    _settle_in(scratch)
    limited = lower_limits(file_bytes=limits.max_file_mb * 2**20, seconds=limits.reader_seconds)
    parent = (os.getppid(), -os.getpgrp())
    borrowed = _borrows_rights(archive)
    namespaces = enter_namespaces(of_user=not borrowed)
    if os.getpid() != os.getpgrp():
        os.setsid()
    own_temp = "mounts" in namespaces and bend_temp(scratch, needed_folders(archive, scratch))
    if "user" in namespaces:
        limited = limit_processes() and limited
    weak = not borrowed and drop_capabilities()
    privileges = _give_up_privileges() and weak
    die_with_parent()
    rules = ground_rules(archive, scratch, own_temp=own_temp)
    alone = _is_alone()
    abi = _restrict(rules)
    filtered = filter_calls(spared=() if "processes" in namespaces else parent)
    return Held(
        limits=limited,
        network="network" in namespaces,
        processes="processes" in namespaces,
        privileges=privileges,
        landlock=abi if alone else 0,
        calls=filtered and alone,
    )


def _settle_in(scratch: Path) -> None:
    """No terminal, no secrets in the surroundings, and a folder of its own for what programs keep at home."""
    with open(os.devnull, "r+b") as nothing:  # noqa: PTH123 - a device, not a file
        for stream in range(3):
            os.dup2(nothing.fileno(), stream)
    for name in [n for n in os.environ if n not in _KEPT and not n.startswith(_KEPT_BEGINNINGS)]:
        del os.environ[name]
    os.environ |= {"TMPDIR": str(scratch), "HOME": str(scratch)}
    tempfile.tempdir = str(scratch)
    os.chdir(scratch)


def _borrows_rights(archive: Path) -> bool:
    """Whether only root's rights open the archive, as in a container over somebody's folder; without them nothing could be read."""
    if os.geteuid() != 0 or not archive.exists():
        return False
    about = archive.stat()
    return about.st_uid != 0 and about.st_mode & 0o005 != 0o005


def _give_up_privileges() -> bool:
    """No program that is started gains rights, and no process of the same user looks into this one."""
    try:
        control_process(_NO_NEW_PRIVS, 1)
        control_process(_DUMPABLE, 0)
    except OSError:
        return False
    return True


def _restrict(rules: Sequence[tuple[Path, int]]) -> int:
    """Landlock's ABI that holds now; 0 where the kernel refuses, as it does to a process that is restricted sixteen times already."""
    try:
        return restrict_to(rules)
    except OSError:
        return 0


def _is_alone() -> bool:
    """Whether this process has one thread only; asked while the kernel's tables can still be read."""
    return not LINUX or sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
