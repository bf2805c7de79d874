"""A reading in the making: pages, members, metadata and signals under the limits of the task.

Knows what every reader of documents must keep to: so many pages and so much text, members only while the file does not lie too deep, pictures only where
they can hold writing. What a limit cut off is told once. Formats are left to the readers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from cablegraph.ingest.budget import OverBudget, open_room
from cablegraph.ingest.members import MemberShelf
from cablegraph.ingest.plain import TITLE_LENGTH, clean_characters, clean_text, find_title, plain_page
from cablegraph.ingest.readers.metadata import describe, metadata_table
from cablegraph.ingest.task import Task
from cablegraph.model import PageText, Reading, Region, Trouble

MOST_TEXT = 200_000_000
"""The most code points of one document; some formats repeat a cell a million times in a few bytes."""

PICTURE_BYTES = 10_000
"""Pictures below this size are taken for ornaments and not read."""

_READABLE = {".png", ".jpg", ".jpeg", ".jpe", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".jp2", ".heic", ".avif"}
_SHOWN = 10


@dataclass(slots=True)
class Draft:
    """Collects what comes out of one file of ``size`` bytes; the methods tell by False that a limit is reached."""

    task: Task
    kind: str
    mime: str
    reader: str
    size: int
    pages: list[PageText] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    _shelf: MemberShelf | None = None
    _letters: int = 0
    _embedded: list[str] = field(default_factory=list)
    _left: dict[str, int] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    def add_page(self, text: str, label: str = "", *, apart: str = "", notes: str = "") -> bool:
        """Add one page.

        Args:
            text: Its words.
            label: What it is where its number does not say so, such as ``sheet Budget, hidden``.
            apart: Which kind of ``model.APART`` the whole page is; empty where the file shows it.
            notes: A speaker's notes, which stand below the text as a region of their own.
        """
        limits = self.task.limits
        if len(self.pages) >= limits.max_pages:
            return self._refuse("pages-too-many", f"There are more than {limits.max_pages:,} pages; the rest was left")
        if self._letters + len(text) + len(notes) > MOST_TEXT:
            return self._refuse("pages-too-many", f"The text has more than {MOST_TEXT:,} characters; the rest was left")
        if self.task.is_late():
            return self._refuse("reader-timeout", f"Pages from {len(self.pages) + 1} on were left")
        self._letters += len(text) + len(notes)
        page = plain_page("\n\n".join(filter(None, (text, notes))), self.reader)
        length = len(page.text)
        spans = [(apart, 0)] if apart else [("notes", length - len(clean_text(notes)))] if notes else []
        regions = tuple(Region(kind, 0.0, 0.0, 0.0, 0.0, start, length) for kind, start in spans if start < length)
        self.pages.append(replace(page, regions=regions))
        if label:
            self.describe("page", {str(len(self.pages)): label})
        return True

    def add_extra(self, label: str, lines: Iterable[str], apart: str) -> bool:
        """Add a page of what does not stand in the document itself, such as comments; nothing where there are no lines. See ``add_page``."""
        text = "\n\n".join(line for line in lines if line.strip())
        return self.add_page(text, label, apart=apart) if text else True

    def add_member(self, name: str, data: bytes) -> bool:
        """Lay a file that somebody put into this one."""
        done = self._lay(name, data)
        if done and data and self._shelf:
            self._embedded.append(self._shelf.members[-1].name)
        return done

    def _lay(self, name: str, data: bytes) -> bool:
        limits = self.task.limits
        if not data:
            return True
        if self.task.depth >= limits.max_depth:
            return self._refuse(
                "archive-too-deep", f"The file lies in {self.task.depth} others; what lies in it was left"
            )
        if self._shelf is None:
            self._shelf = MemberShelf(self.task.scratch, open_room(self.size, limits, self.task.budget))
        if len(self._shelf.members) >= limits.max_members:
            return self._refuse(
                "archive-too-many", f"There are more than {limits.max_members:,} files in it; the rest was left"
            )
        try:
            self._shelf.add_bytes(name, data)
        except OverBudget as over:
            return self._refuse(over.code, f"{over.cause}: {clean_characters(name)[:200]}")
        return True

    def add_picture(self, name: str, data: bytes) -> bool:
        """Lay a picture if it can hold writing and a reader knows its format; others are counted."""
        if PurePosixPath(name.lower()).suffix not in _READABLE:
            self._left["pictures without a reader"] = self._left.get("pictures without a reader", 0) + 1
            return True
        if len(data) < PICTURE_BYTES:
            self._left["small pictures"] = self._left.get("small pictures", 0) + 1
            return True
        return self._lay(name, data)

    def describe(self, source: str, values: Mapping[str, Any]) -> None:
        """Keep what the file says of itself; what is already known stays."""
        self.metadata = describe(source, values) | self.metadata

    def signal(self, name: str, what: str | Iterable[str]) -> None:
        """Raise a signal of ``data/metadata.yml``, with what was found; an empty finding raises none.

        Raises:
            KeyError: The signal is not declared.
        """
        if name not in metadata_table()["signals"]:
            raise KeyError(name)
        if not isinstance(what, str):
            items = list(dict.fromkeys(x for x in what if x))
            more = f" and {len(items) - _SHOWN} more" if len(items) > _SHOWN else ""
            what = "; ".join(items[:_SHOWN]) + more
        self.describe("signal", {name: what})

    def trouble(self, code: str, cause: str, page: int | None = None) -> None:
        """Tell trouble that leaves the rest of the file readable; the same sentence counts once."""
        if cause not in self._told:
            self._told.add(cause)
            self.troubles.append(Trouble(code, cause, page, fatal=False))

    def _refuse(self, code: str, cause: str) -> bool:
        self.trouble(code, cause)
        return False

    def finish(self, title: str = "") -> Reading:
        """The reading; without a title it is named by its first line."""
        shelf = self._shelf
        self.signal("has-embedded-files", self._embedded)
        self.describe("left", self._left)
        first = next((p.text for p in self.pages if p.text), "")
        named = " ".join(clean_characters(title).split())[:TITLE_LENGTH] or find_title(first, self.task.name)
        members = tuple(shelf.members) if shelf else ()
        troubles = (*self.troubles, *(shelf.troubles if shelf else ()))
        if not members and not first:
            troubles = tuple(replace(trouble, fatal=True) for trouble in troubles)
        return Reading(self.kind, self.mime, self.reader, tuple(self.pages), named, self.metadata, members, troubles)
