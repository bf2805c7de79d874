"""Containers of files: zip, tar, packed files, and what libarchive reads; each member laid for the case to take, whatever the archive says of itself.

Knows which module opens which kind, and what is said of an archive as a whole. Only one level is unpacked; the case queues what lies inside. How
members are laid and when it stops is left to ``unpack``.
"""

from collections.abc import Iterator
from pathlib import Path

from cablegraph.ingest.budget import open_room
from cablegraph.ingest.members import MemberShelf
from cablegraph.ingest.readers.library_members import iter_members
from cablegraph.ingest.readers.metadata import describe
from cablegraph.ingest.readers.packed import PACKED, iter_unpacked
from cablegraph.ingest.readers.tar_members import iter_tar
from cablegraph.ingest.readers.unpack import Entry, MemberLost, lay_entries
from cablegraph.ingest.readers.zip_members import iter_zip
from cablegraph.ingest.split import PART, describe_part, parse_part
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble

_CUT = {"file-damaged", "file-truncated"}


class ArchiveReader:
    """Reads archives and packed files."""

    name = "archive"
    version = "2"
    kinds = frozenset({"archive"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Lay the members of an archive in the scratch folder."""
        reader = f"{self.name} {self.version}"
        if task.depth >= task.limits.max_depth:
            cause = f"The archive lies in {task.depth} others, the limit is {task.limits.max_depth}"
            return Reading("archive", mime, reader, troubles=(Trouble("archive-too-deep", cause),))
        shelf = MemberShelf(task.scratch, open_room(content.stat().st_size, task.limits, task.budget))
        junk = lay_entries(_iter_entries(content, mime, task, shelf.troubles), shelf, task)
        if parse_part(task.name) and any(t.code in _CUT for t in shelf.troubles):
            shelf.troubles.append(Trouble("archive-part", describe_part(task.name)))
        if not shelf.members and not shelf.troubles:
            cause = (
                f"The archive has no members but {junk:,} that programs leave behind" if junk else "It has no members"
            )
            shelf.troubles.append(Trouble("file-empty", cause))
        metadata = describe("left", {"junk": junk or None})
        return Reading("archive", mime, reader, (), task.name, metadata, tuple(shelf.members), tuple(shelf.troubles))


def _iter_entries(content: Path, mime: str, task: Task, troubles: list[Trouble]) -> Iterator[Entry]:
    if mime == PART:
        raise MemberLost("archive-part", describe_part(task.name))
    if mime == "application/zip":
        yield from iter_zip(content, task)
    elif mime == "application/x-tar":
        with content.open("rb") as stream:
            yield from iter_tar(stream)
    elif mime in PACKED:
        yield from iter_unpacked(content, mime, task, troubles)
    else:
        yield from iter_members(content, mime, task)
