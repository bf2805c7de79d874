"""Which container or mail store some bytes are: archives, packed files, mailboxes, sealed mail, calendars and address cards.

Knows the marks of each. The traps: a tar archive has no mark of its own before POSIX, only a checksum; a mailbox begins like a single message that a mail
program has saved; and what is packed by LZMA alone begins with bytes that anything may begin with, so its whole header has to make sense.
"""

import re
import tarfile
from collections.abc import Collection

_MARKS = (
    (0, b"\x1f\x8b\x08", "application/gzip"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (0, b"\x04\x22\x4d\x18", "application/x-lz4"),
    (0, b"\x1f\x9d", "application/x-compress"),
    (0, b"LZIP", "application/x-lzip"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"MSCF\x00\x00\x00\x00", "application/vnd.ms-cab-compressed"),
    (0, b"!<arch>\n", "application/x-archive"),
    (0, b"xar!", "application/x-xar"),
    (0, b"PK\x07\x08PK\x03\x04", "application/x-archive-part"),
    (32769, b"CD001", "application/x-iso9660-image"),
    (0, b"!BDN", "application/vnd.ms-outlook-pst"),
    (0, b"\x78\x9f\x3e\x22", "application/vnd.ms-tnef"),
)
_SHAPES = (
    (re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), "application/x-bzip2"),
    (re.compile(rb"\x5d\x00\x00.{2}(?:\xff{8}|.{5}\x00{3})", re.DOTALL), "application/x-xz"),
    (re.compile(rb"0707(?:0[127])[0-9A-Fa-f]{12}"), "application/x-cpio"),
    (re.compile(rb".{2}-l[hz][0-9ds]-.{13}[\x00-\x02]", re.DOTALL), "application/x-lha"),
    (
        re.compile(rb"\x30[\x80-\x84].{0,4}?\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07", re.DOTALL),
        "application/pkcs7-mime",
    ),
    (re.compile(rb"\s*-----BEGIN PGP MESSAGE-----"), "application/pgp-encrypted"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR\s", re.IGNORECASE), "text/calendar"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCARD\s", re.IGNORECASE), "text/vcard"),
)
_POSTMARK = re.compile(rb"From [^\r\n]{0,200}\d\d:\d\d[^\r\n]{0,60}\r?\n(?=[A-Za-z][A-Za-z0-9-]{1,60}:)")
_LENGTH = re.compile(rb"\s{0,9}\d{1,10}\s{0,9}\n(?=[A-Za-z][A-Za-z0-9-]{1,60}:)")
_FIELD = re.compile(rb"(?m)^([A-Za-z][A-Za-z0-9-]{1,60}):")


def find_container(head: bytes, mail_fields: Collection[str]) -> str | None:
    """The media type of a container or of mail in a form of its own; None for anything else, a plain message among it.

    Args:
        head: The first bytes of the file, 33 kB of it for a disk image.
        mail_fields: Header fields that only a mail program writes.
    """
    for start, first, mime in _MARKS:
        if head.startswith(first, start):
            return mime
    for shape, mime in _SHAPES:
        if shape.match(head):
            return mime
    if is_tar(head[:512]):
        return "application/x-tar"
    if (mark := _POSTMARK.match(head)) and _is_header(head[mark.end() :], mail_fields):
        return "application/mbox"
    if (mark := _LENGTH.match(head)) and _is_header(head[mark.end() :], mail_fields):
        return "message/x-emlx"
    return None


def is_tar(block: bytes) -> bool:
    """Whether the first 512 bytes of something are the header of a tar member, by its checksum."""
    try:
        return bool(tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape").name)
    except (tarfile.HeaderError, ValueError, OverflowError):
        return False


def _is_header(data: bytes, mail_fields: Collection[str]) -> bool:
    fields = {x.lower().decode("ascii") for x in _FIELD.findall(re.split(rb"\r?\n\r?\n", data[:16384], maxsplit=1)[0])}
    return bool(fields & {"from", "to", "subject", "date"}) and bool(fields & {*mail_fields, "date", "status"})
