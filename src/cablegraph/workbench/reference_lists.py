"""The reference lists of a case: the files of its datasets of the kind ``reference``, made ready once for all processes.

Knows which files those are and where what is made of them lies (the case's cache, which may be thrown away); what a list is, is ``extract.lists``'.
The trap: two processes may make the index at once, so it is made beside and put in its place in one step.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from cablegraph.extract.lists import Finder, Linker, ListFault, ReferenceList, load_list
from cablegraph.extract.lists.linking import iter_people
from cablegraph.model import DatasetKind
from cablegraph.names import NameIndex
from cablegraph.store.archive import Archive, full_disk_told
from cablegraph.store.tables import dataset, file

COLUMNS_SUFFIX = ".columns.json"
ENDINGS = frozenset({".json", ".jsonl", ".ijson", ".ndjson", ".ftm", ".csv", ".tsv"})


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file of a reference list: its dataset and path as added, the name of the list, where its bytes lie, and which column is what where that is told."""

    dataset: str
    path: str
    name: str
    content: Path
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadList:
    """A file of a reference list of which nothing could be read, or some lines could not: the cause, and the first lines left out."""

    dataset: str
    path: str
    cause: str
    faults: tuple[ListFault, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBook:
    """All lists of a case, ready to be used in documents; ``digest`` changes with any of them and belongs in the version of extraction."""

    digest: str
    lists: tuple[ReferenceList, ...]
    finder: Finder
    linker: Linker
    unread: tuple[UnreadList, ...]


def find_list_files(connection: sa.Connection, archive: Archive) -> tuple[ListFile, ...]:
    """The files of reference lists in a case, by dataset and path.

    ``NAME.csv`` may have ``NAME.csv.columns.json`` beside it, an object that says which heading is ``id``, ``name``, ``alias``,
    ``schema``, ``given`` or ``family``.
    """
    query = (
        sa.select(file.c.dataset, file.c.path, file.c.sha256)
        .join(dataset, dataset.c.name == file.c.dataset)
        .where(dataset.c.kind == DatasetKind.REFERENCE.value, file.c.sha256 != "")
        .order_by(file.c.dataset, file.c.path, file.c.sha256)
    )
    rows = connection.execute(query).all()
    told = {(r.dataset, r.path.removesuffix(COLUMNS_SUFFIX)): r.sha256 for r in rows if r.path.endswith(COLUMNS_SUFFIX)}
    return tuple(
        ListFile(
            r.dataset,
            r.path,
            Path(r.path).stem,
            archive.path_of(r.sha256),
            _columns(archive, told.get((r.dataset, r.path))),
        )
        for r in rows
        if Path(r.path).suffix.lower() in ENDINGS and not r.path.endswith(COLUMNS_SUFFIX)
    )


@cache
def open_book(files: tuple[ListFile, ...], cache_folder: Path) -> ListBook:
    """Read the lists and open the index of their names, making it where it is not there; a process does so once.

    Raises:
        DiskFull: There is no room for the index.
    """
    lists: list[ReferenceList] = []
    unread: list[UnreadList] = []
    for one in files:
        try:
            known = load_list(one.content, name=one.name, columns=dict(one.columns), ending=Path(one.path).suffix)
        except (ValueError, OSError) as error:
            cause = str(error) if isinstance(error, ValueError) else "the file cannot be read"
            unread.append(UnreadList(one.dataset, one.path, cause))
            continue
        lists.append(known)
        if known.left_out:
            unread.append(UnreadList(one.dataset, one.path, f"{known.left_out} lines were left out", known.faults))
    digest = _digest(files)
    index = _index(lists, cache_folder / "lists" / digest)
    return ListBook(digest, tuple(lists), Finder(lists), Linker(lists, index), tuple(unread))


def _index(lists: Sequence[ReferenceList], folder: Path) -> NameIndex:
    try:
        return NameIndex.open(folder)
    except FileNotFoundError:
        pass
    except ValueError:
        shutil.rmtree(folder, ignore_errors=True)
    with full_disk_told(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".making-"))
        NameIndex.create(beside / "index", iter_people(lists))
        try:
            (beside / "index").rename(folder)
        except OSError:
            if not folder.is_dir():  # else another process was first, and its index is as good
                raise
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    return NameIndex.open(folder)


def _digest(files: Sequence[ListFile]) -> str:
    told = [(one.name, one.content.name, list(one.columns)) for one in files]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:16]


def _columns(archive: Archive, sha256: str | None) -> tuple[tuple[str, str], ...]:
    if sha256 is None:
        return ()
    try:
        told = json.loads(archive.path_of(sha256).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return ()
    return (
        tuple(sorted((k, v) for k, v in told.items() if isinstance(k, str) and isinstance(v, str)))
        if isinstance(told, dict)
        else ()
    )
