"""Runs a command where nothing may so much as ask for a socket to a network: whoever does is ended on the spot, and its parent can tell.

For all processes below it: a filter that kills for sockets of every family but those in the file system, in a network namespace without interfaces.
"""

import ctypes
import os
import sys

from cablegraph.ingest.confine.kernel import control_process, leave_namespaces

_KILL_PROCESS, _ALLOW = 0x80000000, 0x7FFF0000
_NOT_EQUAL, _NO_NEW_PRIVS = 1, 38


class _Comparison(ctypes.Structure):
    _fields_ = (("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64))


def seal() -> None:
    """Take the network away from this process, for good.

    Raises:
        OSError: The machine cannot do it.
    """
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    leave_namespaces(0x40000000 if os.geteuid() == 0 else 0x50000000)
    control_process(_NO_NEW_PRIVS, 1)
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(_ALLOW)))
    not_local = _Comparison(0, _NOT_EQUAL, 1, 0)
    for name in (b"socket", b"socketpair"):
        number = library.seccomp_syscall_resolve_name(name)
        library.seccomp_rule_add_array(context, ctypes.c_uint32(_KILL_PROCESS), number, 1, ctypes.byref(not_local))
    if library.seccomp_load(context):
        raise OSError("the filter was refused")


if __name__ == "__main__":
    seal()
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
