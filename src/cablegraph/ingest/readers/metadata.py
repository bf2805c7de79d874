"""What a file says of itself, under keys that name the source: ``docprops:creator``, ``exif:DateTimeOriginal``.

Knows the sources and signals (``data/metadata.yml``) and how dates are written in office files, pictures and web pages. Values stay as found; a date gets
an ISO twin under ``KEY:iso``. The trap: none of it is the document's own date, and most of it can be set by anybody.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.ingest.plain import clean_characters

MOST_VALUE = 1000
"""The most code points of one value; longer ones are cut."""

_DATE_WORDS = re.compile(r"(?:date|created|modified|printed|time|taken|published)", re.IGNORECASE)
_EXIF = re.compile(r"(\d{4}):(\d\d):(\d\d)[ T](\d\d:\d\d(?::\d\d)?)([+-]\d\d:\d\d|Z)?")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?)?)?")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)")


@cache
def metadata_table() -> dict[str, dict[str, str]]:
    """The ``sources`` and ``signals`` with what each means."""
    text = (files("cablegraph.ingest") / "data" / "metadata.yml").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = yaml.safe_load(text)
    return table


def describe(source: str, values: Mapping[str, Any]) -> dict[str, str]:
    """Entries of metadata from one source; empty values are left out, dates get their ISO twin.

    Raises:
        KeyError: The source is not declared.
    """
    if source not in metadata_table()["sources"]:
        raise KeyError(source)
    found: dict[str, str] = {}
    for name, value in values.items():
        text = " ".join(clean_characters(str(value)).split())[:MOST_VALUE] if value is not None else ""
        if not text:
            continue
        key = f"{source}:{' '.join(clean_characters(name).split())[:100]}"
        found[key] = text
        iso = find_iso(text) if _DATE_WORDS.search(name) else None
        if iso and iso != text:
            found[f"{key}:iso"] = iso
    return found


def find_iso(value: str) -> str | None:
    """A date in ISO 8601 to the precision given, with its offset where it has one; None where the value is no date.

    Knows ISO itself, Exif (``2014:10:07 09:12:00``), eight digits and dates of mail (RFC 5322).
    """
    exif = _EXIF.fullmatch(value)
    if exif:
        return _checked(f"{exif[1]}-{exif[2]}-{exif[3]}T{exif[4]}{exif[5] or ''}")
    basic = _BASIC.fullmatch(value)
    if basic:
        return _checked("-".join(basic.groups()))
    iso = _ISO.fullmatch(value)
    if iso:
        day = "-".join(x for x in iso.groups()[:3] if x)
        return _checked(day + (f"T{iso[4]}{iso[5] or ''}" if iso[4] else ""))
    try:
        return parsedate_to_datetime(value).isoformat() if "," in value or ":" in value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _checked(iso: str) -> str | None:
    """The date if the calendar has it; a bare year or month stands as it is, years 0 and 1601 mean that nothing was set."""
    full = iso + "-01-01"[: 10 - len(iso)] if len(iso) == 4 else iso + "-01" if len(iso) == 7 else iso
    try:
        year = datetime.fromisoformat(full).year
    except ValueError:
        return None
    return iso if year > 1601 else None


def from_windows_time(value: int) -> str | None:
    """ISO date and time of a FILETIME (100 ns since 1601, UTC); None where nothing was set."""
    seconds = value / 1e7 - 11_644_473_600
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year > 1601 else None
