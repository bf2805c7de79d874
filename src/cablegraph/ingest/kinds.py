"""What kind of file some bytes are.

Knows the marks of each kind and which endings of names promise it. The content decides; the name is only compared with it, so that a mismatch can be
shown. Reading is left to ``readers``. The trap: a cable begins with From, To and Subject like a mail, and an office file is a zip like any other.
"""

import re
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from cablegraph.text import decode

HEAD_BYTES = 65536
"""How much of a file is looked at to tell its kind."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_PACKAGES = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", "spreadsheet (xlsx)"),
    ("ppt/presentation.xml", "slides (pptx)"),
)
_HTML_START = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(rb"<(?:html|head|body|title|div|table|p|br|span|meta)\b[^>]*>", re.IGNORECASE)
_FIELD = re.compile(rb"(?m)^([A-Za-z][A-Za-z0-9-]{1,60}):")
_CONTROL = re.compile("[\x00-\x06\x0e-\x19\x1c-\x1f\ufffd]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A family of files and the media type; ``kind`` is empty where no reader knows it, and ``mime`` then says what it seems to be."""

    kind: str
    mime: str


@cache
def kind_table() -> dict[str, Any]:
    """What ``data/kinds.yml`` says."""
    table: dict[str, Any] = yaml.safe_load((files(__package__) / "data" / "kinds.yml").read_text(encoding="utf-8"))
    return table


def find_kind(content: Path, name: str) -> Kind:
    """Tell the kind of a file by its content.

    Args:
        content: The bytes.
        name: The file's name; it settles only whether a bare header block or a page of tags was meant as mail or HTML.

    Raises:
        OSError: The file cannot be read.
    """
    with content.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    mime = _find_mime(head, content, _ending(name))
    known = kind_table()["types"].get(mime)
    return Kind(known["kind"] if known else "", mime)


def _find_mime(head: bytes, content: Path, ending: str) -> str:
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    for mark, mime in _MAGIC:
        if head.startswith(mark):
            return mime
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0" and len(head) > 26:
        return "image/bmp"
    if head[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return _find_package(content)
    if _is_mail(head, ending):
        return "message/rfc822"
    if _HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")) or (
        ending in {"html", "htm", "xhtml"} and len(_HTML_TAG.findall(head)) > 1
    ):
        return "text/html"
    return "text/plain" if _is_text(head) else _guess(head)


def _find_package(content: Path) -> str:
    try:
        with zipfile.ZipFile(content) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                return archive.read("mimetype").decode("ascii", "replace")
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return "application/zip"
    if "[Content_Types].xml" in names:
        return next((mime for part, mime in _PACKAGES if part in names), "application/zip")
    return "application/zip"


def _is_mail(head: bytes, ending: str) -> bool:
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not re.match(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)", block):
        return False
    fields = {x.lower().decode("ascii") for x in _FIELD.findall(block)}
    if ending == "eml":
        return bool(fields & {"from", "to", "subject", "date"})
    return len(fields & set(kind_table()["mail_fields"])) > 0 and bool(fields & {"from", "to", "subject", "date"})


def _is_text(head: bytes) -> bool:
    if len(head) == HEAD_BYTES:
        head = head[: max(head.rfind(b"\n") + 1, head.rfind(b" ") + 1, HEAD_BYTES - 3)]
    text = decode(head).text
    return bool(text.strip()) and len(_CONTROL.findall(text)) <= len(text) * 0.02


def _guess(head: bytes) -> str:
    import puremagic

    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return "unknown"
    return next((x.mime_type or x.name for x in found if x.mime_type or x.name), "unknown")


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition("/")[2].rpartition(".")
    return ending.lower() if dot and stem and len(ending) < 8 else ""


def _foreign() -> list[str]:
    endings: list[str] = kind_table()["foreign"]
    return endings


def is_mismatch(kind: Kind, name: str) -> bool:
    """Whether the ending of the name promises another kind than the content is; endings nobody knows promise nothing."""
    ending = _ending(name)
    promised = next((mime for mime, x in kind_table()["types"].items() if ending in x["endings"]), None)
    if promised is None:
        return kind.kind != "" and ending in _foreign()
    if kind.kind in {"image", ""}:
        return bool(promised != kind.mime)
    return bool(kind_table()["types"][promised]["kind"] != kind.kind)
