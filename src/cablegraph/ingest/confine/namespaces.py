"""Namespaces that a plain user can have: no network, no other processes in sight, no shared memory with others, no rights.

Knows the order in which the kernel wants it. In a namespace of processes the first one is what all others hang on: when it ends, however it ends, the
kernel ends all that it started, tools that forked away among them. The traps: the process that asks for such a namespace stays outside of it, only its
next child is in; and a user namespace is refused to a process with several threads.
"""

import contextlib
import ctypes
import os
import signal
import struct
import time
from pathlib import Path

from cablegraph.ingest.confine.kernel import LINUX, control_process, leave_namespaces, system_call

_NEW_MOUNTS, _NEW_IPC, _NEW_USER, _NEW_PROCESSES, _NEW_NETWORK = 0x20000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
_DIE_WITH_PARENT = 1
_CAPSET = {"x86_64": 126, "aarch64": 91}
_CAPABILITIES_3 = 0x20080522


def enter_namespaces(*, of_user: bool = True) -> frozenset[str]:
    """Move into new namespaces; returns which of ``user``, ``network``, ``processes`` and ``mounts`` there are now.

    ``of_user`` false keeps the rights of root, for one who cannot do without them.

    Where there is a namespace of processes, this returns in a child, and the process that called waits for it and ends as it does.
    """
    if not LINUX:
        return frozenset()
    user, group = os.geteuid(), os.getegid()
    everything = _NEW_USER | _NEW_NETWORK | _NEW_IPC | _NEW_PROCESSES | _NEW_MOUNTS
    for flags in (everything, everything & ~_NEW_PROCESSES, everything & ~_NEW_USER, _NEW_NETWORK):
        if flags & _NEW_USER and not of_user:
            continue
        try:
            leave_namespaces(flags)
        except OSError:
            continue
        if flags & _NEW_USER:
            _keep_ids(user, group)
        active = {"network"} | {name for name, flag in (("user", _NEW_USER), ("mounts", _NEW_MOUNTS)) if flags & flag}
        if flags & _NEW_PROCESSES:
            _go_inside()
            active.add("processes")
        return frozenset(active)
    return frozenset()


def die_with_parent() -> None:
    """Let the kernel end this process when the one that started it ends; call it after all changes of rights, which would undo it."""
    if LINUX:
        with contextlib.suppress(OSError):
            control_process(_DIE_WITH_PARENT, signal.SIGKILL)


def drop_capabilities() -> bool:
    """Give up every capability, among them those that the first process in a user namespace has there."""
    number = _CAPSET.get(os.uname().machine) if LINUX else None
    if number is None:
        return False
    header = ctypes.create_string_buffer(struct.pack("=Ii", _CAPABILITIES_3, 0), 8)
    try:
        system_call(number, header, ctypes.create_string_buffer(24))
    except OSError:
        return False
    return True


def end_leftovers() -> None:
    """End and bury whatever the last file has left running; does nothing outside of a namespace of processes, where it could hit others."""
    if os.getpid() != 1:
        return
    for _ in range(50):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(-1, signal.SIGKILL)
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            return
        time.sleep(0.01)


def _keep_ids(user: int, group: int) -> None:
    """Be the same user inside as outside, and no other."""
    for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with contextlib.suppress(OSError):
            Path("/proc/self", name).write_text(line, encoding="ascii")


def _go_inside() -> None:
    child = os.fork()
    if child == 0:
        return
    die_with_parent()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        with contextlib.suppress(OSError, ValueError):
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code)
