"""Files that want to get out, to be taken for something else, or to wear a reader down: names, links, disguises, mail, nesting, damage."""

import io
import random
import tarfile
import zipfile

from ingest import making, packing
from ingest.samples import samples

CLIMBERS = (
    "../../out.txt",
    "/etc/cron.d/out",
    "..\\..\\out.txt",
    "C:\\Windows\\out.txt",
    "a/../../../out.txt",
    "//server/share/out.txt",
    "./.././out.txt",
)
DEVICES = ("CON", "NUL.txt", "aux", "/dev/null", "/dev/sda", "/proc/self/mem")
NAMES = (
    "\u202etxt.exe",
    "a\nb.txt",
    "\x1b]0;owned\x07.txt",
    "\x1b[2J.txt",
    "a\x00b.txt",
    " ",
    ".",
    "..",
    "-rf",
    "$(touch out)",
    "`touch out`",
    "<img src=x>",
    "=1+1.txt",
    "n" * 5000,
)


def climbers() -> dict[str, bytes]:
    """Archives whose members want to lie elsewhere, or have names that harm whoever shows them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in (*CLIMBERS, *DEVICES, *(n for n in NAMES if "\0" not in n)):
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, f"words of {len(name)}")
    return {
        "climbers.zip": out.getvalue(),
        "climbers.tar": packing.tarred(
            {n.replace("\0", ""): n.encode() for n in (*CLIMBERS, *DEVICES, *NAMES[:4]) if len(n) < 200}
        ),
    }


def links() -> dict[str, bytes]:
    """Links of both sorts and devices in a tar, with members that would be written through them."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for info in (
            packing.tar_info("folder", tarfile.SYMTYPE, "/tmp"),
            packing.tar_info("secret", tarfile.SYMTYPE, "/etc/passwd"),
            packing.tar_info("hard", tarfile.LNKTYPE, "/etc/passwd"),
            packing.tar_info("climb", tarfile.LNKTYPE, "../../../case.db"),
            packing.tar_info("block", tarfile.BLKTYPE),
            packing.tar_info("pipe", tarfile.FIFOTYPE),
        ):
            archive.addfile(info)
        through = tarfile.TarInfo("folder/out.txt")
        through.size = 5
        archive.addfile(through, io.BytesIO(b"words"))
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return {"links.tar": out.getvalue(), "links.zip": zipped.getvalue()}


def disguises() -> dict[str, bytes]:
    """Files that are two things at once."""
    document, packed = making.pdf("A page of words"), making.zipped({"a.txt": b"words"})
    html = b"<html><script>alert(1)</script><body>words</body></html>"
    return {
        "both.pdf": document + packed,
        "both.zip": document + packed,
        "picture.gif": b"GIF89a"
        + (b"\x01\x00\x01\x00\x80\x00\x00" + bytes(6))
        + b"!\xfe"
        + bytes([min(255, len(html))])
        + html
        + b"\x00;",
        "page.html": b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n" + html,
        "program.txt": b"\x7fELF\x02\x01\x01" + bytes(200),
        "script.jpg": b"#!/bin/sh\ntouch out\n",
        "shortcut.desktop": b"[Desktop Entry]\nType=Application\nExec=touch out\n",
        "hidden.docx": making.zipped(
            {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>", "../../out.txt": b"words"}
        ),
    }


def mails() -> dict[str, bytes]:
    """Malformed and endless mail."""
    head = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: words\r\nMIME-Version: 1.0\r\n"
    multipart = head + b"Content-Type: multipart/mixed; boundary=B\r\n\r\n"
    nested = b"words"
    for level in range(120):
        edge = b"b%d" % level
        nested = b"Content-Type: multipart/mixed; boundary=%s\r\n\r\n--%s\r\n%s\r\n--%s--\r\n" % (
            edge,
            edge,
            nested,
            edge,
        )
    inside = head + b"\r\nthe innermost words\r\n"
    for _ in range(30):
        inside = head + b"Content-Type: message/rfc822\r\n\r\n" + inside
    return {
        "headers.eml": head + b"".join(b"X-%d: %s\r\n" % (n, b"v" * 50) for n in range(10_000)) + b"\r\nwords",
        "parts.eml": multipart + b"--B\r\n\r\nx\r\n" * 1_000_000 + b"--B--\r\n",
        "base64.eml": head + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"QUJD" * 100_000,
        "charset.eml": head + b'Content-Type: text/plain; charset="../../etc/passwd"\r\n\r\nwords',
        "codec.eml": head + b"Content-Type: text/plain; charset=zlib_codec\r\n\r\nwords",
        "nested-parts.eml": head + nested,
        "nested-mail.eml": inside,
        "long-header.eml": b"Subject: " + b"=?utf-8?B?" + b"QUJD" * 50_000 + b"?=\r\n" + head + b"\r\nwords",
        "attached.eml": multipart + b'--B\r\nContent-Disposition: attachment; filename="../../../out.txt"\r\n\r\nwords\r\n--B--\r\n',
        "no-end.eml": multipart + b"--B\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDB",
        "endless.mbox": b"From a@example.org Mon Jan  1 00:00:00 2001\n" * 20_000,
    }  # fmt: skip


def nesting() -> dict[str, bytes]:
    """Brackets and tags that no stack survives."""
    return {
        "deep.json": b"[" * 200_000 + b"]" * 200_000,
        "deep-objects.json": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        "deep.html": b"<html><body>" + b"<div>" * 200_000 + b"words",
        "deep.xml": b"<?xml version='1.0'?>" + b"<a>" * 200_000 + b"</a>" * 200_000,
        "deep.rtf": b"{\\rtf1 " + b"{" * 200_000 + b"words" + b"}" * 200_000,
        "long-line.csv": b"a," * 60_000,
        "number.json": b"[" + b"9" * 500_000 + b"]",
        "tables.html": b"<table><tr><td>" * 20_000,
    }


def damaged() -> dict[str, bytes]:
    """Every kind cut in the middle, and with flipped bits."""
    chance = random.Random(20261122)
    found = {}
    for name, data in samples().items():
        stem, _, ending = name.rpartition(".")
        found[f"{stem}-cut.{ending}"] = data[: len(data) // 2]
        flipped = bytearray(data)
        for _ in range(30):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        found[f"{stem}-flipped.{ending}"] = bytes(flipped)
    return found
