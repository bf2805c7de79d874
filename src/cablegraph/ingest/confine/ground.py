"""The ground that a reader of files stands on: what it and its outer programs may read and run, and where it may write.

Knows where programs, their settings and this Python lie on a common Linux, and that nobody's home folder belongs to it. Holding a process to it is left to
``landlock``. The trap: Python or a tool may be installed inside of a home folder; then just its own folder is let in.
"""

import importlib.util
import os
import shutil
import site
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from cablegraph.ingest.confine.landlock import MAKE_SOCKET, READ, READ_FILE, REMOVE_FILE, RUN, WRITE, WRITE_FILE

_PROGRAMS = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/nix/store", "/gnu/store")
_SETTINGS = (
    "alternatives", "fonts", "group", "gnutls", "ImageMagick-6", "java-17-openjdk", "java-21-openjdk", "ld.so.cache", "ld.so.conf", "ld.so.conf.d",
    "ld.so.preload", "libreoffice", "locale.alias", "localtime", "mime.types", "nsswitch.conf", "papersize", "passwd", "python3", "ssl/openssl.cnf", "timezone",
)  # fmt: skip
_READ_ALSO = (
    "/var/cache/fontconfig", "/var/lib/libreoffice", "/var/spool/libreoffice", "/sys/devices/system/cpu", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat",
    "/proc/sys/vm/overcommit_memory", "/proc/filesystems",
)  # fmt: skip
_DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
_TOOLS = ("tesseract", "pdftotext", "soffice", "libreoffice", "bsdtar")
_TEMP = Path("/tmp")  # noqa: S108 - LibreOffice makes its socket there whatever it is told
_PACKAGES = ("cablegraph", "cablegraph_models")


def needed_folders(archive: Path, scratch: Path) -> list[Path]:
    """The folders that a reader cannot do without, wherever they lie."""
    return [archive, scratch, *(p for p in _python_folders() if not _holds(p, Path.home(), archive, scratch))]


def ground_rules(archive: Path, scratch: Path, *, own_temp: bool) -> list[tuple[Path, int]]:
    """Every path that a reader may touch, with its rights as in ``landlock``.

    Args:
        archive: The folder of originals, or one file; read only.
        scratch: The only folder to write in.
        own_temp: Whether ``/tmp`` is a folder of the reader's own.
    """
    return [
        (_TEMP, WRITE if own_temp else _of_office(archive)),
        *((Path(p), RUN) for p in _PROGRAMS),
        *((Path("/etc", name), READ) for name in _SETTINGS),
        *((Path(p), READ) for p in _READ_ALSO),
        *((Path(p), READ_FILE | WRITE_FILE) for p in _DEVICES),
        *((p, RUN) for p in (*_python_folders(), *_tool_files()) if not _holds(p, Path.home(), archive, scratch)),
        (archive, READ),
        (scratch, WRITE),
    ]


def _of_office(archive: Path) -> int:
    """Rights in a ``/tmp`` that others use too: to make a socket and remove it, where LibreOffice is installed, which insists on it."""
    wanted = shutil.which("soffice") or shutil.which("libreoffice")
    return MAKE_SOCKET | REMOVE_FILE if wanted and not archive.is_relative_to(_TEMP) else 0


def _python_folders() -> Iterator[Path]:
    """Where this Python, its packages and cablegraph itself lie."""
    paths = sysconfig.get_paths()
    yield from (
        Path(p) for p in (sys.prefix, sys.base_prefix, *(paths[k] for k in ("stdlib", "platstdlib", "purelib")))
    )
    if site.ENABLE_USER_SITE:
        yield Path(site.getusersitepackages())
    for name in _PACKAGES:
        found = importlib.util.find_spec(name)
        yield from (Path(p) for p in (found.submodule_search_locations if found else None) or ())


def _tool_files() -> Iterator[Path]:
    """Outer programs in unusual places, and models of languages that a setting points to."""
    for name in _TOOLS:
        program = shutil.which(name)
        if program and not program.startswith(_PROGRAMS):
            yield Path(program).resolve()
    if "TESSDATA_PREFIX" in os.environ:
        yield Path(os.environ["TESSDATA_PREFIX"])


def _holds(folder: Path, *kept_out: Path) -> bool:
    """Whether a folder is so wide that letting it in would let in what must stay out."""
    return any(path.resolve().is_relative_to(folder.resolve()) for path in kept_out)
