"""Small sound files of many kinds to be harmed: the invented trove of the demo, and what the libraries at hand can make."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

from PIL import Image, ImageDraw

from cablegraph.demo.trove import build_trove

_WORDS = "گزارش سفیر. كتب القائد. The governor wrote to the ministry on 4 March 2013."
_LARGEST = 400_000


def make_seeds(folder: Path) -> dict[str, bytes]:
    """Bytes by the name of a file; the trove is built in ``folder``."""
    built = build_trove(folder)
    found = {p.name: p.read_bytes() for p in sorted(built.trove.rglob("*")) if p.is_file()}
    return {name: data for name, data in found.items() if len(data) <= _LARGEST} | _made()


def _made() -> dict[str, bytes]:
    words = _WORDS.encode()
    page = f"<html><head><title>x</title></head><body><p>{_WORDS}</p><table><tr><td>1</td></tr></table></body></html>"
    head = "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?B?2YbYp9mF2Yc=?=\r\nMIME-Version: 1.0\r\n"
    mail = f"{head}Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\n{_WORDS}\r\n--B\r\nContent-Type: text/html\r\n\r\n{page}\r\n--B--\r\n"
    part = f"--B\r\nContent-Type: text/html\r\n\r\n{page}\r\n--B--\r\n"
    units = "".join(f"\\u{ord(c)}?" for c in _WORDS)
    return {
        "a.csv": f"a;b\n{_WORDS};2\n{_WORDS};3\n".encode(),
        "a.json": f'{{"a": ["{_WORDS}", 1.5, null], "b": {{"c": true}}}}'.encode(),
        "a.xml": f"<?xml version='1.0'?><a><b c='d'>{_WORDS}</b></a>".encode(),
        "a.rtf": f"{{\\rtf1\\ansi\\ansicpg1256{{\\fonttbl{{\\f0\\fcharset178 A;}}}} {units}\\par\\'d3\\'dd}}".encode(),
        "a.eml": mail.encode(),
        "a.mbox": f"From a@example.org Mon Jan  1 00:00:00 2001\r\n{mail}\r\nFrom b@example.org Mon Jan  1 00:00:00 2001\r\n{mail}".encode(),
        "a.mhtml": f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n{part}".encode(),
        "a.ics": f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:{_WORDS}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode(),
        "a.vcf": f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{_WORDS}\r\nEND:VCARD\r\n".encode(),
        "a.odt": _zipped({
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><text:p>{_WORDS}</text:p></office:text></office:body></office:document-content>".encode(),  # noqa: E501
            "META-INF/manifest.xml": b"<manifest/>",
        }),
        "a.epub": _zipped({
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": b'<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
            "b.opf": b'<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
            "a.xhtml": page.encode(),
        }),
        "a.zip": _zipped({"a.txt": words, "b/c.html": page.encode()}),
        "a.tar": _tarred("w", words),
        "a.tar.gz": _tarred("w:gz", words),
        "a.gz": gzip.compress(words),
        "a.bz2": bz2.compress(words),
        "a.xz": lzma.compress(words),
    } | {f"a.{form.lower()}": _picture(form) for form in ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF", "JPEG2000")}  # fmt: skip


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def _tarred(mode: str, words: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name in ("a.txt", "b/c.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(words)
            archive.addfile(info, io.BytesIO(words))
    return out.getvalue()


def _picture(form: str) -> bytes:
    image = Image.new("RGB", (240, 60), "white")
    ImageDraw.Draw(image).text((10, 20), "governor wrote", fill="black")
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()
