"""What a reader makes of one file, before the case knows of it.

A ``Reading`` has pages of text, or members (of an archive, attachments of a mail), or trouble, or several of these.
The case gives it its place: id, dataset, page breaks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cablegraph.model.document import OtherText, Region, WordBox
from cablegraph.model.problem import Trouble


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page with its word boxes, its regions, and the texts that were not taken; spans count code points of this page's text."""

    text: str
    language: str = "und"
    source: str = "text"
    reader: str = ""
    width: float = 0.0
    height: float = 0.0
    confidence: float | None = None
    boxes: tuple[WordBox, ...] = ()
    regions: tuple[Region, ...] = ()
    others: tuple[OtherText, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file: its name as stored (slashes part folders), and where its bytes were laid for the case to take."""

    name: str
    content: Path


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one file.

    ``kind`` is the family (text, pdf, image, email, docx, sheet, slides, html, archive ...), ``reader`` is name and version. Keys of ``metadata`` begin with
    their source and a colon (``docprops:creator``); ``page:3`` says what page 3 is where its number does not, ``signal:has-macros`` what to look at.
    """

    kind: str
    mime: str
    reader: str
    pages: tuple[PageText, ...] = ()
    title: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    members: tuple[Member, ...] = ()
    troubles: tuple[Trouble, ...] = ()
