"""Calls to the Linux kernel that Python's own library does not offer, without a compiler: through the C library that is loaded anyway.

Knows how a call fails, and nothing of what the calls mean. The trap: arguments of ``syscall`` and ``prctl`` are ``long``; a bare Python int would be
passed as ``int`` and leave rubbish in the upper half of the register.
"""

import ctypes
import os
import sys
from pathlib import Path

LINUX = sys.platform.startswith("linux")
_DETACH = 2
_LIBC = ctypes.CDLL(None, use_errno=True)


def system_call(number: int, *arguments: int | ctypes.Array[ctypes.c_char] | None) -> int:
    """Make a system call by its number; integers and buffers are passed as they are.

    Raises:
        OSError: The kernel refuses, or the call is unknown to it.
    """
    return _checked(_LIBC.syscall(ctypes.c_long(number), *(_word(a) for a in arguments)))


def control_process(option: int, *arguments: int) -> int:
    """``prctl`` with the arguments that it wants filled up with zeros.

    Raises:
        OSError: The kernel refuses, or does not know the option.
    """
    given = (*arguments, 0, 0, 0, 0)[:4]
    return _checked(_LIBC.prctl(ctypes.c_int(option), *(ctypes.c_ulong(a) for a in given)))


def leave_namespaces(flags: int) -> None:
    """``unshare``: move this process into new namespaces.

    Raises:
        OSError: The kernel does not let a plain user have them, or the process has several threads.
    """
    _checked(_LIBC.unshare(ctypes.c_int(flags)))


def mount(source: Path | None, target: Path, flags: int) -> None:
    """``mount`` without a type or data: bind one folder to another place, or change how mounts are shared.

    Raises:
        OSError: The kernel refuses.
    """
    _checked(
        _LIBC.mount(os.fsencode(source) if source else None, os.fsencode(target), None, ctypes.c_ulong(flags), None)
    )


def unmount(target: Path) -> None:
    """``umount2``: take what is bound to a folder away from there, now and even if it is in use.

    Raises:
        OSError: The kernel refuses.
    """
    _checked(_LIBC.umount2(os.fsencode(target), ctypes.c_int(_DETACH)))


def _word(argument: int | ctypes.Array[ctypes.c_char] | None) -> object:
    return ctypes.c_long(argument) if isinstance(argument, int) else argument


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
