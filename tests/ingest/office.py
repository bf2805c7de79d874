"""Office documents, made on the spot: what a library writes, and what no library would."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)


def saved(document: object) -> bytes:
    """The bytes of a document of python-docx, python-pptx, openpyxl or xlwt."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(data: bytes, changes: Mapping[str, bytes | Callable[[bytes], bytes] | None]) -> bytes:
    """A package with some parts replaced, changed, added, or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys((*old.namelist(), *changes)):
            change = changes.get(name, b"")
            if name in changes and change is None:
                continue
            part = old.read(name) if name in old.namelist() else b""
            new.writestr(name, change(part) if callable(change) else change if name in changes else part)
    return out.getvalue()


def odf(kind: str, body: str, *, styles: str = "", meta: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """An OpenDocument package of a kind (``text``, ``spreadsheet``, ``presentation``) around a body."""
    out = io.BytesIO()
    mime = f"application/vnd.oasis.opendocument.{kind}"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), mime)
        package.writestr(
            "content.xml",
            f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        )
        package.writestr(
            "meta.xml", f"<office:document-meta {ODF}><office:meta>{meta}</office:meta></office:document-meta>"
        )
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        for name, data in (parts or {}).items():
            package.writestr(name, data)
    return out.getvalue()


def ole_object(name: str, data: bytes) -> bytes:
    """The stream in which Office wraps a file that was dropped into a document (Ole10Native)."""
    label = name.encode("utf-8") + b"\0"
    path = b"C:\\" + label
    inner = (
        b"\x02\0"
        + label
        + path
        + b"\0\0\x03\0"
        + len(path).to_bytes(4, "little")
        + path
        + len(data).to_bytes(4, "little")
        + data
    )
    return len(inner).to_bytes(4, "little") + inner


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE compound file with streams at its top, each filled up to 4096 bytes so that it needs no small sectors."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    table: list[int] = []
    body = b""
    entries = [_entry("Root Entry", 5, end, 0, child=1)]
    for number, (name, data) in enumerate(streams.items(), 1):
        padded = data + bytes(max(4096 - len(data), -len(data) % sector))
        start, count = len(table), len(padded) // sector
        table += [*range(start + 1, start + count), end]
        body += padded
        right = number + 1 if number < len(streams) else free
        entries.append(_entry(name, 2, start, max(len(data), 4096), right=right))
    entries += [bytes(128)] * (-len(entries) % 4)
    directory = len(table)
    count = len(entries) // 4
    table += [*range(directory + 1, directory + count), end]
    body += b"".join(entries)
    fats = 1
    while (len(table) + fats) > fats * 128:
        fats += 1
    first_fat = len(table)
    table += [0xFFFFFFFD] * fats
    table += [free] * (fats * 128 - len(table))
    body += b"".join(x.to_bytes(4, "little") for x in table)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(10)
    for number in (fats, directory, 0, 4096, end, 0, end, 0):
        head += number.to_bytes(4, "little")
    head += b"".join((first_fat + n if n < fats else free).to_bytes(4, "little") for n in range(109))
    return head + body


def _entry(name: str, kind: int, start: int, size: int, *, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF) -> bytes:
    raw = name.encode("utf-16-le")
    free = (0xFFFFFFFF).to_bytes(4, "little")
    return (
        raw + bytes(64 - len(raw)) + (len(raw) + 2).to_bytes(2, "little") + bytes((kind, 1)) + free + right.to_bytes(4, "little")
        + child.to_bytes(4, "little") + bytes(36) + start.to_bytes(4, "little") + size.to_bytes(8, "little")
    )  # fmt: skip


def _record(kind: int, body: bytes = b"") -> bytes:
    """One record of BIFF12 ([MS-XLSB] 2.1.4): type and length in groups of seven bits."""
    out = b""
    for number in (kind, len(body)):
        groups = [number >> shift & 0x7F for shift in range(0, max(number.bit_length(), 1), 7)]
        out += bytes(g | 0x80 for g in groups[:-1]) + bytes(groups[-1:])
    return out + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def xlsb(sheets: Mapping[str, list[list[str | float]]], hidden: frozenset[str] = frozenset()) -> bytes:
    """A binary workbook with inline strings and numbers."""
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    listed, named = b"", ""
    parts: dict[str, bytes] = {}
    for number, (name, rows) in enumerate(sheets.items(), 1):
        listed += _record(156, struct.pack("<II", int(name in hidden), number) + _wide(f"rId{number}") + _wide(name))
        named += f'<Relationship Id="rId{number}" Type="{rels}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        extent = struct.pack("<4I", 0, max(len(rows) - 1, 0), 0, max(map(len, rows), default=1) - 1)
        cells = b""
        for row, values in enumerate(rows):
            cells += _record(0, struct.pack("<IIHBHBI", row, 0, 300, 0, 0, 0, 0))
            for column, value in enumerate(values):
                head = struct.pack("<II", column, 0)
                if isinstance(value, str):
                    cells += _record(6, head + _wide(value))
                else:
                    cells += _record(5, head + struct.pack("<d", value))
        body = _record(129) + _record(148, extent) + _record(145) + cells + _record(146) + _record(130)
        parts[f"xl/worksheets/sheet{number}.bin"] = body
    parts["xl/workbook.bin"] = _record(131) + _record(143) + listed + _record(144) + _record(132)
    parts["xl/_rels/workbook.bin.rels"] = (
        f'<Relationships xmlns="{package}/relationships">{named}</Relationships>'.encode()
    )
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{rels}/officeDocument" Target="xl/workbook.bin"/></Relationships>'
    ).encode()
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
    ).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
