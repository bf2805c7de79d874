import pytest

from cablegraph.ingest.kinds import find_kind, is_mismatch

from . import making, packing

MAIL = b"From: a@example.invalid\nMessage-ID: <1@example.invalid>\nSubject: x\n\nbody\n"


def mime_of(tmp_path, data, name="x"):
    (tmp_path / "content").write_bytes(data)
    return find_kind(tmp_path / "content", name)


def str_or_number(value: object) -> str | None:
    """Bytes with a time in them make no name of a test."""
    return value if isinstance(value, str) else None if not isinstance(value, bytes) else str(len(value))


@pytest.mark.parametrize(
    ("data", "mime"),
    [
        (packing.tarred({"a.txt": b"x"}), "application/x-tar"),
        (packing.tarred({"a.txt": b"x"}, "w:gz"), "application/gzip"),
        (packing.tarred({"a.txt": b"x"}, "w:bz2"), "application/x-bzip2"),
        (packing.tarred({"a.txt": b"x"}, "w:xz"), "application/x-xz"),
        (packing.rar4({"a.txt": b"x"}), "application/vnd.rar"),
        (packing.rar5({"a.txt": b"x"}), "application/vnd.rar"),
        (packing.cab({"a.txt": b"x"}), "application/vnd.ms-cab-compressed"),
        (b"From a@b Tue Oct  7 09:12:00 2014\n" + MAIL, "application/mbox"),
        (b"%d\n" % len(MAIL) + MAIL + b"<?xml version='1.0'?><plist/>", "message/x-emlx"),
        (MAIL, "message/rfc822"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "text/calendar"),
        (b"BEGIN:VCARD\nFN:x\n", "text/vcard"),
        (b"-----BEGIN PGP MESSAGE-----\n\nAAAA\n", "application/pgp-encrypted"),
        (b"From the embassy at 09:12 in 2014\nSubject: he said: no\n\nwords", "text/plain"),
        (b"1234\nFrom: Baghdad\nTo: Basra\n\nwords", "text/plain"),
        (b"begin the day", "text/plain"),
    ],
    ids=str_or_number,
)
def test_the_content_tells_the_container(tmp_path, data, mime):
    assert mime_of(tmp_path, data).mime == mime


@pytest.mark.parametrize("format_name", ["7zip", "cpio_newc", "iso9660", "xar", "ar_svr4", "zip"])
def test_what_libarchive_writes_is_known(tmp_path, format_name):
    assert mime_of(tmp_path, packing.library({"a.txt": b"x"}, format_name)).kind == "archive"


def test_a_part_is_known_by_name_only_where_the_content_says_nothing(tmp_path):
    noise = bytes(range(256)) * 8
    assert mime_of(tmp_path, b"\x00\x01" + noise[::-1], "a.7z.002").mime == "application/x-archive-part"
    assert mime_of(tmp_path, making.pdf("x"), "a.7z.002").kind == "pdf"


def test_an_archive_under_the_name_of_another_is_a_mismatch(tmp_path):
    kind = mime_of(tmp_path, packing.rar5({"a": b"x"}))
    assert is_mismatch(kind, "a.zip")
    assert not is_mismatch(kind, "a.rar")
