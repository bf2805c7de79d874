"""What a process that reads hostile files may do at most.

Knows limits of the kernel that need no rights: memory, processor time, size of a file, no core dumps, and a network namespace without interfaces where
the kernel lets a plain user have one. The trap: the outer programs inherit all of it, so limits leave them room. Ending a process by the clock is left
to whoever started it.
"""

import contextlib
import ctypes
import resource
import sys

from cablegraph.settings import Settings

_MEMORY = 6 * 2**30
_NEW_NETWORK = 0x40000000
_NEW_USER = 0x10000000


def limit_process(settings: Settings) -> tuple[str, ...]:
    """Confine this process and all that it starts, for good; call it once at the start of a worker.

    Returns:
        The protections that are active: ``core``, ``memory``, ``file-size``, ``cpu``, ``network``.
    """
    wanted = (
        ("core", resource.RLIMIT_CORE, 0),
        ("memory", resource.RLIMIT_AS, _MEMORY),
        ("file-size", resource.RLIMIT_FSIZE, settings.limits.max_file_mb * 2**20),
        ("cpu", resource.RLIMIT_CPU, _used() + settings.limits.reader_seconds),
    )
    active = [name for name, what, most in wanted if _lower(what, most)]
    if _leave_network():
        active.append("network")
    return tuple(active)


def allow_seconds(seconds: int) -> None:
    """Give the next file its processor time, where ``limit_process`` has limited it; unlimited stays unlimited."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        most = _used() + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _used() -> int:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return int(usage.ru_utime + usage.ru_stime) + 1


def _lower(what: int, most: int) -> bool:
    _, hard = resource.getrlimit(what)
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (soft, hard))
        return True
    return False


def _leave_network() -> bool:
    """Move this process into a network namespace of its own, in which not even loopback is up."""
    if not sys.platform.startswith("linux"):
        return False
    unshare = getattr(ctypes.CDLL(None, use_errno=True), "unshare", None)
    return unshare is not None and (unshare(_NEW_NETWORK) == 0 or unshare(_NEW_USER | _NEW_NETWORK) == 0)
