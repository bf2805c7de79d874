"""Office files of former times: Word, PowerPoint and WordPerfect before 2007, OpenOffice 1, Office 2003 XML.

Knows which format of today each is turned into and what the old file says of itself; turning is left to LibreOffice (``tools.libreoffice``), reading the result
to the reader of its kind. The trap: the turned file is a copy that nobody gave us, so it is never a member and its own properties are not shown.
"""

import tempfile
import time
from dataclasses import replace
from pathlib import Path

from cablegraph.ingest.readers.compound import has_macros, is_locked, open_compound, read_properties
from cablegraph.ingest.readers.docx import DocxReader
from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.pptx import PptxReader
from cablegraph.ingest.readers.sheet import SheetReader
from cablegraph.ingest.readers.unlock import locked_trouble, unlock
from cablegraph.ingest.task import Reader, Task
from cablegraph.ingest.tools.libreoffice import (
    ConversionFailed,
    ConversionTimeout,
    convert,
    find_libreoffice,
    libreoffice_version,
)
from cablegraph.model import Reading, Trouble

_DOCX, _XLSX, _PPTX = ("docx", DocxReader()), ("xlsx", SheetReader()), ("pptx", PptxReader())
_TURNED: dict[str, tuple[str, tuple[str, Reader]]] = {
    "application/msword": ("doc", _DOCX),
    "application/vnd.ms-powerpoint": ("ppt", _PPTX),
    "application/vnd.wordperfect": ("wpd", _DOCX),
    "application/vnd.sun.xml.writer": ("sxw", _DOCX),
    "application/vnd.sun.xml.calc": ("sxc", _XLSX),
    "application/vnd.sun.xml.impress": ("sxi", _PPTX),
    "application/vnd.ms-word2003-xml": ("xml", _DOCX),
    "application/vnd.ms-excel2003-xml": ("xml", _XLSX),
}
_MOST_SECONDS = 180.0
_OWN = ("docprops:", "signal:has-macros")


class LegacyReader:
    """Reads old office files by way of LibreOffice."""

    name = "legacy"
    version = "1"
    kinds = frozenset({"legacy"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read an old office file; without LibreOffice that is the problem ``tool-missing``."""
        draft = Draft(task, "legacy", mime, f"{self.name} {self.version}", content.stat().st_size)
        with tempfile.TemporaryDirectory(prefix="legacy-", dir=task.scratch, ignore_cleanup_errors=True) as folder:
            room = Path(folder)
            with open_compound(content) as compound:
                locked = compound is not None and is_locked(compound)
                if compound is not None:
                    draft.describe("docprops", read_properties(compound))
                    draft.signal("has-macros", "Visual Basic" if has_macros(compound) else "")
            if locked:
                opened = room / "opened"
                if not unlock(content, task.passwords, opened):
                    draft.troubles.append(locked_trouble("document", task.passwords))
                    return draft.finish()
                content = opened
            try:
                return _read_turned(content, draft, room)
            except ConversionTimeout as error:
                draft.troubles.append(Trouble("reader-timeout", str(error)))
            except ConversionFailed as error:
                code = "file-damaged" if find_libreoffice() else "tool-missing"
                draft.troubles.append(Trouble(code, str(error)))
        return draft.finish()


def _read_turned(content: Path, draft: Draft, room: Path) -> Reading:
    """Turn the file and read what comes out.

    Raises:
        ConversionFailed: LibreOffice is missing or makes nothing of the file.
        ConversionTimeout: It takes too long.
    """
    ending, (target, reader) = _TURNED[draft.mime]
    seconds = max(min(draft.task.deadline - time.monotonic(), _MOST_SECONDS), 1.0)
    made = convert(content, ending, target, room=room, seconds=seconds)
    reading = reader.read(made, draft.mime, draft.task)
    turned = {k: v for k, v in reading.metadata.items() if not k.startswith(_OWN)}
    named = f"{draft.reader} (LibreOffice {libreoffice_version()}, {reading.reader})"
    return replace(reading, kind="legacy", reader=named, metadata=draft.metadata | turned)
