"""BagIt (RFC 8493) in and out: a delivery in a bag is checked against its manifests, and the originals of a case go out as a bag.

The library ``bagit`` of the Library of Congress knows the format. The trap: its own check ends at the first kind of fault, and a newsroom wants to know of
all, so the comparing is done here.
"""

import contextlib
import hashlib
import logging
import shutil
from collections.abc import Iterator, Mapping
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
    """Hold every file of a bag against its manifests; returns what is wrong, each with the path below the folder, missing files first."""
    import bagit

    with _silent():
        try:
            bag = bagit.Bag(str(folder))
            missing, extra = bag.compare_manifests_with_fs()
            found = [(path, "The bag's manifest names it and it is not there") for path in sorted(missing)]
            found += [(path, "It lies in the bag and no manifest names it") for path in sorted(extra)]
            for path, digests in sorted(bag.entries.items()):
                if path not in missing and not _fits(folder / path, digests):
                    found.append((path, "Its checksum is not the one in the bag's manifest"))
        except (bagit.BagError, OSError, ValueError, UnicodeError) as error:
            return [("", Trouble("bag-damaged", f"The bag cannot be checked: {type(error).__name__}", fatal=False))]
    return [(path, Trouble("bag-damaged", cause, fatal=False)) for path, cause in found]


def _fits(path: Path, digests: Mapping[str, str]) -> bool:
    """Whether the strongest checksum that this machine can compute is right."""
    known = [name for name in ("sha512", "sha256", "sha1", "md5") if name in digests]
    if not known:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, known[0]).hexdigest() == digests[known[0]].lower()


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
