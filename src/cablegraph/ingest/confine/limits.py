"""Ceilings of the kernel for one process: memory, processor time, size of a file, open files, processes.

Knows which ceilings need no rights. The traps: outer programs inherit them, so they leave room for LibreOffice and OpenCV; a ceiling that can be raised again
is none, so the hard one is lowered too, but for processor time, which each file gets anew; and processes are counted over all of a user's, the browser among
them, so that ceiling is only for a user namespace of one's own.
"""

import contextlib
import resource

_MEMORY = 6 * 2**30
_OPEN_FILES = 1024
_PROCESSES = 256


def lower_limits(*, file_bytes: int, seconds: int) -> bool:
    """Set the ceilings; returns whether all of them hold.

    Args:
        file_bytes: The largest file that may be written.
        seconds: Processor time until ``allow_seconds`` gives more.
    """
    wanted = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    )
    held = [_lower(what, most) for what, most in wanted]
    return all(held) and _allow(_used() + seconds)


def limit_memory() -> bool:
    """Set the ceiling on memory alone, for a process that reads no hostile bytes but may be given a text without measure."""
    return _lower(resource.RLIMIT_AS, _MEMORY)


def limit_processes() -> bool:
    """Stop a flood of processes; only in a user namespace of one's own."""
    return _lower(resource.RLIMIT_NPROC, _PROCESSES)


def allow_seconds(seconds: int) -> None:
    """Give the next file its processor time, where it is limited; unlimited stays unlimited."""
    if resource.getrlimit(resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY:
        _allow(_used() + seconds)


def _allow(most: int) -> bool:
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        return True
    return False


def _used() -> int:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return int(usage.ru_utime + usage.ru_stime) + 1


def _lower(what: int, most: int) -> bool:
    _, hard = resource.getrlimit(what)
    ceiling = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (ceiling, ceiling))
        return True
    return False
