"""Compile a function to machine code, once for each machine: the one place that knows numba.

The code is kept between processes in the user's cache folder (``NUMBA_CACHE_DIR`` or ``XDG_CACHE_HOME``), in a folder named after the sources
of this package, so a read-only installation works, and a changed function is never answered by old code of its caller. Where no folder can be
written, every process compiles for itself.

The trap: numba looks at the file of the outermost function only; without the name of the folder a caller would keep its old callee.
"""

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def _find_place() -> str | None:
    """The folder for compiled code of exactly these sources; None where it cannot be written."""
    stamp = blake2b(numba.__version__.encode(), digest_size=8)
    for source in sorted(Path(__file__).parent.glob("*.py")):
        stamp.update(source.read_bytes())
    chosen = os.environ.get("NUMBA_CACHE_DIR")
    try:
        base = Path(chosen or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cablegraph")
        place = base / f"kernel-{stamp.hexdigest()}"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryFile(dir=place):
            return str(place)
    except (OSError, RuntimeError):  # no such folder can be made, or nobody knows where home is
        return None


_PLACE = _find_place()
_OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "no_cfunc_wrapper": True}
_INTERNAL: dict[str, Any] = {"no_cpython_wrapper": True}


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function as machine code, for other compiled functions to call."""
    return cast("Callable[P, R]", numba.njit(**_OPTIONS, **_INTERNAL)(function))


def entry(function: Callable[P, R]) -> Callable[P, R]:
    """The function as machine code for Python to call, compiled with all it calls at its first call, or read from the cache."""
    settings = vars(numba.config)
    before = settings["CACHE_DIR"]
    settings["CACHE_DIR"] = _PLACE
    try:
        return cast("Callable[P, R]", numba.njit(cache=_PLACE is not None, **_OPTIONS)(function))
    finally:
        settings["CACHE_DIR"] = before
