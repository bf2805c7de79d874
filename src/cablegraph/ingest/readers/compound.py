"""OLE compound files: office documents before 2007, and the wrapping of whatever was dropped into a newer one.

Knows their properties, whether they hold macros or are locked, and how to take a dropped file out of its wrapping. The trap: olefile raises a dozen
built-ins on damaged tables, so every way in is guarded here.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.readers.metadata import from_windows_time
from cablegraph.text import decode

_PROPERTIES = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "keywords": "keywords",
    "description": "comments",
    "template": "template",
    "last-modified-by": "last_saved_by",
    "revision": "revision_number",
    "application": "creating_application",
    "category": "category",
    "manager": "manager",
    "company": "company",
    "language": "language",
}
_TIMES = {"printed": 11, "created": 12, "modified": 13}
_SUMMARY = "\x05SummaryInformation"
_MOST_STREAM = 512 * 2**20


@contextmanager
def open_compound(source: Path | bytes) -> Iterator[Any]:
    """An open compound file, or None where it cannot be opened."""
    import olefile

    try:
        compound = olefile.OleFileIO(io.BytesIO(source) if isinstance(source, bytes) else str(source))
    except Exception:  # noqa: BLE001 - see the trap above
        yield None
        return
    try:
        yield compound
    finally:
        compound.close()


def read_stream(compound: Any, name: str | list[str]) -> bytes:
    """The bytes of a stream; empty where there is none or it is damaged."""
    try:
        if not compound.exists(name) or compound.get_size(name) > _MOST_STREAM:
            return b""
        return bytes(compound.openstream(name).read())
    except Exception:  # noqa: BLE001 - see the trap above
        return b""


def list_streams(compound: Any) -> list[list[str]]:
    """The paths of all streams."""
    try:
        return [[str(part) for part in path] for path in compound.listdir(streams=True, storages=False)]
    except Exception:  # noqa: BLE001 - see the trap above
        return []


def read_properties(compound: Any) -> dict[str, str]:
    """The document's properties under the names of the source ``docprops``."""
    found: dict[str, str] = {}
    try:
        stored = compound.get_metadata()
        page = f"cp{stored.codepage & 0xFFFF}" if stored.codepage else None
        for name, theirs in _PROPERTIES.items():
            value = getattr(stored, theirs, None)
            if value not in {None, b"", 0}:
                found[name] = (
                    decode_declared(value.rstrip(b"\0"), page).text if isinstance(value, bytes) else str(value)
                )
        times = (
            compound.getproperties(_SUMMARY, no_conversion=list(_TIMES.values())) if compound.exists(_SUMMARY) else {}
        )
    except Exception:  # noqa: BLE001 - see the trap above
        return found
    for name, number in _TIMES.items():
        value = times.get(number)
        moment = from_windows_time(value) if isinstance(value, int) else None
        if moment:
            found[name] = moment
    return found


def has_macros(compound: Any) -> bool:
    """Whether the file holds a project of Visual Basic or an old macro sheet's storage."""
    return any(
        part.lower() in {"vba", "macros", "_vba_project_cur", "_vba_project"}
        for path in list_streams(compound)
        for part in path
    )


def is_locked(compound: Any) -> bool:
    """Whether the document needs a password to be read."""
    names = {path[0].lower() for path in list_streams(compound)}
    if "encryptedpackage" in names:
        return True
    word = read_stream(compound, "WordDocument")[:12]
    if len(word) == 12 and struct.unpack_from("<H", word, 10)[0] & 0x0100:
        return True
    user = read_stream(compound, "Current User")[:16]
    return len(user) == 16 and struct.unpack_from("<I", user, 12)[0] == 0xF3D1C4DF


def unwrap_object(data: bytes, name: str) -> tuple[str, bytes]:
    """What was dropped into a document, out of its wrapping, with its own name where it has one; the wrapping itself where it holds nothing else."""
    with open_compound(data) as compound:
        if compound is None:
            return name, data
        native = read_stream(compound, "\x01Ole10Native")
        if native:
            return _parse_native(native) or (name, data)
        for stream, ending in (("Package", ""), ("CONTENTS", ".pdf"), ("Contents", "")):
            inner = read_stream(compound, stream)
            if inner and (stream != "CONTENTS" or inner.startswith(b"%PDF")):
                return name.rpartition(".")[0] + ending if ending else name, inner
    return name, data


def _parse_native(native: bytes) -> tuple[str, bytes] | None:
    """The name and bytes of a packed file: total size, flags, label, path, two more fields, path again, size, bytes."""
    try:
        label_end = native.index(b"\0", 6)
        path_end = native.index(b"\0", label_end + 1)
        at = path_end + 1 + 4
        (length,) = struct.unpack_from("<I", native, at)
        at += 4 + length
        (size,) = struct.unpack_from("<I", native, at)
    except (ValueError, struct.error):
        return None
    data = native[at + 4 : at + 4 + size]
    label = decode(native[6:label_end]).text.replace("\\", "/").rpartition("/")[2]
    return (label or "embedded", data) if data else None


def unwrap_old_object(data: bytes, name: str) -> tuple[str, bytes]:
    """What was dropped into an RTF file (OLE 1.0: version, form, three counted strings, counted bytes), out of its wrapping."""
    try:
        at, strings = 8, []
        for _ in range(3):
            (length,) = struct.unpack_from("<I", data, at)
            strings.append(data[at + 4 : at + 4 + length].rstrip(b"\0"))
            at += 4 + length
        (length,) = struct.unpack_from("<I", data, at)
    except struct.error:
        return name, data
    native = data[at + 4 : at + 4 + length]
    if strings[0].lower() == b"package":
        return _parse_native(bytes(4) + native) or (name, native)
    return unwrap_object(native, name) if native else (name, data)
