"""Landlock: this process and all that it starts may reach only the folders that it names, for good and without any rights.

Knows the three system calls and what each version of the kernel's interface (ABI) can hold back; which folders a reader needs is left to ``ground``. The
traps: rules hold for the calling thread and those it starts later, so there must be only one; and a kernel may tell of an ABI and lack a part of it, so the
newest parts are tried and left out where the kernel refuses them.

Source: landlock(7), the kernel's Documentation/userspace-api/landlock.rst; the numbers of the calls are the same on every architecture.
"""

import contextlib
import ctypes
import os
import stat
import struct
from collections.abc import Sequence
from pathlib import Path

from cablegraph.ingest.confine.kernel import LINUX, system_call

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, REMOVE_FILE, _MAKE_DIR, _MAKE_REG, MAKE_SOCKET = (1 << n for n in (4, 5, 7, 8, 9))
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_FIRST = (1 << 13) - 1
"""All rights on files of ABI 1, among them to make links, pipes and devices, which no rule ever gives."""

_OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | _TRUNCATE | _IOCTL_DEV
_TCP = 1 << 0 | 1 << 1
_ABSTRACT_SOCKETS, _SIGNALS = 1 << 0, 1 << 1

READ = READ_FILE | READ_DIR
RUN = READ | EXECUTE
WRITE = READ | WRITE_FILE | _TRUNCATE | _REFER | _REMOVE_DIR | REMOVE_FILE | _MAKE_DIR | _MAKE_REG | MAKE_SOCKET


def landlock_abi() -> int:
    """The version of Landlock's interface that the kernel offers; 0 where there is none or it is switched off."""
    if not LINUX:
        return 0
    try:
        return system_call(_CREATE, None, 0, _ASK_VERSION)
    except OSError:
        return 0


def restrict_to(rules: Sequence[tuple[Path, int]]) -> int:
    """Leave this process and all that it starts nothing but ``rules``, each a path and the rights beneath it; a path that is not there is passed over.

    TCP (from ABI 4), sockets without a place in the file system and signals to outside (both from ABI 6) are held back too.

    Returns:
        The ABI that holds now; 0 where the kernel has no Landlock and nothing is restricted. The caller has said that it wants no new privileges.

    Raises:
        OSError: The kernel has Landlock and refuses the rules.
    """
    abi = landlock_abi()
    if not abi:
        return 0
    handled = _FIRST | (_REFER if abi >= 2 else 0) | (_TRUNCATE if abi >= 3 else 0) | (_IOCTL_DEV if abi >= 5 else 0)
    ruleset = _create(abi, handled)
    try:
        for path, rights in rules:
            with contextlib.suppress(FileNotFoundError, NotADirectoryError, PermissionError):
                _allow(ruleset, path, rights & handled)
        system_call(_RESTRICT, ruleset, 0)
    finally:
        os.close(ruleset)
    return abi


def _create(abi: int, handled: int) -> int:
    """A ruleset that handles all that the ABI can hold back; each attempt leaves out what came last to the kernel."""
    attempts: list[tuple[int, ...]] = [(handled,)]
    if abi >= 4:
        attempts.insert(0, (handled, _TCP))
    if abi >= 6:
        attempts[:0] = [(handled, _TCP, scope) for scope in (_ABSTRACT_SOCKETS | _SIGNALS, _ABSTRACT_SOCKETS)]
    for attempt in attempts[:-1]:
        with contextlib.suppress(OSError):
            return _ask_ruleset(attempt)
    return _ask_ruleset(attempts[-1])


def _ask_ruleset(parts: tuple[int, ...]) -> int:
    attributes = ctypes.create_string_buffer(struct.pack(f"={len(parts)}Q", *parts), 8 * len(parts))
    return system_call(_CREATE, attributes, len(attributes), 0)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        if not stat.S_ISDIR(os.fstat(handle).st_mode):
            rights &= _OF_FILES
        rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, handle), 12)
        system_call(_ADD, ruleset, _PATH_BENEATH, rule, 0)
    finally:
        os.close(handle)
