"""A zip of parts: Office Open XML, OpenDocument, EPUB.

Knows how parts are opened under limits, how one part names another (relationships), and that a part cut short is read as far as it goes. The declared
sizes are a bound, since zipfile never gives out more. The trap: a part may be named with any case, with a leading slash, or climb; names are compared
as normal paths and never used on disk.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote

from cablegraph.ingest.budget import container_bytes
from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.markup import RefusedMarkup, attribute, iter_named, parse_markup
from cablegraph.ingest.zip_salvage import ZIP_DAMAGE, salvage_zip
from cablegraph.model import Trouble
from cablegraph.settings import Limits

_FLOOR = 16 * 2**20
_MOST_MARKUP = 256 * 2**20
_CHUNK = 1 << 20
_MOST_SALVAGED = 256 * 2**20


def _open(content: Path, draft: Draft) -> tuple[zipfile.ZipFile, Path | io.BytesIO]:
    """The package, or what is left of one that has lost its end, with what it was opened from.

    Raises:
        BadZipFile: Nothing of it is left.
    """
    try:
        return zipfile.ZipFile(content), content
    except zipfile.BadZipFile:
        if draft.size > _MOST_SALVAGED:
            raise
        most = max(container_bytes(draft.size, draft.task.limits), _FLOOR)
        left = io.BytesIO(salvage_zip(content.read_bytes(), most))
        sound = zipfile.ZipFile(left)
        if not sound.infolist():
            raise
        draft.trouble("file-truncated", "The document has lost its end; what could be read of it is kept")
        return sound, left


@dataclass(frozen=True, slots=True)
class Relation:
    """One part named by another: the last word of its type, its target (a part, or a place outside), and whether it lies outside."""

    kind: str
    target: str
    outside: bool


class Package:
    """An open package; what is damaged in it is told to the draft. ``source`` is its file, or what could be saved of it."""

    def __init__(self, content: Path, draft: Draft) -> None:
        self._archive, self.source = _open(content, draft)
        self._draft = draft
        self._infos = {
            posixpath.normpath(i.filename.replace("\\", "/")).lstrip("/"): i for i in self._archive.infolist()
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    @property
    def names(self) -> list[str]:
        """The parts in the order of the package."""
        return list(self._infos)

    @cached_property
    def _lower(self) -> dict[str, str]:
        return {name.lower(): name for name in self._infos}

    def find_refusal(self, size: int, limits: Limits) -> Trouble | None:
        """Trouble where the package of ``size`` bytes is locked or its parts grow beyond the limits."""
        infos = self._archive.infolist()
        if any(i.flag_bits & 1 for i in infos):
            return Trouble("password-needed", "The document is locked with a password")
        if len(infos) > limits.max_members:
            return Trouble(
                "archive-too-many", f"The document has {len(infos):,} parts, the limit is {limits.max_members:,}"
            )
        grown = sum(i.file_size for i in infos)
        if grown > max(container_bytes(size, limits), _FLOOR):
            return Trouble("archive-bomb", f"The document grows to {grown / 2**20:,.0f} MiB when unpacked")
        return None

    def find(self, name: str) -> str | None:
        """The name of a part as stored, or None."""
        path = posixpath.normpath(name.replace("\\", "/")).lstrip("/")
        return path if path in self._infos else self._lower.get(path.lower())

    def size(self, name: str) -> int:
        """The declared size of a part in bytes; 0 where there is none."""
        stored = self.find(name)
        return self._infos[stored].file_size if stored else 0

    def iter_part(self, name: str) -> Iterator[bytes]:
        """The bytes of a part in chunks, as far as they can be had; nothing where the part is missing."""
        stored = self.find(name)
        if stored is None:
            return
        try:
            with self._archive.open(self._infos[stored]) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except ZIP_DAMAGE:
            self._draft.trouble("file-damaged", f"The part {stored[:200]} is damaged; what could be read of it is kept")

    def read(self, name: str) -> bytes:
        """The bytes of a part, as far as they can be had; empty where the part is missing."""
        return b"".join(self.iter_part(name))

    def parse(self, name: str) -> Any:
        """The root element of an XML part, or None where there is none that can be read."""
        if self.size(name) > _MOST_MARKUP:
            self._draft.trouble(
                "file-too-large", f"The part {name[:200]} has more than {_MOST_MARKUP // 2**20:,} MiB and was left"
            )
            return None
        data = self.read(name)
        if not data:
            return None
        try:
            root, sound = parse_markup(data)
        except RefusedMarkup:
            self._draft.trouble(
                "file-damaged", f"The part {name[:200]} declares entities, which no office program writes; it was left"
            )
            return None
        if not sound:
            self._draft.trouble("file-damaged", f"The part {name[:200]} is damaged; what could be read of it is kept")
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part (empty for the package) names, by the ids it uses."""
        folder, name = posixpath.split(part)
        root = self.parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for element in iter_named(root, "Relationship") if root is not None else ():
            target, outside = attribute(element, "Target"), attribute(element, "TargetMode").lower() == "external"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[attribute(element, "Id")] = Relation(attribute(element, "Type").rpartition("/")[2], target, outside)
        return found
