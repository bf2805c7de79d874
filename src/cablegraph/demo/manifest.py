"""What the trove is made of: the manifest, read into records.

Knows the fields of ``sources/manifest.yml`` and their defaults; leaves the making to ``trove``. The trap: members of an
archive and attachments are items too, nested as deep as the manifest nests them.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

import yaml

SOURCES = files("cablegraph.demo") / "sources"
FORMS = frozenset(
    {
        "text",
        "pdf",
        "scan-pdf",
        "scan-png",
        "scan-tiff",
        "scan-jpeg",
        "docx",
        "html",
        "mail",
        "zip",
        "copy",
        "cut-pdf",
        "locked-pdf",
    }
)
_HOUR = 9


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the trove.

    Attributes:
        path: Where it lies, below the trove; for a member of an archive its name there.
        form: One of ``FORMS``.
        source: Readable source below ``sources/``; for a copy the path of the file copied; empty for a zip.
        purpose: Why the trove has it.
        language: ``en``, ``fa`` or ``ar``.
        written: Time stamp put into the file.
        encoding: Of a text file.
        title: Of a web page, a .docx, or the subject of a mail.
        quoted: Source whose text a mail forwards below its own.
        sender: Of a mail.
        recipient: Of a mail.
        seed: Of the scanner's noise.
        skew: Of the scan, in degrees.
        noise: Of the scan, in grey levels.
        members: Files inside.
    """

    path: str
    form: str
    source: str
    purpose: str
    language: str
    written: datetime
    encoding: str
    title: str
    quoted: str
    sender: str
    recipient: str
    seed: int
    skew: float
    noise: float
    members: tuple["Item", ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of the trove and of the public record."""

    trove: tuple[Item, ...]
    record: tuple[Item, ...]


def load_manifest() -> Manifest:
    """Read ``sources/manifest.yml``; an unknown form raises ``ValueError``."""
    raw = yaml.safe_load(read_source("manifest.yml"))
    return Manifest(trove=_items(raw["trove"]), record=_items(raw["record"]))


def load_truth() -> dict[str, Any]:
    """Read ``sources/truth.yml``: what a reader of the whole trove should have found."""
    truth: dict[str, Any] = yaml.safe_load(read_source("truth.yml"))
    return truth


def read_source(name: str) -> str:
    """The text of one readable source."""
    return SOURCES.joinpath(*name.split("/")).read_text(encoding="utf-8")


def _items(raw: list[dict[str, Any]]) -> tuple[Item, ...]:
    return tuple(_item(fields) for fields in raw)


def _item(fields: dict[str, Any]) -> Item:
    if fields["form"] not in FORMS:
        raise ValueError(f"{fields['path']}: the manifest knows no form {fields['form']!r}")
    day: date = fields.get("written", date(2016, 10, 31))
    return Item(
        path=fields["path"],
        form=fields["form"],
        source=fields.get("source", ""),
        purpose=fields.get("purpose", ""),
        language=fields.get("language", "en"),
        written=datetime(day.year, day.month, day.day, _HOUR, tzinfo=UTC),
        encoding=fields.get("encoding", "utf-8"),
        title=fields.get("title", ""),
        quoted=fields.get("quoted", ""),
        sender=fields.get("sender", ""),
        recipient=fields.get("recipient", ""),
        seed=fields.get("seed", 0),
        skew=fields.get("skew", 0.7),
        noise=fields.get("noise", 9.0),
        members=_items(fields.get("members", [])),
    )
