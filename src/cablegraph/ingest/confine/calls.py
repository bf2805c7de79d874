"""A filter on system calls: what no reader needs is refused with "not permitted", for this process and all that it starts.

Knows how the filter is built, through libseccomp, which knows the numbers of calls on each architecture; which calls are refused stands in
``data/refused_calls.yml``. The trap: a filter sees numbers, never what a pointer points to, hence whole calls are refused whose address it cannot read.

Source: seccomp_init(3) and its neighbours; libseccomp is LGPL-2.1 and used where the system has it.
"""

import ctypes
import errno
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.ingest.confine.kernel import LINUX

_LIBRARY = "libseccomp.so.2"
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_NOT_EQUAL, _MASKED_EQUAL = 1, 7
_UNKNOWN = -1
_LOW = 0xFFFFFFFF


class _Comparison(ctypes.Structure):
    """One condition on one argument, as in ``struct scmp_arg_cmp``."""

    _fields_ = (("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64))


@cache
def _library() -> ctypes.CDLL | None:
    if not LINUX:
        return None
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError:
        return None
    library.seccomp_init.restype = ctypes.c_void_p
    return library


def has_filter_library() -> bool:
    """Whether libseccomp is installed."""
    return _library() is not None


@cache
def _table() -> dict[str, Any]:
    text = (files(__package__) / "data" / "refused_calls.yml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table


def refused_calls() -> tuple[str, ...]:
    """The names of all calls that are refused whatever their arguments."""
    return tuple(name for group in _table()["always"].values() for name in group)


def filter_calls(*, spared: tuple[int, ...] = ()) -> bool:
    """Refuse what no reader needs, for good.

    Args:
        spared: Numbers of processes and, negative, of groups that may be sent no signal; for kernels that cannot hold signals back otherwise.

    Returns:
        Whether the filter is there; not without libseccomp or where the kernel refuses it.
    """
    library = _library()
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(_ALLOW))) if library else None
    if library is None or not context:
        return False
    whole = True
    try:
        for name, answer, condition in (*_rules(), *_signal_rules(spared)):
            number = library.seccomp_syscall_resolve_name(name.encode())
            if number == _UNKNOWN:
                continue
            given = (1, ctypes.byref(condition)) if condition else (0, None)
            action = ctypes.c_uint32(_REFUSE | answer)
            failed = library.seccomp_rule_add_array(context, action, ctypes.c_int(number), *given)
            whole = whole and (not failed or number < 0)
        return bool(library.seccomp_load(context) == 0) and whole
    finally:
        library.seccomp_release(context)


def _rules() -> Iterator[tuple[str, int, _Comparison | None]]:
    table = _table()
    for name in refused_calls():
        yield name, errno.EPERM, None
    for name in table["unknown"]:
        yield name, errno.ENOSYS, None
    for rule in table["when"]:
        if "not" in rule:
            condition = _Comparison(rule["arg"], _NOT_EQUAL, rule["not"], 0)
        else:
            condition = _Comparison(rule["arg"], _MASKED_EQUAL, rule["mask"], rule["value"])
        yield rule["call"], errno.EPERM, condition


def _signal_rules(spared: tuple[int, ...]) -> Iterator[tuple[str, int, _Comparison | None]]:
    for number in spared:
        for name in ("kill", "tgkill", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"):
            yield name, errno.EPERM, _Comparison(0, _MASKED_EQUAL, _LOW, number & _LOW)
