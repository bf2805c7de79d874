"""BagIt (RFC 8493) in and out: a delivery in a bag is checked against its manifests, and the originals of a case go out as a bag.

The library ``bagit`` of the Library of Congress knows the format. The trap: it checks against the folder it is given, so a bag must be checked where it
lies, before its files are taken.
"""

import contextlib
import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from cablegraph.errors import UsageFault
from cablegraph.model import Trouble
from cablegraph.store import Case, counting
from cablegraph.store.archive import full_disk_told


def is_bag(folder: Path) -> bool:
    """Whether a folder says that it is a bag."""
    return (folder / "bagit.txt").is_file()


def check_bag(folder: Path) -> list[tuple[str, Trouble]]:
    """Read every file of a bag again and compare; returns what is wrong, each with the path below the folder."""
    import bagit

    with _silent():
        try:
            bag = bagit.Bag(str(folder))
            bag.validate()
        except bagit.BagValidationError as error:
            return [_trouble(detail) for detail in error.details] or [("", Trouble("bag-damaged", _shown(error)))]
        except (bagit.BagError, OSError, ValueError, UnicodeError) as error:
            return [("", Trouble("bag-damaged", _shown(error), fatal=False))]
    return []


def _trouble(detail: object) -> tuple[str, Trouble]:
    path = str(getattr(detail, "path", "") or "")
    what = {
        "ChecksumMismatch": "Its checksum is not the one in the bag's manifest",
        "FileMissing": "The bag's manifest names it and it is not there",
        "UnexpectedFile": "It lies in the bag and no manifest names it",
    }.get(type(detail).__name__, "The bag's manifest does not fit it")
    return path, Trouble("bag-damaged", what, fatal=False)


def _shown(error: Exception) -> str:
    return f"The bag cannot be checked: {type(error).__name__}"


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """The library logs paths of files, which may be words of the trove."""
    logger = logging.getLogger("bagit")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before


def write_bag(connection: sa.Connection, case: Case, folder: Path, *, who: str) -> int:
    """Write the originals of a case as a bag, each dataset a folder; members stay inside their containers. Returns how many files went in.

    Raises:
        UsageFault: The folder exists and is not empty.
        DiskFull: There is no room.
    """
    import bagit

    if folder.exists() and any(folder.iterdir()):
        message = f"{folder} is not empty. Nothing was written. Name a new folder."
        raise UsageFault(message)
    count = 0
    with full_disk_told(folder), _silent():
        for item in counting.iter_files(connection, top_level=True):
            if not item.sha256:
                continue
            target = folder.joinpath(item.dataset.replace("/", "_"), *item.path.split("/"))
            if target.exists():
                target = target.with_name(f"{target.name}.{item.sha256[:8]}")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(case.archive.path_of(item.sha256), target)
            count += 1
        folder.mkdir(parents=True, exist_ok=True)
        info = {"External-Description": f"Originals of the case {case.settings.name}", "Contact-Name": who}
        bagit.make_bag(str(folder), info, checksums=["sha256"])
    return count
