"""Office documents of today that are locked as a whole: the package lies encrypted in an OLE file.

Knows how to hand the opened package to the reader of its kind. The trap: the opened copy was never in the trove, so it is removed again at once.
"""

import tempfile
from dataclasses import replace
from pathlib import Path

from cablegraph.ingest.kind_packages import DOCX, PPTX, XLSB, XLSX, find_package
from cablegraph.ingest.readers.docx import DocxReader
from cablegraph.ingest.readers.pptx import PptxReader
from cablegraph.ingest.readers.sheet import SheetReader
from cablegraph.ingest.readers.unlock import locked_trouble, unlock
from cablegraph.ingest.task import Reader, Task
from cablegraph.model import Reading

_READERS: dict[str, Reader] = {DOCX: DocxReader(), PPTX: PptxReader(), XLSX: SheetReader(), XLSB: SheetReader()}


class LockedReader:
    """Reads locked Office Open XML."""

    name = "locked"
    version = "1"
    kinds = frozenset({"locked"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Open the document with a password of the task and read it; without one that is the problem ``password-needed``."""
        named = f"{self.name} {self.version}"
        with tempfile.TemporaryDirectory(prefix="unlocked-", dir=task.scratch) as room:
            opened = Path(room) / "document"
            if unlock(content, task.passwords, opened):
                inner = find_package(opened)
                reader = _READERS.get(inner)
                if reader is not None:
                    reading = reader.read(opened, inner, task)
                    return replace(reading, reader=f"{named} ({reading.reader})")
        return Reading("locked", mime, named, troubles=(locked_trouble("document", task.passwords),))
