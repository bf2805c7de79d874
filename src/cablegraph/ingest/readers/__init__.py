"""The readers, each for one family of files, listed here and nowhere else.

They know formats; what a text says is left to ``extract``. Libraries that are slow to import are imported where they are used.
"""

from cablegraph.ingest.readers.archive import ArchiveReader
from cablegraph.ingest.readers.card import CardReader
from cablegraph.ingest.readers.docx import DocxReader
from cablegraph.ingest.readers.email import EmailReader
from cablegraph.ingest.readers.epub import EpubReader
from cablegraph.ingest.readers.html import HtmlReader
from cablegraph.ingest.readers.image import ImageReader
from cablegraph.ingest.readers.json import JsonReader
from cablegraph.ingest.readers.legacy import LegacyReader
from cablegraph.ingest.readers.locked import LockedReader
from cablegraph.ingest.readers.mailbox import MailboxReader
from cablegraph.ingest.readers.mhtml import MhtmlReader
from cablegraph.ingest.readers.odf import OdfReader
from cablegraph.ingest.readers.pdf import PdfReader
from cablegraph.ingest.readers.pptx import PptxReader
from cablegraph.ingest.readers.rtf import RtfReader
from cablegraph.ingest.readers.sheet import SheetReader
from cablegraph.ingest.readers.table import TableReader
from cablegraph.ingest.readers.text import TextReader
from cablegraph.ingest.readers.xml import XmlReader
from cablegraph.ingest.task import Reader

__all__ = ["READERS", "reader_for", "reader_versions"]

READERS: tuple[Reader, ...] = (
    TextReader(),
    PdfReader(),
    ImageReader(),
    EmailReader(),
    MailboxReader(),
    CardReader(),
    DocxReader(),
    SheetReader(),
    PptxReader(),
    OdfReader(),
    LegacyReader(),
    LockedReader(),
    RtfReader(),
    EpubReader(),
    HtmlReader(),
    MhtmlReader(),
    TableReader(),
    JsonReader(),
    XmlReader(),
    ArchiveReader(),
)


def reader_for(kind: str) -> Reader | None:
    """The reader of a family of files, or None."""
    return next((r for r in READERS if kind in r.kinds), None)


def reader_versions() -> str:
    """All readers with their versions in one line, for a step to tell whether its result is of today."""
    return " ".join(f"{r.name}/{r.version}" for r in READERS)
