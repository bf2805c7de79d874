"""PDF documents, page by page: the text layer where it can be trusted, OCR where not.

Knows how to open a PDF, with a password where one fits, and what it says of itself; taking words out of a layer is left to ``layer``, judging it to
``choose``, fields and notes to ``pdf_marks``. Attachments are members.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from cablegraph.ingest.budget import OverBudget, open_room
from cablegraph.ingest.choose import PageChooser
from cablegraph.ingest.members import MemberShelf
from cablegraph.ingest.plain import clean_characters, find_title
from cablegraph.ingest.regions import mark_regions
from cablegraph.ingest.task import Task
from cablegraph.model import PageText, Reading, Trouble

_MOST_ATTACHMENTS = 1000
_PASSWORD = 4
_TAIL = 2048


class PdfReader:
    """Reads PDF documents."""

    name = "pdf"
    version = "4"
    kinds = frozenset({"pdf"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a PDF; each page says whether its text is of the layer or of OCR."""
        import pypdfium2

        reader = f"{self.name} {self.version} (pypdfium2 {pypdfium2.PYPDFIUM_INFO})"
        try:
            document = _open(content, task.passwords)
            count = len(document)
        except pypdfium2.PdfiumError as error:
            return Reading("pdf", mime, reader, troubles=(_tell_refusal(content, error),))
        try:
            return self._read(document, count, content, mime, task)
        finally:
            document.close()

    def _read(self, document: Any, count: int, content: Path, mime: str, task: Task) -> Reading:
        import pypdfium2

        troubles: list[Trouble] = []
        if not _has_end(content):
            troubles.append(
                Trouble(
                    "file-truncated", "The document ends before its end mark; what could be read is kept", fatal=False
                )
            )
        if count > task.limits.max_pages:
            cause = f"The document has {count:,} pages, the limit is {task.limits.max_pages:,}; the rest was left"
            troubles.append(Trouble("pages-too-many", cause, fatal=False))
        chooser = PageChooser(content, count, task)
        pages: list[PageText] = []
        for number in range(1, min(count, task.limits.max_pages) + 1):
            if task.is_late():
                troubles.append(Trouble("reader-timeout", f"Pages from {number} on were left", number, fatal=False))
                break
            try:
                page, found = chooser.read(document, number)
            except pypdfium2.PdfiumError:
                page, found = (
                    PageText("", source="layer"),
                    (Trouble("file-damaged", "The page cannot be opened", number, fatal=False),),
                )
            pages.append(page)
            troubles += found
        shelf = _take_attachments(document, content.stat().st_size, task)
        metadata = _metadata(document)
        title = find_title(next((p.text for p in pages if p.text), ""), task.name)
        reader = f"{self.name} {self.version} (pypdfium2 {pypdfium2.PYPDFIUM_INFO})"
        return Reading(
            "pdf",
            mime,
            reader,
            mark_regions(pages),
            title,
            metadata,
            tuple(shelf.members),
            (*troubles, *shelf.troubles),
        )


def _open(content: Path, passwords: Sequence[str]) -> Any:
    """The document, opened with the first password that fits where it needs one."""
    import pypdfium2

    for password in (None, *passwords):
        try:
            document = pypdfium2.PdfDocument(content, password=password)
        except pypdfium2.PdfiumError as error:
            refused = error
            if not _is_locked(error):
                raise
            continue
        with suppress(pypdfium2.PdfiumError):  # a broken form costs its fields, not the document
            document.init_forms()
        return document
    raise refused


def _is_locked(error: Any) -> bool:
    return getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()


def _tell_refusal(content: Path, error: Any) -> Trouble:
    if _is_locked(error):
        return Trouble("password-needed", "The document is locked with a password")
    if not _has_end(content):
        return Trouble("file-truncated", "The document ends before its end mark and cannot be opened")
    return Trouble("file-damaged", "The document cannot be opened; its inner tables are damaged")


def _has_end(content: Path) -> bool:
    with content.open("rb") as stream:
        stream.seek(-min(content.stat().st_size, _TAIL), 2)
        return b"%%EOF" in stream.read()


def _metadata(document: Any) -> dict[str, str]:
    found = document.get_metadata_dict(skip_empty=True)
    return {f"pdf:{k}": clean_characters(str(v))[:500] for k, v in found.items()}


def _take_attachments(document: Any, size: int, task: Task) -> MemberShelf:
    import pypdfium2

    shelf = MemberShelf(task.scratch, open_room(size, task.limits, task.budget))
    count = document.count_attachments()
    if count and task.depth >= task.limits.max_depth:
        shelf.troubles.append(
            Trouble("archive-too-deep", "The document lies too deep; its attachments were left", fatal=False)
        )
        return shelf
    for number in range(min(count, _MOST_ATTACHMENTS)):
        try:
            attachment = document.get_attachment(number)
            name, data = attachment.get_name(), bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            shelf.troubles.append(Trouble("file-damaged", f"Attachment {number + 1} cannot be taken out", fatal=False))
            continue
        try:
            shelf.add_bytes(name or f"attachment-{number + 1}", data)
        except OverBudget as error:
            shelf.troubles.append(Trouble(error.code, error.cause, fatal=False))
            break
    return shelf
