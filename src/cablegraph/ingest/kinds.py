"""What kind of file some bytes are.

Knows the marks of each kind and which endings of names promise it. The content decides; the name is only compared with it, so that a mismatch can be
shown. Reading is left to ``readers``; what lies in a package is told by ``kind_packages``, text from text by ``kind_texts``,
containers and mail stores by ``kind_containers``.
"""

import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from cablegraph.ingest.kind_containers import find_container
from cablegraph.ingest.kind_packages import find_compound, find_package
from cablegraph.ingest.kind_texts import find_text_mime
from cablegraph.ingest.split import PART, parse_part

HEAD_BYTES = 65536
"""How much of a file is looked at to tell its kind."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"\xff\x4f\xff\x51", "image/jp2"),
    (b"\xffWPC", "application/vnd.wordperfect"),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOSE = frozenset({"text", "table", "json", "xml"})
_STRICT = frozenset({"archive", "image", "sheet", "opendocument", "legacy"})
_OFFICE = frozenset({"docx", "sheet", "slides", "legacy"})


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
        name: The file's name; it settles only what the content leaves open, such as whether lines with commas are a table.

    Raises:
        OSError: The file cannot be read.
    """
    with content.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    mime = _find_mime(head, content, _ending(name))
    if mime not in kind_table()["types"] and parse_part(name):
        mime = PART
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
    if head[4:8] == b"ftyp" and (brand := _find_brand(head)):
        return brand
    if head[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return find_package(content)
    if head.startswith(_COMPOUND):
        return find_compound(content)
    if container := find_container(head, kind_table()["mail_fields"]):
        return container
    found = find_text_mime(head, ending, kind_table()["mail_fields"], whole=len(head) < HEAD_BYTES)
    if found is None and zipfile.is_zipfile(content):
        return "application/zip"  # behind other bytes, such as a program that unpacks itself
    return found or _guess(head)


def _find_brand(head: bytes) -> str | None:
    """HEIC or AVIF by the brands that a file of boxes names; films have the same shape."""
    size = min(int.from_bytes(head[:4], "big"), 256)
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, size, 4))}
    if brands & {b"avif", b"avis"}:
        return "image/avif"
    return "image/heic" if brands & {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"} else None


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
    """Whether the ending of the name promises another kind than the content is; endings nobody knows promise nothing.

    Tables, JSON, XML and plain text stand in for each other, since people name them loosely; a locked office document keeps its name, and so does one
    that is a single XML file. All others are compared by family, and families of many formats by media type.
    """
    ending = _ending(name)
    types = kind_table()["types"]
    promised = next((mime for mime, x in types.items() if ending in x["endings"]), None)
    if promised is None:
        return kind.kind != "" and ending in _foreign()
    family = types[promised]["kind"]
    if family in _LOOSE and (kind.kind in _LOOSE or (ending == "xml" and kind.mime.endswith("-xml"))):
        return False
    if kind.kind == "locked":
        return family not in _OFFICE
    return bool(promised != kind.mime) if kind.kind in _STRICT or not kind.kind else bool(family != kind.kind)
